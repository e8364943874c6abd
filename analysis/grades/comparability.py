"""Judgements of different frameworks on the common strands, and what may be compared with what.

The crosswalk itself is data (``data/frameworks/``). A judgement may be followed from one inspection to the next
where its fit is ``same`` on both sides, or where both inspections gave the very same judgement of one framework.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from analysis.frameworks import strands as compared_strands
from analysis.look_up import each, tuples
from loaders import Dataset, kept

HINTS = "only hints at the strand"
HINT = f" ({HINTS})"
"""Behind the words of a grade that stands in brackets."""


@kept
def strand_cells(ds: Dataset, authorities: Iterable[str], strands: Iterable[str] | None = None) -> pd.DataFrame:
    """One row per known inspection or visit of the authorities and strand, in order of start.

    Columns: authority, inspection, start, published, framework, kind, depth, strand, grade, grade_as_published, rank, fit, covers,
    indicative, no_grade. Exactly one of grade and no_grade is given: ``no_grade`` is one of the five kinds. ``strands``: those
    that are compared, where missing.
    """
    places, wanted = _places(ds), list(authorities)
    if len(wanted) == 1:
        cells = cells_of_all(ds).take(places.get(wanted[0], []))
    else:
        cells = cells_of_all(ds)
        cells = cells[cells["authority"].isin(wanted)]
    return cells[cells["strand"].isin(list(compared_strands(ds) if strands is None else strands))].reset_index(
        drop=True
    )


@kept
def _places(ds: Dataset) -> dict[str, np.ndarray]:
    """Where the rows of each authority stand in ``cells_of_all``."""
    return cells_of_all(ds).groupby("authority", sort=False).indices


@kept
def cells_of_all(ds: Dataset) -> pd.DataFrame:
    """The same of all authorities and strands, worked out together. Columns: those of ``strand_cells``."""
    known = ds.inspections[["authority", "inspection", "start", "published", "framework", "kind", "depth"]]
    strands = pd.DataFrame({"strand": list(dict.fromkeys((*compared_strands(ds), *ds.strands["strand"])))})
    leading = ds.grades[ds.grades["leads"]][
        ["inspection", "strand", "grade", "grade_as_published", "rank", "fit", "covers", "indicative", "no_grade"]
    ]
    cells = (
        known.sort_values(["start", "inspection"])
        .merge(strands, how="cross")
        .merge(leading, on=["inspection", "strand"], how="left")
    )
    reasons = _reasons(ds)
    missing = cells["grade"].isna() & cells["no_grade"].isna()
    cells.loc[missing, "no_grade"] = [
        _why_none(framework, strand, reasons)
        for framework, strand in zip(*(cells.loc[missing, name] for name in ("framework", "strand")), strict=True)
    ]
    cells["indicative"] = cells["indicative"].eq(True)
    return cells


def _reasons(ds: Dataset) -> tuple[set, set, set]:
    """Frameworks that judge anything; pairs of framework and strand judged; pairs judged together with another strand."""
    leading = ds.judgements[ds.judgements["leads"]]
    together = {
        (row.framework, strand)
        for row in each(leading.dropna(subset="also_covers"))
        for strand in row.also_covers.split(", ")
    }
    return set(ds.judgements["framework"]), set(tuples(leading, "framework", "strand")), together


def _why_none(framework: str, strand: str, reasons: tuple[set, set, set]) -> str:
    """A framework that judges the strand gave a grade, or could have: none is held, and that it does not judge it is never said."""
    judging, judged, together = reasons
    if framework not in judging:
        return "visit"
    if (framework, strand) in judged:
        return "no_source"
    if (framework, strand) in together:
        return "judged_together"
    return "not_in_framework"


def comparable(earlier: Any, later: Any) -> bool:
    """Whether a grade may be called up, down or unchanged against an earlier one. Both: rows with ``framework`` and ``fit``, one strand."""
    return earlier.framework == later.framework or earlier.fit == later.fit == "same"


def moves(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per strand that was ever graded: what the latest graded inspection says of it, against the grade before.

    Columns: strand, earlier, later (inspections), earlier_grade, later_grade (as published), no_grade (why the latest
    has none, else missing), move (``up``, ``down``, ``same``, ``not comparable``, ``first``, ``none`` where the latest
    graded inspection gave no grade on the strand).
    """
    graded = {cell.inspection for cell in each(cells) if pd.notna(cell.grade)}
    strands: dict[str, list] = {}
    for cell in each(cells):
        if cell.inspection in graded:
            strands.setdefault(cell.strand, []).append(cell)
    rows = []
    for strand, part in strands.items():
        *_, later = part
        given = [cell for cell in part if pd.notna(cell.grade)]
        before = [cell for cell in given if cell.inspection != later.inspection]
        if given:
            earlier = before[-1] if before else None
            told = (None, None) if earlier is None else (earlier.inspection, earlier.grade_as_published)
            rows.append(
                (
                    strand,
                    told[0],
                    later.inspection,
                    told[1],
                    later.grade_as_published,
                    later.no_grade,
                    move_between(earlier, later),
                )
            )
    return pd.DataFrame(
        rows, columns=["strand", "earlier", "later", "earlier_grade", "later_grade", "no_grade", "move"]
    )


def last_rise(cells: pd.DataFrame) -> pd.DataFrame:
    """The strands on which a grade last rose against one it may be compared with, all of the same inspection.

    Columns: strand, earlier, later (inspections), earlier_grade, later_grade (as published). No rows where none ever rose.
    """
    rows = []
    for strand, part in cells[cells["grade"].notna()].groupby("strand", sort=False):
        for earlier, later in pairwise(each(part)):
            if comparable(earlier, later) and later.rank < earlier.rank:
                rows.append(
                    (
                        later.start,
                        strand,
                        earlier.inspection,
                        later.inspection,
                        earlier.grade_as_published,
                        later.grade_as_published,
                    )
                )
    table = pd.DataFrame(rows, columns=["start", "strand", "earlier", "later", "earlier_grade", "later_grade"])
    return table[table["start"] == table["start"].max()].drop(columns="start").reset_index(drop=True)


def move_between(earlier: Any, later: Any) -> str:
    """What became of a grade: as the column ``move`` of ``moves``. ``earlier``: the cell graded before, or None."""
    if pd.isna(later.grade):
        return "none"
    if earlier is None:
        return "first"
    if not comparable(earlier, later):
        return "not comparable"
    change = earlier.rank - later.rank
    return "up" if change > 0 else "down" if change < 0 else "same"
