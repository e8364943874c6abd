"""Rows of themes under headings: a cell for each look, whose bar leaves a centre line, praise to the right and concern to the left.

One paragraph has one length in the whole chart, so that one concern never looks like six. A cell without a ground is a look that
was not taken. On a narrow screen the name of a theme stands above its cells.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import pandas as pd
import plotly.graph_objects as go

from analysis.themes.sentences import VERDICT_WORDS

from .style import INK, MUTED, SHADE, VERDICTS, blank, heading

CELL = 0.94
"""Width of a cell, in columns."""
MOST = 12
"""Paragraphs of one kind that a cell has room for: a longer bar is cut and says its number."""
ROW, NARROW_ROW = 28, 48  # pixels
GAP = 0.45  # rows before a heading
CLOSE = "○"
"""Before a name: a close call."""
ASKED = "framed: Ofsted asked for it"
SUMMARY = "only in a summary: does not count"


class Row(NamedTuple):
    """A row: a theme, or the heading of those below it (which has no theme)."""

    label: str
    theme: str = ""
    note: str = ""
    """Words beside the name."""
    light: bool = False
    """Whether one paragraph decides it: it is drawn lighter, with the sign ``CLOSE``."""


def theme_rows(
    rows: Sequence[Row],
    cells: pd.DataFrame,
    heads: Mapping[str, str],
    narrow: bool,
    short: Mapping[str, str] | None = None,
) -> go.Figure:
    """Draw the rows.

    ``cells``: one row per theme and column, with ``column``, ``theme``, ``strengths``, ``mixed``, ``concerns``, ``asked``,
    ``summary_only``, ``inspection`` (handed over by a click, with the theme) and ``words``; ``heads``: the words above each column;
    ``short``: those beside the headings, if they are not the first part of these.
    """
    height = NARROW_ROW if narrow else ROW
    place = _places(rows)
    figure = blank(narrow)
    column = {name: i for i, name in enumerate(heads)}
    shown = cells[cells["theme"].isin(place) & cells["column"].isin(column)]
    shown = shown.assign(
        x=shown["column"].map(column).astype(float), y=shown["theme"].map(place).astype(float) - (0.2 if narrow else 0)
    )
    zero, unit = _scale(shown)
    tall = 0.5 if narrow else 0.84
    shown = shown.assign(zero=shown["x"] - CELL / 2 + zero)
    _cells(figure, shown, tall, "", SHADE, None)
    _bars(figure, shown, unit, tall)
    _cells(figure, shown[shown["asked"]], tall, ASKED, "rgba(0,0,0,0)", INK)
    _marks(figure, shown, tall)
    short = short or {name: words.split(", ")[0] for name, words in heads.items()}
    _words(figure, rows, place, column, short, narrow)
    low = min(place.values(), default=0) - 0.7
    top = 112 if narrow else 104
    figure.update_yaxes(visible=False, range=[low, 0.6])
    figure.update_xaxes(
        range=[-0.5, len(heads) - 0.5],
        tickvals=list(column.values()),
        ticktext=["" if narrow else heading(words, narrow) for words in heads.values()],
        side="top",
        showgrid=False,
        tickangle=0,
    )
    figure.update_layout(
        barmode="overlay",
        height=int((0.6 - low) * height) + top,
        legend={"yref": "container", "y": 1, "yanchor": "top", "traceorder": "normal", "font": {"size": 13}},
        margin={"t": top, "b": 4, "l": 4 if narrow else _left(rows), "r": 4 if narrow else _right(rows)},
        uniformtext={"minsize": 12, "mode": "hide"},
    )
    return figure


def _places(rows: Sequence[Row]) -> dict[str, float]:
    """Where each row stands, from the top down: a theme by its id, a heading by its words."""
    place, y = {}, 0.0
    for i, row in enumerate(rows):
        y -= 1 + (GAP if i and not row.theme else 0) if i else 0
        place[row.theme or row.label] = y
    return place


def _scale(shown: pd.DataFrame) -> tuple[float, float]:
    """How far the centre line stands from the left end of a cell, and how long one paragraph is: in columns."""
    half = shown["mixed"] / 2
    left, right = (max(int((shown[side].clip(upper=MOST) + half).max() + 0.99), 3) if len(shown) else 3 for side in ("concerns", "strengths"))  # fmt: skip
    unit = CELL / (left + right + 1)
    return unit * (left + 0.5), unit


def _cells(figure: go.Figure, cells: pd.DataFrame, tall: float, name: str, fill: str, line: str | None) -> None:
    """The ground of each cell, or a frame around it: a click anywhere in a cell finds it."""
    if len(cells):
        figure.add_bar(
            orientation="h",
            base=cells["x"] - CELL / 2,
            x=[CELL] * len(cells),
            y=cells["y"],
            width=tall,
            name=name,
            showlegend=bool(name),
            marker={"color": fill, "line": {"color": line or fill, "width": 2 if line else 0}},
            customdata=cells[["inspection", "theme"]],
            hovertext=cells["words"],
            hoverinfo="text",
        )


def _bars(figure: go.Figure, cells: pd.DataFrame, unit: float, tall: float) -> None:
    half = cells["mixed"] * unit / 2
    concerns, strengths = (cells[side].clip(upper=MOST) * unit for side in ("concerns", "strengths"))
    starts = {
        "concern": (cells["zero"] - half - concerns, concerns, cells["concerns"]),
        "mixed": (cells["zero"] - half, half * 2, cells["mixed"]),
        "strength": (cells["zero"] + half, strengths, cells["strengths"]),
    }
    for verdict, (base, width, count) in starts.items():
        part, look = count > 0, VERDICTS[verdict]
        figure.add_bar(
            orientation="h",
            base=base[part],
            x=width[part],
            y=cells.loc[part, "y"],
            width=tall - 0.06,
            name=f"{look.letter} {VERDICT_WORDS[verdict]}",
            text=["" if verdict == "mixed" else f"{n} ›" if n > MOST else str(n) for n in count[part]],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": look.text, "size": 12},
            marker={"color": look.fill, "line": {"color": MUTED if verdict == "mixed" else look.fill, "width": 1}},
            customdata=cells.loc[part, ["inspection", "theme"]],
            hovertext=cells.loc[part, "words"],
            hoverinfo="text",
        )


def _marks(figure: go.Figure, cells: pd.DataFrame, tall: float) -> None:
    """The centre line of each cell, and a ring where only a summary speaks of the theme."""
    x, y = [], []
    for zero, middle in zip(cells["zero"], cells["y"], strict=True):
        x += [zero, zero, None]
        y += [middle - tall / 2, middle + tall / 2, None]
    figure.add_scatter(x=x, y=y, mode="lines", line={"color": INK, "width": 1.5}, hoverinfo="skip", showlegend=False)
    summaries = cells[cells["summary_only"]]
    if len(summaries):
        figure.add_scatter(
            x=summaries["zero"],
            y=summaries["y"],
            mode="markers",
            name=SUMMARY,
            marker={"symbol": "circle-open", "size": 11, "color": MUTED, "line": {"width": 2}},
            customdata=summaries[["inspection", "theme"]],
            hovertext=summaries["words"],
            hoverinfo="text",
        )


def _words(
    figure: go.Figure,
    rows: Sequence[Row],
    place: Mapping[str, float],
    column: Mapping[str, int],
    heads: Mapping[str, str],
    narrow: bool,
) -> None:
    """The names of the rows and their notes; beside each heading but the first the heads of the columns again, in short."""
    text = {"xref": "paper", "x": 0, "xshift": 0 if narrow else 2 - _left(rows), "xanchor": "left", "showarrow": False}
    notes: list[dict] = []
    for i, row in enumerate(rows):
        y = place[row.theme or row.label] + (0.26 if narrow else 0)
        colour = MUTED if row.light else INK
        if row.theme:
            label = f"{CLOSE} {row.label}" if row.light else row.label
            label = f"{label}: {row.note}" if narrow and row.note else label
            notes.append({**text, "y": y, "text": label, "font": {"size": 13 if narrow else 14, "color": colour}})
            if row.note and not narrow:
                notes.append(
                    {**text, "x": 1, "xshift": 6, "y": y, "text": row.note, "font": {"size": 13, "color": colour}}
                )
            continue
        notes.append({**text, "y": y, "text": f"<b>{row.label}</b>", "font": {"size": 16, "color": INK}})
        if i or narrow:
            again = {"xanchor": "center", "showarrow": False, "font": {"size": 12, "color": MUTED}}
            low = place[row.label] - (0.24 if narrow else 0)
            notes += [{**again, "x": column[name], "y": low, "text": words} for name, words in heads.items()]
    figure.layout.annotations = notes


def _left(rows: Sequence[Row]) -> int:
    """Pixels that the names take up at the left."""
    return 16 + max(int(len(row.label) * (7.1 if row.theme else 8.6)) + 14 * row.light for row in rows)


def _right(rows: Sequence[Row]) -> int:
    """Pixels that the notes take up at the right."""
    return 10 + max((int(len(row.note) * 6.6) for row in rows), default=0)
