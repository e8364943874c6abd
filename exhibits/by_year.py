"""England year by year: the share of inspections at each grade, framework by framework, with a break between two."""

from __future__ import annotations

import textwrap

import pandas as pd
import plotly.graph_objects as go

from analysis.comparison.sentences import comparison_sources
from analysis.comparison.standings import Comparison
from analysis.england.by_year import NO_SUCH, counting, gaps_by_year, grades_by_year, visits_by_year, year_words
from analysis.england.by_year_sentences import (
    by_year_key,
    by_year_sentence,
    by_year_title,
    gaps_by_year_sentence,
    visits_by_year_sentence,
)
from analysis.look_up import each, look_up, tuples
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .rows import BAR, name_rows
from .style import ACCENT, GRADES, INK, LINE, MUTED, PAPER, SHADE, STATES, blank, fill_of_share, ink_on_count
from .swatches import HEIGHT, swatches

GAP = 0.7  # columns between two frameworks
LEAST = 0.09  # of a column: a narrower part has no room for its letter and number
ROW = 34  # pixels


@kept(most=FIGURES)
def england_by_year(ds: Dataset, comparison: Comparison) -> Exhibit:
    """Full inspections by grade, year and framework.

    Columns of ``table``: Framework, Year, Grade, Inspections, Of all in the year.
    """
    table = grades_by_year(ds, comparison)
    words = _words(ds)
    sentence = by_year_sentence(ds, table)
    return Exhibit(
        name=f"england-{comparison.strand.replace('_', '-')}-by-year",
        title=by_year_title(ds, comparison, table),
        sentence=sentence,
        alt=f"Stacked columns, one per year, in groups by framework. {sentence} The table has every number.",
        table=pd.DataFrame(
            {
                "Framework": table["framework"].map(look_up(ds, "frameworks", "framework", "short_label")),
                "Year": table["year"].map(year_words),
                "Grade": table["state"].map(words),
                "Inspections": table["inspections"],
                "Of all in the year": table["base"],
            }
        ),
        draw=(lambda ds, narrow: _figure(ds, table, narrow)) if len(table) else None,
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, counting(ds, comparison)["inspection"]),
        as_at=comparison.day,
        key=by_year_key(ds, comparison, table),
    )


def _words(ds: Dataset) -> dict[str, str]:
    return look_up(ds, "grade_scale", "grade", "label") | {NO_SUCH: "No such judgement"}


def _figure(ds: Dataset, table: pd.DataFrame, narrow: bool) -> go.Figure:
    columns = list(dict.fromkeys(tuples(table, "framework", "year", "base")))
    place, x, before = {}, 0.0, ""
    heads: dict[str, list[float]] = {}
    for framework, year, _ in columns:
        x += GAP + (1 if narrow else 0) if before and framework != before else 0
        heads.setdefault(framework, []).append(x)
        place[framework, year], before, x = (-x if narrow else x), framework, x + 1
    figure, words = blank(narrow), _words(ds)
    for state in [*GRADES, NO_SUCH]:
        part = table[table["state"] == state]
        if len(part):
            _add(figure, part, place, state, words[state], narrow)
    names = look_up(ds, "frameworks", "framework", "short_label")
    items = [(STATES[s].letter if s != NO_SUCH else "–", words[s], STATES[s].fill if s != NO_SUCH else SHADE, STATES[s].text if s != NO_SUCH else INK) for s in [*GRADES, NO_SUCH] if (table["state"] == s).any()]  # fmt: skip
    _arrange(figure, columns, place, {names[framework]: xs for framework, xs in heads.items()}, items, narrow)
    return figure


