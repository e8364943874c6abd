"""Reports of all England by what they can be found by: region, framework, grade, and how they stand on a theme."""

from __future__ import annotations

from typing import NamedTuple

from analysis.england.reports_read import read_in_england
from analysis.look_up import each, to_choose
from analysis.themes.shares import balance_of
from loaders import Dataset, kept

CHOSEN, ENGLAND = "Those chosen above", "All of England"
"""Whose findings are searched, as an address says it."""

EVERY, LATEST = "All that were read", "The latest full one of each authority"
"""Which reports of all England, as an address says it."""


class Wanted(NamedTuple):
    """Which reports are looked for. Empty means all; ``balances`` are those on ``theme``, and ask for one."""

    regions: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    latest: bool = False
    theme: str | None = None
    balances: tuple[str, ...] = ()


@kept
def offered(ds: Dataset, column: str) -> dict[str, str]:
    """Words to choose from in a column of ``read_in_england``: regions by name, frameworks and grades in their own order."""
    return to_choose(ds, column, read_in_england(ds)[column])


@kept
def reports(ds: Dataset, wanted: Wanted) -> tuple[str, ...]:
    """Return the inspections and visits whose reports were read and are wanted; none where no report is."""
    found = read_in_england(ds)
    for column, words in (("region", wanted.regions), ("framework", wanted.frameworks), ("grade", wanted.grades)):
        if words:
            found = found[found[column].isin(words)]
    if wanted.latest:
        found = found[found["latest"]]
    theme = wanted.theme
    if theme and wanted.balances:
        return tuple(row.inspection for row in each(found) if balance_of(ds, row.inspection, theme) in wanted.balances)
    return tuple(found["inspection"])


@kept
def authorities_read(ds: Dataset) -> tuple[str, ...]:
    """Return every authority of which a report was read."""
    return tuple(dict.fromkeys(read_in_england(ds)["authority"]))
