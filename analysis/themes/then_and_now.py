"""Themes that turned between two looks, with words from each."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from analysis.findings.paragraphs import Spoken, spoken
from analysis.look_up import look_up
from analysis.themes.recurrence import Seen, looks_of_all
from loaders import Dataset, kept


class Turn(NamedTuple):
    """A theme that turned, with what says so most plainly, before and after."""

    theme: str
    label: str
    direction: str
    """``better`` or ``worse``."""
    earlier: Spoken
    later: Spoken


@kept
def then_and_now(ds: Dataset, authority: str, most: int = 3) -> tuple[Turn, ...]:
    """Return themes that turned between two looks that count and are spoken of by quotes, the latest turn first."""
    turns = []
    for theme, looks in sorted(looks_of_all(ds).get(authority, {}).items()):
        if pair := _last_turn([seen for seen in looks if seen.look.counts]):
            earlier, later = pair
            turn = turn_in_words(ds, theme, earlier, later)
            if turn is not None and turn.earlier.quoted and turn.later.quoted:
                turns.append((later.start, _weight(turn, earlier, later), turn))
    turns.sort(key=lambda turn: turn[:2], reverse=True)
    return tuple(turn for _, _, turn in turns[:most])


def _weight(turn: Turn, earlier: Seen, later: Seen) -> int:
    """How many paragraphs speak for the turn, before and after."""
    if turn.direction == "better":
        return earlier.look.concerns + later.look.strengths
    return earlier.look.strengths + later.look.concerns


def _last_turn(looks: list[Seen]) -> tuple[Seen, Seen] | None:
    """The last two neighbouring looks of which one is weak and the other strong."""
    turned = {"weak", "strong"}
    return next(
        (pair for pair in reversed(list(pairwise(looks))) if {seen.look.balance for seen in pair} == turned), None
    )


def turn_in_words(ds: Dataset, theme: str, earlier: Seen, later: Seen) -> Turn | None:
    """A turn with its words; None where one side has no paragraph that says it."""
    better = later.look.balance == "strong"
    then = spoken(ds, earlier.inspection, theme, ["concern" if better else "strength"])
    now = spoken(ds, later.inspection, theme, ["strength" if better else "concern"])
    if then is None or now is None:
        return None
    label = look_up(ds, "themes", "theme", "label")[theme]
    return Turn(theme, label, "better" if better else "worse", then, now)
