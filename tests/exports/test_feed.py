"""The feed of what is newly held: valid Atom, newest first, for all or for one authority."""

from xml.etree import ElementTree

import pytest

from exports.open_data import answer

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def entries(ds, *query):
    found = answer(ds, "feed.atom", query)
    assert (found.status, found.media) == (200, "application/atom+xml")
    root = ElementTree.fromstring(found.body)
    for name in ("a:title", "a:id", "a:updated", "a:author/a:name"):
        assert root.find(name, ATOM).text
    return root.findall("a:entry", ATOM)


def test_the_feed_of_one_authority_holds_its_inspections_newest_first(ds):
    york = entries(ds, ("authority", "City of York Council"))
    read = ds.sources[ds.sources["checked"].notna()]["record"]
    assert len(york) == (ds.inspections["inspection"].isin(read) & (ds.inspections["authority"] == "york")).sum()
    newest = [entry.find("a:updated", ATOM).text for entry in york]
    assert newest == sorted(newest, reverse=True)
    entry = next(
        entry for entry in york if entry.find("a:id", ATOM).text == "urn:inspections-over-time:york/2025-ilacs:coded"
    )
    assert entry.find("a:title", ATOM).text == "York, ILACS 2023, February and March 2025"
    assert entry.find("a:published", ATOM).text == "2025-04-15T00:00:00Z"
    assert (
        entry.find("a:link", ATOM).get("href")
        == "../timeline?authority=York&inspection=York%2C+ILACS+2023%2C+February+and+March+2025"
    )
    assert "Overall effectiveness: Outstanding" in entry.find("a:summary", ATOM).text


def test_the_feed_of_all_is_bounded_and_names_each_entry_once(ds):
    ids = [entry.find("a:id", ATOM).text for entry in entries(ds)]
    assert len(ids) == len(set(ids)) == 100


@pytest.mark.parametrize(
    ("query", "said"),
    [
        (("theme", "supervision"), "It takes: authority."),
        (("authority", "Atlantis"), "“Atlantis” is not an authority in this data."),
    ],
)
def test_a_feed_that_cannot_be_answered_says_why(ds, query, said):
    found = answer(ds, "feed.atom", (query,))
    assert found.status == 400
    assert said in found.body.decode()
