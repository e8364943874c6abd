"""Workbooks, opened again and compared with what went in."""

import io

import openpyxl
import pandas as pd
import pytest

from analysis.selection import Selection
from exhibits.grades import grades_over_time
from exhibits.style import GRADES
from exports.workbook import dataset_workbook, exhibit_workbook, table_workbook
from loaders import Dataset
from loaders.dataset.contract import data_dictionary


@pytest.fixture(scope="module")
def book(ds) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(dataset_workbook(ds)))


def rows(sheet) -> list[list]:
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def plain(value: object) -> object:
    """A value of a frame as a workbook gives it back."""
    return None if pd.isna(value) else value.to_pydatetime() if isinstance(value, pd.Timestamp) else value


def test_the_whole_data_set_comes_back_cell_by_cell(ds, book):
    for name in ("inspections", "grades", "findings", "actions", "recommendation_themes"):
        frame, (heading, *body) = getattr(ds, name), rows(book[name])
        assert heading == list(frame.columns)
        assert body == [[plain(value) for value in row] for row in frame.itertuples(index=False)]


def test_each_sheet_has_a_frozen_heading_and_a_filter(book):
    for sheet in book.worksheets[1:]:
        assert sheet.freeze_panes == "B2", sheet.title
        assert sheet.auto_filter.ref.startswith("A1:"), sheet.title


def test_the_cover_says_what_when_licence_and_how_to_cite(ds, book):
    said = {row[0]: row[1] for row in rows(book["About"])[3:]}
    assert said["Data as at"] == "22 August 2026"
    assert "Open Government Licence" in said["Licence"]
    assert said["How to cite it"].startswith("Inspections over time: ")
    assert ds.fingerprint in said["Version"]


def test_a_table_of_an_earlier_day_says_so(ds):
    earlier = pd.Timestamp("2023-12-31")
    book = openpyxl.load_workbook(io.BytesIO(table_workbook(ds, "Days", pd.DataFrame({"When": ["now"]}), earlier)))
    said = {row[0]: row[1] for row in rows(book["About"])[3:]}
    assert said["Data as at"] == "31 December 2023"
    assert said["How to cite it"].endswith("data as at 31 December 2023.")


def test_a_grade_stands_in_words_and_in_its_colours(ds):
    exhibit = grades_over_time(ds, Selection(("york",)))
    sheet = openpyxl.load_workbook(io.BytesIO(exhibit_workbook(ds, exhibit)))["Table"]
    seen = {cell.value: cell.fill.fgColor.rgb for row in sheet.iter_rows(min_row=2) for cell in row if cell.value}
    assert seen["Outstanding"] == "FF" + GRADES["outstanding"].fill[1:]
    assert seen["Good (only hints at the strand)"] == "FF" + GRADES["good"].fill[1:]
    assert seen["Not judged under this framework"] == "00000000"


def test_a_day_is_a_date_and_a_month_is_not(ds):
    table = pd.DataFrame(
        {"When": ["7 March 2022", "March 2012", None], "Day": pd.to_datetime(["2022-05-04", None, None])}
    )
    sheet = openpyxl.load_workbook(io.BytesIO(table_workbook(ds, "Days", table, ds.as_at)))["Table"]
    assert [sheet["A2"].is_date, sheet["A3"].value, sheet["A4"].value, sheet["B2"].is_date] == [
        True,
        "March 2012",
        None,
        True,
    ]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@sum", "\tx", " =x"])
def test_nothing_in_a_workbook_runs(ds, cell):
    sheet = openpyxl.load_workbook(
        io.BytesIO(table_workbook(ds, cell, pd.DataFrame({cell: [cell, "Máire"]}), ds.as_at))
    )["Table"]
    for place in ("A1", "A2"):
        assert sheet[place].data_type == "s"
        assert sheet[place].quotePrefix
    assert sheet["A3"].value == "Máire"


def test_two_workbooks_of_the_same_data_are_the_same_bytes(ds):
    exhibit = grades_over_time(ds, Selection(("york",)))
    assert exhibit_workbook(ds, exhibit) == exhibit_workbook(ds, exhibit)


def test_an_empty_table_is_a_workbook_too(ds):
    sheet = openpyxl.load_workbook(io.BytesIO(table_workbook(ds, "None", pd.DataFrame(columns=["Strand"]), ds.as_at)))[
        "Table"
    ]
    assert rows(sheet) == [["Strand"]]


def test_the_dictionary_explains_each_column_of_each_frame(ds):
    table = data_dictionary()
    for name in Dataset.frame_names():
        assert table.loc[table["frame"] == name, "column"].tolist() == list(getattr(ds, name).columns)
    assert table["meaning"].str.endswith(".").all()
