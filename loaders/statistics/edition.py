"""Ofsted's statistics file *Local authority inspection outcomes* (ODS) -> plain records.

Three tables are read: the latest full inspection (ILACS) of each authority, what happened in the year (inspections,
focused visits, monitoring visits), and every ILACS since 2018. One inspection that stands in several tables is one
record. Nothing is made of a file in which anything is not understood: every such thing is a problem that says where.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from ..records.problems import Problem, Refused, one_of
from ..records.vocabulary import Authority, Framework
from .changes import NotUnderstood
from .rows import CARE_LEAVERS_APART, place, read_rows
from .sheets import AS_AT, GRADES, day_of, find_tables, read_sheets, text, words

LICENCE = "Open Government Licence"
_ONS_CODE = re.compile(r"^E\d{8}$")


@dataclass(frozen=True, eq=False)
class Official:
    """The file's three tables as frames, and the day they stand at.

    Columns: ``code, name, region, kind, variant, start, end, published, theme``, the five grades as published
    (``overall_effectiveness`` … ``care_leavers``; before 2023 ``children_in_care`` is of care leavers too), ``sheet`` and
    ``row``. Blank cells are None. ``headings`` has the words above each column, by sheet. ``problems`` lists every cell that was not understood; it is None in its frame.
    """

    file: str
    title: str
    as_at: date
    latest: pd.DataFrame
    in_year: pd.DataFrame
    history: pd.DataFrame
    headings: dict[str, dict[str, str]]
    problems: tuple[Problem, ...]


def read_official(path: str | Path) -> Official:
    """Read the file. Raises ``Refused`` where it is no ODS file, or lacks a sheet or a column; values that are not
    understood are listed in ``problems``."""
    path = Path(path)
    sheets = read_sheets(path)
    tables = find_tables(sheets, path.name)
    with_table = {table.sheet for table in tables.values()}
    title, as_at = _title(dict(sorted(sheets.items(), key=lambda sheet: sheet[0] in with_table)), path.name)
    problems: list[Problem] = []
    frames = {kind: read_rows(kind, table, as_at, path.name, problems) for kind, table in tables.items()}
    headings = {table.sheet: table.headings for table in tables.values()}
    return Official(path.name, title, as_at, **frames, headings=headings, problems=tuple(problems))


def official_records(
    official: Official, authorities: Iterable[Authority], frameworks: Iterable[Framework], checked: date | None = None
) -> dict[str, dict[str, Any]]:
    """A plain record for every inspection and visit, by id, with dates as ``date``; ``checked`` is today where not given.

    Raises ``NotUnderstood`` with every problem of the file: unread cells, unknown authorities, grades that no ILACS
    framework knows, tables that disagree.
    """
    problems = [*official.problems, *_unknown_grades(official, frameworks)]
    by_code = _codes(authorities)
    told: dict[tuple[str, str, date], dict[str, Any]] = {}
    for rows in (official.history, official.in_year, official.latest):
        for row in rows.to_dict("records"):
            authority = _authority(row, by_code, official.file, problems)
            if authority is None or row["start"] is None:
                continue
            key = (authority.id, row["kind"], row["start"])
            if key in told:
                problems += _disagreements(told[key], row, official)
            told.setdefault(key, row)
    problems += _near_twins(told, official.file)
    if problems:
        raise NotUnderstood(problems)
    source = {
        "file": official.file,
        "title": official.title,
        "publisher": "Ofsted",
        "url": None,
        "licence": LICENCE,
        "checked": checked or date.today(),
    }
    records: dict[str, dict[str, Any]] = {}
    counted: dict[str, int] = defaultdict(int)
    for (authority_id, kind, start), row in sorted(told.items(), key=lambda item: item[0]):
        name = f"{authority_id}/{start.year}-{kind}"
        counted[name] += 1
        records[name if counted[name] == 1 else f"{name}-{counted[name]}"] = _record(row, source)
    return records


def framework_of(kind: str, start: date) -> str:
    """Framework by the day the inspection began, never by its publication."""
    if kind != "ilacs":
        return kind.replace("-", "_")
    return "ilacs_2023" if start >= CARE_LEAVERS_APART else "ilacs_2018"


def _record(row: dict[str, Any], source: dict[str, Any]) -> dict[str, Any]:
    kind, start = row["kind"], row["start"]
    framework = framework_of(kind, start)
    record = {"framework": framework, "depth": "outcome"}
    if row["variant"]:
        record["variant"] = row["variant"]
    record |= {"start": start, "end": row["end"], "published": row["published"]}
    if kind != "ilacs":
        return record | {"visit_theme": row["theme"], "source": dict(source)}
    care = "children_in_care" if framework == "ilacs_2023" else "children_in_care_and_care_leavers"
    grades = {"leaders": row["leaders"], "help_and_protection": row["help_and_protection"], care: row["children_in_care"]}
    if framework == "ilacs_2023":
        grades["care_leavers"] = row["care_leavers"]
    return record | {"source": dict(source), "grades": grades | {"overall_effectiveness": row["overall_effectiveness"]}}


def _title(sheets: dict[str, pd.DataFrame], file: str) -> tuple[str, date]:
    """The file's title and the day in it: the first text at the top of the sheets, in order, that says 'as at <day>'."""
    titles = [text(cell) for cells in sheets.values() for cell in cells.head(10).to_numpy().ravel()]
    said = [(title, match[1]) for title in titles if title and (match := AS_AT.search(title)) and len(words(title)) <= 15]
    if not said:
        looked = "looked for a title at the top of a sheet with the words 'as at' and a day, such as 'as at 31 March 2025'"
        raise Refused(Problem(file, 1, "", f"does not say at which day it stands: {looked}."))
    days = {day: day_of(day) for _, day in said}
    if len(days) > 1 or None in days.values():
        raise Refused(Problem(file, 1, "", f"says in its titles that it stands at {' and at '.join(days)}. Ask Ofsted which day is right."))
    return said[0][0], days[said[0][1]]


