"""From one full inspection to the next: how grades moved, how long it took, how long ago the last one is."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from analysis import naming
from analysis.comparison.standings import Comparison, cells, england, standings, states
from analysis.english import day as in_words
from analysis.frameworks import strands
from analysis.grades.comparability import comparable
from analysis.look_up import look_up, tuples
from loaders import Dataset, kept

MOVES = {
    "up": "went up",
    "down": "went down",
    "same": "stayed the same",
    "not comparable": "cannot be compared: the judgement was drawn differently",
    "no grade": "no grade of its own at one end",
}
FAIR = ("up", "down", "same")
"""The moves of pairs that may be compared."""

TIMES = ("Within 3 years", "3 to 4 years", "4 to 5 years", "5 to 6 years", "Over 6 years")
EDGES = (0, 3 * 365.25, 4 * 365.25, 5 * 365.25, 6 * 365.25, float("inf"))
LONE = 30  # fewer observed gaps than this are too few for a range
PAUSE = pd.Timedelta(days=182)
"""Longer than this no full inspection began anywhere in England only while inspections were paused (the pandemic)."""


@kept
def transitions(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """One row per pair of consecutive full inspections of one authority, in order of authority and start.

    Columns: authority, earlier, later (inspections), earlier_start, later_start, earlier_grade, later_grade (missing
    where the strand had none of its own), earlier_rank, later_rank, move (one of ``MOVES``), days (from start to
    start).
    """
    every = cells(ds, comparison)
    before = every.groupby("authority").shift(1)
    pairs = every.assign(
        earlier=before["inspection"],
        earlier_start=before["start"],
        earlier_grade=before["grade"],
        earlier_rank=before["rank"],
        earlier_fit=before["fit"],
        earlier_framework=before["framework"],
    ).dropna(subset="earlier")
    pairs = pairs.rename(
        columns={"inspection": "later", "start": "later_start", "grade": "later_grade", "rank": "later_rank"}
    )
    pairs["move"] = [_move(row) for row in pairs.itertuples()]
    pairs["days"] = (pairs["later_start"] - pairs["earlier_start"]).dt.days
    columns = [
        "authority",
        "earlier",
        "later",
        "earlier_start",
        "later_start",
        "earlier_grade",
        "later_grade",
        "earlier_rank",
        "later_rank",
        "move",
        "days",
    ]
    return pairs.sort_values(["authority", "later_start"], ignore_index=True)[columns]


@kept
def last_transitions(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """The last of these pairs of each authority. Columns: those of ``transitions``."""
    return transitions(ds, comparison).groupby("authority").tail(1)


class _Side(NamedTuple):
    framework: str
    fit: str


def _move(pair: Any) -> str:
    if pd.isna(pair.earlier_grade) or pd.isna(pair.later_grade):
        return "no grade"
    if not comparable(_Side(pair.earlier_framework, pair.earlier_fit), _Side(pair.framework, pair.fit)):
        return "not comparable"
    change = pair.earlier_rank - pair.later_rank
    return "up" if change > 0 else "down" if change < 0 else "same"


@kept
def transitions_table(ds: Dataset, pairs: pd.DataFrame) -> pd.DataFrame:
    """Pairs as shown. Columns: Authority, Before, After, What changed, Days between, Years between."""
    labels = look_up(ds, "grade_scale", "grade", "label")
    return pd.DataFrame(
        {
            "Authority": [naming.authority_name(ds, name) for name in pairs["authority"]],
            "Before": [
                f"{labels.get(row.earlier_grade, 'no grade of its own')}, {row.earlier_start:%B %Y}"
                for row in pairs.itertuples()
            ],
            "After": [
                f"{labels.get(row.later_grade, 'no grade of its own')}, {row.later_start:%B %Y}"
                for row in pairs.itertuples()
            ],
            "What changed": pairs["move"].map(MOVES),
            "Days between": pairs["days"].map("{:,}".format),
            "Years between": (pairs["days"] / 365.25).round(1),
        }
    )


@kept
def movement_grades(ds: Dataset) -> dict[str, str]:
    """The grades that full inspections give today, best first, and their words."""
    return {state: words for state, words in states(ds).items() if state in set(ds.grade_scale["grade"])}


def movement_matrix(pairs: pd.DataFrame) -> pd.DataFrame:
    """Comparable pairs counted by grade before and after. Columns: earlier_grade, later_grade, pairs."""
    fair = pairs[pairs["move"].isin(FAIR)]
    return fair.groupby(["earlier_grade", "later_grade"]).size().rename("pairs").reset_index()


def gaps_by_length(pairs: pd.DataFrame) -> pd.Series:
    """How many pairs lie how far apart, in the classes of ``TIMES``."""
    return pd.cut(pairs["days"], EDGES, labels=list(TIMES), right=False).value_counts().reindex(list(TIMES))


@kept
def since_last(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """Days from the start of the last full inspection to the day of the comparison, one row per authority, in the order
    compared. Columns: authority, inspection, start, days (both missing where there is none yet)."""
    rows = standings(ds, comparison)[["authority", "inspection", "start"]]
    return rows.assign(days=(comparison.day - rows["start"]).dt.days)


def waits_by_length(since: pd.DataFrame) -> pd.Series:
    """How many authorities have waited how long since their last full inspection began, in classes."""
    edges = [0, *(year * 365.25 for year in range(1, 6)), float("inf")]
    labels = ["Under 1 year", "1 to 2 years", "2 to 3 years", "3 to 4 years", "4 to 5 years", "Over 5 years"]
    return pd.cut(since["days"], edges, labels=labels, right=False).value_counts().reindex(labels)


class NextRange(NamedTuple):
    """Within which months the next full inspection would begin if it came after a gap like eight in ten of those observed."""

    earliest: pd.Timestamp
    latest: pd.Timestamp
    gaps: int
    longer: int
    """How many of the observed gaps were longer than the wait so far."""
    last: pd.Timestamp
    """Start of the last full inspection known."""
    seen: pd.Timestamp
    """The day that it is seen from, up to which the wait is counted."""
    pauses: tuple[Pause, ...] = ()
    """Times that are not counted, in the gaps and in the wait."""


class Pause(NamedTuple):
    """A time in which no full inspection began: from the start of the last one before it to that of the first one after it."""

    first: pd.Timestamp
    last: pd.Timestamp

    def __str__(self) -> str:
        """``the time between March 2020 and June 2021``."""
        return f"the time between {in_words(self.first, 'month')} and {in_words(self.last, 'month')}"


def pauses(starts: pd.Series) -> tuple[Pause, ...]:
    """The times between two starts of full inspections in England that are longer than ``PAUSE``."""
    ordered = starts.dropna().sort_values()
    before = ordered.shift(1)
    return tuple(
        Pause(first, last) for first, last in zip(before, ordered, strict=True) if last - first > PAUSE
    )  # the first start has none before it, and no comparison with NaT is true


def days_of_inspecting(first: pd.Timestamp, last: pd.Timestamp, paused: tuple[Pause, ...]) -> int:
    """Days from one to the other without those that lie in a pause."""
    lost = sum(
        (max(min(last, pause.last) - max(first, pause.first), pd.Timedelta(0)) for pause in paused), pd.Timedelta(0)
    )
    return (last - first - lost).days


def next_range(
    pairs: pd.DataFrame, last_start: pd.Timestamp, day: pd.Timestamp, paused: tuple[Pause, ...] = ()
) -> NextRange | None:
    """A range for the next inspection from the gaps observed in England: the tenth to the ninetieth percentile of those
    that lasted longer than the wait so far, pauses not counted. None where fewer than ``LONE`` did, or no last inspection is
    known."""
    if pd.isna(last_start):
        return None
    waited = days_of_inspecting(last_start, day, paused)
    gaps = pd.Series(
        [days_of_inspecting(start, end, paused) for start, end in tuples(pairs, "earlier_start", "later_start")],
        dtype="int64",
    )
    longer = gaps[gaps > waited]
    if len(longer) < LONE:
        return None
    low, high = longer.quantile([0.1, 0.9])
    return NextRange(
        day + pd.Timedelta(days=int(low) - waited),
        day + pd.Timedelta(days=int(high) - waited),
        len(pairs),
        len(longer),
        last_start,
        day,
        paused,
    )


@kept
def next_inspection(ds: Dataset, authority: str, day: pd.Timestamp) -> tuple[NextRange | None, pd.Timestamp]:
    """The range for an authority's next full inspection, seen from ``day`` and never before it, and the start of its last one.

    The gaps are those observed in all England by that day: one that is longer than the wait so far ends after ``day``.
    """
    last = cells(ds, Comparison((authority,), authority, "itself", strands(ds)[0], day))["start"].max()
    pairs, paused = _gaps_of_england(ds, day)
    return next_range(pairs, last, day, paused), last


@kept
def _gaps_of_england(ds: Dataset, day: pd.Timestamp) -> tuple[pd.DataFrame, tuple[Pause, ...]]:
    """The pairs of England's full inspections, and the pauses between them."""
    every = england(ds, strands(ds)[0], day)
    return transitions(ds, every), pauses(cells(ds, every)["start"])


@kept
def publication_lag(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """Days from the start of each full inspection to the publication of its report. Columns: authority, inspection, start,
    published, days, year (in which it began)."""
    began = ds.inspections.loc[ds.inspections["date_precision"] == "day", "inspection"]
    every = cells(ds, comparison).dropna(subset="published")
    every = every[every["inspection"].isin(began)]
    every = every.assign(days=(every["published"] - every["start"]).dt.days, year=every["start"].dt.year)
    return every[["authority", "inspection", "start", "published", "days", "year"]]
