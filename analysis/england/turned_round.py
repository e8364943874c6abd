"""Who turned a theme round, who slipped, and how often each happens: two neighbouring looks at one theme of one authority.

Turned round is a theme that was weak and is strong at the next look that counts; slipped is the other way. Looks, balance
and what counts are those of the recurrence rule.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from analysis.comparison.neighbours import nearness
from analysis.comparison.standings import Comparison, counting_by
from analysis.look_up import each
from analysis.themes.recurrence import Seen, looks_of_all, theme_recurrence
from analysis.themes.then_and_now import Turn, turn_in_words
from loaders import Dataset, kept

BETTER, WORSE = "better", "worse"
DIRECTIONS = {BETTER: "Those that turned it round", WORSE: "Those that slipped"}
"""What may become of a theme, and the words for those of whom it did."""

OUTCOMES = {"strong": "Turned round", "mixed": "In between", "weak": "Still weak"}
"""What a weak look is followed by, and its words. In between are mixed looks, and those that only asked."""

BACK = ("recurring", "raised_again")
"""Statuses of the themes that keep coming back."""


class Step(NamedTuple):
    """Two neighbouring looks at a theme that count."""

    authority: str
    theme: str
    earlier: Seen
    later: Seen

    @property
    def direction(self) -> str | None:
        """``better`` where a weak theme is strong at the next look, ``worse`` where a strong one is weak, else None."""
        sides = (self.earlier.look.balance, self.later.look.balance)
        return {("weak", "strong"): BETTER, ("strong", "weak"): WORSE}.get(sides)


@kept
def steps(ds: Dataset, comparison: Comparison | None = None) -> tuple[Step, ...]:
    """Return every step of every authority; with a comparison, those of its authorities that count on its day."""
    if comparison is not None:
        known = counting_by(ds.inspections, comparison.basis, comparison.day)
        inspections, authorities = set(known["inspection"]), set(comparison.authorities)
        return tuple(one for one in steps(ds) if one.authority in authorities and one.later.inspection in inspections)
    return tuple(
        Step(authority, theme, *pair)
        for authority, themes in looks_of_all(ds).items()
        for theme, looks in themes.items()
        for pair in pairwise([seen for seen in looks if seen.look.counts])
    )


@kept
def turned_by_theme(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """One row per theme: what followed a weak look, and how often a strong one was followed by a weak one.

    Columns: theme, label, weak, mixed, strong (these three: what followed), base (weak looks), slipped, strong_base (strong looks).
    """
    counts: dict[tuple[str, str, str], int] = {}
    for step in steps(ds, comparison):
        key = (step.theme, step.earlier.look.balance, step.later.look.balance)
        counts[key] = counts.get(key, 0) + 1
    rows = []
    for theme in each(ds.themes):
        weak = {after: counts.get((theme.theme, "weak", after), 0) for after in ("weak", "mixed", "strong", "none")}
        strong = {after: counts.get((theme.theme, "strong", after), 0) for after in ("weak", "mixed", "strong", "none")}
        between = weak["mixed"] + weak["none"]
        followed = (weak["weak"], between, weak["strong"], sum(weak.values()))
        rows.append((theme.theme, theme.label, *followed, strong["weak"], sum(strong.values())))
    columns = ["theme", "label", "weak", "mixed", "strong", "base", "slipped", "strong_base"]
    return pd.DataFrame(rows, columns=columns)


@kept
def by_direction(ds: Dataset, comparison: Comparison | None) -> dict[tuple[str, str], list[Step]]:
    """Return the steps that turned, by theme and direction."""
    turned: dict[tuple[str, str], list[Step]] = {}
    for step in steps(ds, comparison):
        if step.direction is not None:
            turned.setdefault((step.theme, step.direction), []).append(step)
    return turned


class Turned(NamedTuple):
    """An authority that turned a theme round, or slipped: how near it is to the subject, its words then and now."""

    authority: str
    near: str
    turn: Turn
    asked: bool
    """Whether Ofsted asked for the theme at the later look all the same."""
    thin: bool
    """Whether one of the two looks rests on one paragraph."""


@kept
def who_turned(
    ds: Dataset, subject: str, theme: str, direction: str = BETTER, comparison: Comparison | None = None
) -> tuple[Turned, ...]:
    """Return the others that turned a theme in a direction: statistical neighbours of the subject first, the nearest
    before all, then its region, then the others, each by name. One that did so twice stands once, with the last time."""
    near = nearness(ds, subject)
    turned: dict[str, Turned] = {}
    for step in by_direction(ds, comparison).get((theme, direction), ()):
        turn = None if step.authority == subject else turn_in_words(ds, theme, step.earlier, step.later)
        if turn is not None:
            thin = any(
                look.strengths + look.mixed + look.concerns == 1 for look in (step.earlier.look, step.later.look)
            )
            turned[step.authority] = Turned(step.authority, near[step.authority][1], turn, step.later.look.asked, thin)
    return tuple(sorted(turned.values(), key=lambda one: near[one.authority][0]))


class Lesson(NamedTuple):
    """A theme that keeps coming back for an authority, and the others that turned it round."""

    theme: str
    label: str
    status: str
    turned: tuple[Turned, ...]
    """Of those that are looked at."""
    elsewhere: int
    """How many more there are in England."""


@kept
def lessons(ds: Dataset, subject: str, among: tuple[str, ...]) -> tuple[Lesson, ...]:
    """Return the themes that keep coming back for an authority, in the order of the codebook, and who turned each round.

    ``among``: the authorities that are looked at.
    """
    statuses = theme_recurrence(ds, subject)
    found = []
    for row in each(statuses[statuses["status"].isin(BACK)]):
        every = who_turned(ds, subject, row.theme)
        # Where to learn from is where it is strong today, whatever it was between.
        turned = tuple(one for one in every if one.authority in among and _still_strong(ds, one.authority, row.theme))
        found.append(Lesson(row.theme, row.label, row.status_label, turned, len(every) - len(turned)))
    return tuple(found)


def _still_strong(ds: Dataset, authority: str, theme: str) -> bool:
    """Whether the latest look that counts is strong."""
    counted = [seen for seen in looks_of_all(ds)[authority][theme] if seen.look.counts]
    return counted[-1].look.balance == "strong"
