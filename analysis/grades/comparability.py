"""Judgements of different frameworks on the common strands, and what may be compared with what.

The crosswalk itself is data (``data/frameworks/``). A judgement may be followed from one inspection to the next
where its fit is ``same`` on both sides, or where both inspections gave the very same judgement of one framework.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import pandas as pd

from analysis.frameworks import strands as compared_strands
from loaders import Dataset, kept


@kept
def strand_cells(
    ds: Dataset, authorities: Iterable[str], strands: Iterable[str] | None = None, inspections: pd.DataFrame | None = None
) -> pd.DataFrame:
    """One row per known inspection or visit of the authorities and strand, in order of start.

    Columns: authority, inspection, start, published, framework, kind, depth, strand, grade, grade_as_published, rank, fit, covers,
    indicative, no_grade. ``strands``: those that are compared, where missing. ``inspections``: the rows of ``ds.inspections`` that count, all where missing. Exactly one of
    grade and no_grade is given: ``no_grade`` is one of the five kinds.
    """
    known = ds.inspections if inspections is None else inspections
    known = known.loc[
        known["authority"].isin(list(authorities)), ["authority", "inspection", "start", "published", "framework", "kind", "depth"]
    ].sort_values(["start", "inspection"])
    cells = known.merge(pd.DataFrame({"strand": list(compared_strands(ds) if strands is None else strands)}), how="cross")
    leading = ds.grades[ds.grades["leads"]][
        ["inspection", "strand", "grade", "grade_as_published", "rank", "fit", "covers", "indicative", "no_grade"]
    ]
    cells = cells.merge(leading, on=["inspection", "strand"], how="left")
    reasons = _reasons(ds)
    missing = cells["grade"].isna() & cells["no_grade"].isna()
    cells.loc[missing, "no_grade"] = [
        _why_none(row.framework, row.strand, row.depth, reasons) for row in cells[missing].itertuples()
    ]  # fmt: skip
    cells["indicative"] = cells["indicative"].eq(True)
    return cells


def _reasons(ds: Dataset) -> tuple[set, set, set]:
    """Frameworks that judge anything; pairs of framework and strand judged; pairs judged together with another strand."""
    leading = ds.judgements[ds.judgements["leads"]]
    together = {
        (row.framework, strand) for row in leading.dropna(subset="also_covers").itertuples() for strand in row.also_covers.split(", ")
    }
    return set(ds.judgements["framework"]), set(zip(leading["framework"], leading["strand"], strict=True)), together


def _why_none(framework: str, strand: str, depth: str, reasons: tuple[set, set, set]) -> str:
    judging, judged, together = reasons
    if framework not in judging:
        return "visit"
    if (framework, strand) in judged and depth == "listed":
        return "no_source"
    if (framework, strand) not in judged and (framework, strand) in together:
        return "judged_together"
    return "not_in_framework"


def comparable(earlier, later) -> bool:
    """Whether a grade may be called up, down or unchanged against an earlier one. Both: rows with ``framework`` and ``fit``, one strand."""
    return earlier.framework == later.framework or earlier.fit == later.fit == "same"


def moves(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per strand that was ever graded: what the latest graded inspection says of it, against the grade before.

    Columns: strand, earlier, later (inspections), earlier_grade, later_grade (as published), no_grade (why the latest
    has none, else missing), move (``up``, ``down``, ``same``, ``not comparable``, ``first``, ``none`` where the latest
    graded inspection gave no grade on the strand).
    """
    graded = cells[cells["inspection"].isin(cells.loc[cells["grade"].notna(), "inspection"])]
    rows = []
    for strand, part in graded.groupby("strand", sort=False):
        given = part[part["grade"].notna()]
        if given.empty:
            continue
        later = part.iloc[-1]
        before = given[given["inspection"] != later["inspection"]]
        earlier = before.iloc[-1] if len(before) else None
        rows.append(
            {
                "strand": strand,
                "earlier": None if earlier is None else earlier["inspection"],
                "later": later["inspection"],
                "earlier_grade": None if earlier is None else earlier["grade_as_published"],
                "later_grade": later["grade_as_published"],
                "no_grade": later["no_grade"],
                "move": _move(earlier, later),
            }
        )
    return pd.DataFrame(rows, columns=["strand", "earlier", "later", "earlier_grade", "later_grade", "no_grade", "move"])


def last_rise(cells: pd.DataFrame) -> pd.DataFrame:
    """The strands on which a grade last rose against one it may be compared with, all of the same inspection.

    Columns: strand, earlier, later (inspections), earlier_grade, later_grade (as published). No rows where none ever rose.
    """
    rows = []
    for strand, part in cells[cells["grade"].notna()].groupby("strand", sort=False):
        for earlier, later in pairwise(part.itertuples()):
            if comparable(earlier, later) and later.rank < earlier.rank:
                rows.append(
                    (later.start, strand, earlier.inspection, later.inspection, earlier.grade_as_published, later.grade_as_published)
                )
    table = pd.DataFrame(rows, columns=["start", "strand", "earlier", "later", "earlier_grade", "later_grade"])
    return table[table["start"] == table["start"].max()].drop(columns="start").reset_index(drop=True)


def _move(earlier, later) -> str:
    if pd.isna(later["grade"]):
        return "none"
    if earlier is None:
        return "first"
    if not comparable(earlier, later):
        return "not comparable"
    change = earlier["rank"] - later["rank"]
    return "up" if change > 0 else "down" if change < 0 else "same"
