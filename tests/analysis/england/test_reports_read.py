"""Which reports were read, and their parts."""

import pandas as pd
import pytest

from analysis.comparison.standings import england
from analysis.england.reports_read import EVERY, parts, read_once
from analysis.england.theme_sentences import themes_sentence, themes_title
from analysis.england.themes_of_england import themes_of_part
from loaders import Dataset
from tests.reports import england_by_grade


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return england_by_grade(tmp_path_factory.mktemp("england") / "data")


@pytest.fixture(scope="module")
def comparison(ds):
    return england(ds, "overall")


def test_a_part_needs_ten_reports(ds, comparison):
    found = parts(ds, comparison)
    assert {words: len(ids) for words, ids in found.items()} == {
        EVERY: 22,
        "Good": 11,
        "Requires improvement to be good": 10,
        "ILACS 2023": 22,
        "South West": 11,
        "Yorkshire and the Humber": 10,
    }
    assert read_once(ds, found[EVERY]) == 21


def test_before_any_report_nothing_is_said_to_be_weak(ds):
    earlier = england(ds, "overall", pd.Timestamp("2018-06-01"))
    assert parts(ds, earlier) == {EVERY: ()}
    assert themes_title(ds, themes_of_part(ds, earlier, EVERY), EVERY) == "No report has been read that counts here"
    assert themes_sentence(ds, themes_of_part(ds, earlier, EVERY), ()).startswith("No full inspection that counts")
