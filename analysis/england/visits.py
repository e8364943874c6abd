"""Visits by what they looked at."""

from __future__ import annotations

import pandas as pd

from analysis.comparison.standings import Comparison, counting_by
from loaders import Dataset, kept


@kept
def focused_visits(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """The visits of the compared authorities, of frameworks counted by theme, that count on the day and whose theme is known.

    Columns: those of ``ds.inspections``.
    """
    by_theme = ds.frameworks.loc[ds.frameworks["counted_by_theme"], "framework"]
    known = counting_by(ds.inspections, comparison.basis, comparison.day)
    return known[
        known["framework"].isin(by_theme)
        & known["authority"].isin(comparison.authorities)
        & known["visit_theme"].notna()
    ]


@kept
def visits_by_theme(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """How many looked at what, most first. Columns: visit_theme, visits."""
    themes = focused_visits(ds, comparison)["visit_theme"].str.capitalize()
    return themes.value_counts().rename_axis("visit_theme").rename("visits").reset_index()
