"""Themes time by time, each framework apart."""

import pytest

from analysis.comparison.standings import england
from analysis.england.theme_sentences import over_time_sentence
from analysis.england.themes_over_time import breaks, theme_over_time, times, weak_over_time
from loaders import Dataset
from tests.reports import england_twice


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return england_twice(tmp_path_factory.mktemp("england") / "data")


@pytest.fixture(scope="module")
def comparison(ds):
    return england(ds, "overall")


def test_times_are_told_apart_and_a_framework_that_changes_breaks_them(ds, comparison):
    found = times(ds, comparison)
    assert [(time.words, len(time.read), time.begun) for time in found] == [
        ("2019, ILACS 2018", 14, 14),
        ("2024, ILACS 2023", 13, 13),
    ]
    assert breaks(found) == [1]
    weak = weak_over_time(ds, comparison)
    assert list(weak.loc["supervision"]) == [14, 1]
    assert over_time_sentence(ds, found, weak).startswith(
        "Most often weak: 2019, ILACS 2018: supervision, 14 of 14 (100%);"
    )
    table = theme_over_time(ds, comparison, "plans")
    assert list(table["not_covered"]) == [2, 11]
