"""Inspections counted by how they stand on a theme."""

import pytest

from analysis.comparison.standings import england
from analysis.england.reports_read import EVERY, parts
from analysis.england.theme_sentences import themes_sentence
from analysis.england.themes_of_england import themes_of_part
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


def test_an_inspection_counts_once_however_many_paragraphs_it_has(ds, comparison):
    shares = themes_of_part(ds, comparison, EVERY)
    found = row(shares, "supervision")
    assert (found["weak"], found["mixed"], found["strong"], found["not_covered"]) == (12, 0, 9, 1)
    assert (found["asked"], found["base"]) == (10, 22)


def test_what_is_not_covered_is_no_strength_and_is_counted_apart(ds, comparison):
    assert row(themes_of_part(ds, comparison, EVERY), "early_help")["not_covered"] == 22
    sentence = themes_sentence(ds, themes_of_part(ds, comparison, EVERY), parts(ds, comparison)[EVERY])
    assert "A theme that is not covered is no strength." in sentence
    assert sentence.startswith("22 latest full inspections, one for each authority, 21 of them read once.")
