"""A meeting in a real browser: keys, the way in and out, and screens that hold what they show."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_dashboard import settle, visit


def press_until(page: Page, key: str, title: Locator, words: str) -> None:
    """Press a key, once more where a busy machine was not listening yet, until the screen is the one it leads to."""
    for _ in range(3):
        page.keyboard.press(key)
        try:
            expect(title).to_have_text(words, timeout=10_000)
        except AssertionError:
            continue
        settle(page)
        return
    expect(title).to_have_text(words)


def test_the_keys_move_through_a_meeting(server, page):
    page.set_viewport_size({"width": 1280, "height": 720})
    visit(page, f"{server}/?authority=York&meeting=true")
    title = page.locator(".screen h1")
    for key, words in (
        ("ArrowRight", "Grades over time"),
        ("Space", "What changed"),
        ("ArrowLeft", "Grades over time"),
        ("ArrowRight", "What changed"),
        ("Home", "York"),
    ):
        press_until(page, key, title, words)
    page.goto(f"{server}/?authority=York&meeting=true&screen=3")
    expect(title).to_have_text("What changed", timeout=30_000)


def test_leaving_a_meeting_keeps_the_selection_in_the_address(server, page):
    visit(page, f"{server}/actions?authority=North+Yorkshire")
    page.get_by_role("button", name="Share").click()
    page.get_by_role("link", name="Meeting mode").click()
    expect(page.locator(".screen h1")).to_have_text("North Yorkshire", timeout=30_000)
    settle(page)
    page.get_by_role("button", name="Authority, day, leave").click()
    page.get_by_role("link", name="Leave the meeting").click()
    expect(page.locator("h1")).to_have_text("North Yorkshire", timeout=30_000)
    settle(page)
    page.get_by_role("link", name="Themes").first.click()
    expect(page.locator("h1")).to_have_text("Themes")
    assert "authority=North+Yorkshire" in page.url


@pytest.mark.parametrize("authority", ["York", "North+Yorkshire", "York&as_at=6+September+2023"])
def test_no_screen_of_a_meeting_scrolls(server, page, authority):
    page.set_viewport_size({"width": 1280, "height": 720})
    visit(page, f"{server}/?authority={authority}&meeting=true")
    title, forward = page.locator(".screen h1"), page.get_by_role("button", name="Next")
    for _ in range(40):
        expect(page.locator(".screen .source")).to_contain_text("Source: ")
        assert page.evaluate(
            "(() => { const s = document.querySelector('.screen'); return s.scrollHeight <= s.clientHeight })()"
        ), title.inner_text()
        sizes = page.evaluate(
            "[...document.querySelectorAll('.screen p, .screen li, .screen th')].map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= 24
        if forward.is_disabled():
            return
        number = page.locator(".screen .source").inner_text()
        forward.click()
        expect(page.locator(".screen .source")).not_to_have_text(number, timeout=15_000)
        settle(page)
    pytest.fail("a meeting of more than forty screens")


@pytest.mark.parametrize("screen", [1, 2, 3])
def test_on_a_phone_or_at_four_times_its_size_a_screen_is_whole(server, page, screen):
    page.set_viewport_size({"width": 320, "height": 256})
    visit(page, f"{server}/?authority=York&meeting=true&screen={screen}")
    shown = page.locator(".screen")
    assert shown.evaluate("s => s.scrollHeight <= s.clientHeight + 1 && s.scrollWidth <= s.clientWidth + 1")
    assert shown.locator(".source").evaluate("(s) => parseFloat(getComputedStyle(s).fontSize)") >= 18
    page.get_by_role("button", name="Next").scroll_into_view_if_needed()
    expect(page.get_by_role("button", name="Next")).to_be_in_viewport()
