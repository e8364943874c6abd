"""What Ofsted asks for in England: inspections counted by theme, on a small England."""

import pytest

from analysis.comparison.standings import england
from analysis.england.asked import (
    BY_FRAMEWORK,
    BY_NEAR,
    BY_YEAR,
    asked_twice,
    inspections_read,
    latest_near,
    parts_asked,
    shares_asked,
    times_asked,
)
from analysis.recommendations.asked import Wanted, found
from analysis.recommendations.asked_sentences import asked_twice_sentence
from loaders import Dataset
from tests.reports import SOUTH, loaded, report


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    """Ten of the South West asked twice, by two frameworks; York once, for two matters of one theme."""
    folder = tmp_path_factory.mktemp("asked") / "data"
    for place, authority in enumerate(SOUTH):
        report(folder, authority, "2019-07-01", "RI", {"plans": "-"}, asked=("supervision", "supervision"))
        again = ("supervision",) if place < 3 else ("plans",)
        report(folder, authority, "2024-07-01", "G", {"plans": "+"}, asked=again)
    report(folder, "york", "2024-05-06", "RI", {"plans": "-"}, asked=("plans", "plans"))
    return loaded(folder)


@pytest.fixture(scope="module")
def comparison(ds):
    return england(ds, "overall")


def test_an_inspection_counts_once_however_often_it_asked(ds, comparison):
    read = tuple(inspections_read(ds, comparison)["inspection"])
    counts = times_asked(ds, read)
    assert (len(read), counts["supervision"], counts["plans"], counts["early_help"]) == (21, 13, 8, 0)


def test_years_of_two_frameworks_stand_apart_and_small_parts_are_left_out(ds, comparison):
    parts = parts_asked(ds, comparison, BY_YEAR, "york")
    assert [(part.words, len(part.inspections)) for part in parts] == [
        ("2019, ILACS 2018", 10),
        ("2024, ILACS 2023", 11),
    ]
    assert [part.words for part in parts_asked(ds, comparison, BY_FRAMEWORK, "york")] == ["ILACS 2018", "ILACS 2023"]
    assert parts_asked(ds, england(ds, "overall", ds.as_at.replace(year=2012)), BY_YEAR, "york") == ()


def test_shares_are_of_each_part_that_asked_for_most_often_first(ds, comparison):
    shares = shares_asked(ds, comparison, BY_YEAR, "york")
    assert list(shares.index[:2]) == ["supervision", "plans"]
    assert list(shares.loc["supervision"]) == [10, 3]
    assert list(shares.loc["plans"]) == [0, 8]


def test_neighbours_are_counted_by_their_latest_report_and_few_have_no_share(ds, comparison):
    near = latest_near(ds, comparison, "cornwall")
    assert all(inspection.endswith("2024-ilacs") for inspection in near)
    parts = {part.words: len(part.inspections) for part in parts_asked(ds, comparison, BY_NEAR, "york")}
    assert parts == {"All of England": 11}


def test_who_was_asked_twice_is_named_and_no_matter_is_made_of_a_theme(ds):
    twice = asked_twice(ds, "supervision")
    assert len(twice) == 3
    said = asked_twice_sentence(ds, "supervision", found(ds, Wanted(themes=("supervision",))), twice)
    assert said.startswith("Supervision: asked for in 13 inspections and visits of ten authorities.")
    assert "Three of them were asked in more than one: Cornwall, Devon and Dorset." in said
    assert "The theme is the same; the matter need not be." in said
