"""What the data says of its frameworks."""

import dataclasses

import pandas as pd
import pytest

from analysis.frameworks import (
    compared_kind,
    graded_frameworks,
    judged_together,
    no_longer_judged_since,
    own_phrases,
    strand_phrases,
    strands,
)


def test_strands_stand_in_the_order_of_pages_and_each_has_a_phrase(ds):
    assert strands(ds)[0] == "overall"
    assert set(strands(ds)) <= set(strand_phrases(ds))
    assert strand_phrases(ds)["help_and_protection"] == "for help and protection"


def test_visits_give_no_grades(ds):
    assert "ilacs_2018" in graded_frameworks(ds)
    assert not {"focused_visit", "jtai", "monitoring_visit", "thematic"} & graded_frameworks(ds)


def test_care_leavers_are_a_strand_that_was_judged_together_with_another(ds):
    assert "care_leavers" in judged_together(ds)
    assert "leaders" not in judged_together(ds)


def test_authorities_are_compared_on_the_kind_that_the_statistics_grade(ds):
    assert compared_kind(ds)[:2] == ("ilacs", "ILACS")
    assert compared_kind(ds).since == pd.Timestamp("2018-01-01")
    without = dataclasses.replace(ds, judgements=ds.judgements.assign(statistics=None))
    with pytest.raises(LookupError, match="data/frameworks"):
        compared_kind(without)


def test_a_strand_that_is_no_longer_judged_has_a_last_day(ds):
    assert no_longer_judged_since(ds, "overall") == pd.Timestamp("2026-04-01")
    assert pd.isna(no_longer_judged_since(ds, "leaders"))


def test_judgements_of_the_whole_have_words_of_their_own(ds):
    assert set(own_phrases(ds)) <= set(ds.frameworks["framework"])
    assert "for safeguarding services" in own_phrases(ds)["slac"].values()
