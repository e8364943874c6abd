"""What counts on a day: reports published by then, or, as Ofsted's statistics count, inspections begun by then."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from analysis.look_up import rows
from loaders import Dataset, kept


@kept
def first_known(ds: Dataset) -> pd.Timestamp:
    """Return the first day by which any inspection was known."""
    return ds.inspections["published"].fillna(ds.inspections["start"]).min()


def begun_by(inspections: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """The inspections that began by that day, whenever they were published: the basis of Ofsted's statistics.

    Columns: those of ``inspections``.
    """
    return inspections[inspections["start"] <= day]


def listed_to(ds: Dataset, authorities: Iterable[str]) -> pd.Series:
    """The last day by which every full inspection of each authority is recorded, by authority: that of Ofsted's statistics,
    or a later one where its list was compared with a later collection; missing where neither is known."""
    reached = ds.authorities.set_index("authority")["reports_checked"].reindex(list(authorities))
    return reached.fillna(ds.statistics_as_at)


@kept
def short_lists(ds: Dataset, authorities: tuple[str, ...], day: pd.Timestamp) -> pd.Series:
    """The days up to which lists are complete that end before ``day``, by authority; those of today only."""
    current = set(ds.authorities.loc[ds.authorities["status"] == "current", "authority"])
    reached = listed_to(ds, [authority for authority in authorities if authority in current])
    return reached[reached < day]


@kept
def known_lists(ds: Dataset) -> pd.DataFrame:
    """How far each kind of visit is known that could be by the day of the data, whatever the authority.

    ``until`` is no later than that day. Columns: those of ``ds.lists``.
    """
    begun = ds.frameworks.groupby("kind")["in_force_from"].min()
    lists = ds.lists[ds.lists["phrase"].notna() & ds.lists["until"].notna()]
    since = lists["since"].fillna(lists["kind"].map(begun))
    lists = lists[~(since > ds.as_at)]
    return lists.assign(until=lists["until"].mask(lists["until"] > ds.as_at, ds.as_at))


@kept
def known_inspections(ds: Dataset, authority: str) -> pd.DataFrame:
    """The authority's inspections and visits, in order of start. Columns: those of ``ds.inspections``."""
    return rows(ds, "inspections", "authority", authority).sort_values(["start", "inspection"])
