"""The share of weak reports, by grade."""

import pytest

from analysis.comparison.standings import england
from exhibits.theme_grid import themes_by_grade
from loaders import Dataset
from tests.reports import england_by_grade


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return england_by_grade(tmp_path_factory.mktemp("england") / "data")


def test_a_cell_is_the_share_with_that_grade_that_are_weak(ds):
    exhibit = themes_by_grade(ds, england(ds, "overall"), "good", "requires_improvement")
    first = exhibit.table.iloc[0]
    assert first["Theme"] == "Supervision"
    assert first["Weak: Good"] == "2 of 11 (18%)"
    assert first["Weak: Requires improvement to be good"] == "10 of 10 (100%)"
    for narrow in (False, True):
        assert list(exhibit.drawn(ds, narrow).to_dict()["data"][0]["text"])[:2] == ["18%", "100%"]


def test_a_grade_that_too_few_reports_gave_is_not_compared(ds):
    exhibit = themes_by_grade(ds, england(ds, "overall"), "good", "inadequate")
    assert exhibit.draw is None
    assert exhibit.sentence == "A share needs ten reports or more that gave the same grade."
