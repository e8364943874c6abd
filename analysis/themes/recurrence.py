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

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, Self

import pandas as pd

from analysis.frameworks import graded_frameworks
from analysis.known import known_inspections
from loaders import Dataset

STATUSES = {
    "recurring": "Raised in the last two inspections that looked, or more in a row",
    "slipped_back": "Praised before, weak at the last look",
    "raised_again": "Raised at the last look and at an earlier one, with a better look between",
    "newly_raised": "Raised at the last look for the first time",
    "easing": "Raised before, no longer raised, not yet praised",
    "now_praised": "Raised before, praised at the last look",
    "mixed": "Never raised, not always praised",
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
        for verdict, nearest in (("strengths", ("mixed",)), ("mixed", ("strengths", "concerns")), ("concerns", ("mixed",))):
            if getattr(self, verdict):
                less = self._replace(**{verdict: getattr(self, verdict) - 1})
                yield less
                for step in nearest:
                    yield less._replace(**{step: getattr(less, step) + 1})


def status(looks: list[Look]) -> str:
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


def run_of_raised(looks: list[Look]) -> int:
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


def close_call(looks: list[Look]) -> int | None:
    """Position of a look in which one code left out, or moved by one step, changes the status; None if there is none."""
    now = status(looks)
    for position in reversed(range(len(looks))):
        for other in looks[position].one_code_otherwise():
            if status([*looks[:position], other, *looks[position + 1 :]]) != now:
                return position
    return None


@lru_cache(maxsize=128)
def theme_looks(ds: Dataset, authority: str) -> pd.DataFrame:
    """One row per coded inspection of the authority and theme with any evidence. Cached: never change the frame.

    Columns: inspection, start, kind, theme, strengths, mixed, concerns, summary_only (evidence only in summaries),
    asked, whole, balance, raised, counts. Codes in summaries are left out of the numbers.
    """
    known = known_inspections(ds, authority)
    used = known[known["depth"] == "coded"]
    codes = ds.codes[ds.codes["inspection"].isin(used["inspection"])]
    counted = codes[~codes["is_summary"]].groupby(["inspection", "theme", "verdict"], observed=True).size().unstack("verdict", fill_value=0)
    table = counted.reindex(columns=["strength", "mixed", "concern"], fill_value=0).set_axis(["strengths", "mixed", "concerns"], axis=1)
    asked = asked_themes(ds)
    pairs = {
        *table.index,
        *zip(codes["inspection"], codes["theme"], strict=True),
        *((i, t) for i, t in asked if i in set(used["inspection"])),
    }
    groups = ds.themes.set_index("theme")["group"]
    rows = []
    for inspection in used.itertuples():
        focus = [] if pd.isna(inspection.focus) else inspection.focus.split(", ")
        for theme in [t for t in groups.index if (inspection.inspection, t) in pairs]:
            key = (inspection.inspection, theme)
            numbers = [int(n) for n in table.loc[key]] if key in table.index else [0, 0, 0]
            look = Look(*numbers, asked=key in asked, whole=inspection.framework in graded_frameworks(ds) or groups[theme] in focus)
            rows.append(
                {
                    "inspection": inspection.inspection,
                    "start": inspection.start,
                    "kind": inspection.kind,
                    "theme": theme,
                    **look._asdict(),
                    "summary_only": not look.asked and look.balance == "none",
                    "balance": look.balance,
                    "raised": look.raised,
                    "counts": look.counts,
                }
            )
    columns = ["inspection", "start", "kind", "theme", *Look._fields, "summary_only", "balance", "raised", "counts"]
    flags = dict.fromkeys(("asked", "whole", "summary_only", "raised", "counts"), bool)
    return pd.DataFrame(rows, columns=columns).astype(flags)


@lru_cache(maxsize=128)
def asked_themes(ds: Dataset) -> set[tuple[str, str]]:
    """Pairs of inspection and theme for which a recommendation to the authority has the theme among its primary ones."""
    others = set(ds.sets.loc[~ds.sets["asks_the_authority"], "set"])
    to_authority = ds.recommendations[
        ds.recommendations["addressee"].str.contains("local authority", case=False) & ~ds.recommendations["set"].isin(others)
    ]
    themes = ds.recommendation_themes[ds.recommendation_themes["primary"]].merge(to_authority[["inspection", "recommendation"]])
    return set(zip(themes["inspection"], themes["theme"], strict=True))


@lru_cache(maxsize=128)
def theme_recurrence(ds: Dataset, authority: str) -> pd.DataFrame:
    """One row per theme of the codebook, for one authority.

    Columns: theme, label, group, group_label, status, status_label, run (raised in a row), inspections_counted,
    last_counted (inspection), not_covered_since (number of later coded inspections without a look that counts),
    gaps (known inspections and visits without codes since the first counted, joined), last_balance, asked
    (inspections that asked, joined), close_call (inspection in which one code decides, else missing).
    """
    looks = theme_looks(ds, authority)
    known = known_inspections(ds, authority)
    coded = list(known.loc[known["depth"] == "coded", "inspection"])
    by_theme = dict(tuple(looks.groupby("theme"))) if len(looks) else {}
    rows = [_theme_row(theme, by_theme.get(theme.theme, looks.iloc[:0]), known, coded) for theme in ds.themes.itertuples()]
    columns = [
        "theme",
        "label",
        "group",
        "group_label",
        "status",
        "status_label",
        "run",
        "inspections_counted",
        "last_counted",
        "last_balance",
        "not_covered_since",
        "gaps",
        "asked",
        "close_call",
    ]
    return pd.DataFrame(rows, columns=columns)


def _theme_row(theme, looks: pd.DataFrame, known: pd.DataFrame, coded: list[str]) -> dict:
    found = list(looks.itertuples())
    series = [Look(row.strengths, row.mixed, row.concerns, row.asked, row.whole) for row in found]
    counted = [row for row in found if row.counts]
    last = counted[-1] if counted else None
    close = close_call(series)
    name = status(series)
    return {
        "theme": theme.theme,
        "label": theme.label,
        "group": theme.group,
        "group_label": theme.group_label,
        "status": name,
        "status_label": _label(name, len(coded)),
        "run": run_of_raised(series),
        "inspections_counted": len(counted),
        "last_counted": last and last.inspection,
        "last_balance": last and last.balance,
        "not_covered_since": len(coded) - coded.index(last.inspection) - 1 if last else len(coded),
        "gaps": "; ".join(_gaps(counted[0].start, known)) if counted else "",
        "asked": "; ".join(row.inspection for row in found if row.asked),
        "close_call": found[close].inspection if close is not None else None,
    }


def _label(name: str, coded: int) -> str:
    """The words of a status, as far as so many reports read can bear them."""
    if not coded:
        return NOT_READ
    return ONE_LOOK.get(name, STATUS_LABELS[name]) if coded == 1 else STATUS_LABELS[name]


def _gaps(first: pd.Timestamp, known: pd.DataFrame) -> list[str]:
    """Inspections and visits without codes that began after the first look that counts."""
    return list(known.loc[(known["depth"] != "coded") & (known["start"] > first), "inspection"])
