"""What Ofsted asks for in England: of some full inspections, how many asked for each main theme.

One inspection is the unit, however many recommendations it made, and the base is always told. Counted are full inspections
whose recommendations were read. A visit looks at a part only, so it has no share.
"""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis import naming
from analysis.comparison.neighbours import near_ones
from analysis.comparison.standings import Comparison, counting_by, states
from analysis.frameworks import graded_frameworks
from analysis.grades.comparability import strand_cells
from analysis.look_up import look_up
from analysis.recommendations.addressed import asked_themes
from analysis.themes.shares import LEAST
from loaders import Dataset, kept

BY_YEAR, BY_FRAMEWORK, BY_GRADE, BY_REGION, BY_NEAR = (
    "Year, each framework apart",
    "Framework",
    "Grade given",
    "Region",
    "Statistical neighbours, latest reports",
)
WAYS = (BY_YEAR, BY_FRAMEWORK, BY_GRADE, BY_REGION, BY_NEAR)
"""How inspections are told apart, as an address says it."""


class Part(NamedTuple):
    """Some full inspections. ``framework``: in words, where the part is of one; else empty."""

    words: str
    short: str
    inspections: tuple[str, ...]
    framework: str = ""


@kept
def inspections_read(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """The full inspections whose recommendations were read, in order of start.

    Inspections of every kind that gives grades, and of authorities of the past too. Columns: those of ``strand_cells``, region, year.
    """
    every = strand_cells(ds, tuple(ds.authorities["authority"]), (comparison.strand,))
    every = counting_by(every, comparison.basis, comparison.day)
    depths = every["inspection"].map(look_up(ds, "inspections", "inspection", "depth"))
    full = every["framework"].isin(graded_frameworks(ds))
    read = every[full & depths.isin(["coded", "recommendations"])].sort_values(["start", "inspection"])
    regions = look_up(ds, "authorities", "authority", "region")
    return read.assign(region=read["authority"].map(regions), year=read["start"].dt.year).reset_index(drop=True)


@kept
def parts_asked(ds: Dataset, comparison: Comparison, way: str, subject: str) -> tuple[Part, ...]:
    """The parts that one of ``WAYS`` makes, those of fewer than ``LEAST`` inspections left out."""
    read = inspections_read(ds, comparison)
    if way == BY_NEAR:
        made = _near(ds, read, subject)
    elif way == BY_YEAR:
        made = _by_year(ds, read)
    else:
        made = _by_column(ds, read, way)
    return tuple(part for part in made if len(part.inspections) >= LEAST)


def _by_year(ds: Dataset, read: pd.DataFrame) -> list[Part]:
    found = []
    for framework in ds.frameworks["framework"]:
        name = naming.inspection_kind(ds, framework)
        for year, rows in read[read["framework"] == framework].groupby("year"):
            found.append(Part(f"{year}, {name}", str(year), tuple(rows["inspection"]), name))
    return found


def _by_column(ds: Dataset, read: pd.DataFrame, way: str) -> list[Part]:
    kinds = {name: naming.inspection_kind(ds, name) for name in ds.frameworks["framework"]}
    regions = {region: region for region in sorted(read["region"].dropna().unique())}
    column, words = {
        BY_FRAMEWORK: ("framework", kinds),
        BY_GRADE: ("grade", states(ds)),
        BY_REGION: ("region", regions),
    }[way]
    return [Part(name, name, tuple(read.loc[read[column] == key, "inspection"])) for key, name in words.items()]


def _near(ds: Dataset, read: pd.DataFrame, subject: str) -> list[Part]:
    latest = read.groupby("authority").tail(1)
    near = latest[latest["authority"].isin(near_ones(ds, subject))]
    name = naming.authority_name(ds, subject)
    return [
        Part(f"Neighbours of {name}", "Neighbours", tuple(near["inspection"])),
        Part("All of England", "England", tuple(latest["inspection"])),
    ]


@kept
def latest_near(ds: Dataset, comparison: Comparison, subject: str) -> tuple[str, ...]:
    """The latest full inspection of each statistical neighbour whose recommendations were read."""
    return _near(ds, inspections_read(ds, comparison), subject)[0].inspections


@kept
def times_asked(ds: Dataset, inspections: tuple[str, ...]) -> pd.Series:
    """How many of these inspections asked the authority for each main theme: by theme, in the order of the codebook."""
    among, counts = set(inspections), dict.fromkeys(ds.themes["theme"], 0)
    for inspection, theme in asked_themes(ds):
        if inspection in among:
            counts[theme] += 1
    return pd.Series(counts, dtype="int64")


@kept
def shares_asked(ds: Dataset, comparison: Comparison, way: str, subject: str) -> pd.DataFrame:
    """How many inspections of each part asked for each theme, that asked for most often first; a column for each part, by its place."""
    read = times_asked(ds, tuple(inspections_read(ds, comparison)["inspection"]))
    order = read.sort_values(ascending=False, kind="stable").index
    parts = parts_asked(ds, comparison, way, subject)
    return pd.DataFrame(
        {place: times_asked(ds, part.inspections) for place, part in enumerate(parts)}, index=read.index
    ).reindex(order)


@kept
def asked_twice(ds: Dataset, theme: str) -> tuple[str, ...]:
    """Authorities that were asked for a theme in more than one inspection or visit, by name."""
    whose = look_up(ds, "inspections", "inspection", "authority")
    counts = pd.Series([whose[inspection] for inspection, one in asked_themes(ds) if one == theme], dtype="str")
    twice = [str(authority) for authority, times in counts.value_counts().items() if times > 1]
    return tuple(sorted(twice, key=lambda authority: naming.authority_name(ds, authority)))
