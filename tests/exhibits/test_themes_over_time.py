"""Themes over time, and what followed a weak look."""

import pytest

from analysis.comparison.standings import england
from exhibits.themes_over_time import one_theme_over_time, themes_over_time, turned_round
from loaders import Dataset
from tests.reports import england_twice


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return england_twice(tmp_path_factory.mktemp("england") / "data")


def test_a_line_parts_the_frameworks_and_headings_name_time_framework_and_base(ds):
    exhibit = themes_over_time(ds, england(ds, "overall"))
    layout = exhibit.drawn(ds).to_dict()["layout"]
    assert layout["xaxis"]["ticktext"] == ["2019<br>ILACS 2018<br>14 reports", "2024<br>ILACS 2023<br>13 reports"]
    assert [shape["x0"] for shape in layout["shapes"]] == [0.5]
    row = exhibit.table.set_index("Theme").loc["Supervision"]
    assert list(row) == ["14 of 14 (100%)", "1 of 13 (8%)"]


def test_one_theme_has_a_gap_between_two_frameworks(ds):
    exhibit = one_theme_over_time(ds, england(ds, "overall"), "supervision")
    labels = [label.strip() for label in exhibit.drawn(ds).to_dict()["layout"]["yaxis"]["ticktext"]]
    assert labels == ["2019, ILACS 2018, 14", "", "2024, ILACS 2023, 13"]
    assert len(exhibit.table) == 2


def test_what_followed_is_drawn_where_ten_looks_were_weak_and_listed_for_all(ds):
    exhibit = turned_round(ds, england(ds, "overall"))
    figure = exhibit.drawn(ds).to_dict()
    assert [label.strip() for label in figure["layout"]["yaxis"]["ticktext"]] == ["Supervision, 14"]
    assert [trace["name"] for trace in figure["data"]] == ["– Still weak", "± In between", "+ Turned round"]
    assert len(exhibit.table) == len(ds.themes)
    assert exhibit.table.set_index("Theme").loc["Plans and planning", "Slipped"] == 2
