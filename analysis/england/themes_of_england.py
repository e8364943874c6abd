"""What the latest reports of all England say, theme by theme, and which themes divide one grade from another."""

from __future__ import annotations

import pandas as pd

from analysis.comparison.standings import Comparison, states
from analysis.england.reports_read import by_grade, parts
from analysis.themes.shares import BALANCES, theme_shares
from loaders import Dataset, kept

BY_GROUP, BY_WEAK, BY_STRONG = "By group", "Most often weak first", "Most often strong first"
DIVIDING = ["theme", "label", "weak_worse", "base_worse", "weak_better", "base_better", "apart"]
ORDERS = (BY_GROUP, BY_WEAK, BY_STRONG)


@kept
def themes_of_part(ds: Dataset, comparison: Comparison, part: str, order: str = BY_GROUP) -> pd.DataFrame:
    """Every theme in one of the ``ORDERS``. ``part``: one of ``reports_read.parts``.

    Columns: those of ``theme_shares``.
    """
    shares = theme_shares(ds, parts(ds, comparison)[part])
    if order == BY_GROUP:
        return shares
    first = ["weak", "mixed"] if order == BY_WEAK else ["strong", "mixed"]
    return shares.sort_values(first, ascending=False, kind="stable", ignore_index=True)


@kept
def pairs_of_grades(ds: Dataset, comparison: Comparison) -> dict[tuple[str, str], str]:
    """Pairs of a better and a worse grade that enough of the latest reports give, and their words."""
    grades, words = list(by_grade(ds, comparison)), states(ds)
    return {
        (better, worse): f"{words[better]} and {words[worse]}"
        for place, better in enumerate(grades)
        for worse in grades[place + 1 :]
    }


def first_pair(ds: Dataset, comparison: Comparison) -> tuple[str, str] | None:
    """The pair in the middle of the scale, where a report may fall to either side; else the first; None without any."""
    pairs = pairs_of_grades(ds, comparison)
    second, third = list(states(ds))[1:3]
    return (second, third) if (second, third) in pairs else next(iter(pairs), None)


@kept
def dividing(ds: Dataset, comparison: Comparison, better: str, worse: str) -> pd.DataFrame:
    """Every theme, that which divides the two grades most first.

    Columns: theme, label, weak_worse, base_worse, weak_better, base_better, apart (share of weak reports with the worse
    grade less that with the better one). No rows where too few reports gave one of them.
    """
    graded = by_grade(ds, comparison)
    if not {better, worse} <= set(graded):
        return pd.DataFrame(columns=DIVIDING)
    table = theme_shares(ds, graded[worse])[["theme", "label", "weak", "base"]].merge(
        theme_shares(ds, graded[better])[["theme", "weak", "base"]], on="theme", suffixes=("_worse", "_better")
    )
    apart = table["weak_worse"] / table["base_worse"] - table["weak_better"] / table["base_better"]
    return table.assign(apart=apart).sort_values("apart", ascending=False, kind="stable", ignore_index=True)


@kept
def theme_by_part(ds: Dataset, comparison: Comparison, theme: str) -> pd.DataFrame:
    """One theme in each part of the latest reports that is large enough. Columns: part, strong, mixed, weak, not_covered, asked, base."""
    rows = []
    for part, inspections in parts(ds, comparison).items():
        shares = theme_shares(ds, inspections)
        row = shares[shares["theme"] == theme].iloc[0]
        rows.append((part, *(row[balance] for balance in BALANCES), row["asked"], row["base"]))
    return pd.DataFrame(rows, columns=["part", *BALANCES, "asked", "base"])
