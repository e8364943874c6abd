"""Which themes come back: the recurrence rule.

One authority and one theme, known by a date. Never pooled over authorities.

1. Used are the inspections coded paragraph by paragraph and published by that date, in order of start. Known
   inspections without codes between them are gaps: they never break a run, and every sentence names them.
2. Evidence are the codes of the theme in findings that are not summaries (strengths, mixed, concerns), and whether a
   recommendation to the authority has the theme among its primary themes (asked). Evidence only in summaries is
   shown hollow and does not count.
3. A look is whole if the inspection gives grades, or the theme's group is the focus of the visit; else it is part. An
   inspection of one service with grades is whole too: it looks at its themes as a full one does.
4. Balance: weak if concerns outnumber strengths; strong if there is no concern and strengths outnumber mixed; else
   mixed; none without codes. Shares within one inspection: counts are never compared between inspections.
5. Raised: asked, or weak.
6. A look counts if there is evidence and it is whole, or if it is part and raised. A narrow look can keep a concern
   alive or raise one; it cannot close one.
7. The status follows from the looks that count (see ``status``).
8. A close call: leaving out one code, or moving one code by one step, changes the status.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple, Self

import pandas as pd

from analysis.frameworks import graded_frameworks
from analysis.known import known_inspections
from analysis.look_up import each, look_up, tuples
from analysis.recommendations.addressed import asked_themes
from loaders import Dataset, kept

STATUSES = {
    "recurring": "Raised in the last two inspections that looked, or more in a row",
    "slipped_back": "Praised before, weak at the last look",
    "raised_again": "Raised at the last look and at an earlier one, with a better look between",
    "newly_raised": "Raised at the last look, and at no earlier one",
    "easing": "Raised before, no longer raised, not yet praised",
    "now_praised": "Raised before, praised at the last look",
    "mixed": "Raised at no look, not always praised",
    "steady_strength": "Praised at each look",
    "not_covered": "No look that counts",
}

NOT_READ = "Not read here"
"""In place of a status where no report of the authority has been coded."""

ONE_LOOK = {"newly_raised": "Raised (one look)", "steady_strength": "Praised (one look)", "mixed": "Mixed (one look)"}
"""In place of a status where one report alone has been read: nothing can come back, nor stay, in one look."""

STATUS_LABELS = {name: name.replace("_", " ").capitalize() for name in STATUSES}


class Look(NamedTuple):
    """What one inspection says of one theme."""

    strengths: int
    mixed: int
    concerns: int
    asked: bool
    whole: bool

    @property
    def balance(self) -> str:
        """``weak``, ``strong``, ``mixed`` or ``none`` (rule 4)."""
        if not self.strengths + self.mixed + self.concerns:
            return "none"
        if self.concerns > self.strengths:
            return "weak"
        return "strong" if not self.concerns and self.strengths > self.mixed else "mixed"

    @property
    def raised(self) -> bool:
        """Asked, or weak (rule 5)."""
        return self.asked or self.balance == "weak"

    @property
    def counts(self) -> bool:
        """Whether the status rests on it (rule 6)."""
        evidence = self.asked or self.balance != "none"
        return evidence and (self.whole or self.raised)

    def one_code_otherwise(self) -> Iterator[Self]:
        """The looks that differ by one code: left out, or moved by one step."""
        adjacent = {"strengths": ("mixed",), "mixed": ("strengths", "concerns"), "concerns": ("mixed",)}
        for verdict, nearest in adjacent.items():
            if getattr(self, verdict):
                less = self._replace(**{verdict: getattr(self, verdict) - 1})
                yield less
                for step in nearest:
                    yield less._replace(**{step: getattr(less, step) + 1})


def status(looks: Sequence[Look]) -> str:
    """Status of a theme from its looks in order of time: the first that fits (rule 7)."""
    counted = [look for look in looks if look.counts]
    if not counted:
        return "not_covered"
    *earlier, latest = counted
    if latest.raised:
        if earlier and earlier[-1].raised:
            return "recurring"
        if earlier and latest.balance == "weak" and earlier[-1].balance == "strong":
            return "slipped_back"
        return "raised_again" if any(look.raised for look in earlier) else "newly_raised"
    if any(look.raised for look in earlier):
        return "now_praised" if latest.balance == "strong" else "easing"
    return "steady_strength" if all(look.balance == "strong" for look in counted) else "mixed"


def run_of_raised(looks: Sequence[Look]) -> int:
    """How many of the looks that count raised the theme in a row, up to the last time it was raised."""
    counted = [look.raised for look in looks if look.counts]
    while counted and not counted[-1]:
        counted.pop()
    run = 0
    for raised in reversed(counted):
        if not raised:
            break
        run += 1
    return run


def close_call(looks: Sequence[Look]) -> int | None:
    """Position of a look in which one code left out, or moved by one step, changes the status; None if there is none."""
    now = status(looks)
    for position in reversed(range(len(looks))):
        for other in looks[position].one_code_otherwise():
            if status([*looks[:position], other, *looks[position + 1 :]]) != now:
                return position
    return None


class Seen(NamedTuple):
    """A look at a theme, and the inspection that took it."""

    inspection: str
    start: pd.Timestamp
    kind: str
    theme: str
    look: Look


class Outcome(NamedTuple):
    """What follows from the looks at a theme: its status, how often in a row it was raised, which look decides (or None)."""

    status: str
    run: int
    close_call: int | None


@kept
def looks_of_all(ds: Dataset) -> dict[str, dict[str, list[Seen]]]:
    """Return every look with any evidence: by authority and theme, in order of time. Codes in summaries are not counted."""
    counts, asked = _counts(ds), asked_themes(ds)
    groups = look_up(ds, "themes", "theme", "group")
    looks: dict[str, dict[str, list[Seen]]] = {}
    coded = ds.inspections[ds.inspections["depth"] == "coded"].sort_values(["start", "inspection"])
    for row in each(coded):
        focus = [] if pd.isna(row.focus) else row.focus.split(", ")
        for theme, group in groups.items():
            key = (row.inspection, theme)
            if key in counts or key in asked:
                whole = row.framework in graded_frameworks(ds) or group in focus
                look = Look._make([*counts.get(key, (0, 0, 0)), key in asked, whole])
                seen = Seen(row.inspection, row.start, row.kind, theme, look)
                looks.setdefault(row.authority, {}).setdefault(theme, []).append(seen)
    return looks


def looks_in(ds: Dataset, authority: str, inspection: str) -> list[Seen]:
    """Return the looks that one inspection of an authority took, in the order of the codebook."""
    looks = looks_of_all(ds).get(authority, {})
    return [seen for theme in ds.themes["theme"] for seen in looks.get(theme, []) if seen.inspection == inspection]


@kept
def outcomes_of_all(ds: Dataset) -> dict[str, dict[str, Outcome]]:
    """Return what follows from the looks: by authority and theme. Many have the same looks, which are judged once."""
    series = {
        (authority, theme): tuple(seen.look for seen in looks)
        for authority, themes in looks_of_all(ds).items()
        for theme, looks in themes.items()
    }
    judged = {looks: Outcome(status(looks), run_of_raised(looks), close_call(looks)) for looks in set(series.values())}
    outcomes: dict[str, dict[str, Outcome]] = {}
    for (authority, theme), looks in series.items():
        outcomes.setdefault(authority, {})[theme] = judged[looks]
    return outcomes


def _counts(ds: Dataset) -> dict[tuple[str, str], list[int]]:
    """How often an inspection calls a theme a strength, mixed and a concern; only zeros where summaries alone speak."""
    place = {"strength": 0, "mixed": 1, "concern": 2}
    counts: dict[tuple[str, str], list[int]] = {}
    for inspection, theme, verdict, is_summary in tuples(ds.codes, "inspection", "theme", "verdict", "is_summary"):
        found = counts.setdefault((inspection, theme), [0, 0, 0])
        if not is_summary:
            found[place[verdict]] += 1
    return counts


@kept
def theme_looks(ds: Dataset, authority: str) -> pd.DataFrame:
    """One row per coded inspection of the authority and theme with any evidence. Kept: never change the frame.

    Columns: inspection, start, kind, theme, strengths, mixed, concerns, asked, whole,
    summary_only (evidence only in summaries), balance, raised, counts. Codes in summaries are left out of the numbers.
    """
    order = {theme: place for place, theme in enumerate(ds.themes["theme"])}
    every = [seen for looks in looks_of_all(ds).get(authority, {}).values() for seen in looks]
    rows = [
        {
            **seen._asdict(),
            **seen.look._asdict(),
            "summary_only": not seen.look.asked and seen.look.balance == "none",
            "balance": seen.look.balance,
            "raised": seen.look.raised,
            "counts": seen.look.counts,
        }
        for seen in sorted(every, key=lambda seen: (seen.start, seen.inspection, order[seen.theme]))
    ]
    columns = ["inspection", "start", "kind", "theme", *Look._fields, "summary_only", "balance", "raised", "counts"]
    flags = dict.fromkeys(("asked", "whole", "summary_only", "raised", "counts"), bool)
    return pd.DataFrame(rows, columns=columns).astype(flags)


RECURRENCE = [
    "theme", "label", "group", "group_label", "status", "status_label", "run", "inspections_counted", "last_counted",
    "last_balance", "not_covered_since", "gaps", "asked", "close_call",
]  # fmt: skip


@kept
def theme_recurrence(ds: Dataset, authority: str) -> pd.DataFrame:
    """One row per theme of the codebook, for one authority.

    Columns: theme, label, group, group_label, status, status_label, run (raised in a row), inspections_counted,
    last_counted (inspection), last_balance, not_covered_since (number of later coded inspections without a look that
    counts), gaps (known inspections and visits without codes since the first counted, joined), asked (inspections that
    asked, joined), close_call (inspection in which one code decides, else missing).
    """
    looks, outcomes = looks_of_all(ds).get(authority, {}), outcomes_of_all(ds).get(authority, {})
    known = known_inspections(ds, authority)
    dated = list(zip(known["inspection"], known["start"], known["depth"] == "coded", strict=True))
    rows = [
        _theme_row(theme, looks.get(theme.theme, []), outcomes.get(theme.theme, NOTHING), dated)
        for theme in each(ds.themes)
    ]
    return pd.DataFrame(rows, columns=RECURRENCE)


NOTHING = Outcome("not_covered", 0, None)
"""What follows where no inspection looked."""


def _theme_row(theme: Any, looks: list[Seen], outcome: Outcome, known: list[tuple[str, pd.Timestamp, bool]]) -> tuple:
    """One row of ``theme_recurrence``. ``known``: inspection, start and whether it is coded, in order of start."""
    counted = [seen for seen in looks if seen.look.counts]
    last = counted[-1] if counted else None
    coded = [inspection for inspection, _, is_coded in known if is_coded]
    since = [(inspection, is_coded) for inspection, start, is_coded in known if counted and start > counted[0].start]
    gaps = [inspection for inspection, is_coded in since if not is_coded]
    return (
        theme.theme,
        theme.label,
        theme.group,
        theme.group_label,
        outcome.status,
        _label(outcome.status, len(coded)),
        outcome.run,
        len(counted),
        last and last.inspection,
        last and last.look.balance,
        len(coded) - coded.index(last.inspection) - 1 if last else len(coded),
        "; ".join(gaps),
        "; ".join(seen.inspection for seen in looks if seen.look.asked),
        None if outcome.close_call is None else looks[outcome.close_call].inspection,
    )


def _label(name: str, coded: int) -> str:
    """The words of a status, as far as so many reports read can bear them."""
    if not coded:
        return NOT_READ
    return ONE_LOOK.get(name, STATUS_LABELS[name]) if coded == 1 else STATUS_LABELS[name]
