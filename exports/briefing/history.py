"""The grades of one authority over time, as a block of the committee's paper: what the Overview's picture shows."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.grades.comparability import HINTS, strand_cells
from analysis.grades.sentences import grades_alt
from analysis.grades.spells import spells
from analysis.look_up import each, look_up
from analysis.naming import authority_name
from analysis.selection import Selection
from exhibits.spans import SHORT, why_none
from exhibits.strip import grade_strip, look_of
from exhibits.style import GRADES, INK, PAPER, SHADE, Look
from loaders import Dataset

from .paper import APART, Cell, History, Rows, Span

CAPTION = "Grades by year the inspection began"
FIRST_COLUMN = 1.6
"""Width of the names of the strands, as a multiple of that of an inspection."""
LAST = 0.5
"""Years that a grade is drawn for where nobody knows how long it stood."""
NOT_COMPARED = "not comparable"


def history(ds: Dataset, selection: Selection) -> History | None:
    """Return the grades of the subject over time, by strand and inspection; None where it was never graded."""
    strip, subject = grade_strip(ds, selection), selection.subject
    if not len(strip):
        return None
    years = list(dict.fromkeys(strip["year"]))
    body = []
    for strand, part in strip.groupby("strand", sort=False):
        tiles = {cell.year: Cell(cell.words, look_of(cell)) for cell in each(part)}
        body.append((Cell(strand), *(tiles[year] for year in years)))
    alt = grades_alt(ds, authority_name(ds, subject), strand_cells(ds, [subject]))
    widths = (FIRST_COLUMN, *[1] * len(years))
    found = spells(ds, (subject,))
    found = found[found["inspection"].isin(found.loc[found["grade"].notna(), "inspection"])]
    labels = look_up(ds, "strands", "strand", "label")
    lanes = tuple(
        (labels[strand], tuple(_span(ds, spell) for spell in each(part)))
        for strand, part in found.groupby("strand", sort=False)
    )
    return History(Rows(CAPTION, ("Strand", *years), tuple(body), widths, f"{CAPTION}. {alt}"), lanes, _key(ds, found))


def _span(ds: Dataset, spell: Any) -> Span:
    start = _year(spell.start)
    end = start + LAST if pd.isna(spell.until) else _year(spell.until)
    if not isinstance(spell.grade, str):
        return Span(start, end, Look("", SHADE, INK, ""), why_none(ds, spell), short=SHORT[spell.no_grade])
    look = GRADES[spell.grade]
    look = look._replace(letter=f"({look.letter})") if spell.indicative else look
    return Span(start, end, look, spell.grade_as_published, spell.move == "not comparable")


def _key(ds: Dataset, found: pd.DataFrame) -> tuple[tuple[Look, str], ...]:
    """The grades that are there, best first, and what brackets mean where there are any."""
    labels, grades = look_up(ds, "grade_scale", "grade", "label"), set(found["grade"].dropna())
    key = [(look, labels[grade]) for grade, look in GRADES.items() if grade in grades]
    if found["indicative"].any():
        key.append((Look("( )", PAPER, INK, ""), HINTS))
    if (found["move"] == "not comparable").any():
        key.append((Look(APART, PAPER, INK, ""), NOT_COMPARED))
    return tuple(key)


def _year(day: pd.Timestamp) -> float:
    return day.year + (day.day_of_year - 1) / 366
