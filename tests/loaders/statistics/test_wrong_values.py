"""A value that is not understood is named with its sheet, row and column, and nothing is written."""

from datetime import date
from pathlib import Path

import pytest

from loaders.statistics.edition import NotUnderstood
from tests.builders import small_data
from tests.loaders.statistics.editions import HISTORY, IN_YEAR, LATEST, contents, make, run
from tests.spreadsheets import GRADES, small_edition, write_ods


def wrong(tmp_path: Path, sheets: dict) -> list[str]:
    """What is said of an edition in which values are wrong."""
    with pytest.raises(NotUnderstood) as raised:
        make(tmp_path, sheets)
    return [str(problem) for problem in raised.value.problems]


BAD_VALUES = {
    "unknown authority code": (HISTORY, 2, 1, "E99999999", "row 3, column 'authority code': found 'E99999999' for 'Leeds'; not a code of authorities.csv."),
    "no authority code": (HISTORY, 2, 1, None, "row 3, column 'authority code': found 'nothing' for 'Leeds'; not a code"),
    "code of another": (HISTORY, 2, 1, "E06000014", "row 3, column 'authority code': found 'E06000014', the code of York, beside the name 'Leeds'."),
    "a grade spelt anew": (LATEST, 4, 6, "Outstandng", "row 5, column 'Overall effectiveness': found 'Outstandng'; not a grade that these inspections give. Did you mean 'Outstanding'?"),
    "no grade": (LATEST, 4, 7, None, f"row 5, column '{GRADES[1]}': is blank, but an inspection begun on 2024-04-22 has this grade."),
    "a grade too many": (HISTORY, 2, 12, "Good", "row 3, column 'The experiences and progress of care leavers': found 'Good', but an inspection begun on 2022-02-21 (ILACS 2018) has no such grade."),
    "a grade of a visit": (IN_YEAR, 5, 7, "Good", "row 6, column 'Overall effectiveness': found 'Good', but a focused visit gives no grades."),
    "no such day": (IN_YEAR, 5, 4, "31 February 2025", "row 6, column 'Inspection/Visit date': found '31 February 2025'; not a date."),
    "a number for a date": (IN_YEAR, 5, 4, 45692, "row 6, column 'Inspection/Visit date': found '45692'; not a date."),
    "a day to come": (IN_YEAR, 5, 4, date(2052, 2, 4), "found 2052-02-04; not between 2018-01-01, when these inspections began, and 2025-03-31, at which the file stands."),
    "before all ILACS": (HISTORY, 3, 5, date(1919, 9, 23), "row 4, column 'Inspection date': found 1919-09-23; not between"),
    "no start": (IN_YEAR, 5, 4, None, "row 6, column 'Inspection/Visit date': is blank."),
    "published before it began": (IN_YEAR, 5, 5, date(2024, 3, 4), "row 6, column 'Publication date': found 2024-03-04; not in the two years after the start on 2025-02-04."),
    "an unknown type": (IN_YEAR, 5, 6, "ILACS Longer Look", "row 6, column 'Inspection/Visit type': found 'ILACS Longer Look'; not a type of inspection that is known here."),
    "tables that disagree": (LATEST, 4, 6, "Good", f"found 'Good', but sheet '{HISTORY}', row 5 says 'Outstanding'."),
    "one report, two starts": (LATEST, 4, 4, date(2024, 4, 23), "found a start on 2024-04-23, but sheet 'ILACS_inspection_history', row 5, published on the same day, began on 2024-04-22."),
}  # fmt: skip


@pytest.mark.parametrize(("sheet", "row", "column", "value", "said"), BAD_VALUES.values(), ids=BAD_VALUES)
def test_a_value_that_is_not_understood_is_named_with_sheet_row_and_column(tmp_path, sheet, row, column, value, said):
    sheets = small_edition()
    sheets[sheet][row][column] = value
    found = wrong(tmp_path, sheets)
    assert any(said in problem and f"sheet '{sheet}', row {row + 1}" in problem for problem in found), found


def test_an_inspection_that_stands_twice_in_a_sheet_is_named(tmp_path):
    sheets = small_edition()
    sheets[HISTORY].append(list(sheets[HISTORY][2]))
    assert (
        f"sheet '{HISTORY}', row 6: the same inspection stands in sheet '{HISTORY}', row 3."
        in wrong(tmp_path, sheets)[0]
    )


def test_every_problem_is_listed_and_nothing_is_written(tmp_path):
    data = small_data(tmp_path)
    before = contents(data)
    sheets = small_edition()
    sheets[LATEST][4][6], sheets[HISTORY][2][1], sheets[IN_YEAR][5][4] = "Outstandng", "E99999999", "soon"
    done = run(write_ods(tmp_path / "a.ods", sheets), data)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert all(any(found in line for line in lines) for found in ("Outstandng", "E99999999", "'soon'"))
    assert lines[-1] == "Nothing was written."
    assert contents(data) == before
