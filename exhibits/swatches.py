"""The key of a grade figure: a swatch with letter and word for each grade and sign that is in it, and for no other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis.grades.comparability import HINTS
from analysis.look_up import look_up
from loaders import Dataset

from .style import GRADES, INK, LINE, NO_GRADE, PAPER, SHADE

LETTER = 6.4  # pixels of a letter at 13 pixels, and a little more
HEIGHT = 24  # pixels of a line of the key
INDICATIVE = ("▨ ( )", HINTS)
IN_BRACKETS = ("( )", HINTS)
"""Where a cell or bar in brackets is not hatched."""
SIGNS = {
    "up": ("▲", "better"),
    "down": ("▼", "worse"),
    "not comparable": ("≠", "judged differently, not compared"),
}

Item = tuple[str, str, str, str]
"""Sign, words, fill and ink of an entry of a key."""


def key_items(ds: Dataset, cells: pd.DataFrame, reasons: bool = True, signs: bool = True) -> list[Item]:
    """Return what a key must explain. ``cells``: columns grade, no_grade, indicative and, for ``signs``, move."""
    labels = look_up(ds, "grade_scale", "grade", "label")
    grades, kinds = set(cells["grade"].dropna()), set(cells["no_grade"].dropna())
    items = [(look.letter, labels[grade], look.fill, look.text) for grade, look in GRADES.items() if grade in grades]
    if cells["indicative"].any():
        items.append((*INDICATIVE, PAPER, INK))
    if signs:
        items += [(*SIGNS[move], PAPER, INK) for move in SIGNS if (cells["move"] == move).any()]
    words = look_up(ds, "no_grade", "no_grade", "label")
    return items + [
        (NO_GRADE[kind].letter, words[kind].lower(), SHADE, INK) for kind in NO_GRADE if reasons and kind in kinds
    ]


def swatches(items: Iterable[Item], y: float, width: float, yref: str = "y") -> tuple[list[dict[str, Any]], int]:
    """Set a key in lines from a height downwards. Return its notes, and how many lines it took.

    ``y``: the top, in pixels of the figure's own y or, for ``yref`` paper, above the plot; ``width``: pixels of a line.
    """
    notes, x, line = [], 0.0, 0
    for sign, words, fill, ink in items:
        box = len(sign) * 9 + 12
        wide = box + 6 + len(words) * LETTER + 14
        if x and x + wide > width:
            x, line = 0.0, line + 1
        place = {"x": 0, "xref": "paper", "yref": yref, "yanchor": "middle", "xanchor": "left", "showarrow": False}
        middle = -line * HEIGHT - HEIGHT / 2
        place |= {"y": y + middle} if yref == "y" else {"y": 1, "yshift": y + middle}
        notes.append({**place, "xshift": x, "text": f"<b>{sign}</b>", "bgcolor": fill, "bordercolor": LINE if fill in (PAPER, SHADE) else fill, "borderpad": 2, "width": box - 8, "align": "center", "font": {"size": 13, "color": ink}})  # fmt: skip
        notes.append({**place, "xshift": x + box + 2, "text": words, "font": {"size": 13, "color": INK}})
        x += wide
    return notes, line + 1 if notes else 0
