"""What a visitor sees of all that Ofsted asked for, of one authority and of England, on the sample."""

import re
from html import unescape

import pytest

from tests.pages.driver import html_of, open_page, words

ALL = "All that was asked"
ENGLAND = {"show": ALL, "of": "All of England"}


def infos(at) -> str:
    return " ".join(element.value for element in at.info)


def test_all_that_was_asked_stands_by_theme_and_by_inspection_with_what_was_asked_again():
    at = open_page("actions", authority="York", show=ALL)
    assert not at.exception
    assert "That a theme comes twice does not mean that the same matter was asked twice." in html_of(at)
    assert "By theme" in words(at)
    assert "By inspection, the newest first" in words(at)
    shown = html_of(at)
    first = shown.index("York, ILACS 2023")
    assert first < shown.index('<article class="card"><h3>York, ILACS 2018, March 2022')
    assert "Asked again: R2 of the focused visit of August 2023" in shown
    assert "Main theme: " in shown
    assert re.search(r'href="https://files\.ofsted\.gov\.uk/[^"]*#page=\d+"', shown)


def test_a_box_narrows_to_what_was_asked_again_and_its_address_reopens_it():
    at = open_page("actions", authority="York", show=ALL, which="Asked again only")
    assert not at.exception
    assert html_of(at).count('<article class="card">') == html_of(at).count("Main theme: ")
    cards = re.findall(r'<article class="card">.*?</article>', html_of(at), re.S)
    assert cards
    assert all("Asked again" in card for card in cards)


def test_england_is_searched_by_words_and_a_link_reopens_the_search():
    at = open_page("actions", authority="Leeds", **ENGLAND, q="homeless teenagers")
    assert not at.exception
    assert "All of England: " in html_of(at)
    cards = re.findall(r"<h3>([^<]*)</h3>", html_of(at))
    assert any("York, " in unescape(card) for card in cards)
    assert "<mark>" in html_of(at)


def test_nothing_found_is_said():
    at = open_page("actions", authority="Leeds", **ENGLAND, q="zzyzx")
    assert not at.exception
    assert "No recommendation matches." in infos(at)


@pytest.mark.parametrize("asked", [{"q": "supervision"}, {"of": "All of England"}, {"which": "Asked again only"}])
def test_an_address_that_asks_for_what_was_asked_opens_that_part(asked):
    at = open_page("actions", authority="York", **asked)
    assert at.radio(key="show").value == "All that was asked"


def test_and_leaves_the_part_that_it_names():
    at = open_page("actions", authority="York", q="supervision", show="What became of each")
    assert at.radio(key="show").value == "What became of each"


def test_a_part_that_an_address_opened_can_be_left():
    at = open_page("actions", authority="York", q="supervision")
    at.radio(key="show").set_value("What became of each").run()
    assert at.radio(key="show").value == "What became of each"


@pytest.mark.parametrize(("page", "more"), [("findings", {}), ("actions", {"of": "All of England"})])
def test_a_search_for_a_misspelt_word_offers_the_one_that_occurs(page, more):
    shown = html_of(open_page(page, authority="York", q="supervison", **more))
    assert "“supervison” stands in no text here." in shown
    assert re.search(r'Did you mean <a href="\?[^"]*q=supervision"[^>]*>supervision</a>', shown)
    assert "stands in no text" not in html_of(open_page(page, authority="York", q="supervision", **more))
