"""The full inspections of England whose reports were read paragraph by paragraph, and the parts of them that are told apart."""

from __future__ import annotations

import pandas as pd

from analysis import naming
from analysis.comparison.standings import Comparison, england, standings, states
from analysis.frameworks import strands
from analysis.look_up import look_up
from analysis.themes.shares import LEAST
from loaders import Dataset, kept

EVERY = "All of them"
"""The words for no part in particular."""


@kept
def latest_read(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """The inspection on which each authority stands, where its report was read: one row each, in the order compared.

    Columns: authority, inspection, start, framework, state (a grade on the strand compared, or a kind of no-grade), region.
    """
    found = standings(ds, comparison)
    found = found[found["depth"] == "coded"]
    regions = look_up(ds, "authorities", "authority", "region")
    columns = ["authority", "inspection", "start", "framework", "state"]
    return found[columns].assign(region=found["authority"].map(regions)).reset_index(drop=True)


@kept
def by_grade(ds: Dataset, comparison: Comparison) -> dict[str, tuple[str, ...]]:
    """The latest reports read by the grade given on the strand compared, best first, where ``LEAST`` have it."""
    grades = [state for state in states(ds) if state in set(ds.grade_scale["grade"])]
    return _large(latest_read(ds, comparison), "state", grades)


@kept
def parts(ds: Dataset, comparison: Comparison) -> dict[str, tuple[str, ...]]:
    """The latest reports read, all and by grade, framework and region, by the words for each part, where ``LEAST`` are in it."""
    read = latest_read(ds, comparison)
    words = states(ds)
    graded = {words[grade]: inspections for grade, inspections in by_grade(ds, comparison).items()}
    frameworks = _large(read, "framework", list(ds.frameworks["framework"]))
    named = {naming.inspection_kind(ds, name): inspections for name, inspections in frameworks.items()}
    regions = _large(read, "region", sorted(set(read["region"].dropna())))
    return {EVERY: tuple(read["inspection"]), **graded, **named, **regions}


def _large(read: pd.DataFrame, column: str, order: list[str]) -> dict[str, tuple[str, ...]]:
    found = {value: tuple(read.loc[read[column] == value, "inspection"]) for value in order}
    return {value: inspections for value, inspections in found.items() if len(inspections) >= LEAST}


@kept
def read_once(ds: Dataset, inspections: tuple[str, ...]) -> int:
    """How many of these reports were read once only."""
    readings = look_up(ds, "inspections", "inspection", "readings")
    return sum(readings[inspection] == 1 for inspection in inspections)


@kept
def read_in_england(ds: Dataset) -> pd.DataFrame:
    """Every inspection and visit whose report was read, with what it can be found by.

    Columns: inspection, authority, framework (words), region, grade (words of the one that leads the scale of strands;
    missing where none was given), latest (whether its authority stands on it).
    """
    read = ds.inspections[ds.inspections["depth"] == "coded"]
    first = strands(ds)[0]
    leading = ds.grades[ds.grades["leads"] & (ds.grades["strand"] == first)].drop_duplicates("inspection")
    grades = dict(zip(leading["inspection"], leading["grade"].map(states(ds)), strict=True))
    latest = set(latest_read(ds, england(ds, first))["inspection"])
    return pd.DataFrame(
        {
            "inspection": read["inspection"],
            "authority": read["authority"],
            "framework": read["framework"].map(look_up(ds, "frameworks", "framework", "short_label")),
            "region": read["authority"].map(look_up(ds, "authorities", "authority", "region")),
            "grade": read["inspection"].map(grades),
            "latest": read["inspection"].isin(latest),
        }
    ).reset_index(drop=True)
