"""Ofsted's statistics file *Local authority inspection outcomes* (ODS) -> the rows of an edition.

Three tables are read: the latest full inspection (ILACS) of each authority, what happened in the year (inspections,
focused visits, monitoring visits), and every ILACS since 2018. One inspection that stands in several tables is one
row. Nothing is made of a file in which anything is not understood: every such thing is a problem that says where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from ..records.editions import EditionRow
from ..records.ids import Parts, free_id
from ..records.problems import Problem, Refused, one_of
from ..records.vocabulary import Authority, Frameworks
from .by_publication import Listed, add_rows, listed
from .known_editions import EDITIONS, Known, mapped_tables
from .rows import Reading, place, read_rows, records_of
from .sheets import AS_AT, GRADES, SHEET, ColumnMap, day_of, find_tables, read_sheets, text, words

_ONS_CODE = re.compile(r"^E\d{8}$")


class NotUnderstood(ValueError):
    """Something is wrong, so that nothing may be written. Carries the problems to report."""

    def __init__(self, problems: list[Problem]):
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass(frozen=True, eq=False)
class Official:
    """The file's three tables as frames, the day they stand at, and where each column was found.

    ``read_rows`` lists their columns. ``by_publication``: inspections since 2009 of which only the day of publication is
    listed. ``problems`` lists every cell that was not understood; it is None in its frame.
    """

    file: str
    title: str
    as_at: date
    latest: pd.DataFrame
    in_year: pd.DataFrame
    history: pd.DataFrame
    columns: ColumnMap
    problems: tuple[Problem, ...]
    by_publication: tuple[Listed, ...] = ()

    @property
    def tables(self) -> tuple[pd.DataFrame, ...]:
        """The three tables, the one that says most of an inspection first."""
        return self.history, self.in_year, self.latest

    def columns_of(self, sheet: str) -> dict[str, str]:
        """The headings of a sheet's columns."""
        return next((named for named in self.columns.values() if named[SHEET] == sheet), {})

    def heading(self, sheet: str, column: str) -> str:
        """The words above a column of a sheet."""
        return next(
            (named[column] for named in self.columns.values() if named["sheet"] == sheet and column in named), column
        )


def read_official(path: str | Path, frameworks: Frameworks, maps: Mapping[date, ColumnMap] | None = None) -> Official:
    """Read the file. ``maps``: where the columns of known editions stand, by day; those of others are found by meaning.

    Raises ``Refused`` where it is no ODS file, or lacks a sheet or a column; values that are not understood are listed
    in ``problems``.
    """
    path = Path(path)
    sheets = read_sheets(path)
    if known := next((one for one in EDITIONS if all(table[SHEET] in sheets for table in one.tables.values())), None):
        return _known_edition(path.name, sheets, known, frameworks)
    titles = _titles(sheets)
    columns = next(
        (columns for day, columns in (maps or {}).items() if day in {day_of(said) for _, said in titles.values()}), None
    )
    tables = mapped_tables(sheets, columns, path.name) if columns else find_tables(sheets, path.name)
    as_at = _day_of(titles, path.name)
    problems: list[Problem] = []
    about = Reading(path.name, as_at, frameworks)
    frames = {kind: read_rows(kind, table, about, problems) for kind, table in tables.items()}
    found = {kind: table.columns for kind, table in tables.items()}
    with_table = {table.sheet for table in tables.values()}
    title, _ = titles[min(titles, key=lambda sheet: sheet in with_table)]  # that of the cover, where it has one
    return Official(
        path.name, title, as_at, frames["latest"], frames["in_year"], frames["history"], found, tuple(problems)
    )


def _known_edition(file: str, sheets: dict[str, pd.DataFrame], known: Known, frameworks: Frameworks) -> Official:
    """An edition whose columns are written down, which has no table of all inspections since 2018."""
    problems: list[Problem] = []
    about = Reading(file, known.as_at, frameworks)
    tables = mapped_tables(sheets, known.tables, file)
    frames = {kind: read_rows(kind, known.mend(table), about, problems) for kind, table in tables.items()}
    none = frames["latest"].head(0)
    older = known.by_publication
    found = listed(older, mapped_tables(sheets, older.columns, file), file, frameworks, problems) if older else []
    return Official(
        file,
        known.title,
        known.as_at,
        frames["latest"],
        frames["in_year"],
        frames.get("history", none),
        columns={**known.tables, **(older.columns if older else {})},
        problems=tuple(problems),
        by_publication=tuple(found),
    )


def edition_rows(official: Official, authorities: Iterable[Authority], frameworks: Frameworks) -> dict[str, EditionRow]:
    """A row for every inspection and visit, by the id that it has where nothing else is held.

    Raises ``NotUnderstood`` with every problem of the file: unread cells, unknown authorities, grades that no framework
    of these inspections knows, tables that disagree.
    """
    problems = [*official.problems, *_unknown_grades(official, frameworks)]
    authorities = list(authorities)
    by_code, by_name = _codes(authorities), _names(authorities)
    told: dict[tuple[str, str, date], dict[str, Any]] = {}
    for table in official.tables:
        for row in records_of(table):
            row["code"] = row["code"] or (
                by_name.get(plain_name(row["name"])) if "code" not in official.columns_of(row["sheet"]) else None
            )
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
    rows: dict[str, EditionRow] = {}
    for (authority_id, kind, start), row in sorted(told.items(), key=lambda item: item[0]):
        name = free_id(Parts(authority_id, start.year, kind), rows)
        rows[name] = _row(name, row)
    ids = {code: authority.id for code, authority in by_code.items()}
    unknown = add_rows(
        rows,
        official.by_publication,
        lambda said: ids.get(by_name.get(plain_name(said), "")),
        frameworks,
        official.file,
    )
    if unknown:
        raise NotUnderstood(unknown)
    return rows


