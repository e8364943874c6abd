"""Tables that a spreadsheet opens right, and in which nothing runs."""

import pandas as pd
import pytest

from exports.csv_files import csv_bytes


def test_the_exact_bytes_of_a_table():
    table = pd.DataFrame(
        {
            "Name": ["Máire", "=1+1"],
            "Day": pd.to_datetime(["2022-05-04", None]),
            "Count": pd.array([3, None], dtype="Int64"),
        }
    )
    assert csv_bytes(table) == "\ufeffName,Day,Count\r\nMáire,2022-05-04,3\r\n'=1+1,,\r\n".encode()


@pytest.mark.parametrize("cell", ["=cmd", "+1", "-1", "@sum", "\tx", "\rx", "  =x"])
def test_text_that_a_spreadsheet_would_run_is_made_harmless(cell):
    assert "'" + cell in csv_bytes(pd.DataFrame({"a": [cell]})).decode("utf-8-sig")


def test_numbers_and_plain_text_stay_as_they_are():
    assert csv_bytes(pd.DataFrame({"a": [-1, 2]})).decode("utf-8-sig") == "a\r\n-1\r\n2\r\n"
