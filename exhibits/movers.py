"""Who moved, the fastest first: a tile for the grade before, one for the grade after, and the time between them."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis import naming
from analysis.comparison.sentences import comparison_sources
from analysis.comparison.standings import Comparison, states
from analysis.comparison.transitions import transitions_table
from analysis.england.movers import movers
from analysis.england.sentences import movers_sentence, movers_title
from analysis.look_up import each
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .rows import name_rows
from .style import INK, MUTED, STATES, blank

ROW, TILE = 32, 26  # pixels
MOST = 25
"""Moves in the figure; the table has all."""


@kept(most=FIGURES)
def who_moved(ds: Dataset, comparison: Comparison, preset: str, before: str = "", after: str = "") -> Exhibit:
    """Moves of a choice (``analysis.england.movers``), one row each.

    Columns of ``table``: Authority, Before, After, What changed, Days between, Years between.
    """
    moved, words = movers(ds, comparison, preset, before, after), states(ds)
    sentence = movers_sentence(ds, moved, comparison.strand, min(len(moved), MOST))
    return Exhibit(
        name=f"england-{comparison.strand.replace('_', '-')}-movers",
        title=movers_title(ds, moved, preset, comparison.strand, (before, after)),
        sentence=sentence,
        alt=f"Pairs of tiles, one row per move, as far apart as the two inspections. {sentence}",
        table=transitions_table(ds, moved) if len(moved) else pd.DataFrame(),
        draw=(lambda ds, narrow: _figure(ds, moved.head(MOST), words, narrow)) if len(moved) else None,
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, pd.concat([moved["earlier"], moved["later"]])),
        as_at=comparison.day,
        key="Time is counted from the start of one full inspection to the start of the next: so it holds the wait for Ofsted too."
        if len(moved)
        else "",
        hint="A click on a row chooses its authority; the names in the table lead to it." if len(moved) else "",
    )


def _figure(ds: Dataset, moved: pd.DataFrame, words: dict[str, str], narrow: bool) -> go.Figure:
    rows = list(range(len(moved)))[::-1]
    years = list(moved["days"] / 365.25)
    figure = blank(narrow)
    gaps: list[tuple[float | None, int | None]] = []
    for y, end in zip(rows, years, strict=True):
        gaps += [(0, y), (end, y), (None, None)]
    across, down = zip(*gaps, strict=True)
    figure.add_scatter(x=across, y=down, mode="lines", line={"color": MUTED, "width": 3}, hoverinfo="skip")
    for grades, at in ((moved["earlier_grade"], [0.0] * len(moved)), (moved["later_grade"], years)):
        looks = [STATES[grade] for grade in grades]
        figure.add_scatter(
            x=at,
            y=rows,
            mode="markers+text",
            text=[look.letter for look in looks],
            textfont={"color": [look.text for look in looks], "size": 13},
            marker={"symbol": "square", "size": TILE, "color": [look.fill for look in looks]},
            customdata=moved[["authority"]],
            hovertext=[f"{naming.authority_name(ds, row.authority)}: {words[row.earlier_grade]} in {row.earlier_start:%B %Y}, {words[row.later_grade]} in {row.later_start:%B %Y}" for row in each(moved)],
            hoverinfo="text",
        )  # fmt: skip
    spans = {
        y: f"{row.earlier_start:%b %Y} to {row.later_start:%b %Y}" for y, row in zip(rows, each(moved), strict=True)
    }
    if not narrow:
        look = {"xref": "paper", "x": 1, "xshift": 8, "xanchor": "left", "showarrow": False}
        figure.layout.annotations = [{**look, "y": y, "text": text, "font": {"size": 14, "color": INK}} for y, text in spans.items()]  # fmt: skip
    names = {y: f"{naming.authority_name(ds, row.authority)}  " for y, row in zip(rows, each(moved), strict=True)}
    name_rows(figure, names, (-0.7, len(rows) - 0.3), len(rows) * ROW + 80, narrow, beside=spans, showgrid=False)
    edge = max(years) * (0.08 if narrow else 0.03)
    figure.update_xaxes(
        range=[-edge, max(years) + edge], dtick=1, side="top", title="Years between the two inspections", tickangle=0
    )
    figure.update_layout(showlegend=False, margin={"r": 4 if narrow else 170})
    return figure
