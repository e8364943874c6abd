"""Workbooks (XLSX): a cover sheet, a data dictionary, sheets with frozen headings, filters, real dates and coloured grades."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from analysis import citations, english
from analysis.days import read_day
from analysis.grades.comparability import HINT
from exhibits import Exhibit
from exhibits.style import GRADES, INK, MUTED, SHADE, Look
from loaders import Dataset, kept
from loaders.dataset.contract import TABLES, data_dictionary

from .csv_files import is_formula

PRODUCT = "Inspections over time"
WIDE, WIDEST, NARROW = 110, 60, 24
"""Widths of columns, in letters: of the cover, and the widest and narrowest of a table."""
DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}")
LINE = 13.0
LONGEST = 32_767
"""Letters that a cell can hold."""

About = Sequence[tuple[str, str]]


def exhibit_workbook(ds: Dataset, exhibit: Exhibit, address: str = "") -> bytes:
    """The table behind an exhibit, with a cover sheet that says what it shows, who says it, and how to cite it."""
    about = [
        ("What it shows", exhibit.sentence),
        ("Who says it", exhibit.said_by),
        *([("Signs", exhibit.key.replace("**", ""))] if exhibit.key else []),
        *origin(exhibit.title, exhibit.sources, exhibit.as_at, address),
    ]
    return _bytes(ds, exhibit.title, about, {"Table": exhibit.table}, exhibit.as_at)


def table_workbook(
    ds: Dataset, title: str, table: pd.DataFrame, as_at: pd.Timestamp, sources: Iterable[str] = (), address: str = ""
) -> bytes:
    """Any table, with the same cover sheet. ``as_at``: the day that the table stands at."""
    return _bytes(ds, title, origin(title, sources, as_at, address), {"Table": table}, as_at)


@kept
def dataset_workbook(ds: Dataset) -> bytes:
    """The whole data set: cover sheet, data dictionary, one sheet per frame that has rows."""
    names = [name for name in ds.frame_names() if len(getattr(ds, name)) and name != "problems"]
    counts = pd.DataFrame(
        {
            "Sheet": names,
            "One row is": [TABLES[name].row for name in names],
            "Rows": [len(getattr(ds, name)) for name in names],
        }
    )
    about = [
        (
            "What it holds",
            f"How Ofsted judged the children’s services of local authorities. It holds {english.counted(len(ds.inspections), 'inspection or visit', 'inspections and visits')} with grades, findings, recommendations and actions. Each kind of row has a sheet.",
        ),
        *origin(
            "The whole data set",
            (f"Each row names its record; the sheet sources lists {len(ds.sources)} documents.",),
            ds.as_at,
            "",
        ),
        ("Version", f"Data {ds.fingerprint}"),
    ]
    dictionary = data_dictionary().set_axis(["Sheet", "Column", "Type", "What it holds"], axis=1)
    sheets = {"Contents": counts, "Data dictionary": dictionary[dictionary["Sheet"].isin(names)]}
    return _bytes(ds, "The whole data set", about, sheets | {name: getattr(ds, name) for name in names}, ds.as_at)


def origin(title: str, sources: Iterable[str], as_at: pd.Timestamp, address: str) -> list[tuple[str, str]]:
    """The lines that every export carries: source, date, licence, how to cite it, where it came from."""
    return [
        ("Source", "; ".join(sources) or "none held"),
        ("Data as at", english.day(as_at)),
        ("Licence", citations.LICENCE),
        ("How to cite it", citations.table_citation(title, as_at, address)),
        *([("Address of the view", address)] if address else []),
    ]


def _bytes(ds: Dataset, title: str, about: About, sheets: Mapping[str, pd.DataFrame], as_at: pd.Timestamp) -> bytes:
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "subject": PRODUCT, "author": PRODUCT, "created": as_at.to_pydatetime()})
    writer = _Writer(ds, book)
    writer.cover(title, about)
    for name, frame in sheets.items():
        writer.sheet(name, frame)
    book.close()
    return stream.getvalue()


class _Writer:
    """Writes frames into one workbook, with the looks that its cells need."""

    def __init__(self, ds: Dataset, book: Workbook):
        self.book = book
        base = {"font_name": "Arial", "font_size": 10, "valign": "top"}
        self.plain = book.add_format(base)
        self.wrapped = book.add_format(base | {"text_wrap": True})
        self.text = book.add_format(base | {"text_wrap": True, "quote_prefix": True})
        self.date = book.add_format(base | {"num_format": "d mmmm yyyy", "align": "left"})
        self.head = book.add_format(
            base | {"bold": True, "bg_color": SHADE, "font_color": INK, "text_wrap": True, "bottom": 1}
        )
        self.title = book.add_format(base | {"bold": True, "font_size": 16})
        self.label = book.add_format(base | {"bold": True, "font_color": MUTED})
        words = ds.grade_words.dropna(subset="grade")
        looks = {grade: book.add_format(base | _colours(look)) for grade, look in GRADES.items()}
        printed = zip([*words["grade_as_published"], *GRADES], [*words["grade"], *GRADES], strict=True)
        self.grades = {word: looks[grade] for word, grade in printed}

    def cover(self, title: str, about: About) -> None:
        """The first sheet: what this is, and how to cite it."""
        sheet = self.book.add_worksheet("About")
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, WIDE)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.set_row(0, 24)
        self._put(sheet, 0, 0, title, self.title)
        self._put(sheet, 1, 0, PRODUCT, self.plain)
        for row, (label, text) in enumerate(about, start=3):
            self._put(sheet, row, 0, label, self.label)
            self._put(sheet, row, 1, text, self.wrapped)
            sheet.set_row(row, _height([text], WIDE))

    def sheet(self, name: str, frame: pd.DataFrame) -> None:
        """One frame: heading frozen, filter on, columns as wide as they need to be."""
        sheet = self.book.add_worksheet(name[:31])
        rows: list[list[str]] = [[] for _ in range(len(frame))]
        for column, heading in enumerate(frame.columns):
            self._put(sheet, 0, column, str(heading), self.head)
            for row, value in enumerate(frame.iloc[:, column]):
                rows[row].append(self.cell(sheet, row + 1, column, value))
            longest = max([min(len(str(heading)) + 4, NARROW), *(len(row[column]) for row in rows)])
            sheet.set_column(column, column, min(longest + 2, WIDEST))
        sheet.set_row(0, _height([str(heading) for heading in frame.columns], NARROW - 4))
        for row, words in enumerate(rows, start=1):
            sheet.set_row(row, _height(words, WIDEST))
        sheet.freeze_panes(1, 1)
        if len(frame.columns):
            sheet.autofilter(0, 0, len(frame), len(frame.columns) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)

    def cell(self, sheet: Worksheet, row: int, column: int, value: Any) -> str:
        """One cell: a day as a date, a number as a number, a grade in its colours, all else as text. Returns its words."""
        if value is None or pd.isna(value):
            return ""
        if isinstance(value, str):
            if DAY.fullmatch(value) and (day := read_day(value)) is not None:
                value = day
            else:
                self._put(sheet, row, column, value, self.grades.get(value.removesuffix(HINT), self.wrapped))
                return value
        if isinstance(value, pd.Timestamp):
            sheet.write_datetime(row, column, value.to_pydatetime(), self.date)
            return "28 September 2022"
        write = (
            sheet.write_boolean if isinstance(value, bool) or str(value) in ("True", "False") else sheet.write_number
        )
        write(row, column, value, self.plain)
        return str(value)

    def _put(self, sheet: Worksheet, row: int, column: int, text: str, look: Any) -> None:
        """Text, never a formula; one that looks like a formula stays text even when someone edits the cell."""
        if len(text) > LONGEST:
            raise ValueError(f"a cell of {len(text)} letters; a workbook holds {LONGEST}. Take this table away as CSV")
        sheet.write_string(row, column, text, self.text if is_formula(text) else look)


def _height(words: Sequence[str], width: int) -> float:
    """Height of a row in points: programs other than Excel do not work it out from wrapped text."""
    return LINE * max((-(-len(text) // width) for text in words if text), default=1) + 3


def _colours(look: Look) -> dict[str, object]:
    return {"bg_color": look.fill, "font_color": look.text, "bold": True, "text_wrap": True}
