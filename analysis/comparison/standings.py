"""Many authorities at once: who is compared, on which strand, as at which day, and where each of them stands.

Compared are full inspections of one kind, the only one that is held of every authority (``frameworks.compared_kind``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from analysis.comparison.neighbours import near_ones
from analysis.frameworks import compared_kind
from analysis.grades.comparability import strand_cells
from analysis.known import begun_by, listed_to
from analysis.look_up import look_up
from analysis.naming import region_in_sentence
from analysis.selection import Selection
from loaders import Dataset, kept
from loaders.dataset.as_known import known_by

BEGUN, PUBLISHED = "begun", "published"
BASES = {PUBLISHED: "Day the report was published", BEGUN: "Day the inspection began"}
"""The two bases of counting, and their words."""

NONE_YET = "none_yet"
"""The state of an authority without a full inspection of that kind by that day."""

COMPLETE, KNOWN = "complete", "known"
UNTIL = {KNOWN: "The day chosen above", COMPLETE: "The last complete day"}
"""The day that a comparison stands at where no earlier one is chosen, and its words."""

GROUPS = {"chosen": "Those chosen above", "neighbours": "Its statistical neighbours", "region": "Its region"}
"""Whom the subject is compared with, and its words."""


@dataclass(frozen=True)
class Comparison:
    """``subject`` is one of ``authorities``, or None for all England. ``group`` says in words who is compared."""

    authorities: tuple[str, ...]
    subject: str | None
    group: str
    strand: str
    day: pd.Timestamp
    basis: str = PUBLISHED


@kept
def complete_to(ds: Dataset, authorities: Iterable[str]) -> pd.Timestamp:
    """The last day by which every full inspection of all these authorities is recorded."""
    reached = listed_to(ds, authorities).min()
    return ds.as_at if pd.isna(reached) else reached


@kept
def england(
    ds: Dataset, strand: str, day: pd.Timestamp | None = None, basis: str = PUBLISHED, until: str = KNOWN
) -> Comparison:
    """All authorities of today, in order of name. ``day`` missing: the day of the data, or the last to which all lists are complete."""
    everyone = tuple(ds.authorities[ds.authorities["status"] == "current"].sort_values("name")["authority"])
    return Comparison(everyone, None, "England", strand, _day(ds, everyone, day, until), basis)


def _day(ds: Dataset, authorities: tuple[str, ...], day: pd.Timestamp | None, until: str) -> pd.Timestamp:
    if day is not None:
        return day
    return ds.as_at if until == KNOWN else complete_to(ds, authorities)


@kept
def compared(
    ds: Dataset,
    selection: Selection,
    group: str,
    strand: str,
    basis: str = PUBLISHED,
    until: str = KNOWN,
    day: pd.Timestamp | None = None,
) -> Comparison:
    """The chosen authorities, or the subject with its statistical neighbours or its region; the subject stands first. ``day``: as ``england``."""
    subject, names = selection.subject, ds.authorities.set_index("authority")
    if group == "neighbours":
        others = list(near_ones(ds, subject))
        words = f"itself and its {len(others)} statistical neighbours" if others else "itself"
    elif group == "region":
        same = names[(names["region"] == names["region"][subject]) & (names["status"] == "current")]
        others = [name for name in same.sort_values("name").index if name != subject]
        exists = names["status"][subject] == "current"
        words = f"{'the' if exists else 'itself and the'} {len(others) + exists} authorities of {region_in_sentence(names['region'][subject])}"
    else:
        others = list(selection.authorities[1:])
        words = f"the {len(others) + 1} authorities chosen" if others else "itself"
    everyone = (subject, *others)
    return Comparison(everyone, subject, words, strand, _day(ds, everyone, day, until), basis)


@kept
def later_held(ds: Dataset, comparison: Comparison, day: pd.Timestamp) -> pd.DataFrame:
    """Full inspections of these authorities that the comparison leaves out though their reports are known by ``day``.

    In order of their start. Columns: those of ``ds.inspections``.
    """
    rows = known_by(ds.inspections, day)
    rows = rows[rows["authority"].isin(comparison.authorities) & (rows["kind"] == compared_kind(ds).kind)]
    counted = counting_by(rows, comparison.basis, comparison.day)
    return rows.drop(counted.index).sort_values("start")


@kept
def successors(ds: Dataset, authority: str) -> list[str] | None:
    """The authorities that took the place of one that no longer exists; None where it exists."""
    if look_up(ds, "authorities", "authority", "status")[authority] == "current":
        return None
    return [
        name for name in (look_up(ds, "authorities", "authority", "successors")[authority] or "").split(", ") if name
    ]


@kept
def cells(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """One row per full inspection that counts, on the strand of the comparison. Columns: those of ``strand_cells``."""
    every = strand_cells(ds, comparison.authorities, (comparison.strand,))
    by_then = counting_by(every, comparison.basis, comparison.day)
    return by_then[by_then["kind"] == compared_kind(ds).kind].reset_index(drop=True)


def counting_by(inspections: pd.DataFrame, basis: str, day: pd.Timestamp) -> pd.DataFrame:
    """The rows that count on a day: by publication, or by the start where the basis is ``BEGUN``.

    Columns: those of ``inspections``.
    """
    return (begun_by if basis == BEGUN else known_by)(inspections, day)


def last_given(ds: Dataset, comparison: Comparison) -> pd.Series | None:
    """The last row of ``cells`` in which the subject was given a grade; None where it never was."""
    given = cells(ds, comparison)
    given = given[(given["authority"] == comparison.subject) & given["grade"].notna()]
    return None if given.empty else given.iloc[-1]


@kept
def standings(ds: Dataset, comparison: Comparison, day: pd.Timestamp | None = None) -> pd.DataFrame:
    """Where each authority of the comparison stands, or stood on an earlier day: one row each, in the order compared.

    Columns: those of ``cells`` (missing where there is none yet), state (a grade, a kind of no-grade, or ``none_yet``).
    """
    every = cells(ds, comparison)
    if day is not None:
        every = counting_by(every, comparison.basis, day)
    latest = every.groupby("authority").tail(1).set_index("authority")
    rows = latest.reindex(list(comparison.authorities)).rename_axis("authority").reset_index()
    return rows.assign(state=rows["grade"].fillna(rows["no_grade"]).fillna(NONE_YET))


@kept
def states(ds: Dataset) -> dict[str, str]:
    """Every state that an authority can be in, best grade first, and its words."""
    used = set(
        ds.grade_words.loc[
            ds.grade_words["framework"].isin(
                ds.frameworks.loc[ds.frameworks["kind"] == compared_kind(ds).kind, "framework"]
            ),
            "grade",
        ].dropna()
    )
    grades = {row.grade: row.label for row in ds.grade_scale.itertuples() if row.grade in used}
    reasons = look_up(ds, "no_grade", "no_grade", "label")
    return (
        grades
        | {kind: reasons[kind] for kind in ("judged_together", "not_in_framework", "not_judged", "no_source")}
        | {NONE_YET: "No full inspection of this kind yet"}
    )


@kept
def counts(ds: Dataset, comparison: Comparison, day: pd.Timestamp | None = None) -> pd.Series:
    """How many authorities are, or were on an earlier day, in each state that occurs, best first."""
    found = standings(ds, comparison, day)["state"].value_counts()
    return found.reindex([state for state in states(ds) if state in found.index])


@kept
def counts_over_time(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """The same as at 31 March of each year since the kind began, and at the comparison's own day.

    Columns: day, state, authorities.
    """
    years = range(int(compared_kind(ds).since.year) + 1, comparison.day.year + 1)
    days = [day for year in years if (day := pd.Timestamp(year, 3, 31)) < comparison.day]
    parts = [
        counts(ds, comparison, day).rename_axis("state").rename("authorities").reset_index().assign(day=day)
        for day in [*days, comparison.day]
    ]
    return pd.concat(parts, ignore_index=True)[["day", "state", "authorities"]]


@kept
def counts_by_region(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """Authorities in each state by region, in order of the regions' names. Columns: region, state, authorities."""
    found = standings(ds, comparison).merge(ds.authorities[["authority", "region"]])
    table = found.groupby(["region", "state"]).size().rename("authorities").reset_index()
    return table.sort_values(
        ["region", "state"], key=lambda names: names.map(list(states(ds)).index) if names.name == "state" else names
    )
