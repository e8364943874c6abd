"""Time between full inspections, time since the last one, and time to the report."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis import english
from analysis.comparison.sentences import comparison_sources, short_key, short_name, since_sentence, since_title
from analysis.comparison.standings import Comparison, cells
from analysis.comparison.transitions import gaps_by_length, publication_lag, since_last, transitions, waits_by_length
from analysis.england.sentences import lag_sentence, time_between_sentence
from analysis.known import short_lists
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .rows import BAR, name_rows
from .style import ACCENT, INK, MUTED, blank

ROW = 30  # pixels


@kept(most=FIGURES)
def time_since_last(ds: Dataset, comparison: Comparison) -> Exhibit:
    """A bar per authority, in the order compared.

    Columns of ``table``: Authority, Last full inspection began, Days since, Years since.
    """
    since = since_last(ds, comparison)
    short = short_lists(ds, tuple(since["authority"]), comparison.day)
    names = [short_name(ds, name, short) for name in since["authority"]]
    sentence = since_sentence(ds, since)
    return Exhibit(
        name=f"{comparison.subject or 'england'}-time-since-last",
        title=since_title(ds, comparison, since),
        sentence=sentence,
        alt=f"Bars, one per authority. {sentence}",
        table=pd.DataFrame(
            {
                "Authority": names,
                "Last full inspection began": [
                    english.day(day) if pd.notna(day) else "none yet" for day in since["start"]
                ],
                "Days since": since["days"].astype("Int64"),
                "Years since": (since["days"] / 365.25).round(1),
            }
        ),
        draw=lambda ds, narrow: _bars(since, names, comparison, narrow),
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, since["inspection"]),
        as_at=comparison.day,
        key=short_key(short).strip(),
    )


def _bars(since: pd.DataFrame, names: list[str], comparison: Comparison, narrow: bool) -> go.Figure:
    figure = blank(narrow)
    years, rows = since["days"] / 365.25, list(range(len(since)))[::-1]
    figure.add_bar(
        x=years.fillna(0),
        y=rows,
        orientation="h",
        width=BAR if narrow else None,
        marker={"color": [ACCENT if name == comparison.subject else MUTED for name in since["authority"]]},
        text=[english.years(days) if pd.notna(days) else "none yet" for days in since["days"]],
        textposition="outside",
        textfont={"size": 14, "color": INK},
        cliponaxis=False,
        hoverinfo="skip",
    )
    text = [
        f"<b>{name}</b>" if key == comparison.subject else name
        for key, name in zip(since["authority"], names, strict=True)
    ]
    named = dict(zip(rows, text, strict=True))
    name_rows(figure, named, (-0.6, len(since) - 0.4), len(since) * ROW + 80, narrow, showgrid=False)
    figure.update_xaxes(title="Years", range=[0, max(float(years.max()) if years.notna().any() else 1, 1) * 1.25])
    return figure


@kept(most=FIGURES)
def time_between(ds: Dataset, comparison: Comparison) -> Exhibit:
    """How many gaps lasted how long.

    Columns of ``table``: From one full inspection to the next, Pairs of inspections.
    """
    pairs = transitions(ds, comparison)
    return _classes(
        ds,
        comparison,
        "time-between",
        "How long it was from one full inspection to the next",
        time_between_sentence(pairs),
        gaps_by_length(pairs).rename_axis("From one full inspection to the next").rename("Pairs of inspections"),
        key="Routine inspections stopped from March 2020 to spring 2021, which made many gaps longer.",
    )


@kept(most=FIGURES)
def waiting_times(ds: Dataset, comparison: Comparison) -> Exhibit:
    """How many authorities were last inspected how long ago.

    Columns of ``table``: Since the last full inspection began, Authorities.
    """
    since = since_last(ds, comparison)
    return _classes(
        ds,
        comparison,
        "waiting-times",
        f"How long ago the last full inspection began, as at {english.day(comparison.day)}",
        since_sentence(ds, since),
        waits_by_length(since).rename_axis("Since the last full inspection began").rename("Authorities"),
    )


def _classes(
    ds: Dataset, comparison: Comparison, name: str, title: str, sentence: str, classes: pd.Series, key: str = ""
) -> Exhibit:
    """Columns by class of length: the same exhibit for gaps and for waits."""
    return Exhibit(
        name=f"england-{name}",
        title=title,
        sentence=sentence,
        alt=f"Columns by length of time: {english.joined([f'{label}: {count}' for label, count in classes.items()])}. {sentence}",
        table=classes.reset_index(),
        draw=(lambda ds, narrow: _columns(classes, narrow)) if classes.sum() else None,
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, cells(ds, comparison)["inspection"]),
        as_at=comparison.day,
        key=key,
    )


def _columns(classes: pd.Series, narrow: bool) -> go.Figure:
    figure = blank(narrow, 320)
    figure.add_bar(
        x=list(classes.index),
        y=classes,
        text=classes,
        textposition="outside",
        marker={"color": ACCENT},
        textfont={"size": 15, "color": INK},
        hoverinfo="skip",
        cliponaxis=False,
    )
    figure.update_yaxes(title=classes.name, range=[0, int(classes.max()) * 1.15])
    return figure


@kept(most=FIGURES)
def time_to_report(ds: Dataset, comparison: Comparison) -> Exhibit:
    """Days from the first day on site to the report, by year.

    Columns of ``table``: Inspections begun in, Reports, Shortest, Median, Longest.
    """
    lag = publication_lag(ds, comparison)
    by_year = (
        lag.groupby("year")["days"].agg(Reports="size", Shortest="min", Median="median", Longest="max").astype(int)
    )
    sentence = lag_sentence(lag)
    return Exhibit(
        name="england-time-to-report",
        title="Days from the first day on site to the published report",
        sentence=sentence,
        alt=f"Points and ranges by year in which the inspection began. {sentence}",
        table=by_year.rename_axis("Inspections begun in").reset_index(),
        draw=(lambda ds, narrow: _ranges(by_year, narrow)) if len(by_year) else None,
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, lag["inspection"]),
        as_at=comparison.day,
        key="A dot is the median, a line runs from the shortest to the longest. Local elections and breaks in an inspection delay reports.",
    )


def _ranges(by_year: pd.DataFrame, narrow: bool) -> go.Figure:
    figure = blank(narrow, 340)
    figure.add_scatter(
        x=[year for y in by_year.index for year in (y, y, None)],
        y=[days for row in by_year.itertuples() for days in (row.Shortest, row.Longest, None)],
        mode="lines",
        line={"color": MUTED, "width": 3},
        hoverinfo="skip",
    )
    figure.add_scatter(
        x=by_year.index,
        y=by_year["Median"],
        mode="markers+text",
        text=by_year["Median"],
        textposition="middle right",
        textfont={"size": 14, "color": INK},
        marker={"size": 13, "color": ACCENT},
        hovertext=[f"{year}: median {days} days" for year, days in by_year["Median"].items()],
        hoverinfo="text",
    )
    room = 1.1 if narrow else 0.6  # years, for the number at the right of the last dot
    figure.update_xaxes(
        tickvals=list(by_year.index), range=[by_year.index.min() - 0.5, by_year.index.max() + room], showgrid=False
    )
    figure.update_yaxes(title="Days", rangemode="tozero")
    figure.update_layout(showlegend=False)
    return figure
