"""The front page of someone who has chosen no authority."""

from html import escape
from urllib.parse import urlencode

from loaders import load
from tests.builders import SAMPLE
from tests.pages.driver import html_of, open_page


def test_the_front_page_says_what_it_is_and_asks_for_a_council():
    at = open_page("overview")
    assert at.title[0].value == "Inspections over time: which council?"
    assert "How Ofsted judged children’s services in 153 areas" in html_of(at)
    assert [box.label for box in at.selectbox] == ["Authority"]
    at.selectbox(key="only").set_value("leeds").run()
    assert at.title[0].value == "Leeds"
    assert at.query_params["authority"] in ("Leeds", ["Leeds"])


def test_every_authority_of_today_can_be_chosen_by_its_name_and_by_its_tile():
    shown, ds = html_of(open_page("overview", as_at="31 December 2023")), load(SAMPLE)
    regions, tiles = shown[shown.index('class="by-region"') :], shown[shown.index('class="tiles"') :]
    today = ds.authorities[ds.authorities["status"] == "current"]
    for name in today["name"]:
        query = urlencode({"authority": name, "as_at": "31 December 2023"})
        link = f'href="{escape(f"./?{query}")}" target="_self">{escape(name)}</a>'
        assert link in regions, name
    assert tiles.count("<a ") == today["tile_row"].notna().sum()
    assert 'title="York: ' in tiles


def test_whoever_asks_for_none_that_is_known_chooses_for_the_page_that_was_asked_for():
    at = open_page("grades", authority="Atlantis")
    assert at.title[0].value == "Which authority?"
    assert 'href="grades?authority=Leeds" target="_self">Leeds</a>' in html_of(at)


def test_a_meeting_without_an_authority_begins_with_the_first():
    assert "York" in html_of(open_page("overview", meeting="true"))
