"""Several authorities on one strand: how each got to where it stands."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from analysis import english, naming
from analysis.comparison.sentences import (
    comparison_sources,
    full_inspections_sentence,
    moved_title,
    short_key,
    short_name,
)
from analysis.comparison.standings import Comparison, cells, states
from analysis.comparison.transitions import last_transitions
from analysis.grades.comparability import comparable
from analysis.known import short_lists
from analysis.look_up import each
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .rows import name_rows
from .style import INK, MUTED, SHADE, STATES, Look, blank

ROW = 30  # pixels
TILE = 24


@kept
def look_of_each(ds: Dataset, standings: pd.DataFrame) -> tuple[Look, ...]:
    """How the state of each authority is drawn. ``standings``: as ``analysis.comparison.standings``."""
    return tuple(STATES[state] for state in standings["state"])


@kept(most=FIGURES)
def grades_by_date(ds: Dataset, comparison: Comparison) -> Exhibit:
    """Tiles on the day each full inspection began, one row per authority; a line joins grades that may be compared.

    Columns of ``table``: Authority, Inspection, Began, Published, Grade.
    """
    every, words = cells(ds, comparison), states(ds)
    graded = every[every["grade"].notna()]
    return Exhibit(
        name=_name(comparison, "over-time"),
        title=moved_title(ds, comparison, last_transitions(ds, comparison))
        if len(every)
        else "No full inspection is known by this day",
        sentence=full_inspections_sentence(ds, len(every), len(graded), comparison.strand),
        alt="Grid of grades over time, one row per authority. "
        + (_in_words(ds, every) if len(comparison.authorities) <= 6 else "The table names every inspection."),
        table=pd.DataFrame(
            {
                "Authority": [naming.authority_name(ds, name) for name in every["authority"]],
                "Inspection": [naming.inspection_kind(ds, name) for name in every["framework"]],
                "Began": [english.day(day) for day in every["start"]],
                "Published": [english.day(day) for day in every["published"]],
                "Grade": every["grade_as_published"].fillna(every["no_grade"].map(words)),
            }
        ),
        draw=(lambda ds, narrow: _tiles(ds, comparison, every, words, narrow)) if len(every) else None,
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, every["inspection"]),
        as_at=comparison.day,
        key=f"{_key(every['grade'].fillna(every['no_grade']).value_counts(), words)} A line joins grades that may be compared.{short_key(short_lists(ds, comparison.authorities, comparison.day))}"
        * (len(every) > 0),
    )


def _in_words(ds: Dataset, every: pd.DataFrame) -> str:
    told = every.assign(
        words=every["grade_as_published"].fillna("no grade of its own") + " in " + every["start"].dt.strftime("%B %Y")
    )
    return (
        ". ".join(
            f"{naming.authority_name(ds, str(name))}: {english.joined(list(part['words']))}"
            for name, part in told.groupby("authority", sort=False)
        )
        + "."
    )


def _tiles(ds: Dataset, comparison: Comparison, every: pd.DataFrame, words: dict[str, str], narrow: bool) -> go.Figure:
    row = {authority: len(comparison.authorities) - 1 - i for i, authority in enumerate(comparison.authorities)}
    figure = blank(narrow)
    x, y = [], []
    graded = every[every["grade"].notna()].sort_values("authority", kind="stable")
    for earlier, later in pairwise(each(graded)):
        if earlier.authority == later.authority and comparable(earlier, later):
            x += [earlier.start, later.start, None]
            y += [row[earlier.authority], row[earlier.authority], None]
    figure.add_scatter(x=x, y=y, mode="lines", line={"color": MUTED, "width": 2}, hoverinfo="skip")
    states_ = every["grade"].fillna(every["no_grade"])
    for state in states_.unique():
        part, look = every[states_ == state], STATES[state]
        figure.add_scatter(
            x=part["start"],
            y=part["authority"].map(row),
            mode="markers+text",
            text=[look.letter] * len(part),
            textfont={"color": look.text, "size": 13},
            marker={"symbol": "square", "size": TILE, "color": look.fill, "line": {"color": SHADE, "width": 1}},
            customdata=part[["inspection"]],
            hovertext=[
                f"{naming.authority_name(ds, cell.authority)}, {cell.start:%B %Y}: {words[state]}"
                for cell in each(part)
            ],
            hoverinfo="text",
        )
    first = every["start"].min()
    figure.update_xaxes(
        type="date",
        dtick="M24" if narrow else "M12",
        tickformat="%Y",
        side="top",
        range=[first - pd.Timedelta(days=90), comparison.day + pd.Timedelta(days=90)],
    )
    _name_authorities(figure, ds, comparison, row, len(row) * ROW + 70, narrow)
    figure.update_layout(showlegend=False)
    return figure


def _name_authorities(
    figure: go.Figure, ds: Dataset, comparison: Comparison, row: dict[str, int], height: int, narrow: bool
) -> None:
    short = short_lists(ds, comparison.authorities, comparison.day)
    names = {name: short_name(ds, name, short) for name in row}
    text = {y: f"<b>{names[name]}</b>" if name == comparison.subject else names[name] for name, y in row.items()}
    name_rows(figure, text, (-0.7, len(row) - 0.3), height, narrow, tickfont={"color": INK})


def _key(found: pd.Series, words: dict[str, str]) -> str:
    """The letters in use, in words."""
    return (
        "; ".join(f"**{STATES[state].letter}** {label}" for state, label in words.items() if state in found.index) + "."
    )


def _name(comparison: Comparison, what: str) -> str:
    return f"{comparison.subject or 'england'}-{comparison.strand.replace('_', '-')}-{what}"
