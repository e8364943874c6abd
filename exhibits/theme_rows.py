"""Rows of themes under headings: a cell for each look, whose bar leaves a centre line, praise to the right and concern to the left.

One paragraph has one length in the whole chart, so that one concern never looks like six. A cell without a ground is a look that
was not taken. On a narrow screen the name of a theme stands above its cells.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from analysis.look_up import each

from .style import INK, MUTED, SHADE, VERDICTS, heading, plain_figure

CELL = 0.94
"""Width of a cell, in columns."""
MOST = 12
"""Paragraphs of one kind that a cell has room for: a longer bar is cut and says its number."""
CLEAR = 0.9
"""Paragraphs that praise and concern keep from the line at least, so that its sides are told apart without colour."""
ROW, NARROW_ROW = 30, 52  # pixels
GAP = 0.45  # rows before a heading
CLOSE = "○"
"""Before a name: a close call."""
COUNTS = {"concern": "concerns", "mixed": "mixed", "strength": "strengths"}
"""The verdicts in the order of the key, and their columns."""
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
    place, column = _places(rows), {name: i for i, name in enumerate(heads)}
    shown = cells[cells["theme"].isin(place) & cells["column"].isin(column)]
    found = [_placed(cell, column[cell.column], place[cell.theme] - (0.2 if narrow else 0)) for cell in each(shown)]
    zero, unit = _scale(found)
    tall = 0.52 if narrow else 0.88
    traces = [
        *_cells(found, tall, "", SHADE, None),
        *_bars(found, zero, unit, tall),
        *_cells([cell for cell in found if cell.asked], tall, ASKED, "rgba(0,0,0,0)", INK),
        *_marks(found, zero, tall),
    ]
    short = short or {name: words.split(", ")[0] for name, words in heads.items()}
    low, top = min(place.values(), default=0) - 0.7, 112 if narrow else 104
    return plain_figure(
        traces,
        narrow,
        annotations=_words(rows, place, column, short, narrow),
        yaxis={"visible": False, "range": [low, 0.6]},
        xaxis={
            "range": [-0.5, len(heads) - 0.5],
            "tickvals": list(column.values()),
            "ticktext": ["" if narrow else heading(words, narrow) for words in heads.values()],
            "side": "top",
            "showgrid": False,
            "tickangle": 0,
        },
        barmode="overlay",
        height=int((0.6 - low) * (NARROW_ROW if narrow else ROW)) + top,
        legend={"yref": "container", "y": 1, "yanchor": "top", "traceorder": "normal", "font": {"size": 13}},
        margin={"t": top, "b": 4, "l": 4 if narrow else _left(rows), "r": 4 if narrow else _right(rows)},
        uniformtext={"minsize": 12, "mode": "hide"},
        meta={"cuts": [place[row.label] + 0.6 for row in rows[1:] if not row.theme]},
    )


class _Cell(NamedTuple):
    """A cell in its place, ``x`` in the middle of its column."""

    x: int
    y: float
    strengths: int
    mixed: int
    concerns: int
    asked: bool
    summary_only: bool
    words: str
    data: list[str]


def _placed(cell: Any, x: int, y: float) -> _Cell:
    numbers = (int(cell.strengths), int(cell.mixed), int(cell.concerns))
    return _Cell(x, y, *numbers, bool(cell.asked), bool(cell.summary_only), cell.words, [cell.inspection, cell.theme])


def _places(rows: Sequence[Row]) -> dict[str, float]:
    """Where each row stands, from the top down: a theme by its id, a heading by its words."""
    place, y = {}, 0.0
    for i, row in enumerate(rows):
        y -= 1 + (GAP if i and not row.theme else 0) if i else 0
        place[row.theme or row.label] = y
    return place


def _scale(cells: Sequence[_Cell]) -> tuple[float, float]:
    """How far the centre line stands from the middle of a cell, and how long one paragraph is: in columns."""
    left, right = 3, 3
    for cell in cells:
        left = max(left, math.ceil(min(cell.concerns, MOST) + max(cell.mixed / 2, CLEAR)))
        right = max(right, math.ceil(min(cell.strengths, MOST) + max(cell.mixed / 2, CLEAR)))
    unit = CELL / (left + right + 1)
    return unit * (left + 0.5) - CELL / 2, unit


def _trace(cells: Sequence[_Cell], **more: object) -> dict:
    """What the bars and marks of cells have in common."""
    data = {"y": [cell.y for cell in cells], "customdata": [cell.data for cell in cells]}
    return {**data, "hovertext": [cell.words for cell in cells], "hoverinfo": "text", **more}


def _cells(cells: Sequence[_Cell], tall: float, name: str, fill: str, line: str | None) -> list[dict]:
    """The ground of each cell, or a frame around it: a click anywhere in a cell finds it."""
    if not cells:
        return []
    return [
        _trace(
            cells,
            type="bar",
            orientation="h",
            base=[cell.x - CELL / 2 for cell in cells],
            x=[CELL] * len(cells),
            width=tall,
            name=name,
            showlegend=bool(name),
            marker={"color": fill, "line": {"color": line or fill, "width": 2 if line else 0}},
        )
    ]


def _bars(cells: Sequence[_Cell], zero: float, unit: float, tall: float) -> list[dict]:
    """The concerns left of the line, what is mixed across it, the strengths right of it."""
    traces, clear = [], CLEAR * unit
    for verdict, count in COUNTS.items():
        part, look = [cell for cell in cells if getattr(cell, count)], VERDICTS[verdict]
        numbers = [getattr(cell, count) for cell in part]
        long = [(n if verdict == "mixed" else min(n, MOST)) * unit for n in numbers]
        side = {"concern": lambda half, long: -max(half, clear) - long, "mixed": lambda half, _: -half, "strength": lambda half, _: max(half, clear)}  # fmt: skip
        base = [cell.x + zero + side[verdict](cell.mixed * unit / 2, one) for cell, one in zip(part, long, strict=True)]
        traces.append(
            _trace(
                part,
                type="bar",
                orientation="h",
                base=base,
                x=long,
                width=tall - 0.04,
                name=f"{look.letter} {verdict}",
                text=["" if verdict == "mixed" else f"{n} ›" if n > MOST else str(n) for n in numbers],
                textposition="inside",
                insidetextanchor="middle",
                textangle=0,
                textfont={"color": look.text, "size": 12},
                marker={"color": look.fill, "line": {"color": MUTED, "width": int(verdict == "mixed")}},
            )
        )
    return traces


def _marks(cells: Sequence[_Cell], zero: float, tall: float) -> list[dict]:
    """The centre line of each cell, and a ring where only a summary speaks of the theme."""
    x = [at for cell in cells for at in (cell.x + zero, cell.x + zero, None)]
    y = [at for cell in cells for at in (cell.y - tall / 2, cell.y + tall / 2, None)]
    line = {"color": INK, "width": 1.5}
    traces = [
        {"type": "scatter", "x": x, "y": y, "mode": "lines", "line": line, "hoverinfo": "skip", "showlegend": False}
    ]
    if summaries := [cell for cell in cells if cell.summary_only]:
        ring = {"symbol": "circle-open", "size": 11, "color": MUTED, "line": {"width": 2}}
        at = [cell.x + zero for cell in summaries]
        traces.append(_trace(summaries, type="scatter", x=at, mode="markers", name=SUMMARY, marker=ring))
    return traces


def _words(
    rows: Sequence[Row],
    place: Mapping[str, float],
    column: Mapping[str, int],
    heads: Mapping[str, str],
    narrow: bool,
) -> list[dict]:
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
    return notes


def _left(rows: Sequence[Row]) -> int:
    """Pixels that the names take up at the left."""
    return 16 + max(int(len(row.label) * (7.1 if row.theme else 8.6)) + 14 * row.light for row in rows)


def _right(rows: Sequence[Row]) -> int:
    """Pixels that the notes take up at the right."""
    return 10 + max((int(len(row.note) * 6.6) for row in rows), default=0)
