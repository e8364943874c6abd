"""Who was asked: what is addressed to the authority, and for which themes."""

from __future__ import annotations

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
    others = set(ds.sets.loc[~ds.sets["asks_the_authority"], "set"])
    asked = ds.recommendations[
        ds.recommendations["addressee"].str.contains("local authority", case=False)
        & ~ds.recommendations["set"].isin(others)
    ]
    return set(zip(asked["inspection"], asked["recommendation"], strict=True))
