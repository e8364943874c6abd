"""One authority's story."""

from analysis.authority.overview import story
from tests.cuts import only, uncoded


def test_york_is_told_with_numbers_that_can_be_counted(ds):
    told = story(ds, "york")
    facts = {fact.label: fact.value for fact in told.facts}
    assert facts["Inspections and visits known"] == str((ds.inspections["authority"] == "york").sum())
    assert "Outstanding" in told.headline
    assert not told.fell
    assert told.changes["Strand"].is_unique
    assert told.better


def test_where_no_report_was_read_nothing_is_said_to_come_back(ds):
    names = list(ds.inspections["inspection"])
    assert story(uncoded(ds, names), "york").back == [
        "No report has been read paragraph by paragraph yet, so nothing can be said of what comes back."
    ]


def test_without_any_inspection_there_is_still_a_story(ds):
    told = story(only(ds, []), "york")
    assert told.headline.endswith(".")
    assert told.changes.empty
    assert not told.fell
