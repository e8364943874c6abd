"""What the latest reports of England say, and what divides two grades."""

import pytest

from analysis.comparison.standings import england
from analysis.england.reports_read import EVERY
from analysis.england.theme_sentences import dividing_sentence
from analysis.england.themes_of_england import dividing, first_pair, pairs_of_grades, themes_of_part
from loaders import Dataset
from tests.reports import england_by_grade


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return england_by_grade(tmp_path_factory.mktemp("england") / "data")


@pytest.fixture(scope="module")
def comparison(ds):
    return england(ds, "overall")


def row(table, theme):
    return table[table["theme"] == theme].iloc[0].to_dict()


def test_only_the_report_on_which_an_authority_stands_counts(ds, comparison):
    """The four concerns of Leeds in 2019 are of an earlier report."""
    assert row(themes_of_part(ds, comparison, EVERY), "plans")["weak"] == 1


def test_the_theme_that_divides_two_grades_most_comes_first(ds, comparison):
    assert list(pairs_of_grades(ds, comparison).values()) == ["Good and Requires improvement to be good"]
    pair = first_pair(ds, comparison)
    divided = dividing(ds, comparison, *pair)
    first = divided.iloc[0]
    assert (first["theme"], first["weak_worse"], first["base_worse"]) == ("supervision", 10, 10)
    assert (first["weak_better"], first["base_better"]) == (2, 11)
    sentence = dividing_sentence(ds, divided, "Good", "Requires improvement")
    assert "weak in 10 of 10 reports that gave Requires improvement, and in 2 of 11 that gave Good" in sentence
    assert sentence.endswith("In at least half of those that gave Requires improvement, these are weak: supervision.")
