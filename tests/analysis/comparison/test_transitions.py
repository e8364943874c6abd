"""From one inspection to the next: moves and gaps as published, and a range for what comes."""

import pandas as pd
import pytest

from analysis.comparison.sentences import (
    next_words,
)
from analysis.comparison.standings import (
    BEGUN,
    england,
)
from analysis.comparison.transitions import (
    LONE,
    days_of_inspecting,
    gaps_by_length,
    next_inspection,
    next_range,
    pauses,
    publication_lag,
    since_last,
    transitions,
    waits_by_length,
)

LAST = pd.Timestamp("2025-03-31")


def test_moves_and_gaps_are_as_published(file):
    comparison = england(file, "overall", LAST, BEGUN)
    pairs = transitions(file, comparison)
    assert pairs["move"].value_counts().to_dict() == {"same": 50, "up": 46, "down": 19}
    assert pairs["days"].median() == 1631
    assert gaps_by_length(pairs).sum() == 115


def test_a_joint_grade_is_compared_only_with_another_of_the_same_framework(file):
    pairs = transitions(file, england(file, "children_in_care", LAST, BEGUN))
    assert pairs["move"].value_counts()["not comparable"] == 101
    frameworks = file.inspections.set_index("inspection")["framework"]
    fair = pairs[pairs["move"].isin(["up", "down", "same"])]
    assert (fair["earlier"].map(frameworks) == fair["later"].map(frameworks)).all()


def test_a_range_for_the_next_inspection_comes_from_gaps_that_lasted_longer_than_the_wait(ds):
    pairs = transitions(ds, england(ds, "overall", LAST, BEGUN))
    start = pd.Timestamp("2022-03-07")
    found = next_range(pairs, start, LAST)
    assert start + pd.Timedelta(days=(LAST - start).days) < found.earliest < found.latest
    assert found.longer == (pairs["days"] > (LAST - start).days).sum()
    assert next_range(pairs, start, pd.Timestamp("2030-01-01")) is None
    assert next_range(pairs, pd.NaT, LAST) is None
    assert "an estimate" in next_words(ds, "York", found, start)


def test_a_time_in_which_no_inspection_began_lengthens_no_gap():
    """Twelve months were lost to a pause: gaps of four years over it count as three, and so does a wait."""
    starts = pd.date_range("2018-01-01", "2019-12-31", freq="30D").union(
        pd.date_range("2021-01-01", periods=40, freq="30D")
    )
    (pause,) = pauses(starts.to_series())
    assert str(pause) == "the time between December 2019 and January 2021"
    lost = (pause.last - pause.first).days
    assert days_of_inspecting(pd.Timestamp("2019-06-01"), pd.Timestamp("2022-06-01"), (pause,)) == 1096 - lost
    assert days_of_inspecting(pd.Timestamp("2021-06-01"), pd.Timestamp("2022-06-01"), (pause,)) == 365
    earlier = pd.Series(pd.date_range("2018-01-01", periods=LONE, freq="7D"))
    pairs = pd.DataFrame({"earlier_start": earlier, "later_start": earlier + pd.Timedelta(days=1096 + lost)})
    day = pd.Timestamp("2024-01-01")
    found = next_range(pairs, pd.Timestamp("2023-01-01"), day, (pause,))
    assert (found.earliest, found.latest) == (pd.Timestamp("2026-01-01"), pd.Timestamp("2026-01-01"))
    assert next_range(pairs, pd.Timestamp("2023-01-01"), day).earliest == pd.Timestamp("2026-01-01") + pd.Timedelta(
        days=lost
    )


def test_waits_and_lags_are_counted_from_the_first_day_on_site(ds):
    comparison = england(ds, "overall", LAST, BEGUN)
    since = since_last(ds, comparison).set_index("authority")["days"]
    assert since["york"] == 35
    assert waits_by_length(since_last(ds, comparison)).sum() == 153
    lag = publication_lag(ds, comparison).set_index("inspection")["days"]
    assert lag["york/2022-ilacs"] == 58
    assert (lag > 0).all()


@pytest.mark.parametrize(("first", "day"), list(enumerate(["2022-06-30", "2025-03-31", "2026-08-22"])))
def test_no_inspection_is_foreseen_before_the_day_shown(ds, first, day):
    """Of every third authority on each day, so that each is looked at once."""
    day = pd.Timestamp(day)
    foreseen = 0
    for authority in ds.authorities.loc[ds.authorities["status"] == "current", "authority"].iloc[first::3]:
        found, last = next_inspection(ds, authority, day)
        if found is not None:
            foreseen += 1
            assert found.last == last
            assert last <= day <= found.earliest <= found.latest, authority
    assert foreseen or day.year == 2022
