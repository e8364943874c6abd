"""WCAG 2.2 AA in a real browser: what opens on demand, forced colours, and whether the measures would find what is wrong."""

from playwright.sync_api import Browser, expect

from tests import paper
from tests.browser.measures import LOOKS, SIDEWAYS, grow, violations
from tests.browser.test_dashboard import visit


def test_what_cannot_be_read_would_be_found_among_many_that_can(page):
    rows = "".join(f'<p style="color: {"#bbb" if number == 30 else "#333"}">row {number}</p>' for number in range(50))
    tiles = "".join(f'<div style="background: {fill}"><b>word</b></div>' for fill in ("#fff", "#fff", "#444", "#fff"))
    page.set_content(f"<html lang=en><title>Colours</title><main><h1>Colours</h1>{rows}{tiles}</main>")
    found = [element for rule, _, element, _ in violations(page) if rule == "color-contrast"]
    assert page.evaluate(f"({LOOKS})().length") < 15
    assert found == ['<p style="color: #bbb">row 30</p>', "<b>word</b>"]


def test_what_opens_on_demand_is_as_good(server, browser: Browser):
    """The list of a select box, the menu of pages, the list of pages on a narrow screen, popovers, an unknown page, a draft."""
    page = browser.new_page(viewport={"width": 1280, "height": 1600})
    visit(page, f"{server}/add-report?authority=York")
    page.get_by_role("button", name="Share").press("Enter")
    expect(page.get_by_role("button", name="Print this page")).to_be_visible()
    found = {"share": violations(page)}
    page.keyboard.press("Escape")
    page.get_by_role("button", name="As known on").press("Enter")
    page.get_by_role("combobox", name="As known on").press("ArrowDown")
    expect(page.get_by_role("option").first).to_be_visible()
    found["select box"] = violations(page)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="More").press("Enter")
    expect(page.get_by_role("menuitem", name="About")).to_be_visible()
    page.wait_for_timeout(1_500)  # the text of a chosen page fades in: its colour is looked at when it stands
    found["menu of pages"] = violations(page)
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 320, "height": 1600})
    page.get_by_role("button", name="Expand sidebar").press("Enter")
    expect(page.get_by_test_id("stSidebarNavLink").first).to_be_focused(timeout=10_000)
    found["list of pages"] = violations(page)
    page.set_viewport_size({"width": 1280, "height": 1600})
    visit(page, f"{server}/?authority=York&meeting=true")
    page.get_by_role("button", name="Authority and day").press("Enter")
    expect(page.get_by_text("As known on")).to_be_visible()
    found["popover"] = violations(page)
    page.goto(f"{server}/no-such-page?authority=York")
    expect(page.get_by_text("There is no page called “no-such-page”.")).to_be_visible(timeout=30_000)
    found["an unknown page"] = violations(page)
    visit(page, f"{server}/add-report?authority=York")
    page.locator('input[type="file"]').set_input_files(
        {"name": "2020-07-01.pdf", "mimeType": "application/pdf", "buffer": paper.ilacs().pdf()}
    )
    expect(page.get_by_text("The check finds nothing wrong with this record.")).to_be_visible(timeout=30_000)
    for width in (1280, 320):
        grow(page, width)
        found[f"a draft at {width}"] = violations(page)
        assert page.evaluate(SIDEWAYS) <= 1
    page.close()
    assert [(name, *item) for name, items in found.items() for item in items if item[3]] == []


def test_in_forced_colours_the_choice_made_differs_from_the_others(server, browser: Browser):
    page = browser.new_page(forced_colors="active")
    visit(page, f"{server}/grades?authority=York")
    looks = [
        option.evaluate("option => getComputedStyle(option.querySelector('p')).textDecorationLine")
        for option in (
            page.locator("[data-testid=stRadioOption]", has_text=words) for words in ("Common strands", "As published")
        )
    ]
    page.close()
    assert looks == ["underline", "none"]