def _unknown_grades(official: Official, frameworks: Iterable[Framework]) -> Iterable[Problem]:
    known = dict.fromkeys(
        word for framework in frameworks if framework.kind == "ilacs" for word, grade in framework.grades.items() if grade
    )
    for rows in (official.history, official.in_year, official.latest):
        for row in rows.to_dict("records"):
            for column in GRADES:
                if row[column] is not None and row[column] not in known:
                    message = f"{one_of(row[column], known, 'a grade of frameworks.yaml')} Spelt so on purpose? Add it there."
                    yield place(official.file, row["sheet"], row["row"], message, official.headings[row["sheet"]][column])


def _codes(authorities: Iterable[Authority]) -> dict[str, Authority]:
    """Authority by code, old codes too."""
    return {
        code: authority for authority in authorities for code in (authority.ons_code, *authority.aliases) if code and _ONS_CODE.match(code)
    }


def _authority(row: dict[str, Any], by_code: dict[str, Authority], file: str, problems: list[Problem]) -> Authority | None:
    """The authority of a row, by its code, never by its name. None where the code is unknown or belongs to another name."""
    code, name = row["code"], row["name"]
    authority = by_code.get(code)
    owner = next((a for a in by_code.values() if name and name in (a.name, *a.aliases)), None)
    if authority is None:
        message = f"found {code or 'nothing'!r} for {name!r}; not a code of authorities.yaml. Add the authority, or the code as an alias."
    elif owner not in (None, authority):
        message = f"found {code!r}, the code of {authority.name}, beside the name {name!r}. Mend one of the two."
    else:
        return authority
    problems.append(place(file, row["sheet"], row["row"], message, "authority code"))
    return None


def _disagreements(first: dict[str, Any], row: dict[str, Any], official: Official) -> Iterable[Problem]:
    """What a second row says differently of the same inspection, and a row that stands twice in one sheet."""
    other = f"sheet {first['sheet']!r}, row {first['row']}"
    if first["sheet"] == row["sheet"]:
        yield place(official.file, row["sheet"], row["row"], f"the same inspection stands in {other}. Take one of the two out.")
    for column in ("published", *GRADES, "variant", "end"):
        if column in ("variant", "end") and None in (first[column], row[column]):
            continue
        if first[column] != row[column]:
            message = (
                f"found {str(row[column])!r}, but {other} says {str(first[column])!r}. Mend the one that the report does not bear out."
            )
            yield place(official.file, row["sheet"], row["row"], message, official.headings[row["sheet"]].get(column, column))


def _near_twins(told: dict[tuple[str, str, date], dict[str, Any]], file: str) -> Iterable[Problem]:
    """One report under two start dates: one of the dates is wrong."""
    seen: dict[tuple, dict[str, Any]] = {}
    for (authority, kind, _), row in told.items():
        first = seen.setdefault((authority, kind, row["published"]), row)
        if first is not row and row["published"]:
            other = f"sheet {first['sheet']!r}, row {first['row']}, published on the same day, began on {first['start']}"
            yield place(
                file, row["sheet"], row["row"], f"found a start on {row['start']}, but {other}. Mend one of the two dates.", "start"
            )
