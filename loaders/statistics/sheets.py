"""Tables of an Ofsted statistics file (ODS or XLSX), found by what their names and headings mean.

Next year's edition may move, add or rename a sheet or a column a little: each is found by the words that it must
have, never by its place or its exact name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import yaml

from ..apart import GaveUp, read_apart
from ..records.problems import Problem, Refused
from . import spreadsheet

LINKED = ("'http", "'file:")
"""How the names of dead sheets begin that an ODS file keeps of other files it was linked to."""
UNTOLD = (
    "Ofsted's file is right: this reader cannot tell which of them is meant. Write down where the columns of this edition stand, "
    "in loaders/statistics/editions.yaml, and run this again."
)
PUBLICATIONS = "Ofsted's 'Local authority inspection outcomes' (from 2024) or 'Children's social care data in England' (2022 and 2023)"
MOST_BYTES = 10_000_000  # packed; the edition of 2025 has 0.1 million
SECONDS = 4  # of processor time; the edition of 2022, which holds all social care, takes one
NO_SPREADSHEET = "is not an ODS or XLSX spreadsheet, or is cut short. Download Ofsted's 'Local authority inspection outcomes' again, and give that file."
HEADER_WITHIN = 40  # rows from the top
HEADER_LEAST = 4  # headings understood, for a row to be the heading row
HEADING_WORDS = 20  # a longer cell is a sentence, not a heading
AS_AT = re.compile(r"\bas at (\d{1,2} [A-Z][a-z]+ \d{4})\b")
DATE_FORMS = ("%Y-%m-%d", "%Y-%m-%d %H:%M:%S", "%d/%m/%Y", "%d %B %Y", "%d %b %Y")
BLANK = {"", "-", "n/a", "na", "#n/a", "nan", "null", "none", "not applicable", "[z]", "[x]"}


HEADINGS: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("headings.yaml").read_text(encoding="utf-8"))
NEVER = frozenset(HEADINGS["never"])


class Meaning(NamedTuple):
    """What a heading must say: any of several sets of words, the surest first, and words that it must not have."""

    any_of: tuple[str, ...]
    none_of: frozenset[str]

    def fits(self, words: frozenset[str]) -> int | None:
        """Which of the sets of words a heading has, as its place (0 is the surest), or None."""
        if words & (NEVER | self.none_of):
            return None
        return next((place for place, wanted in enumerate(self.any_of) if set(wanted.split()) <= words), None)


COLUMNS = {
    name: Meaning(tuple(said["any_of"]), frozenset(said.get("none_of", ())))
    for part in ("columns", "grades")
    for name, said in HEADINGS[part].items()
}
"""Column id, and the words of its heading."""

GRADES = tuple(HEADINGS["grades"])
NEEDED = ("code", "start", "published", *GRADES)


class Kind(NamedTuple):
    """One of the three tables: words of its sheet's name or title, and the columns that only it needs, or lacks."""

    what: str
    phrases: tuple[str, ...]
    needs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


KINDS = {
    name: Kind(said["what"], tuple(said["phrases"]), tuple(said.get("needs", ())), tuple(said.get("lacks", ())))
    for name, said in HEADINGS["tables"].items()
}


ColumnMap = dict[str, dict[str, str]]
"""For each table its sheet (``SHEET``) and the heading of each column."""

SHEET = "sheet"


@dataclass(frozen=True)
class Table:
    """One sheet's table. ``rows`` has the columns found, by id, and ``row``, the number that a spreadsheet shows.

    ``untold``: columns that two headings fit alike.
    """

    sheet: str
    title: str
    headings: dict[str, str]
    rows: pd.DataFrame
    all_headings: tuple[str, ...]
    untold: tuple[Problem, ...] = ()

    @property
    def columns(self) -> dict[str, str]:
        """Its sheet and headings, as an edition writes them down."""
        return {SHEET: self.sheet, **self.headings}


def text(cell: Any) -> str | None:
    """A cell as plain text, without doubled or odd blanks; None for one that is empty or says that nothing applies."""
    if cell is None or cell is pd.NaT or (isinstance(cell, float) and pd.isna(cell)):
        return None
    plain = " ".join(str(cell).split())
    return None if plain.lower() in BLANK else plain


def words(value: Any) -> list[str]:
    """Words of a name or heading: lower case, letters and figures only."""
    return re.findall(r"[a-z0-9]+", (text(value) or "").lower())


def day_of(cell: Any) -> date | None:
    """A cell as a day, or None where it is none."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    for form in DATE_FORMS:
        try:
            return datetime.strptime(text(cell) or "", form).date()
        except ValueError:
            continue
    return None


def read_sheets(path: Path) -> dict[str, pd.DataFrame]:
    """Every sheet of an ODS or XLSX file as it stands, without headings. Raises ``Refused`` where it is no readable one."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise GaveUp(f"has more than {MOST_BYTES:,} bytes, many times what an edition has. Is it the right file?")
        answer = read_apart(spreadsheet.__file__, path.read_bytes(), SECONDS)
        if "unreadable" in answer:
            raise GaveUp(answer["unreadable"] or NO_SPREADSHEET)
    except OSError as error:
        raise Refused(Problem(path.name, 1, "", f"cannot be read ({error.strerror or error}).")) from error
    except GaveUp as gave_up:
        raise Refused(Problem(path.name, 1, "", str(gave_up))) from None
    return {name: _frame(rows) for name, rows in answer["sheets"].items() if not name.startswith(LINKED)}


def _frame(rows: list[list[Any]]) -> pd.DataFrame:
    days = [[_day(cell[spreadsheet.DAY]) if isinstance(cell, dict) else cell for cell in row] for row in rows]
    return pd.DataFrame(days, dtype=object)


