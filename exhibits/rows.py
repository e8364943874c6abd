"""The names of a chart's rows: on a wide screen in a margin at the left, on a narrow one above each row.

Narrow is a phone, or a page at four times its size: about 320 to 400 pixels, where a margin leaves no room for a chart.
"""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

import plotly.graph_objects as go

ROW = 52  # pixels: a tile, and a line of text above it
ABOVE = 0.46  # rows from the middle of a row up to its name
LETTERS, LINE = 40, 16  # letters of a name in one line, and pixels of a second one
ROOM = 0.45  # rows above the first one, for its name
BAR = 0.4  # rows: a bar leaves room for the name above it


def name_rows(
    figure: go.Figure,
    names: Mapping[int, str],
    span: tuple[float, float],
    height: int,
    narrow: bool,
    *,
    row: int = ROW,
    beside: Mapping[int, str] | None = None,
    **axis: object,
) -> None:
    """Name the rows of a figure, and give it its height.

    ``names``: by the y of the row. ``span``: the lowest y shown, and the highest. ``height``: on a wide screen, in pixels;
    ``row``: of a row on a narrow one. ``beside``: words that stand beside a row where there is room, and join its name on a
    narrow screen. ``axis``: what else is to be said of the y axis.
    """
    low, high = span
    figure.update_yaxes(tickvals=list(names), ticktext=list(names.values()), range=[low, high], **axis)
    figure.layout.height = height
    if not narrow:
        return
    labels = {y: _lines(name, (beside or {}).get(y)) for y, name in names.items()}
    if any("<br>" in label for label in labels.values()):
        row += LINE
    # Notes, because plotly leaves out the ticks of the other axis that labels inside the drawing might touch.
    look = {"x": 0, "xref": "paper", "xanchor": "left", "align": "left", "showarrow": False, "font": {"size": 13}}
    above = [{**look, "y": y + ABOVE, "text": label} for y, label in labels.items()]
    figure.layout.annotations = [*figure.layout.annotations, *above]
    figure.update_yaxes(showticklabels=False, range=[low, high + ROOM])
    figure.layout.height = int((high - low + ROOM) * row) + 110


def _lines(name: str, beside: str | None) -> str:
    """A name, with the words that stood beside it, in short lines."""
    return name if beside is None else "<br>".join(textwrap.wrap(f"{name.strip()}: {beside}", LETTERS))
