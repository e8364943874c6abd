"""Who moved from one grade to another."""

import pandas as pd
import pytest

from analysis.comparison.standings import BEGUN, england
from analysis.comparison.transitions import transitions
from analysis.england.movers import FELL, PAIR, ROSE, ROSE_TWO, movers, presets


@pytest.fixture
def everywhere(file):
    return england(file, "overall", pd.Timestamp("2025-03-31"), BEGUN)


def test_a_pair_of_grades_names_who_moved_between_them(file, everywhere):
    rose = movers(file, everywhere, PAIR, "requires_improvement", "outstanding")
    assert dict(zip(rose["authority"], rose["days"], strict=True)) == {"leicestershire": 1673, "york": 1085}
    assert rose["authority"].iloc[0] == "york"


@pytest.mark.parametrize("preset", [ROSE, FELL, ROSE_TWO])
def test_every_choice_is_that_part_of_all_moves_the_fastest_first(file, everywhere, preset):
    found = movers(file, everywhere, preset)
    assert len(found)
    assert found["days"].is_monotonic_increasing
    every = transitions(file, everywhere)
    wanted = {
        ROSE: (every["earlier_grade"] == "inadequate") & (every["later_grade"] == "good"),
        FELL: (every["earlier_grade"] != "inadequate") & (every["later_grade"] == "inadequate"),
        ROSE_TWO: every["earlier_rank"] - every["later_rank"] > 1,
    }[preset] & every["move"].isin(["up", "down", "same"])
    assert set(found["later"]) == set(every.loc[wanted, "later"])


def test_the_choices_are_named_in_the_words_of_the_scale(ds):
    assert list(presets(ds).values())[:2] == ["Inadequate to Good", "Fell to Inadequate"]


def test_a_scale_with_more_grades_has_the_same_choices(ds, monkeypatch):
    more = {"outstanding": "Outstanding", "good": "Good", "fair": "Fair", "weak": "Weak", "inadequate": "Inadequate"}
    monkeypatch.setattr("analysis.england.movers.movement_grades", lambda ds: more)
    assert presets.__wrapped__(ds)[ROSE] == "Inadequate to Good"
