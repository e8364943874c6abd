"""The dataset as it was known on a day: only what had been published by then."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import pandas as pd

from loaders.dataset.dataset import Dataset

BY_INSPECTION = (
    "inspections",
    "grades",
    "findings",
    "codes",
    "recommendations",
    "recommendation_themes",
    "links",
    "speaks_to",
    "outcome_links",
)
BY_PLAN = ("plans", "actions", "expected_outcomes", "outcome_links")


@lru_cache(maxsize=8)
def as_known(ds: Dataset, day: pd.Timestamp) -> Dataset:
    """Return the dataset with what was published by ``day``, and ``day`` as its ``as_at``; the data's own day gives ``ds``.

    An inspection whose publication is unknown is known by its start, a plan by the day of its version. Vocabulary, both
    codings and problems stay whole. Kept for a few days: never change the frames.
    """
    if day == ds.as_at:
        return ds
    known = ds.inspections[ds.inspections["published"].fillna(ds.inspections["start"]) <= day]["inspection"]
    plans = ds.plans[ds.plans["version_date"] <= day]["plan"]
    frames = {name: getattr(ds, name) for name in dict.fromkeys((*BY_INSPECTION, *BY_PLAN))}
    for names, column, ids in ((BY_INSPECTION, "inspection", known), (BY_PLAN, "plan", plans)):
        for name in names:
            frames[name] = frames[name][frames[name][column].isin(ids)]
    return replace(ds, **frames, as_at=day)
