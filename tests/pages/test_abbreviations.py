"""Every abbreviation that stands on a page is spelt out above it, from the glossary."""

import re
from html import unescape

import pytest

from analysis.about.abbreviations import explained, unexplained
from loaders import load
from tests.builders import SAMPLE
from tests.pages.driver import PAGES, open_page

NAMES = {"ETag", "README", "BI"}
"""A header, a file and a product (Power BI): names, which abbreviate nothing a reader needs."""


def shown(at) -> str:
    """All words of a page: text, options, labels, text alternatives; not addresses, and not the list of abbreviations itself."""
    bodies = [
        element.proto.body for element in at.get("html") if not re.match(r"<(style|script|details)", element.proto.body)
    ]
    texts = [unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", body)) for body in bodies]
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "success", "error")
    texts += [str(element.value) for kind in kinds for element in getattr(at, kind)]
    texts += [
        f"{box.label} {' '.join(map(str, box.options))}"
        for kind in ("selectbox", "multiselect", "radio")
        for box in getattr(at, kind)
    ]
    texts += [chart.proto.alt for chart in at.get("plotly_chart")] + [block.label for block in at.expander]
    return re.sub(r"\]\(\S*\)", "]", "\n".join(texts))


@pytest.mark.parametrize("page", PAGES)
def test_every_abbreviation_on_a_page_is_spelt_out_there(page):
    at = open_page(page, authority=["York", "North Yorkshire"])
    assert unexplained(load(SAMPLE), shown(at)) - NAMES == set()
    lists = [
        element.proto.body for element in at.get("html") if element.proto.body.startswith('<details class="words-used"')
    ]
    assert len(lists) == 1
    for entry in explained(load(SAMPLE)):
        assert f"<dt>{' or '.join(entry.forms)}</dt>" in lists[0]
    assert re.search(r'href="about\?[^"]*#glossary"', lists[0])


@pytest.mark.parametrize("view", ["How grades moved", "How long it takes", "Every authority", "Check against Ofsted"])
def test_and_on_each_view_of_england(view):
    assert unexplained(load(SAMPLE), shown(open_page("england", england=view))) - NAMES == set()


def test_an_abbreviation_without_a_meaning_is_noticed():
    assert unexplained(load(SAMPLE), "The MASH and two IROs met the XQZ in York.") == {"XQZ"}
