"""Rows of Ofsted's statistics, read cell by cell: dates, kinds of inspection, grades where there must be some."""

from __future__ import annotations

from collections.abc import Callable, Container
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from ..records.problems import Problem, one_of
from ..records.vocabulary import Frameworks
from .sheets import GRADES, Table, day_of, text, words

Complaint = Callable[[str, str], None]
"""Says of a column what is wrong."""

LONGEST_TO_PUBLISH = timedelta(days=730)
"""The longest wait for a report in the edition of 2025 is 225 days; a longer one than this is a slip of the pen."""


@dataclass(frozen=True)
class Reading:
    """What is known of a statistics file before its rows are read: its name, its day, and the frameworks."""

    file: str
    as_at: date
    frameworks: Frameworks


def read_rows(kind: str, table: Table, about: Reading, problems: list[Problem]) -> pd.DataFrame:
    """Rows of a table, read. Every cell that is not understood is added to ``problems``.

    Columns: code, name, region, kind, variant, start, end, published, theme, overall_effectiveness, leaders,
    help_and_protection, children_in_care (before 2023 of care leavers too), care_leavers (all as published), sheet,
    row.
    Blank cells, and those that were not understood, are None.
    """
    first = about.frameworks.first_day(about.frameworks.graded_kind)
    said = [cells for cells in records_of(table.rows) if not _is_older(kind, table, cells, first)]
    rows = [_row(kind, table, cells, about, problems) for cells in said]
    columns = [
        "code",
        "name",
        "region",
        "kind",
        "variant",
        "start",
        "end",
        "published",
        "theme",
        *GRADES,
        "sheet",
        "row",
    ]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def _is_older(kind: str, table: Table, cells: dict[str, Any], first: date) -> bool:
    """Whether the latest inspection of an authority is one of the kind before, as in editions to 2023, or there was none."""
    if kind != "latest" or "code" in table.headings:
        return False
    began = day_of(cells.get("start"))
    return began is None or began < first


def records_of(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Rows of a frame, each by column."""
    return [{str(column): cell for column, cell in row.items()} for row in rows.to_dict("records")]


def _row(kind: str, table: Table, cells: dict[str, Any], about: Reading, problems: list[Problem]) -> dict[str, Any]:
    """One row, read. Every cell that is not understood is added to ``problems`` and left None."""
    plain = {column: text(cells.get(column)) for column in ("code", "name", "region", "theme", "type", *GRADES)}

    def problem(column: str, message: str) -> None:
        heading = table.headings.get(column, column)
        problems.append(place(about.file, table.sheet, cells["row"], message, heading))

    row = {column: plain[column] for column in ("code", "name", "region", "theme", *GRADES)} | {
        "sheet": table.sheet,
        "row": cells["row"],
    }
    row |= {column: _day(column, cells.get(column), problem) for column in ("start", "end", "published")}
    row["kind"], row["variant"] = (
        (about.frameworks.graded_kind, None) if kind == "latest" else _type(plain["type"], about.frameworks, problem)
    )
    none_yet = kind == "latest" and not any(text(cells.get(column)) for column in ("start", "published", *GRADES))
    if not none_yet:
        _check_dates(row, cells, table.headings, about, problem)
        _check_grades(row, about.frameworks, problem)
    return row


def _day(column: str, cell: Any, problem: Complaint) -> date | None:
    day = day_of(cell)
    if day is None and text(cell) is not None:
        problem(column, f"found {text(cell)!r}; not a date. Write it as a date, such as 24/02/2025.")
    return day


def _type(said: str | None, frameworks: Frameworks, problem: Complaint) -> tuple[str | None, str | None]:
    """Kind and variant that an inspection type means."""
    types = frameworks.statistics_types
    kinds = {types[word] for word in words(said) if word in types}
    if len(kinds) != 1:
        known = ("ILACS Short Inspection", "ILACS Standard Inspection", "ILACS Focused Visit", "LA Monitoring visit")
        found = one_of(said or "", known, "a type of inspection that is known here")
        problem("type", f"{found} A new type needs a word in statistics_types of its framework's file.")
        return None, None
    return kinds.pop()


def _check_dates(
    row: dict[str, Any], cells: dict[str, Any], printed: Container[str], about: Reading, problem: Complaint
) -> None:
    """Complain of blank and impossible dates. ``printed``: the columns that the table has."""
    start, end, published = row["start"], row["end"], row["published"]
    first = about.frameworks.first_day(about.frameworks.graded_kind)
    for column in ("start", "published"):
        if column in printed and text(cells.get(column)) is None:
            problem(column, "is blank. Give the date that the report or Ofsted's website prints.")
    if start and not first <= start <= about.as_at:
        problem(
            "start",
            f"found {start}; not between {first}, when these inspections began, and {about.as_at}, at which the file stands. Mend it.",
        )
        row["start"] = None
    for column, later in (("end", end), ("published", published)):
        if start and later and not start <= later <= start + LONGEST_TO_PUBLISH:
            problem(
                column, f"found {later}; not in the two years after the start on {start}. Mend one of the two dates."
            )


def _check_grades(row: dict[str, Any], frameworks: Frameworks, problem: Complaint) -> None:
    kind, start = row["kind"], row["start"]
    framework = frameworks.version(kind, start) if kind and start else None
    given = {judgement.statistics for judgement in framework.judgements} if framework else set()
    for column in GRADES:
        grade = row[column]
        if kind == frameworks.graded_kind and framework:
            if column in given and grade is None:
                problem(
                    column, f"is blank, but an inspection begun on {start} has this grade. Take it from the report."
                )
            elif column not in given and grade is not None:
                message = (
                    f"found {grade!r}, but an inspection begun on {start} ({framework.short_label}) has no such grade."
                )
                problem(column, f"{message} Mend the date or the grade.")
        elif kind and kind != frameworks.graded_kind and grade is not None:
            problem(
                column, f"found {grade!r}, but a {kind.replace('-', ' ')} gives no grades. Mend the type or the grade."
            )


def place(file: str, sheet: str, row: int, message: str, column: str = "") -> Problem:
    """A problem in a cell: the line is the row that a spreadsheet shows."""
    return Problem(file, int(row), f"sheet {sheet!r}, row {row}" + (f", column {column!r}" if column else ""), message)
