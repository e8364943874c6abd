"""Planted texts in a real browser, without the policy that would stop what they ask for: nothing is asked of another host."""

import re
from urllib.parse import urlencode
from xml.etree import ElementTree as Xml

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import serving, shared_by_visitors, visiting
from tests.browser.test_dashboard import settle, unfold_take_away
from tests.planted import PLANT, TEXTS, planted_everywhere
from ui.navigation import FRONT, MORE

PAGES = [entry.path for entry in (*FRONT, *MORE)]
PLACES = [*PAGES, "england?england=Every+authority", "grades?view=As+published", "?meeting=true&screen=3"]
PARAMETERS = [
    "authority", "as_at", "data", "meeting", "screen", "inspection", "theme", "verdict", "section", "q", "find", "status", "lead", "thread_theme",
    "answers", "england", "strand", "basis", "until", "group", "from", "to", "view", "order", "sections", "unknown",
]  # fmt: skip
MADE = """() => [...document.querySelectorAll("a, area, img, image, iframe, object, embed, form, link, script, video, audio, source")]
  .filter((element) => ["href", "src", "xlink:href", "data", "action", "srcset", "poster"].some((name) => {
    const address = element.getAttribute(name);
    return address !== null && URL.parse(address, location)?.href.replace(/[?#].*/s, "").includes("evil");
  }))
  .concat(...document.querySelectorAll("main .katex, main [class*=ColoredText], main [class*=ColoredBackground]"))
  .map((element) => element.outerHTML.slice(0, 200))"""


@pytest.fixture(scope="module")
def without_policy(browser, server):
    """A context in which pages may do all that they ask for."""
    with shared_by_visitors(browser, server, bypass_csp=True) as context:
        yield context


@pytest.fixture
def credulous(without_policy):
    """A visitor whose browser does all that a page asks for. Gives the page, and the foreign addresses that it asked for."""
    asked = []
    with visiting(without_policy) as page:
        page.on(
            "request",
            lambda request: (
                asked.append(request.url) if request.url.startswith("http") and "127.0.0.1" not in request.url else None
            ),
        )
        yield page, asked


def look_at(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("h1").first).to_be_visible(timeout=30_000)
    settle(page)
    if page.locator('[data-testid="stPlotlyChart"]').count():
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=20_000)


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """Address of a dashboard over data with planted texts in its records and in its vocabulary."""
    with serving(INSPECTIONS_DATA=str(planted_everywhere(tmp_path_factory.mktemp("planted") / "data"))) as address:
        yield address


@pytest.mark.parametrize("place", PLACES)
def test_a_record_or_a_word_of_the_data_leads_nowhere(planted, credulous, place):
    page, asked = credulous
    look_at(page, f"{planted}/{place}{'&' if '?' in place else '?'}authority=york&authority=leeds")
    assert page.evaluate(MADE) == []
    assert asked == []


def test_a_picture_of_planted_texts_is_a_picture(planted, credulous):
    page, asked = credulous
    look_at(page, f"{planted}/themes?authority=york&authority=leeds")
    unfold_take_away(page)
    with page.expect_download() as started:
        page.get_by_role("button", name="Picture (SVG)").first.click()
    root = Xml.parse(started.value.path()).getroot()
    assert root.tag.endswith("}svg")
    for part in root.iter():
        assert part.tag.rpartition("}")[2] not in ("script", "foreignObject", "a", "image", "iframe")
        for name, value in part.attrib.items():
            assert not name.startswith("on")
            assert "evil" not in value
            assert not (name.endswith("href") and not value.startswith("#"))
    assert asked == []


def check_refused(page: Page, address: str, text: str) -> None:
    """Open an address with a text in every parameter: the page says what it refused, and makes nothing of it."""
    look_at(page, f"{address}?{urlencode([('authority', 'York'), *((name, text) for name in PARAMETERS)])}")
    expect(page.locator(".remark.refused").first).to_contain_text("evil.example" if "evil" in text else "alert")
    assert page.evaluate(MADE) == []
    expect(page).to_have_url(re.compile(re.escape(address)), timeout=30_000)


@pytest.mark.parametrize("path", ["", "actions", "compare", "england"])
def test_an_address_leads_nowhere(server, credulous, path):
    """Of the pages those with the most boxes of their own; ``tests/pages/test_planted.py`` asks all of them, without a browser."""
    page, asked = credulous
    check_refused(page, f"{server}/{path}", PLANT)
    assert asked == []


@pytest.mark.parametrize("text", [" ".join(TEXTS[:5]), TEXTS[8]], ids=["addresses", "elements"])
def test_no_text_of_an_address_leads_anywhere(server, credulous, text):
    """Every page says what it refused by the same means, so that one page stands for all."""
    page, asked = credulous
    check_refused(page, f"{server}/findings", text)
    assert asked == []


def test_an_authority_that_is_none_leads_nowhere(server, credulous):
    page, asked = credulous
    look_at(page, f"{server}/themes?{urlencode([('authority', PLANT)])}")
    expect(page.locator("h1").last).to_have_text("Which authority?")
    assert page.evaluate(MADE) == []
    assert asked == []


def test_what_is_looked_for_would_be_found(server, credulous):
    page, asked = credulous
    look_at(page, f"{server}/?authority=York")
    page.evaluate("(text) => { document.querySelector('main').insertAdjacentHTML('beforeend', text); }", PLANT)
    page.wait_for_timeout(500)
    assert len(page.evaluate(MADE)) == 2
    assert asked == ["https://evil.example/i.png"]