def _row(name: str, row: dict[str, Any]) -> EditionRow:
    grades = {column: row[column] for column in GRADES if row[column] is not None}
    return EditionRow(
        inspection=name,
        variant=row["variant"],
        start=row["start"],
        end=row["end"],
        published=row["published"],
        visit_theme=None if grades else row["theme"],
        grades=grades,
    )


def _titles(sheets: dict[str, pd.DataFrame]) -> dict[str, tuple[str, str]]:
    """By sheet the first text at its top that says 'as at <day>', and that day as printed."""
    found: dict[str, tuple[str, str]] = {}
    for name, cells in sheets.items():
        for title in map(text, cells.head(10).to_numpy().ravel()):
            if title and (match := AS_AT.search(title)) and len(words(title)) <= 15:
                found.setdefault(name, (title, match[1]))
    return found


def _day_of(titles: dict[str, tuple[str, str]], file: str) -> date:
    """The day in the titles. Raises ``Refused`` where they name none, or more than one."""
    if not titles:
        looked = (
            "looked for a title at the top of a sheet with the words 'as at' and a day, such as 'as at 31 March 2025'"
        )
        raise Refused(Problem(file, 1, "", f"does not say at which day it stands: {looked}."))
    printed = list(dict.fromkeys(day for _, day in titles.values()))
    days = {day for day in map(day_of, printed) if day}
    if len(printed) > 1 or not days:
        said = " and at ".join(printed)
        raise Refused(
            Problem(file, 1, "", f"says in its titles that it stands at {said}. Ask Ofsted which day is right.")
        )
    return days.pop()


def _unknown_grades(official: Official, frameworks: Frameworks) -> Iterator[Problem]:
    known = dict.fromkeys(
        word
        for framework in frameworks.versions(frameworks.graded_kind)
        for word, grade in framework.grades.items()
        if grade
    )
    for table in official.tables:
        for row in records_of(table):
            for column in GRADES:
                if row[column] is not None and row[column] not in known:
                    found = one_of(row[column], known, "a grade that these inspections give")
                    message = f"{found} Spelt so on purpose? Add it to the framework's file."
                    yield place(
                        official.file, row["sheet"], row["row"], message, official.heading(row["sheet"], column)
                    )


def _codes(authorities: Iterable[Authority]) -> dict[str, Authority]:
    """Authority by code, old codes too."""
    return {
        code: authority
        for authority in authorities
        for code in (authority.ons_code, *authority.aliases)
        if code and _ONS_CODE.match(code)
    }


def _names(authorities: Iterable[Authority]) -> dict[str, str]:
    """Code by every name in plain letters, for editions that print no code. An authority of its time keeps its own."""
    return {
        plain_name(name): authority.ons_code
        for authority in authorities
        if authority.ons_code
        for name in (authority.name, *authority.aliases)
        if not _ONS_CODE.match(name)
    }


def plain_name(name: str | None) -> str:
    """A name as words in lower case: "&" is "and", and what only some editions add is left out."""
    said = [word for word in words((name or "").replace("&", " and ")) if word not in ("borough", "council", "the")]
    return " ".join(said)


def _authority(
    row: dict[str, Any], by_code: dict[str, Authority], file: str, problems: list[Problem]
) -> Authority | None:
    """The authority of a row, by its code, never by its name. None where the code is unknown or belongs to another name."""
    code, name = row["code"], row["name"]
    authority = by_code.get(code)
    owner = next((a for a in by_code.values() if name and name in (a.name, *a.aliases)), None)
    if authority is None:
        message = f"found {code or 'nothing'!r} for {name!r}; not a code of authorities.csv. Add the authority, or the code as an alias."
    elif owner not in (None, authority):
        message = f"found {code!r}, the code of {authority.name}, beside the name {name!r}. Mend one of the two."
    else:
        return authority
    problems.append(place(file, row["sheet"], row["row"], message, "authority code"))
    return None


def _disagreements(first: dict[str, Any], row: dict[str, Any], official: Official) -> Iterator[Problem]:
    """What a second row says differently of the same inspection, and a row that stands twice in one sheet."""
    other = f"sheet {first['sheet']!r}, row {first['row']}"
    if first["sheet"] == row["sheet"]:
        yield place(
            official.file,
            row["sheet"],
            row["row"],
            f"the same inspection stands in {other}. Ask Ofsted which of the two is meant.",
        )
    for column in ("published", *GRADES, "variant", "end"):
        if column in ("variant", "end") and None in (first[column], row[column]):
            continue
        if first[column] != row[column]:
            message = f"found {str(row[column])!r}, but {other} says {str(first[column])!r}. Mend the one that the report does not bear out."
            yield place(official.file, row["sheet"], row["row"], message, official.heading(row["sheet"], column))


def _near_twins(told: dict[tuple[str, str, date], dict[str, Any]], file: str) -> Iterator[Problem]:
    """One report under two start dates: one of the dates is wrong."""
    seen: dict[tuple[str, str, date], dict[str, Any]] = {}
    for (authority, kind, _), row in told.items():
        first = seen.setdefault((authority, kind, row["published"]), row)
        if first is not row and row["published"]:
            other = (
                f"sheet {first['sheet']!r}, row {first['row']}, published on the same day, began on {first['start']}"
            )
            message = f"found a start on {row['start']}, but {other}. Mend one of the two dates."
            yield place(file, row["sheet"], row["row"], message, "start")
