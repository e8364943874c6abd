"""The front page: a council is chosen by keyboard, by region and on the map, and everyone is told all."""

from playwright.sync_api import expect

from tests.browser.measures import grow, sideways, violations
from tests.browser.test_dashboard import visit
from tests.browser.test_tasks import Keyboard


def test_the_front_page_is_chosen_from_by_keyboard_and_says_all_to_everyone(server, page):
    visit(page, f"{server}/")
    expect(page.locator("h1").last).to_have_text("Inspections over time: which council?")
    grow(page, 1280)
    assert violations(page) == []
    assert sideways(page) == {}
    keys = Keyboard(page)
    keys.enter("London")
    keys.enter("Hackney")
    expect(page.locator("h1").last).to_have_text("Hackney", timeout=20_000)
    page.go_back()
    expect(page.locator("h1").last).to_have_text("Inspections over time: which council?", timeout=20_000)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_title("Leeds: ").click()
    expect(page.locator("h1").last).to_have_text("Leeds", timeout=20_000)
