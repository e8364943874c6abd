"""Who was asked: what is addressed to the authority, and for which themes."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.look_up import each, tuples
from loaders import Dataset, kept


@kept
def asked_themes(ds: Dataset) -> set[tuple[str, str]]:
    """Pairs of inspection and theme for which a recommendation to the authority has the theme among its primary ones."""
    primary, own = ds.recommendation_themes[ds.recommendation_themes["primary"]], asked_of_authority(ds)
    columns = (primary[name] for name in ("inspection", "recommendation", "theme"))
    return {
        (inspection, theme)
        for inspection, recommendation, theme in zip(*columns, strict=True)
        if (inspection, recommendation) in own
    }


@kept
def asked_of_authority(ds: Dataset) -> set[tuple[str, str]]:
    """Pairs of inspection and recommendation that are addressed to the authority, alone or with others."""
    asked = ds.recommendations[ds.recommendations["asks_the_authority"]]
    return set(tuples(asked, "inspection", "recommendation"))


class Asked(NamedTuple):
    """An inspection or visit that asked an authority for a theme, and whether its findings were read too."""

    inspection: str
    start: pd.Timestamp
    coded: bool


@kept
def asked_by_theme(ds: Dataset) -> dict[tuple[str, str], list[Asked]]:
    """Return who asked, by authority and theme, in order of start: reports read for their recommendations alone too."""
    themes: dict[str, list[str]] = {}
    for inspection, theme in asked_themes(ds):
        themes.setdefault(inspection, []).append(theme)
    found: dict[tuple[str, str], list[Asked]] = {}
    for row in each(ds.inspections.sort_values(["start", "inspection"])):
        for theme in themes.get(row.inspection, ()):
            found.setdefault((row.authority, theme), []).append(Asked(row.inspection, row.start, row.depth == "coded"))
    return found
