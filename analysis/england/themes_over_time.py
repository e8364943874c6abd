"""Themes in full inspections of different years, each framework apart."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis import naming
from analysis.comparison.standings import Comparison, cells
from analysis.themes.shares import BALANCES, LEAST, theme_shares
from loaders import Dataset, kept

PERIODS = ((2018, 2019), (2020, 2022), (2023, 2023), (2024, 2024), (2025, 2026))
"""First and last years of the times that are told apart: enough reports in each, and the pandemic with what followed it in one."""


class Time(NamedTuple):
    """Full inspections that began in some years under one framework."""

    years: str
    framework: str
    begun: int
    read: tuple[str, ...]
    """Those whose reports were read."""

    @property
    def words(self) -> str:
        """``2018–19, ILACS 2018``."""
        return f"{self.years}, {self.framework}"


@kept
def times(ds: Dataset, comparison: Comparison) -> tuple[Time, ...]:
    """Return the times of which enough reports were read, in order; a framework that changed begins a new one."""
    every = cells(ds, comparison)
    order = {framework: place for place, framework in enumerate(ds.frameworks["framework"])}
    keyed = every.assign(order=every["framework"].map(order), period=every["start"].dt.year.map(_period))
    found = []
    for (_, _, framework), part in keyed.groupby(["order", "period", "framework"]):
        read = tuple(part.loc[part["depth"] == "coded", "inspection"])
        if len(read) >= LEAST:
            years = part["start"].dt.year
            found.append(Time(_years(years.min(), years.max()), naming.inspection_kind(ds, framework), len(part), read))
    return tuple(found)


@kept
def weak_over_time(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """How many reports of each time are weak on each theme, in the order of the codebook: a column for each time, by its place."""
    columns = {place: theme_shares(ds, time.read)["weak"] for place, time in enumerate(times(ds, comparison))}
    return pd.DataFrame(columns, index=range(len(ds.themes))).set_axis(list(ds.themes["theme"]))


@kept
def theme_over_time(ds: Dataset, comparison: Comparison, theme: str) -> pd.DataFrame:
    """One theme at each time. Columns: time (words), begun, strong, mixed, weak, not_covered, asked, base."""
    rows = []
    for time in times(ds, comparison):
        shares = theme_shares(ds, time.read)
        row = shares[shares["theme"] == theme].iloc[0]
        rows.append((time.words, time.begun, *(row[balance] for balance in BALANCES), row["asked"], row["base"]))
    return pd.DataFrame(rows, columns=["time", "begun", *BALANCES, "asked", "base"])


def breaks(found: tuple[Time, ...]) -> list[int]:
    """Places of the times with which another framework begins."""
    return [place for place in range(1, len(found)) if found[place].framework != found[place - 1].framework]


def _period(year: int) -> int:
    return next((first for first, last in PERIODS if first <= year <= last), year)


def _years(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last % 100:02}"
