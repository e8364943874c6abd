"""Who moved from one grade to another, the fastest first."""

from __future__ import annotations

import pandas as pd

from analysis.comparison.standings import Comparison
from analysis.comparison.transitions import FAIR, movement_grades, transitions
from analysis.look_up import each
from analysis.naming import authority_name
from loaders import Dataset, kept

ROSE, FELL, ROSE_TWO, PAIR = "rose", "fell", "rose_two", "pair"


@kept
def presets(ds: Dataset) -> dict[str, str]:
    """The choices of moves and their words. ``PAIR``: from one grade to another, both of which are chosen."""
    _, good, *_, worst = movement_grades(ds).values()
    return {
        ROSE: f"{worst} to {good}",
        FELL: f"Fell to {worst}",
        ROSE_TWO: "Rose two grades or more",
        PAIR: "A pair of grades",
    }


@kept
def movers(ds: Dataset, comparison: Comparison, preset: str, before: str = "", after: str = "") -> pd.DataFrame:
    """The comparable pairs of a choice, the fastest first, then by name. ``before`` and ``after``: grades, for ``PAIR``.

    Columns: those of ``transitions``.
    """
    _, good, *_, worst = movement_grades(ds)
    every = transitions(ds, comparison)
    every = every[every["move"].isin(FAIR)]
    if preset == ROSE:
        before, after = worst, good
    if preset in (ROSE, PAIR):
        found = every[(every["earlier_grade"] == before) & (every["later_grade"] == after)]
    elif preset == FELL:
        found = every[(every["later_grade"] == worst) & (every["move"] == "down")]
    else:
        found = every[every["earlier_rank"] - every["later_rank"] >= 2]
    names = [authority_name(ds, row.authority) for row in each(found)]
    return found.assign(name=names).sort_values(["days", "name"], ignore_index=True).drop(columns="name")
