"""A theme beside neighbours, region and England."""

import pytest

from exhibits.theme_beside import theme_beside_others
from loaders import Dataset
from tests.reports import york_beside


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return york_beside(tmp_path_factory.mktemp("england") / "data")


def test_each_group_stands_with_its_base(ds):
    exhibit = theme_beside_others(ds, "york", "supervision")
    assert exhibit.title == "Supervision: weak in the latest report on York"
    assert list(exhibit.table["Who"]) == ["Its statistical neighbours", "Yorkshire and the Humber", "England"]
    assert list(exhibit.table["Reports"]) == [2, 2, 5]
    labels = exhibit.drawn(ds).to_dict()["layout"]["yaxis"]["ticktext"]
    assert [label.strip() for label in labels] == [
        "Its statistical neighbours, 2",
        "Yorkshire and the Humber, 2",
        "England, 5",
    ]


def test_where_the_latest_report_was_not_read_the_title_says_so(ds):
    assert theme_beside_others(ds, "kent", "supervision").title == "Supervision: no report on Kent was read that counts"
