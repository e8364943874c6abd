"""Days as people write them, and those that the data can be seen from."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.days import day_refusal, read_day
from loaders import load
from tests.builders import SAMPLE

SPELLINGS = {
    "31 December 2023": "2023-12-31",
    "  31  december 2023 ": "2023-12-31",
    "31 Dec 2023": "2023-12-31",
    "31st December, 2023": "2023-12-31",
    "December 31, 2023": "2023-12-31",
    "31/12/2023": "2023-12-31",
    "31-12-2023": "2023-12-31",
    "31/12/23": "2023-12-31",
    "2023-12-31": "2023-12-31",
    "1.2.2024": "2024-02-01",
    "1 sept 2024": "2024-09-01",
    "December 2023": "2023-12-31",
    "Feb 2024": "2024-02-29",
    "2023-02": "2023-02-28",
    "9/2024": "2024-09-30",
}
NO_DAYS = [
    "",
    "banana",
    "31 April 2024",
    "31 Decembre 2023",
    "12/31/2023",
    "31 December",
    "yesterday",
    "1 1 1",
    "0001-01-01",
    "9999-12-31",
]


@pytest.mark.parametrize("text", SPELLINGS)
def test_a_day_is_read_in_the_usual_forms(text):
    assert read_day(text) == pd.Timestamp(SPELLINGS[text])


@pytest.mark.parametrize("text", NO_DAYS)
def test_what_is_no_day_is_not_taken_for_one(text):
    assert read_day(text) is None
    assert day_refusal(load(SAMPLE), text).endswith("Write it like 31 December 2023, 31/12/2023 or December 2023.")


@given(
    st.dates(pd.Timestamp("1900-01-01").date(), pd.Timestamp("2199-12-31").date()),
    st.sampled_from(["%d %B %Y", "%d/%m/%Y", "%Y-%m-%d"]),
)
def test_every_day_of_the_calendar_is_read_as_itself(day, form):
    assert read_day(day.strftime(form)) == pd.Timestamp(day)


@given(st.text(max_size=30))
def test_no_text_makes_it_fail(text):
    read = read_day(text)
    assert read is None or 1900 <= read.year <= 2199


def test_a_day_that_shows_nothing_is_refused_with_the_reason():
    ds = load(SAMPLE)
    late, early = day_refusal(ds, "23 August 2026"), day_refusal(ds, "13 May 2012")
    assert late == "Nothing is known here after 22 August 2026, so 23 August 2026 cannot be chosen."
    assert early == "The first report held here is of 14 May 2012, so nothing was known on 13 May 2012."
    assert day_refusal(ds, "14 May 2012") == day_refusal(ds, "22 August 2026") == ""
