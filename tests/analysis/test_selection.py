"""What an address chooses."""

import pandas as pd
import pytest

from analysis.days import day_refusal
from analysis.selection import (
    Selection,
    authority_names,
    canonical,
    compare_words,
    days_to_choose,
    find_authorities,
    in_words,
    past_sentence,
    read_selection,
    subject_only_sentence,
)


def test_names_ids_and_aliases_mean_the_same_authority(ds):
    assert find_authorities(["York", "york", "City of York", "Atlantis"], ds) == ["york"]


def test_the_first_authority_is_the_subject(ds):
    found = read_selection(ds, ["Leeds", "york"])
    assert found.authorities == ("leeds", "york")
    assert found.subject == "leeds"
    assert found.as_at is None or pd.isna(found.as_at)


def test_a_day_is_read_in_any_spelling(ds):
    for words in ("31 December 2023", "31/12/2023", "2023-12-31"):
        assert read_selection(ds, ["york"], words).as_at == pd.Timestamp("2023-12-31")


def test_an_address_is_brought_into_the_words_shown_without_repeats(ds):
    query = [("authority", "york"), ("authority", "City of York"), ("as_at", "2023-12-31")]
    assert canonical(query, ds) == [("authority", "York"), ("as_at", "31 December 2023")]
    assert canonical(canonical(query, ds), ds) == canonical(query, ds)


def test_days_worth_choosing_are_offered_newest_first(ds):
    days = [pd.Timestamp(day) for day in days_to_choose(ds, Selection(("york",)))]
    assert days == sorted(days, reverse=True)


def test_only_authorities_of_which_something_is_held_are_offered(ds):
    assert set(authority_names(ds).values()) == set(ds.inspections["authority"])


def test_what_is_chosen_is_said(ds):
    pair = Selection(("york", "leeds"), pd.Timestamp("2023-12-31"))
    assert "York" in subject_only_sentence(ds, pair)
    assert compare_words(ds, pair)
    assert "31 December 2023" in past_sentence(pair)


@pytest.mark.parametrize("day", ["1990-01-01", "2099-01-01", "soon"])
def test_a_day_that_the_box_refuses_is_refused_in_an_address_too(ds, day):
    assert in_words("as_at", day, ds) is None
    assert day_refusal(ds, day)
