"""How many authorities stand where, over the years and by region."""

import pandas as pd
import pytest

from analysis.comparison.standings import BEGUN, england
from exhibits.stacks import distribution_by_region, distribution_over_time


@pytest.fixture
def everywhere(ds):
    return england(ds, "overall", pd.Timestamp("2025-03-31"), BEGUN)


def test_every_year_counts_every_authority(ds, everywhere):
    table = distribution_over_time(ds, everywhere).table.set_index("As at")
    assert set(table.sum(axis=1)) == {153}
    assert table.loc["31 March 2025", "Outstanding"] == 36


def test_regions_stand_in_the_order_of_their_names(ds, everywhere):
    exhibit = distribution_by_region(ds, everywhere)
    assert list(exhibit.table["Region"]) == sorted(exhibit.table["Region"])
    assert exhibit.table.set_index("Region").to_numpy().sum() == 153
    assert list(exhibit.draw(ds, False).layout.yaxis.ticktext) == list(exhibit.table["Region"])
