"""For how long each grade stood: from the inspection that gave it to the next one that spoke of the same strand."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

import pandas as pd

from analysis import naming
from analysis.english import day
from analysis.frameworks import graded_frameworks, strands
from analysis.grades.comparability import HINT, move_between, strand_cells
from analysis.look_up import each, look_up
from loaders import Dataset, kept

COLUMNS = ["authority", "strand", "inspection", "framework", "start", "until", "grade", "grade_as_published", "no_grade", "indicative", "move"]  # fmt: skip


@kept
def spells(ds: Dataset, authorities: tuple[str, ...]) -> pd.DataFrame:
    """One row per authority, strand and inspection that gave it a grade or, looking at everything, none; in order of start.

    Columns: authority, strand, inspection, framework, start, until (missing where nobody knows how long it stood, as the
    authority is gone), grade, grade_as_published, no_grade, indicative, move (against the grade before: as
    ``comparability.moves``; ``none`` where there is no grade).
    """
    cells = strand_cells(ds, authorities)
    whole = set(ds.frameworks.loc[ds.frameworks["full"], "framework"])
    cells = cells[
        cells["framework"].isin(graded_frameworks(ds)) & (cells["grade"].notna() | cells["framework"].isin(whole))
    ]
    exists = look_up(ds, "authorities", "authority", "status")
    rows: list[tuple] = []
    for authority in authorities:
        own = cells[cells["authority"] == authority]
        for strand in strands(ds):
            rows += _of_strand(
                list(each(own[own["strand"] == strand])), ds.as_at if exists[authority] == "current" else pd.NaT
            )
    return pd.DataFrame(rows, columns=COLUMNS)


def _of_strand(cells: list[Any], last: pd.Timestamp | Any) -> list[tuple]:
    rows, before = [], None
    for cell, later in zip_longest(cells, cells[1:]):
        move = move_between(before, cell)
        rows.append((cell.authority, cell.strand, cell.inspection, cell.framework, cell.start, last if later is None else later.start, cell.grade, cell.grade_as_published, cell.no_grade, cell.indicative, move))  # fmt: skip
        before = cell if pd.notna(cell.grade) else before
    return rows


@kept
def at_year_ends(ds: Dataset, authorities: tuple[str, ...]) -> pd.DataFrame:
    """The spell that lasted at the end of each year, one row per authority, strand and year, in that order.

    The last year stands at the day of the data. Columns: those of ``spells``, year, opens (whether it began since the year
    before). Years in which nothing was known have no row.
    """
    parts = []
    for spell in each(spells(ds, authorities)):
        until = spell.start if pd.isna(spell.until) else spell.until
        last = until.year if until == ds.as_at else until.year - 1
        years = range(spell.start.year, last + 1)
        parts += [(spell.Index, year, year == spell.start.year) for year in years]
    found = pd.DataFrame(parts, columns=["spell", "year", "opens"])
    return spells(ds, authorities).join(found.set_index("spell"), how="inner").reset_index(drop=True)


CHANGES = {
    "up": "better",
    "down": "worse",
    "same": "the same",
    "not comparable": "not comparable",
    "first": "first grade held here",
    "none": "",
}
"""What a move is called in a table."""


@kept
def spells_table(ds: Dataset, found: pd.DataFrame) -> pd.DataFrame:
    """Spells as shown. ``found``: as ``spells``, kept.

    Columns: Authority, Strand, Grade, Given by, From, Until, Against the grade before.
    """
    reasons = look_up(ds, "no_grade", "no_grade", "label")
    hint = found["indicative"].map({True: HINT, False: ""})
    return pd.DataFrame(
        {
            "Authority": found["authority"].map(look_up(ds, "authorities", "authority", "name")),
            "Strand": found["strand"].map(look_up(ds, "strands", "strand", "label")),
            "Grade": found["grade_as_published"].where(found["grade"].notna(), found["no_grade"].map(reasons)) + hint,
            "Given by": [naming.column_heading(ds, inspection) for inspection in found["inspection"]],
            "From": [day(start) for start in found["start"]],
            "Until": ["not recorded" if pd.isna(until) else "now" if until == ds.as_at else day(until) for until in found["until"]],
            "Against the grade before": found["move"].map(CHANGES),
        }
    )  # fmt: skip


@kept
def rug_table(ds: Dataset, authorities: tuple[str, ...], shown: tuple[str, ...]) -> pd.DataFrame:
    """The grade at the end of each year. A cell is empty where nothing is held. Columns: Strand, Authority, then one per year."""
    cells = at_year_ends(ds, authorities)
    cells = cells[cells["strand"].isin(shown)]
    reasons = look_up(ds, "no_grade", "no_grade", "label")
    words = cells["grade_as_published"].where(cells["grade"].notna(), cells["no_grade"].map(reasons))
    words = words + cells["indicative"].map({True: HINT, False: ""})
    table = cells.assign(words=words).pivot(index=["strand", "authority"], columns="year", values="words")
    order = [(strand, authority) for strand in shown for authority in authorities if (strand, authority) in table.index]
    table = table.reindex(order).fillna("").rename(columns=str).rename_axis(columns=None).reset_index()
    names = {
        "strand": look_up(ds, "strands", "strand", "label"),
        "authority": look_up(ds, "authorities", "authority", "name"),
    }
    table = table.assign(**{column: table[column].map(words) for column, words in names.items()})
    return table.rename(columns={"strand": "Strand", "authority": "Authority"})
