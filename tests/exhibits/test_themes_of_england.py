"""The themes of all England as bars."""

import pytest

from analysis.comparison.standings import england
from exhibits.themes_of_england import theme_by_parts, themes_of_england
from loaders import Dataset
from tests.reports import england_by_grade


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return england_by_grade(tmp_path_factory.mktemp("england") / "data")


def test_every_theme_stands_under_its_group_and_the_table_has_every_number(ds):
    exhibit = themes_of_england(ds, england(ds, "overall"))
    labels = exhibit.drawn(ds).to_dict()["layout"]["yaxis"]["ticktext"]
    assert labels[0].strip() == "<b>Help and protection</b>"
    assert len(labels) == len(ds.themes) + ds.themes["group"].nunique()
    row = exhibit.table.set_index("Theme").loc["Supervision"]
    assert (row["Reports"], row["Weak"], row["Not covered"], row["Asked for"], row["Weak in %"]) == (22, 12, 1, 10, 55)


def test_another_order_leaves_the_groups_out(ds):
    exhibit = themes_of_england(ds, england(ds, "overall"), order="Most often weak first")
    assert exhibit.drawn(ds).to_dict()["layout"]["yaxis"]["ticktext"][0].strip() == "Supervision"


def test_one_theme_stands_in_each_part_with_ten_reports(ds):
    exhibit = theme_by_parts(ds, england(ds, "overall"), "supervision")
    assert list(exhibit.table["Number"]) == [22, 11, 10, 22, 11, 10]
    assert "21 of them read once" in exhibit.key
