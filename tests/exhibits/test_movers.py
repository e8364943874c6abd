"""Who moved, as pairs of tiles."""

import pandas as pd
import pytest

from analysis.comparison.standings import BEGUN, england
from analysis.england.movers import FELL, PAIR, ROSE, ROSE_TWO
from exhibits.movers import MOST, who_moved
from tests.exhibits.whole import whole


@pytest.fixture
def everywhere(ds):
    return england(ds, "overall", pd.Timestamp("2025-03-31"), BEGUN)


@pytest.mark.parametrize("preset", [ROSE, FELL, ROSE_TWO])
def test_a_choice_is_whole_and_its_fastest_stands_on_top(ds, everywhere, preset):
    exhibit = who_moved(ds, everywhere, preset)
    whole(ds, exhibit)
    _, before, after = exhibit.draw(ds, False).data
    rows = min(len(exhibit.table), MOST)
    assert len(before.y) == len(after.y) == rows
    assert after.y[0] == rows - 1
    assert list(after.x) == sorted(after.x)
    assert set(before.x) == {0}
    assert exhibit.table["Authority"].iloc[0] in exhibit.sentence


def test_the_title_counts_and_a_click_names_the_authority(ds, everywhere):
    exhibit = who_moved(ds, everywhere, PAIR, "requires_improvement", "outstanding")
    assert exhibit.title == "Two moves from Requires improvement to be good to Outstanding overall"
    assert "The fastest was York, after 1,085 days." in exhibit.sentence
    assert [data[0] for data in exhibit.draw(ds, True).data[1].customdata] == ["york", "leicestershire"]


def test_where_nobody_moved_so_it_says_so(ds):
    exhibit = who_moved(ds, england(ds, "care_leavers", pd.Timestamp("2025-03-31"), BEGUN), ROSE)
    whole(ds, exhibit)
    assert exhibit.draw is None
    assert exhibit.sentence.startswith("No two full inspections")
