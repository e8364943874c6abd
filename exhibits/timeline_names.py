"""Names on the timeline: of frameworks above the lanes, of visits below them, so that none touches another."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis import english, naming
from loaders import Dataset

LINES = 4
LINE = 0.32  # rows from one line of names to the next
LETTER = 0.015  # of the time shown: a letter of a name where the drawing is narrowest, about 400 pixels
LONGEST = 36  # letters of the name of a visit: the table holds it whole


def visit_name(ds: Dataset, event: Any) -> str:
    """Return the name of a visit, shortened, with its month or year."""
    when = english.day(event.start, event.date_precision) if event.date_precision == "year" else f"{event.start:%b %Y}"
    return f"{textwrap.shorten(naming.event_name(ds, event), LONGEST, placeholder='…')}, {when}"


def apart(names: Iterable[tuple[str, pd.Timestamp]], first: pd.Timestamp, last: pd.Timestamp) -> list[tuple[int, dict]]:
    """Place names, given from left to right, on lines where they touch no other, inside the drawing.

    Returns the line (0 to 3) and the annotation of each name. A name for which no line is free is left out: the table
    and the text shown on hovering hold it.
    """
    taken = [-1.0] * LINES  # how far to the right each line is in use, as a share of the time shown
    places = []
    for text, day in names:
        x, wide = (day - first) / (last - first), LETTER * len(text)
        anchor = "left" if x < wide / 2 else "right" if x > 1 - wide / 2 else "center"
        start = x - {"left": 0, "center": 0.5, "right": 1}[anchor] * wide
        line = next((i for i, end in enumerate(taken) if end < start), None)
        if line is None:
            continue
        taken[line] = start + wide
        shift = {"left": -8, "center": 0, "right": 8}[anchor]
        places.append((line, {"x": day, "text": text, "xanchor": anchor, "xshift": shift, "showarrow": False}))
    return places
