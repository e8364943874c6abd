"""Figures laid out again for a screen too narrow for a margin of labels: a phone, or a page at four times its size.

A figure says in its ``meta`` what only it can know: shorter words for its ticks, texts or nodes (``style.on_a_phone``). What
holds for all of them stands here: the label of a row moves above the row, words that stood beside a row join its label, and
notes inside the drawing give way to the table behind it.
"""

from __future__ import annotations

import textwrap

import plotly.graph_objects as go

from .style import BESIDE

ROW = 52  # pixels: a tile, and a line of text above it
ABOVE = 0.46  # rows from the middle of a row up to its label
LETTERS, LINE = 40, 16  # letters of a label in one line, and pixels of a second one
LIFT = 0.3  # rows
BAR = 0.4  # rows: a bar leaves room for the label above it


def for_phone(figure: go.Figure) -> go.Figure:
    """A copy of a figure for about 320 to 400 pixels. The figure itself stays as it is."""
    narrow = go.Figure(figure)
    meta = figure.layout.meta or {}
    if meta.get("notes") == "table":
        narrow.layout.annotations = ()
    if meta.get("rows"):
        _labels_above(narrow, meta.get("row", ROW))
    narrow.update_layout(meta.get("layout", {}), margin={"l": 4, "r": 4}, font={"size": 13})
    for trace, changes in zip(narrow.data, meta.get("traces", [{}] * len(narrow.data)), strict=False):
        trace.update(changes)
    narrow.layout.xaxis.tickfont.size = 12
    return narrow


def _labels_above(figure: go.Figure, row: int) -> None:
    """Put each row's label above its marks, and give the row the height for both."""
    axis = figure.layout.yaxis
    beside = {note.y: note.text for note in figure.layout.annotations if note.name == BESIDE}
    labels = [
        "<br>".join(textwrap.wrap(f"{text.strip()}: {beside[value]}", LETTERS)) if value in beside else text
        for value, text in zip(axis.tickvals, axis.ticktext, strict=True)
    ]
    if any("<br>" in label for label in labels):
        row += LINE
    rows = len(axis.tickvals)
    low, high = sorted(axis.range) if axis.range else (-0.7, rows - 0.3)
    upside_down = bool(axis.range) and axis.range[0] > axis.range[1]
    # Notes, because plotly leaves out the ticks of the other axis that labels inside the drawing might touch.
    above = -ABOVE if upside_down else ABOVE
    look = {"x": 0, "xref": "paper", "xanchor": "left", "align": "left", "showarrow": False, "font": {"size": 13}}
    names = [{**look, "y": value + above, "text": text} for value, text in zip(axis.tickvals, labels, strict=True)]
    figure.layout.annotations = [*(note for note in figure.layout.annotations if note.name != BESIDE), *names]
    figure.update_yaxes(showticklabels=False, range=[high, low - 0.45] if upside_down else [low, high + 0.45])
    figure.update_traces(selector={"type": "bar"}, width=BAR)
    # A line between two groups of rows passes above the label of the row below it, which may have two lines.
    for line in figure.select_shapes(selector={"type": "line", "xref": "x domain"}):
        line.update(y0=line.y0 + LIFT, y1=line.y1 + LIFT)
    figure.layout.height = int((high - low + 0.45) * row) + 110
    if beside:
        left, right = figure.layout.xaxis.range
        figure.layout.xaxis.range = [left, right - figure.layout.meta.get("room", 0)]
