"""The grade strip: one line of lettered tiles per strand, which heads pages, exports and papers."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.frameworks import strands
from analysis.grades.comparability import HINT, strand_cells
from analysis.look_up import look_up
from analysis.selection import Selection
from loaders import Dataset, kept

from .style import GRADES, NO_GRADE, Look


@kept
def grade_strip(ds: Dataset, selection: Selection) -> pd.DataFrame:
    """The graded inspections of the subject, oldest first.

    Columns: strand (label), year, grade, no_grade, indicative, words (grade as published, or why there is none). No rows where the
    authority has no graded inspection.
    """
    cells = strand_cells(ds, [selection.subject])
    graded = cells[cells["inspection"].isin(cells.loc[cells["grade"].notna(), "inspection"])]
    labels = look_up(ds, "strands", "strand", "label")
    reasons = look_up(ds, "no_grade", "no_grade", "label")
    hint = graded["indicative"].map({True: HINT, False: ""})
    words = graded["grade_as_published"].where(graded["grade"].notna(), graded["no_grade"].map(reasons))
    strip = graded.assign(words=words + hint, year=_years(graded))
    strip = strip.sort_values("strand", key=lambda column: column.map(strands(ds).index), kind="stable")
    return strip.assign(strand=strip["strand"].map(labels))[
        ["strand", "year", "grade", "no_grade", "indicative", "words"]
    ].reset_index(drop=True)


def look_of(cell: Any) -> Look:
    """The look of a strip's cell (a row of ``grade_strip``): brackets around a letter that only indicates."""
    look = GRADES[cell.grade] if isinstance(cell.grade, str) else NO_GRADE[cell.no_grade]
    return look._replace(letter=f"({look.letter})") if cell.indicative else look


def _years(cells: pd.DataFrame) -> pd.Series:
    """The year of each inspection; with the month where two began in one year."""
    years = cells["start"].dt.strftime("%Y")
    several = cells.groupby(years)["inspection"].transform("nunique") > 1
    return years.mask(several, cells["start"].dt.strftime("%b %Y"))
