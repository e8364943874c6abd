"""Sentences about the themes of England, each with its base."""

import pytest

from analysis.comparison.standings import england
from analysis.england.reports_read import EVERY
from analysis.england.theme_sentences import theme_by_part_sentence, themes_title
from analysis.england.themes_of_england import theme_by_part, themes_of_part
from loaders import Dataset
from tests.reports import england_by_grade


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return england_by_grade(tmp_path_factory.mktemp("england") / "data")


@pytest.fixture(scope="module")
def comparison(ds):
    return england(ds, "overall")


def test_the_heading_names_the_theme_that_is_weak_most_often_with_its_base(ds, comparison):
    title = themes_title(ds, themes_of_part(ds, comparison, EVERY), EVERY)
    assert title == "Supervision: weak in 12 of 22 latest reports, more than any other theme"
    good = themes_title(ds, themes_of_part(ds, comparison, "Good"), "Good")
    assert good == "Supervision: weak in 2 of 11 latest reports (Good), more than any other theme"


def test_one_theme_is_told_with_its_base(ds, comparison):
    sentence = theme_by_part_sentence(ds, theme_by_part(ds, comparison, "supervision"), "Supervision")
    assert sentence == (
        "Supervision: of 22 latest full inspections, 12 are weak, none mixed and 9 strong. "
        "One does not cover it. Ofsted asked for it in 10 of them."
    )
