"""A file that is no edition, or lacks a sheet, a column or its day, is refused with what was looked for."""

import io
import zipfile

import pytest

from tests.loaders.statistics.editions import HISTORY, IN_YEAR, LATEST, refused
from tests.spreadsheets import small_edition, write_ods


def test_a_missing_sheet_is_named_with_what_was_looked_for(tmp_path):
    sheets = small_edition()
    del sheets[IN_YEAR]
    said = refused(write_ods(tmp_path / "a.ods", sheets))
    assert "more than one, with the inspections and visits of the year: looked for" in said
    assert "has the words 'in year' or 'activity'" in said
    assert f"Its sheets: Cover, {LATEST}, {HISTORY}." in said


@pytest.mark.parametrize(
    ("sheet", "heading", "said"),
    [
        (
            HISTORY,
            "Overall effectiveness",
            "has no column for overall_effectiveness: looked for a heading with the words 'overall effectiveness'",
        ),
        (IN_YEAR, "Visit Theme", "has no column for theme: looked for a heading with the words 'theme'"),
        (
            LATEST,
            "Publication date",
            "has no column for published: looked for a heading with the words 'publication date' or 'published'",
        ),
        (
            LATEST,
            "Local authority area code",
            "has no column for code: looked for a heading with the words 'area code'",
        ),
    ],
    ids=lambda value: value if " " not in value else None,
)
def test_a_missing_column_is_named_with_its_sheet_and_what_was_looked_for(tmp_path, sheet, heading, said):
    sheets = small_edition()
    for row in sheets[sheet]:
        row[:] = ["Remarks" if cell == heading else cell for cell in row]
    found = refused(write_ods(tmp_path / "a.ods", sheets))
    assert f"sheet '{sheet}': {said}" in found
    assert "Its headings: " in found


def test_two_columns_for_one_thing_are_named(tmp_path):
    sheets = small_edition()
    sheets[HISTORY][1][0] = "Overall effectiveness"
    assert "has two columns for overall_effectiveness" in refused(write_ods(tmp_path / "a.ods", sheets))


def test_a_file_that_does_not_say_its_day_is_refused(tmp_path):
    sheets = small_edition()
    sheets["Cover"][0][0] = sheets[LATEST][0][0] = "Local authority inspection outcomes"
    assert "does not say at which day it stands" in refused(write_ods(tmp_path / "a.ods", sheets))


def truncated(good: bytes) -> bytes:
    return good[: len(good) // 2]


def spoilt_inside(good: bytes) -> bytes:
    spoilt = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(spoilt, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name)[:300] if name == "content.xml" else source.read(name))
    return spoilt.getvalue()


def other_package(_: bytes) -> bytes:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", "<workbook/>")
    return other.getvalue()


BAD = {
    "empty": lambda _: b"",
    "web page": lambda _: b"<!doctype html><p>Not found",
    "truncated": truncated,
    "spoilt": spoilt_inside,
    "xlsx": other_package,
}


@pytest.mark.parametrize("make_bad", BAD.values(), ids=BAD)
def test_a_file_that_is_no_ods_gives_one_clear_message(tmp_path, make_bad):
    path = write_ods(tmp_path / "a.ods", small_edition())
    path.write_bytes(make_bad(path.read_bytes()))
    assert refused(path) == (
        "a.ods:1: is not an ODS or XLSX spreadsheet, or is cut short. "
        "Download Ofsted's 'Local authority inspection outcomes' again, and give that file."
    )


def test_another_ods_is_told_from_ofsteds(tmp_path):
    said = refused(write_ods(tmp_path / "a.ods", {"Sheet1": [["Name", "Price"], ["Tea", 3]]}))
    assert "Read are Ofsted's 'Local authority inspection outcomes'" in said


def test_another_publication_of_ofsted_is_named_as_such(tmp_path):
    sheets = {
        "Cover": [["State-funded schools inspections and outcomes as at 31 August 2024"]],
        "Leavers+Joiners": [
            ["Local authority", "Joiner status", "Leaver status", "Type", "Inspection date"],
            ["Leeds", "a", "b", "c", "2024-01-01"],
        ],
    }
    said = refused(write_ods(tmp_path / "a.ods", sheets))
    assert "says that it is 'State-funded schools inspections and outcomes as at 31 August 2024'" in said
    assert "Take out" not in said
    assert "ename" not in said
