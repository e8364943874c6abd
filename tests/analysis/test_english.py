"""Words, numbers and dates in plain English."""

from types import SimpleNamespace

import pandas as pd
import pytest

from analysis import english


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "no visits"), (1, "one visit"), (10, "ten visits"), (11, "11 visits"), (1200, "1,200 visits")],
)
def test_things_are_counted_in_words_up_to_ten(count, words):
    assert english.counted(count, "visit") == words


def test_a_list_is_joined_and_a_long_one_says_how_many_more():
    assert english.joined(["a"]) == "a"
    assert english.joined(["a", "b", "c"]) == "a, b and c"
    assert english.some(list("abcdefgh")) == "a, b, c, d, e and three more"
    assert english.listed(["York, Leeds", "Hull"]) == "York, Leeds; Hull"


@pytest.mark.parametrize(("precision", "words"), [("day", "7 March 2022"), ("month", "March 2022"), ("year", "2022")])
def test_a_day_is_never_more_precise_than_its_source(precision, words):
    assert english.day(pd.Timestamp("2022-03-07"), precision) == words


def test_a_missing_day_is_unknown():
    assert english.day(pd.NaT) == "date unknown"


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-03-07", "2022-03-18", "7 to 18 March 2022"),
        ("2025-02-24", "2025-03-07", "24 February to 7 March 2025"),
        ("2024-12-16", "2025-01-10", "16 December 2024 to 10 January 2025"),
        ("2022-03-07", None, "from 7 March 2022"),
    ],
)
def test_the_days_of_an_inspection_are_said_without_repeats(start, end, words):
    row = SimpleNamespace(start=pd.Timestamp(start), end=pd.Timestamp(end), date_precision="day")
    assert english.dates(row) == words


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2022-03-07", "2022-03-18", "March 2022"),
        ("2025-02-24", "2025-03-07", "February and March 2025"),
        ("2024-12-16", "2025-01-10", "December 2024 and January 2025"),
        ("2024-09-30", "2025-01-16", "September 2024 to January 2025"),
        ("2023-05-01", "2023-08-04", "May to August 2023"),
        ("2022-03-07", None, "March 2022"),
    ],
)
def test_months_between_are_not_left_out(start, end, words):
    assert english.months(pd.Timestamp(start), end and pd.Timestamp(end)) == words


def test_a_sentence_has_a_capital_and_one_full_stop():
    assert english.sentence("it rose") == "It rose."
    assert english.sentence("Did it rise?") == "Did it rise?"


def test_a_name_keeps_its_capitals_inside_a_sentence():
    assert english.lower_first("The grade") == "the grade"
    assert english.lower_first("ILACS 2018") == "ILACS 2018"
