"""The latest report in its own words."""

import pytest

from analysis.authority.in_words import latest_words
from analysis.authority.sentences import in_words_sentence
from loaders import Dataset
from tests.reports import york_beside


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return york_beside(tmp_path_factory.mktemp("england") / "data")


def test_the_latest_report_speaks_in_its_own_words(ds):
    told = latest_words(ds, "york")
    assert [label for label, _ in told.praised] == [
        "Plans and planning",
        "Early help and edge of care",
        "Leadership, vision and culture",
    ]
    assert [label for label, _ in told.criticised] == ["Supervision", "Workforce and caseloads", "Written records"]
    assert told.criticised[1][1].words == "“york 2024 workforce is concern number 12”"
    assert in_words_sentence(ds, told.inspection).endswith("The report was read once.")
    assert latest_words(ds, "kent") is None
