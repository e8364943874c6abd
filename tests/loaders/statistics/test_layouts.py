"""An edition that is laid out a little differently reads the same, and columns written down for one are those that are read."""

from datetime import date

import pytest

from loaders.records.problems import Refused
from tests.builders import small_data, write
from tests.loaders.statistics.editions import HISTORY, IN_YEAR, LATEST, contents, make, take
from tests.spreadsheets import GRADES, small_edition


def renamed_sheets(sheets: dict) -> dict:
    names = {LATEST: "Latest outcomes", IN_YEAR: "2. In year visits", HISTORY: "History of inspections (ILACS)"}
    return {names.get(name, name): rows for name, rows in sheets.items()}


def sheets_without_a_telling_name(sheets: dict) -> dict:
    cut = {LATEST: 2, IN_YEAR: 1, HISTORY: 1}
    return {
        f"Table {i}" if name in cut else name: rows[cut.get(name, 0) :] for i, (name, rows) in enumerate(sheets.items())
    }


def other_order_of_sheets(sheets: dict) -> dict:
    return dict(reversed(sheets.items()))


def columns_reversed(sheets: dict) -> dict:
    return {name: [row[::-1] if len(row) > 2 else row for row in rows] for name, rows in sheets.items()}


def extra_title_rows(sheets: dict) -> dict:
    return {
        name: [rows[0], [None], ["Some shorthand is used, see the notes."], *rows[1:]] for name, rows in sheets.items()
    }


def extra_columns(sheets: dict) -> dict:
    def wider(row: list) -> list:
        return (
            [*row, "Previous overall effectiveness", "ONS region code"]
            if "Overall effectiveness" in row
            else [*row, "Good", "E12000003"]
        )

    return {name: [wider(row) if len(row) > 2 else row for row in rows] for name, rows in sheets.items()}


def renamed_columns(sheets: dict) -> dict:
    words = {
        "Local authority area code": "Local authority ONS code",
        "Inspection date": "Inspection start date",
        "Inspection/Visit date": "Visit\u00a0date",
        "Publication date": "Date of publication ",
        "Overall effectiveness": "Overall effectiveness of the local authority",
        GRADES[1]: "Impact of leaders on practice",
        GRADES[3]: "Experiences of children in care",
        "Visit Theme": "theme of visit",
    }
    return {name: [[words.get(cell, cell) for cell in row] for row in rows] for name, rows in sheets.items()}


def footnotes_and_blank_rows(sheets: dict) -> dict:
    return {name: [*rows, [None], ["Source: Ofsted"]] for name, rows in sheets.items()}


def dates_as_text(sheets: dict) -> dict:
    return {
        name: [[f"{c:%d %B %Y}" if isinstance(c, date) else c for c in row] for row in rows]
        for name, rows in sheets.items()
    }


CHANGES = [
    renamed_sheets,
    sheets_without_a_telling_name,
    other_order_of_sheets,
    columns_reversed,
    extra_title_rows,
    extra_columns,
    renamed_columns,
    footnotes_and_blank_rows,
    dates_as_text,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_small_change_of_layout_changes_no_record(tmp_path, change):
    assert make(tmp_path, change(small_edition())) == make(tmp_path)


def test_the_columns_that_an_edition_names_are_those_that_are_read(tmp_path):
    data, sheets = small_data(tmp_path), small_edition()
    take(data)
    expected = contents(data)["statistics/2025-03-31.csv"]
    for row in sheets[HISTORY]:
        row[:] = ["Column seven" if cell == "Overall effectiveness" else cell for cell in row]
    sheets["History"] = sheets.pop(HISTORY)
    with pytest.raises(Refused, match="has no sheet 'ILACS_inspection_history'"):
        take(data, sheets)
    edition = data / "statistics/2025-03-31.yaml"
    text = edition.read_text(encoding="utf-8").replace(HISTORY, "History")
    write(edition, text)
    with pytest.raises(Refused, match="sheet 'History': has no column 'Overall effectiveness'"):
        take(data, sheets)
    write(
        edition, text.replace("overall_effectiveness: Overall effectiveness", "overall_effectiveness: Column seven", 1)
    )
    take(data, sheets)
    assert contents(data)["statistics/2025-03-31.csv"] == expected
