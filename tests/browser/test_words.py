"""The abbreviations of a page, in a real browser: those that stand on it, and no others."""

from playwright.sync_api import expect

from tests.browser.test_dashboard import visit


def test_a_page_names_the_abbreviations_that_stand_on_it(server, page):
    page.goto(f"{server}/timeline?authority=York")
    summary, entry = page.locator(".words-used summary"), ".words-used [data-words~={}]"
    summary.press("Enter", timeout=30_000)  # at once: the list follows the page, which is still being drawn
    expect(page.locator(entry.format("ILACS"))).to_be_visible(timeout=30_000)
    expect(page.locator(entry.format("MASH"))).to_be_hidden()
    page.get_by_role("link", name="Recommendations", exact=True).first.click()
    expect(page.get_by_role("heading", level=1, name="Recommendations")).to_be_visible(timeout=30_000)
    page.get_by_role("link", name="York, ILACS 2018, March 2022", exact=True).click()
    expect(page.get_by_text("of the inspection of March 2022")).to_be_visible(timeout=30_000)
    page.locator(".words-used").evaluate("list => list.open = true")
    expect(page.locator(entry.format("MASH"))).to_be_visible(timeout=30_000)
    page.get_by_role("link", name="All terms: the glossary").click()
    expect(page.get_by_role("heading", name="Glossary")).to_be_in_viewport(timeout=30_000)


def test_a_printed_page_ends_with_the_abbreviations_that_stand_on_it(server, page):
    visit(page, f"{server}/timeline?authority=York")
    expect(page.locator(".words-used")).to_be_attached(timeout=30_000)  # the last of the page: all of it stands
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".words-on-paper [data-words~=ILACS]:not([hidden])").count() == 1
    assert page.locator(".words-on-paper [data-words~=MASH]").count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".words-on-paper").count() == 0
