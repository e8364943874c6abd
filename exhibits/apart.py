"""Names along a scale of time, on lines on which they touch no other."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from analysis import english, naming
from loaders import Dataset

LETTER = 0.015  # of the time shown: a letter of a name where the drawing is narrowest, about 400 pixels
LONGEST = 36  # letters of the name of a visit: the table holds it whole


def apart(
    names: Iterable[tuple[str, pd.Timestamp]], first: pd.Timestamp, last: pd.Timestamp
) -> Iterator[tuple[int, dict]]:
    """Yield, for each name from left to right, one of four lines on which it touches no other, and its place in the drawing.

    A name for which no line is free is left out: it stands in the table, and where one points at the mark.
    """
    taken = [-1.0] * 4  # how far to the right each line is in use, as a share of the time shown
    for text, day in names:
        x, wide = (day - first) / (last - first), LETTER * len(text)
        anchor = "left" if x < wide / 2 else "right" if x > 1 - wide / 2 else "center"
        start = x - {"left": 0, "center": 0.5, "right": 1}[anchor] * wide
        line = next((i for i, end in enumerate(taken) if end < start), None)
        if line is None:
            continue
        taken[line] = start + wide
        shift = {"left": -8, "center": 0, "right": 8}[anchor]
        yield line, {"x": day, "text": text, "xanchor": anchor, "xshift": shift, "showarrow": False}


def visit_name(ds: Dataset, event: Any) -> str:
    """Return the name of a visit, shortened, with its month or year."""
    when = english.day(event.start, event.date_precision) if event.date_precision == "year" else f"{event.start:%b %Y}"
    return f"{textwrap.shorten(naming.event_name(ds, event), LONGEST, placeholder='…')}, {when}"
