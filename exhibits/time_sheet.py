"""A sheet whose x is time and whose y is pixels, downwards from its top: what every chart of grades over time is drawn on.

One ribbon of frameworks lies on top, rows lie below it, and all rows share the axis. What is drawn is collected first and becomes
a figure at the end: a few traces, however many rows there are.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from analysis.look_up import each
from loaders import Dataset

from .style import ACCENT, INK, LINE, MUTED, PAPER, SHADE, Look, blank
from .swatches import HEIGHT, Item, swatches

WIDE, NARROW = 600, 305
"""Pixels that the time takes on the smallest wide screen and on a phone: what fits there fits everywhere."""
LETTER = 6.2
"""Pixels of a letter at 12 pixels."""
NAME = 18  # pixels: a row's name above it, on a narrow screen


class Bar(NamedTuple):
    """A stretch of time in a row."""

    x0: pd.Timestamp
    x1: pd.Timestamp
    y: float
    height: float
    look: Look
    hatched: bool = False
    text: str = ""
    hover: str = ""
    data: tuple = ()
    anchor: str = "start"
    size: int = 14


class Sheet:
    """What is drawn so far. ``first``: the year that it begins in; ``now``: up to where it is known; ``last``: the end of the time
    shown, where that is not about now; ``side``: the share of the width at the right that is kept free of time."""

    def __init__(
        self, first: pd.Timestamp, now: pd.Timestamp, narrow: bool, side: float = 0, last: pd.Timestamp | None = None
    ) -> None:
        self.first, self.now, self.narrow, self.side = pd.Timestamp(first.year, 1, 1), now, narrow, side
        self.last = now + pd.Timedelta(days=60) if last is None else last
        self.y = self.top = 0.0
        self.names: dict[float, str] = {}
        self.bars: list[Bar] = []
        self.shapes: list[dict] = []
        self.notes: list[dict] = []
        self.traces: list[go.Scatter] = []
        self.cuts: list[pd.Timestamp] = []
        self.parts: list[float] = []

    @property
    def day(self) -> float:
        """Pixels of a day."""
        return (NARROW if self.narrow else WIDE) * (1 - self.side) / (self.last - self.first).days

    def days(self, pixels: float) -> pd.Timedelta:
        """The time that so many pixels take."""
        return pd.Timedelta(days=round(pixels / self.day))

    @property
    def edge(self) -> pd.Timestamp:
        """The time at the right edge of the figure: names may reach into what is kept free of time."""
        return self.last + self.days((NARROW if self.narrow else WIDE) * self.side)

    def wide(self, text: str, size: float = 12) -> pd.Timedelta:
        """The time that a text takes."""
        return self.days(len(text) * LETTER * size / 12)

    def reach(self, start: pd.Timestamp, pixels: float) -> None:
        """Show so much time that there is room after a day."""
        self.last = max(self.last, start + self.days(pixels))

    def row(self, name: str, height: float, gap: float = 8) -> float:
        """Begin a row of this height under those before, and return the y of its middle."""
        if self.narrow and name:
            self.notes.append(_left(name, self.y - NAME / 2))
            self.y -= NAME
        middle = self.y - height / 2
        if not self.narrow:
            self.names[middle] = name
        self.y -= height + gap
        return middle

    def heading(self, text: str) -> None:
        """Write a heading over the rows that follow, under a line that parts them from those before: paper may be cut there."""
        if self.y < self.top - 10:
            self.parts.append(self.y)
            self.shapes.append({"type": "line", "xref": "x domain", "x0": 0, "x1": 1, "y0": self.y, "y1": self.y, "layer": "below", "line": {"color": SHADE, "width": 1}})  # fmt: skip
        self.y -= 6
        self.notes.append({**_left(f"<b>{text}</b>", self.y - 12), "font": {"size": 15, "color": INK}})
        self.y -= 28

    def space(self, pixels: float) -> None:
        """Leave so many pixels free."""
        self.y -= pixels

    def note(
        self, x: Any, y: float, text: str, anchor: str = "left", shift: float = 0, over: bool = True, **font: Any
    ) -> None:
        """Write a text at a time; ``over`` the lines that cross it."""
        look = {"size": 12, "color": INK, **font}
        ground = {"bgcolor": PAPER, "borderpad": 0} if over else {}
        self.notes.append({"x": x, "y": y, "text": text, "xanchor": anchor, "xshift": shift, "align": "left", "showarrow": False, "font": look, **ground})  # fmt: skip

    def key(self, items: Iterable[Item]) -> None:
        """Write a key in lines, above all that follows."""
        notes, lines = swatches(items, self.y, NARROW - 20 if self.narrow else WIDE)
        self.notes += notes
        self.space(lines * HEIGHT + 8)

    def add_marks(self, places: Sequence[tuple[Any, float, str]], hover: list[str], data: list[tuple]) -> None:
        """Draw marks: time, y and symbol of each, what it says when pointed at, what a click hands over."""
        self.traces.append(go.Scatter(
            x=[x for x, _, _ in places], y=[y for _, y, _ in places], mode="markers",
            marker={"symbol": [symbol for _, _, symbol in places], "size": 13, "color": ACCENT, "line": {"color": ACCENT, "width": 2}},
            hovertext=hover, hoverinfo="text", customdata=data,
        ))  # fmt: skip

    def line(self, x0: Any, y0: float, x1: Any, y1: float, color: str = LINE, width: float = 1, **look: Any) -> None:
        """Draw a line below the marks."""
        self.shapes.append({"type": "line", "x0": x0, "x1": x1, "y0": y0, "y1": y1, "layer": "below", "line": {"color": color, "width": width, **look}})  # fmt: skip

    def figure(self) -> go.Figure:
        """Make the figure."""
        figure = blank(self.narrow)
        _draw_bars(figure, self.bars)
        figure.add_traces(self.traces)
        figure.layout.shapes = [*self._under(), *self.shapes]
        figure.layout.annotations = self.notes
        figure.update_xaxes(
            type="date", range=[self.first, self.last], dtick="M48" if self.narrow else "M24", tick0=pd.Timestamp(self.first.year + self.first.year % 2, 1, 1),
            tickformat="%Y", showgrid=False, domain=[0, 1 - self.side], ticks="outside", tickcolor=LINE,
        )  # fmt: skip
        figure.update_yaxes(range=[self.y, 0], tickvals=list(self.names), ticktext=list(self.names.values()), showgrid=False, showticklabels=not self.narrow)  # fmt: skip
        figure.update_layout(showlegend=False, barmode="overlay", height=round(-self.y) + 50, margin={"t": 6, "b": 34})
        if self.parts:
            figure.layout.meta = {"cuts": self.parts}
        return figure

    def _under(self) -> list[dict]:
        """Under everything: thin lines at the years that the axis names, dotted ones where a framework gave way to the next."""
        step, look = 4 if self.narrow else 2, {"type": "line", "layer": "below"}
        years = range(self.first.year + self.first.year % 2, self.last.year + 1, step)
        thin, dotted = {"color": SHADE, "width": 1}, {"color": MUTED, "width": 1, "dash": "dot"}
        lines = [(pd.Timestamp(year, 1, 1), self.top, thin) for year in years] + [
            (x, self.top, dotted) for x in self.cuts
        ]
        return [
            {**look, "x0": x, "x1": x, "y0": self.y, "y1": y, "line": line} for x, y, line in lines if x >= self.first
        ]


def _left(text: str, y: float) -> dict:
    return {"x": 0, "xref": "paper", "y": y, "text": text, "xanchor": "left", "align": "left", "showarrow": False, "bgcolor": PAPER, "font": {"size": 13, "color": INK}}  # fmt: skip


def _draw_bars(figure: go.Figure, bars: list[Bar]) -> None:
    """One trace for all bars of a look."""
    kinds: dict[tuple, list[Bar]] = {}
    for bar in bars:
        kinds.setdefault((bar.look, bar.hatched, bar.anchor, bar.size), []).append(bar)
    for (look, hatched, anchor, size), part in kinds.items():
        pattern = {"shape": "/", "fgcolor": look.fill, "bgcolor": PAPER, "solidity": 0.35, "size": 6}
        figure.add_bar(
            base=[bar.x0 for bar in part],
            x=[(bar.x1 - bar.x0) / pd.Timedelta(milliseconds=1) for bar in part],
            y=[bar.y for bar in part],
            width=[bar.height for bar in part],
            orientation="h",
            text=[bar.text for bar in part],
            textposition="inside",
            insidetextanchor=anchor,
            constraintext="none",
            textangle=0,
            textfont={"color": look.text, "size": size},
            marker={"color": look.fill, "line": {"color": PAPER if look.fill not in (PAPER, SHADE) else LINE, "width": 1.5 if look.fill not in (PAPER, SHADE) else 1}} | ({"pattern": pattern} if hatched else {}),
            customdata=[bar.data for bar in part],
            hovertext=[bar.hover for bar in part],
            hoverinfo="text" if part[0].hover else "skip",
            cliponaxis=False,
        )  # fmt: skip


def ribbon(sheet: Sheet, ds: Dataset) -> None:
    """Lay the frameworks that look at everything on top of the sheet: each up to the day that the next one began."""
    eras = list(each(ds.frameworks[ds.frameworks["full"]].sort_values("in_force_from")))
    ends = [*(era.in_force_from for era in eras[1:]), sheet.last]
    shown = [
        (era, max(era.in_force_from, sheet.first), min(end, sheet.last)) for era, end in zip(eras, ends, strict=True)
    ]
    shown = [(era, start, end) for era, start, end in shown if start < end]
    labels = [_fitted(sheet, era.short_label, end - start, end == sheet.last) for era, start, end in shown]
    height = 9 + 15 * max((label.count("<br>") + 1 for label in labels), default=1)
    for i, ((era, start, end), label) in enumerate(zip(shown, labels, strict=True)):
        sheet.bars.append(Bar(start, end, sheet.y - height / 2, height, Look("", SHADE, INK, ""), hover=era.label))
        fits = max(map(len, label.split("<br>"))) * _ribbon_letter(sheet) <= (end - start).days * sheet.day
        if label:
            sheet.note(
                start + (end - start) / 2 if fits else start,
                sheet.y - height / 2,
                label,
                "center" if fits else "left",
                over=False,
                color=MUTED,
                size=11 if sheet.narrow else 12,
            )
        if i:
            sheet.cuts.append(start)
    sheet.space(height + 10)
    sheet.top = sheet.y + 10


def _ribbon_letter(sheet: Sheet) -> float:
    """Pixels of a letter of the ribbon, where a little more would still be read."""
    return 5.3 if sheet.narrow else LETTER


def _fitted(sheet: Sheet, label: str, time: pd.Timedelta, last: bool) -> str:
    """The name of a framework in lines that fit its stretch; none where a word does not, but for the last, which has room beside it."""
    letters = int(time.days * sheet.day / _ribbon_letter(sheet))
    longest = max(map(len, label.split()))
    if longest > letters:
        return "<br>".join(label.split()) if last else ""
    return "<br>".join(textwrap.wrap(label, letters))
