"""Rows of Ofsted's statistics, read cell by cell: dates, kinds of inspection, grades where there must be some."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pandas as pd

from ..records.problems import Problem, one_of
from .sheets import GRADES, Table, day_of, text, words

FIRST_DAY = date(2018, 1, 1)
"""The first day of the inspections that the file is about."""
CARE_LEAVERS_APART = date(2023, 1, 1)
"""Inspections that began on or after this day grade care leavers apart."""
NO_OVERALL = date(2026, 4, 1)
"""Inspections that began on or after this day have no overall grade; no edition with them is known yet."""
LONGEST_TO_PUBLISH = timedelta(days=730)
"""The longest wait for a report in the edition of 2025 is 225 days; a longer one than this is a slip of the pen."""
TYPES = {
    "short": ("ilacs", "short"),
    "standard": ("ilacs", "standard"),
    "focused": ("focused-visit", None),
    "focussed": ("focused-visit", None),
    "monitoring": ("monitoring-visit", None),
}
"""Word of an inspection type, and the kind and variant of the record."""


def read_rows(kind: str, table: Table, as_at: date, file: str, problems: list[Problem]) -> pd.DataFrame:
    """Rows of a table, read; columns as ``Official`` says. Every cell that is not understood is added to ``problems``."""
    rows = [_row(kind, table, cells, as_at, file, problems) for cells in table.rows.to_dict("records")]
    columns = ["code", "name", "region", "kind", "variant", "start", "end", "published", "theme", *GRADES, "sheet", "row"]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def _row(kind: str, table: Table, cells: dict[str, Any], as_at: date, file: str, problems: list[Problem]) -> dict[str, Any]:
    """One row, read. Every cell that is not understood is added to ``problems`` and left None."""
    plain = {column: text(cells.get(column)) for column in ("code", "name", "region", "theme", "type", *GRADES)}

    def problem(column: str, message: str) -> None:
        heading = table.headings.get(column, column)
        problems.append(place(file, table.sheet, cells["row"], message, heading))

    row = {column: plain[column] for column in ("code", "name", "region", "theme", *GRADES)} | {"sheet": table.sheet, "row": cells["row"]}
    row |= {column: _day(column, cells.get(column), problem) for column in ("start", "end", "published")}
    row["kind"], row["variant"] = ("ilacs", None) if kind == "latest" else _type(plain["type"], problem)
    none_yet = kind == "latest" and not any(text(cells.get(column)) for column in ("start", "published", *GRADES))
    if not none_yet:
        _check_dates(row, cells, as_at, problem)
        _check_grades(row, problem)
    return row


def _day(column: str, cell: Any, problem) -> date | None:
    day = day_of(cell)
    if day is None and text(cell) is not None:
        problem(column, f"found {text(cell)!r}; not a date. Write it as a date, such as 24/02/2025.")
    return day


def _type(said: str | None, problem) -> tuple[str | None, str | None]:
    kinds = {TYPES[word] for word in words(said) if word in TYPES}
    if len(kinds) != 1:
        known = ("ILACS Short Inspection", "ILACS Standard Inspection", "ILACS Focused Visit", "LA Monitoring visit")
        problem("type", f"{one_of(said or '', known, 'a type of inspection that is known here')} A new type needs a line in TYPES.")
        return None, None
    return kinds.pop()


def _check_dates(row: dict[str, Any], cells: dict[str, Any], as_at: date, problem) -> None:
    start, end, published = row["start"], row["end"], row["published"]
    for column in ("start", "published"):
        if text(cells.get(column)) is None:
            problem(column, "is blank. Give the date that the report or Ofsted's website prints.")
    if start and not FIRST_DAY <= start <= as_at:
        problem(
            "start",
            f"found {start}; not between {FIRST_DAY}, when these inspections began, and {as_at}, at which the file stands. Mend it.",
        )
        row["start"] = None
    elif start and row["kind"] == "ilacs" and start >= NO_OVERALL:
        problem(
            "start",
            f"found {start}; from {NO_OVERALL} a new framework applies, which this command cannot read yet. Add it to framework_of.",
        )
    for column, later in (("end", end), ("published", published)):
        if start and later and not start <= later <= start + LONGEST_TO_PUBLISH:
            problem(column, f"found {later}; not in the two years after the start on {start}. Mend one of the two dates.")


def _check_grades(row: dict[str, Any], problem) -> None:
    for column in GRADES:
        grade = row[column]
        if row["kind"] == "ilacs" and row["start"]:
            expected = column != "care_leavers" or row["start"] >= CARE_LEAVERS_APART
            if expected and grade is None:
                problem(column, f"is blank, but an inspection begun on {row['start']} has this grade. Take it from the report.")
            elif not expected and grade is not None:
                problem(
                    column,
                    f"found {grade!r}, but an inspection begun on {row['start']}, before 2023, has no such grade. Mend the date or the grade.",
                )
        elif row["kind"] and row["kind"] != "ilacs" and grade is not None:
            problem(column, f"found {grade!r}, but a {row['kind'].replace('-', ' ')} gives no grades. Mend the type or the grade.")


def place(file: str, sheet: str, row: int, message: str, column: str = "") -> Problem:
    """A problem in a cell: the line is the row that a spreadsheet shows."""
    return Problem(file, int(row), f"sheet {sheet!r}, row {row}" + (f", column {column!r}" if column else ""), message)
