"""Several authorities on every strand at once: the grades of the full inspection on which each stands, and the way they moved."""

from __future__ import annotations

import pandas as pd

from analysis.comparison.standings import NONE_YET, Comparison, counting_by
from analysis.frameworks import compared_kind, strands
from analysis.grades.comparability import comparable, strand_cells
from analysis.look_up import each
from analysis.naming import authority_name
from loaders import Dataset, kept

COLUMNS = ["authority", "strand", "inspection", "start", "published", "state", "grade_as_published", "rank", "move"]
RANKED_LAST = 9.0  # below every grade


@kept
def all_strands(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """One row per authority and strand: the subject first, the others by their grade on the strand compared, then by name.

    Columns: authority, strand, inspection, start, published (missing where there is no full inspection yet), state (as
    ``standings``), grade_as_published, rank, move (``up`` or ``down`` against the full inspection before, where the two may be
    compared; else empty).
    """
    kind = compared_kind(ds).kind
    found: dict[tuple[str, str], list] = {}
    cells = counting_by(strand_cells(ds, comparison.authorities), comparison.basis, comparison.day)
    for cell in each(cells[cells["kind"] == kind]):
        found.setdefault((cell.authority, cell.strand), []).append(cell)
    rows = [
        _row(authority, strand, found.get((authority, strand), []))
        for authority in comparison.authorities
        for strand in strands(ds)
    ]
    rank = {row[0]: row[7] for row in rows if row[1] == comparison.strand}
    rows.sort(key=lambda row: (row[0] != comparison.subject, rank[row[0]] or RANKED_LAST, authority_name(ds, row[0])))
    return pd.DataFrame(rows, columns=COLUMNS)


def _row(authority: str, strand: str, cells: list) -> tuple:
    """One row from the full inspections of an authority on a strand, in order of time."""
    if not cells:
        return authority, strand, None, pd.NaT, pd.NaT, NONE_YET, None, None, ""
    *earlier, last = cells
    graded = pd.notna(last.grade)
    move = ""
    if graded and earlier and pd.notna(earlier[-1].grade) and comparable(earlier[-1], last):
        move = "up" if last.rank < earlier[-1].rank else "down" if last.rank > earlier[-1].rank else ""
    state = last.grade if graded else last.no_grade
    words = last.grade_as_published if graded else None
    return (
        authority,
        strand,
        last.inspection,
        last.start,
        last.published,
        state,
        words,
        last.rank if graded else None,
        move,
    )
