"""The data as known on a day: only what was published by then."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pandas as pd

from .contract import TABLES
from .dataset import Dataset
from .kept import kept

INSPECTIONS = ("inspection", "earlier_inspection")
"""Columns that name an inspection which must be known for the row to be."""


def known_by(inspections: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Return the inspections published by that day. One whose publication is unknown is known by its start.

    Columns: those of ``inspections``.
    """
    return inspections[inspections["published"].fillna(inspections["start"]) <= day]


def as_known(ds: Dataset, day: pd.Timestamp) -> Dataset:
    """Return the dataset with only what was published by that day; itself from the day that it stands at.

    Inspections with all that belongs to them, action plans by the date of their latest version.
    Vocabulary, authorities and Ofsted's own counts stay whole. Kept for a few days: never change its frames.
    """
    return ds if day >= ds.as_at else _cut_to(ds, day)


@kept(most=8)
def _cut_to(ds: Dataset, day: pd.Timestamp) -> Dataset:
    inspections = set(known_by(ds.inspections, day)["inspection"])
    plans = set(ds.plans.loc[(ds.plans["version_date"] <= day) & ds.plans["inspection"].isin(inspections), "plan"])
    cut: dict[str, Any] = {name: _cut(getattr(ds, name), inspections, plans) for name in TABLES}
    return replace(ds, **cut, as_at=day, fingerprint=f"{ds.fingerprint}@{day:%Y-%m-%d}")


def _cut(table: pd.DataFrame, inspections: set[str], plans: set[str]) -> pd.DataFrame:
    """The rows of a table whose inspections and plans are all known; the table itself where it names none."""
    known = {**dict.fromkeys(INSPECTIONS, inspections), "plan": plans, "record": inspections | plans}
    named = [column for column in known if column in table]
    if not named:
        return table
    rows = pd.concat([table[column].isin(known[column]) for column in named], axis=1).all(axis=1)
    return table[rows].reset_index(drop=True)
