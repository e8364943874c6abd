"""An address that asks for what is not here, in a real browser: what is said stays, and what is offered works."""

import time

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.measures import grow, violations
from tests.browser.test_dashboard import settle, visit
from tests.browser.test_selection_bar import box


def named(page: Page) -> Locator:
    """What is named above the page."""
    return page.locator(".remark.refused")


def test_an_unknown_authority_shows_none_until_one_is_chosen(server, page):
    visit(page, f"{server}/grades?authority=Atlantis")
    expect(page.locator("h1").last).to_have_text("Which authority?")
    expect(named(page)).to_contain_text("“Atlantis”, which is not an authority in this data, so none is shown.")
    page.reload()
    expect(page.locator("h1").last).to_have_text("Which authority?", timeout=20_000)
    box(page, "Authority").click()
    page.keyboard.type("leeds")
    page.get_by_role("option", name="Leeds").click()
    expect(page.locator("h1").last).to_have_text("Grades", timeout=20_000)
    expect(page).to_have_url(f"{server}/grades?authority=Leeds", timeout=30_000)
    expect(named(page)).to_have_count(0)
    page.go_back()
    expect(page.locator("h1").last).to_have_text("Which authority?", timeout=20_000)


def test_the_name_that_was_meant_is_one_click_away(server, page):
    visit(page, f"{server}/timeline?authority=yrok&as_at=2023-12-31")
    opened = len(page.context.pages)
    named(page).get_by_role("link", name="York").click()
    expect(page.locator("h1").last).to_have_text("Timeline", timeout=20_000)
    expect(page).to_have_url(f"{server}/timeline?authority=York&as_at=31+December+2023", timeout=30_000)
    assert len(page.context.pages) == opened


@pytest.mark.parametrize(
    ("asked", "said", "meant"),
    [
        ("actions?authority=York&status=complete", "“complete” under “Status in the plan”", "reported complete"),
        ("england?england=banana", "“banana” under “Show”", None),
        ("england?england=How+grades+move", "“How grades move” under “Show”", "How grades moved"),
        ("findings?authority=York&theme=Supervison&q=zzzz", "“Supervison” under “Theme”", "Supervision"),
        ("?authority=York&authority=Leeds&authority=Kent&authority=Essex&authority=Surrey&authority=Devon&authority=Durham", "Durham was left out", None),
        ("?authority=York&as_at=1+January+2099", "1 January 2099 cannot be chosen", None),
        ("?authority=York&authority=Atlantis&meeting=true", "“Atlantis”", None),
    ],
)  # fmt: skip
def test_what_is_left_out_is_said_and_stays_on_the_page(server, page, asked, said, meant):
    visit(page, f"{server}/{asked}")
    page.wait_for_timeout(1_500)
    expect(named(page)).to_contain_text(said)
    if meant:
        named(page).get_by_role("link", name=meant, exact=True).click()
        page.wait_for_timeout(500)
        settle(page)
        expect(named(page)).to_have_count(0, timeout=20_000)


def test_a_value_of_thousands_of_letters_is_cut_and_the_page_comes_at_once(server, page):
    visit(page, f"{server}/?authority=York")
    for value in ("A" * 10_000, "%C3%A9" * 5_000, "[a](//b.example)" * 625, "%5B%21" * 4_000, "&authority=x" * 3_000):
        began = time.monotonic()
        visit(page, f"{server}/?authority=York&authority={value}")
        assert time.monotonic() - began < 15
        expect(page.locator("h1").last).to_have_text("York")
        expect(named(page)).to_contain_text("which is not an authority in this data, so it was left out.")
        assert len(named(page).inner_text()) < 1_000


@pytest.mark.parametrize("width", [1280, 320])
def test_the_page_without_an_authority_can_be_used_by_all(server, page, width):
    visit(page, f"{server}/?authority=yrok")
    grow(page, width)
    assert [broken for broken in violations(page) if broken[3]] == []
