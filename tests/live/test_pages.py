"""Every page shows whatever is held, of those whose records are new too."""

import re

import pytest

from analysis import english
from analysis.look_up import each
from tests.pages.driver import PAGES, html_of, open_page, words

NO_WORDS = re.compile(r"\b(?:nan|NaN|NaT)\b|<NA>|>\s*None\s*<")
"""What stands in a text where a value is missing that should have been looked for."""


@pytest.fixture(scope="module")
def names(ds, renewed) -> list[str]:
    """The authority that is inspected next, and the one that is visited."""
    known = ds.authorities.set_index("authority")["name"]
    return [known[one] for one in renewed]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("first", [0, 1], ids=["inspected", "visited"])
def test_a_page_says_something_about_it(names, page, first):
    at = open_page(page, authority=[names[first], names[1 - first]])
    assert not at.exception
    assert len(at.title) == 1
    assert NO_WORDS.findall(f"{words(at)} {html_of(at)}") == []


@pytest.mark.parametrize("first", [0, 1], ids=["inspected", "visited"])
def test_the_timeline_lists_everything_that_is_held(ds, names, first):
    said = html_of(open_page("timeline", authority=names[first]))
    authority = ds.authorities.set_index("name")["authority"][names[first]]
    held = ds.inspections[ds.inspections["authority"] == authority]
    assert len(held)
    for inspection in each(held):
        assert english.dates(inspection) in said
