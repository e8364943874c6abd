"""Of some inspections: how many were weak, mixed or strong on each theme, or did not cover it, and how many asked for it.

One inspection is the unit, never the paragraph, and the base is always told. The balance is that of the recurrence rule.
"""

from __future__ import annotations

import pandas as pd

from analysis.look_up import each
from analysis.themes.recurrence import Look, looks_of_all
from loaders import Dataset, kept

NOT_COVERED = "not_covered"
BALANCES = {"strong": "Strong", "mixed": "Mixed", "weak": "Weak", NOT_COVERED: "Not covered"}
"""How an inspection can stand on a theme, and its words. A theme that is not covered is no strength."""

LEAST = 10
"""Inspections of which a share can be told: of fewer, one more or less changes the picture."""

SHARES = ["theme", "label", "group", "group_label", *BALANCES, "asked", "base"]


@kept
def looks_by_inspection(ds: Dataset) -> dict[str, dict[str, Look]]:
    """Return every look with any evidence: by inspection and theme."""
    found: dict[str, dict[str, Look]] = {}
    for themes in looks_of_all(ds).values():
        for theme, looks in themes.items():
            for seen in looks:
                found.setdefault(seen.inspection, {})[theme] = seen.look
    return found


def balance_of(ds: Dataset, inspection: str, theme: str) -> str:
    """How an inspection stands on a theme: one of ``BALANCES``. A theme that was only asked for is not covered."""
    look = looks_by_inspection(ds).get(inspection, {}).get(theme)
    return NOT_COVERED if look is None or look.balance == "none" else look.balance


@kept
def theme_shares(ds: Dataset, inspections: tuple[str, ...]) -> pd.DataFrame:
    """One row per theme, in the order of the codebook.

    Columns: theme, label, group, group_label, strong, mixed, weak, not_covered, asked, base (how many inspections there
    are; the others say how many of them). ``inspections``: of which every paragraph was read.
    """
    counts: dict[str, dict[str, int]] = {theme: dict.fromkeys([*BALANCES, "asked"], 0) for theme in ds.themes["theme"]}
    every = looks_by_inspection(ds)
    for inspection in inspections:
        for theme, look in every.get(inspection, {}).items():
            counts[theme]["asked"] += look.asked
            if look.balance != "none":
                counts[theme][look.balance] += 1
    base, rows = len(inspections), []
    for theme in each(ds.themes):
        found = counts[theme.theme]
        found[NOT_COVERED] = base - sum(found[balance] for balance in BALANCES)
        rows.append((theme.theme, theme.label, theme.group, theme.group_label, *found.values(), base))
    return pd.DataFrame(rows, columns=SHARES)
