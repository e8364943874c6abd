"""What stands on the first screen of each page: its answer, and the first picture or list high enough to be seen at once."""

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import shared_by_visitors, visiting
from tests.browser.test_accessibility import grow, sideways, violations
from tests.browser.test_dashboard import visit
from tests.browser.test_tasks import Keyboard

PAGES = ["", "timeline", "grades", "themes", "actions", "compare", "england"]
HIGHEST = {1440: 330, 390: 520}
"""Pixels from the top of the window by which the first picture or list begins, by the width of the window."""
LONGER = {390: [("", "Bournemouth, Christchurch %26 Poole")]}
"""Pages that say more before their picture, by the width of the window at which that matters."""
PICTURE = "[data-testid=stPlotlyChart]"
"""The place of a picture, which stands before plotly draws it; others on the page may be drawn sooner."""
LIST = "[data-testid=stExpander]"
"""What the page Recommendations opens with in place of a picture."""
TOPS = """(first) => {
  const top = (element) => element ? element.getBoundingClientRect().top + document.querySelector("[data-testid=stMain]").scrollTop : -1;
  return [top(document.querySelector(".lead, .asked")), top(document.querySelector(first))];
}"""


@pytest.mark.parametrize("width", HIGHEST)
def test_the_answer_stands_above_a_picture_that_is_seen_at_once(server, browser: Browser, width):
    late = {}
    with shared_by_visitors(browser, server) as context, visiting(context) as page:
        page.set_viewport_size({"width": width, "height": 900})
        for path, authority in [*((path, "York") for path in PAGES), *LONGER.get(width, [])]:
            visit(page, f"{server}/{path}?authority={authority}")
            first = LIST if path == "actions" else PICTURE
            expect(page.locator(first).first).to_be_visible(timeout=20_000)
            answer, picture = page.evaluate(TOPS, first)
            if not 0 < answer < picture <= HIGHEST[width]:
                late[path, authority] = answer, picture
    assert late == {}


def test_the_front_page_is_chosen_from_by_keyboard_and_says_all_to_everyone(server, page):
    visit(page, f"{server}/")
    expect(page.locator("h1")).to_have_text("Inspections over time: which council?")
    grow(page, 1280)
    assert violations(page) == []
    assert sideways(page) == {}
    keys = Keyboard(page)
    keys.enter("London")
    keys.enter("Hackney")
    expect(page.locator("h1")).to_have_text("Hackney", timeout=20_000)
    page.go_back()
    expect(page.locator("h1")).to_have_text("Inspections over time: which council?", timeout=20_000)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_title("Leeds: ").click()
    expect(page.locator("h1")).to_have_text("Leeds", timeout=20_000)