def _day(said: str) -> date:
    return datetime.fromisoformat(said) if "T" in said else date.fromisoformat(said)


def find_tables(sheets: dict[str, pd.DataFrame], file: str) -> dict[str, Table]:
    """The three tables, by kind. Raises ``Refused``, naming the sheet and what was looked for, where one is not there."""
    tables = [table for name, cells in sheets.items() if (table := _table(name, cells, file)) is not None]
    found: dict[str, Table] = {}
    for by in (_by_name, _by_title, _by_columns):
        for kind in KINDS:
            free = [table for table in tables if table not in found.values()]
            fitting = [table for table in free if by(table, KINDS[kind])]
            if kind not in found and len(fitting) == 1:
                found[kind] = fitting[0]
    for kind, (what, phrases, *_) in KINDS.items():
        if kind not in found:
            looked = " or ".join(repr(phrase) for phrase in phrases)
            has = ", ".join(sheets) or "none"
            raise Refused(
                Problem(
                    file,
                    1,
                    "",
                    f"{_says_it_is(sheets)} has no sheet, or more than one, with the {what}: looked for a table whose sheet's name or title "
                    f"has the words {looked}. Its sheets: {has}. Read are {PUBLICATIONS}: give one of these, or the name of the sheet in "
                    "a new edition of them.",
                )
            )
    for kind, table in found.items():
        if table.untold:
            raise Refused(table.untold[0])
        _needs(table, (*NEEDED, *KINDS[kind].needs), file)
    return found


def _says_it_is(sheets: dict[str, pd.DataFrame]) -> str:
    """What a file says that it is: the first words of its first sheets, passing over what says nothing."""
    said = [text(cell) for cells in list(sheets.values())[:3] for cell in cells.head(4).to_numpy().ravel()]
    title = next((words for words in said if words and len(words) > 12 and not words.startswith("Cover sheet")), None)
    return f"says that it is {title[:90]!r}, and" if title else "says of itself what it is nowhere, and"


def _table(name: str, cells: pd.DataFrame, file: str) -> Table | None:
    """The table of a sheet: the row with the most headings understood and all below it. None where there is no such row."""
    best, untold, header = dict[str, int](), list[Problem](), -1
    for i in range(min(HEADER_WITHIN, len(cells))):
        found, doubtful = _headings(list(cells.iloc[i]), name, i + 1, file)
        if len(found) + len(doubtful) > len(best) + len(untold):
            best, untold, header = found, doubtful, i
    if len(best) + len(untold) < HEADER_LEAST:
        return None
    return replace(below(name, cells, header, best), untold=tuple(untold))


def below(sheet: str, cells: pd.DataFrame, header: int, places: dict[str, int]) -> Table:
    """The table whose headings stand in a row, by the place of each column. Footnotes are left out."""
    rows = cells.iloc[header + 1 :, list(places.values())].set_axis(list(places), axis=1)
    filled = rows.map(text).notna().sum(axis=1)
    footnote = (filled <= 1) & rows.get("code", pd.Series(None, index=rows.index, dtype=object)).map(text).isna()
    above = [text(cell) for cell in cells.iloc[:header].to_numpy().ravel()]
    return Table(
        sheet=sheet,
        title=" ".join(filter(None, above)),
        headings={column: text(cells.iloc[header, place]) or "" for column, place in places.items()},
        rows=rows.assign(row=rows.index + 1)[~footnote].reset_index(drop=True),
        all_headings=tuple(filter(None, map(text, cells.iloc[header]))),
    )


def _headings(cells: list[Any], sheet: str, row: int, file: str) -> tuple[dict[str, int], list[Problem]]:
    """Column id and place of every heading understood in a row, and columns that two headings fit alike.

    Of two that fit one column the surer, then the shorter, is it.
    """
    candidates: dict[str, list[tuple[int, int, int]]] = {}
    for place, cell in enumerate(cells):
        said = words(cell)
        if not said or len(said) > HEADING_WORDS:
            continue
        for column, meaning in COLUMNS.items():
            sure = meaning.fits(frozenset(said))
            if sure is not None:
                candidates.setdefault(column, []).append((sure, len(said), place))
    found: dict[str, int] = {}
    untold: list[Problem] = []
    for column, fitting in candidates.items():
        fitting.sort()
        if len(fitting) > 1 and fitting[0][:2] == fitting[1][:2] and len(candidates) >= HEADER_LEAST:
            both = " and ".join(repr(text(cells[place])) for *_, place in fitting[:2])
            untold.append(Problem(file, row, f"sheet {sheet!r}", f"has two columns for {column}: {both}. {UNTOLD}"))
        else:
            found[column] = fitting[0][2]
    return found, untold


def _needs(table: Table, columns: tuple[str, ...], file: str) -> None:
    for column in columns:
        if column not in table.headings:
            looked = " or ".join(repr(wanted) for wanted in COLUMNS[column].any_of)
            raise Refused(
                Problem(
                    file,
                    1,
                    f"sheet {table.sheet!r}",
                    f"has no column for {column}: looked for a heading with the words {looked}. Its headings: {', '.join(table.all_headings)}.",
                )
            )


def _by_name(table: Table, kind: Kind) -> bool:
    return _says(table.sheet, kind)


def _by_title(table: Table, kind: Kind) -> bool:
    return _says(table.title[:100], kind)


def _by_columns(table: Table, kind: Kind) -> bool:
    return set(kind.needs) <= set(table.headings) and not set(kind.lacks) & set(table.headings)


def _says(value: str, kind: Kind) -> bool:
    said = f" {' '.join(words(value))} "
    return any(f" {phrase} " in said for phrase in kind.phrases)