def _add(figure: go.Figure, part: pd.DataFrame, place: dict, state: str, words: str, narrow: bool) -> None:
    look = STATES[state] if state != NO_SUCH else STATES["none_yet"]
    at = [place[row.framework, row.year] for row in each(part)]
    shares = list(part["inspections"] / part["base"] * 100)
    between = " " if narrow else "<br>"
    figure.add_bar(
        x=shares if narrow else at,
        y=at if narrow else shares,
        orientation="h" if narrow else "v",
        width=0.8 if narrow else 0.92,
        text=[f"<b>{look.letter}</b>{between}{row.inspections}" if share >= LEAST * 100 else "" for row, share in zip(each(part), shares, strict=True)],
        textposition="inside",
        insidetextanchor="middle",
        constraintext="none",
        textangle=0,
        textfont={"color": look.text, "size": 12},
        marker={"color": look.fill, "line": {"color": PAPER if look.fill != SHADE else LINE, "width": 1.5}},
        hovertext=[f"{year_words(row.year)}: {words} {row.inspections} of {row.base}" for row in each(part)],
        hoverinfo="text",
    )  # fmt: skip


def _arrange(figure: go.Figure, columns: list, place: dict, heads: dict, items: list, narrow: bool) -> None:
    """Axes, names of the frameworks over their columns, and the key on top."""
    ticks = [place[framework, year] for framework, year, _ in columns]
    labels = [
        f"{year_words(year)} ({base})" if narrow else f"{year_words(year).replace('/', '<br>/')}<br>({base})"
        for _, year, base in columns
    ]
    notes, lines = swatches(items, 0, 285 if narrow else 620, "paper")
    top = lines * HEIGHT + (12 if narrow else 66)
    for note in notes:
        note["yshift"] += top
    figure.update_layout(barmode="stack", showlegend=False, margin={"t": top + 6})
    if narrow:
        figure.update_yaxes(tickvals=ticks, ticktext=labels, range=[min(ticks) - 0.6, 1.6], showgrid=False)
        figure.update_xaxes(title="% of inspections", range=[0, 100], showgrid=False)
        figure.layout.height = int(-min(ticks) + 2) * 27 + top + 70
        look = {"xref": "paper", "x": 0, "xanchor": "left"}
        notes += [{**look, "y": -xs[0] + 0.95, "text": f"<b>{name}</b>", "showarrow": False, "font": {"size": 13, "color": INK}} for name, xs in heads.items()]  # fmt: skip
    else:
        figure.update_xaxes(tickvals=ticks, ticktext=labels, range=[-0.6, max(ticks) + 0.6], tickangle=0, tickfont={"size": 11}, showgrid=False)  # fmt: skip
        figure.update_yaxes(title="% of inspections", range=[0, 100])
        figure.layout.height = 420 + top
        for name, xs in heads.items():
            text = "<br>".join(textwrap.wrap(name, max(len(xs) * 4, 10)))
            notes.append({"x": (xs[0] + xs[-1]) / 2, "y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 6, "text": text, "showarrow": False, "font": {"size": 12, "color": MUTED}})  # fmt: skip
            figure.add_shape(type="line", x0=xs[0] - 0.46, x1=xs[-1] + 0.46, y0=1.008, y1=1.008, yref="paper", line={"color": MUTED, "width": 2})  # fmt: skip
    figure.layout.annotations = notes


@kept(most=FIGURES)
def visits_over_time(ds: Dataset, comparison: Comparison) -> Exhibit:
    """Focused visits by what they looked at and when. The table has a row for each subject, and a column for each year."""
    table = visits_by_year(ds, comparison)
    sentence = visits_by_year_sentence(table)
    return Exhibit(
        name="england-visits-by-year",
        title="What focused visits looked at, year by year",
        sentence=sentence,
        alt=f"A grid of numbers: subjects of visits by years. {sentence} The table has every number.",
        table=table.rename(columns={"subject": "Looked at"}),
        draw=(lambda ds, narrow: _grid(table, narrow)) if len(table) else None,
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, counting(ds, comparison, "counted_by_theme")["inspection"]),
        as_at=comparison.day,
        key="A number is the visits that began in that year, the darker the more. Visits stopped from March 2020 for most of a year. Not every letter could be had.",
    )


def _grid(table: pd.DataFrame, narrow: bool) -> go.Figure:
    figure, counts = blank(narrow), table.drop(columns="subject")
    rows, most = list(range(len(table)))[::-1], max(int(counts.to_numpy().max()), 1)
    spots = [(x, rows[y], int(counts.to_numpy()[y, x])) for y in range(len(table)) for x in range(len(counts.columns))]
    figure.add_bar(
        orientation="h",
        base=[x - 0.48 for x, _, _ in spots],
        x=[0.96] * len(spots),
        y=[y for _, y, _ in spots],
        width=BAR if narrow else 0.92,
        text=[str(count) if count else "" for _, _, count in spots],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": 14, "color": [ink_on_count(count / most) for _, _, count in spots]},
        marker={"color": [fill_of_share(count / most) for _, _, count in spots], "line": {"width": 0}},
        hoverinfo="skip",
    )
    figure.update_xaxes(tickvals=list(range(len(counts.columns))), ticktext=[year if not narrow else f"’{str(year)[2:]}" for year in counts], range=[-0.5, len(counts.columns) - 0.5], side="top", showgrid=False, tickangle=0)  # fmt: skip
    name_rows(figure, dict(zip(rows, table["subject"], strict=True)), (-0.6, len(table) - 0.4), len(table) * ROW + 90, narrow, showgrid=False)  # fmt: skip
    figure.update_layout(showlegend=False, barmode="overlay")
    return figure


@kept(most=FIGURES)
def time_between_by_year(ds: Dataset, comparison: Comparison) -> Exhibit:
    """The time between two full inspections over the whole span.

    Columns of ``table``: Later inspection begun in, Pairs, Shortest, Median, Longest.
    """
    table = gaps_by_year(ds, comparison)
    sentence = gaps_by_year_sentence(table)
    heads = {
        "year": "Later inspection begun in",
        "pairs": "Pairs",
        "shortest": "Shortest",
        "median": "Median",
        "longest": "Longest",
    }
    return Exhibit(
        name="england-time-between-by-year",
        title="Years from one full inspection to the next, whatever the framework",
        sentence=sentence,
        alt=f"Points and ranges by year of the later inspection. {sentence}",
        table=table.rename(columns=heads),
        draw=(lambda ds, narrow: _ranges(table, narrow)) if len(table) else None,
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, counting(ds, comparison, "full")["inspection"]),
        as_at=comparison.day,
        key="A dot is the median, a line runs from the shortest to the longest; the table counts days. Routine inspections stopped from March 2020 for most of a year.",
    )  # fmt: skip


def _ranges(table: pd.DataFrame, narrow: bool) -> go.Figure:
    figure, rows = blank(narrow, 340), list(each(table))
    figure.add_scatter(
        x=[x for row in rows for x in (row.year, row.year, None)],
        y=[y for row in rows for y in (row.shortest / 365.25, row.longest / 365.25, None)],
        mode="lines",
        line={"color": MUTED, "width": 3},
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=table["year"],
        y=table["median"] / 365.25,
        mode="markers+text",
        text=[f"{row.median / 365.25:.1f}" if not narrow or row.year % 4 == 0 else "" for row in rows],
        textposition="middle right",
        textfont={"size": 11 if narrow else 13, "color": INK},
        marker={"size": 9 if narrow else 12, "color": ACCENT},
        hovertext=[f"{row.year}: middle of {row.pairs}, {row.median / 365.25:.1f} years" for row in rows],
        hoverinfo="text",
    )
    figure.update_xaxes(dtick=4 if narrow else 1, range=[table["year"].min() - 0.5, table["year"].max() + 0.9], showgrid=False)  # fmt: skip
    figure.update_yaxes(title="Years", rangemode="tozero")
    figure.update_layout(showlegend=False)
    return figure
