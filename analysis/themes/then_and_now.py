"""Themes that turned between two looks, with a quote from each."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from analysis.findings.paragraphs import quotes, said
from analysis.look_up import look_up
from analysis.themes.recurrence import Seen, looks_of_all
from loaders import Dataset, kept


class Turn(NamedTuple):
    """A theme that turned, with the paragraph and the quote that say so most plainly, before and after."""

    theme: str
    label: str
    direction: str
    earlier: str
    earlier_paragraph: str
    earlier_quote: str
    later: str
    later_paragraph: str
    later_quote: str


@kept
def then_and_now(ds: Dataset, authority: str, most: int = 3) -> pd.DataFrame:
    """Themes that turned between two looks that count: one row each, the latest turn first.

    Columns: theme, label, direction (``better`` or ``worse``), earlier, earlier_paragraph, earlier_quote, later,
    later_paragraph, later_quote.
    """
    turns = []
    for theme, looks in sorted(looks_of_all(ds).get(authority, {}).items()):
        if pair := _last_turn([seen for seen in looks if seen.look.counts]):
            earlier, later = pair
            turn = _with_quotes(ds, theme, earlier, later)
            if turn is not None:
                turns.append((later.start, earlier.look.concerns + later.look.strengths, turn))
    turns.sort(key=lambda turn: turn[:2], reverse=True)
    return pd.DataFrame([turn for _, _, turn in turns[:most]], columns=list(Turn._fields))


def _last_turn(looks: list[Seen]) -> tuple[Seen, Seen] | None:
    """The last two neighbouring looks of which one is weak and the other strong."""
    turned = {"weak", "strong"}
    return next(
        (pair for pair in reversed(list(pairwise(looks))) if {seen.look.balance for seen in pair} == turned), None
    )


def _with_quotes(ds: Dataset, theme: str, earlier: Seen, later: Seen) -> Turn | None:
    """A turn with its quotes; None where one side has no paragraph that says it plainly."""
    better = later.look.balance == "strong"
    then = _paragraph(ds, earlier.inspection, theme, "concern" if better else "strength")
    now = _paragraph(ds, later.inspection, theme, "strength" if better else "concern")
    if then is None or now is None:
        return None
    return Turn(
        theme,
        look_up(ds, "themes", "theme", "label")[theme],
        "better" if better else "worse",
        earlier.inspection,
        then,
        quotes(ds)[earlier.inspection, then],
        later.inspection,
        now,
        quotes(ds)[later.inspection, now],
    )


def _paragraph(ds: Dataset, inspection: str, theme: str, verdict: str) -> str | None:
    """The first paragraph with that verdict on the theme, preferring those whose main theme it is."""
    there = [one for one in said(ds).get((inspection, theme), []) if one.verdict == verdict]
    return next((one.paragraph for one in sorted(there, key=lambda one: not one.main)), None)
