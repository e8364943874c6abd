"""The abbreviations of a page, in a real browser: those that stand on it, and no others."""

from playwright.sync_api import expect


def test_a_page_names_the_abbreviations_that_stand_on_it(server, page):
    page.goto(f"{server}/timeline?authority=York")
    summary = page.locator(".words-used summary")
    expect(summary).to_contain_text("ILACS", timeout=30_000)
    expect(summary).not_to_contain_text("MASH")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".words-used [data-words~=ILACS]")).to_be_visible()
    expect(page.locator(".words-used [data-words~=MASH]")).to_be_hidden()
    page.get_by_role("link", name="Recommendations", exact=True).first.click()
    page.locator(".words-used summary").evaluate("summary => summary.parentElement.open = true")
    expect(page.locator(".words-used [data-words~=MASH]")).to_be_visible(timeout=30_000)
    page.get_by_role("link", name="All terms: the glossary").click()
    expect(page.get_by_role("heading", name="Glossary")).to_be_in_viewport(timeout=30_000)
