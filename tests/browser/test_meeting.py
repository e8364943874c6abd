"""A meeting in a real browser: keys, the way in and out, and screens that hold what they show."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_dashboard import printed, settle, visit


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


def go_on(page: Page) -> None:
    """Press Next, and wait for the next screen."""
    number = page.locator(".screen .source").inner_text()
    page.get_by_role("button", name="Next").click()
    expect(page.locator(".screen .source")).not_to_have_text(number, timeout=15_000)
    settle(page)


CHOICE = '.st-key-move-screen [data-testid="stSelectbox"]'
FIRST, SECOND, THIRD = (
    "York rose: it was judged Outstanding in all five judgements after the inspection of February and March 2025",
    "York overall: Good in 2016, Requires improvement to be good in 2022, Outstanding in 2025",
    "York against the grades before: three better and two judged differently",
)


def test_the_keys_of_a_keyboard_and_of_a_remote_move_through_a_meeting(server, page):
    page.set_viewport_size({"width": 1280, "height": 720})
    visit(page, f"{server}/?authority=York&meeting=true")
    title = page.locator(".screen h1")
    for key, words in (
        ("ArrowRight", SECOND),
        ("Space", THIRD),
        ("ArrowLeft", SECOND),
        ("PageDown", THIRD),
        ("PageUp", SECOND),
        ("ArrowDown", THIRD),
        ("ArrowUp", SECOND),
        ("Home", FIRST),
        ("End", re.compile(r"^York: four questions to ask \(2 of 2\)$")),
    ):
        press_until(page, key, title, words)
    for key in (".", "n"):
        page.keyboard.press(key)
    settle(page)
    expect(title).to_have_text(re.compile("questions to ask"))
    page.goto(f"{server}/?authority=York&meeting=true&screen=3")
    expect(title).to_have_text(THIRD, timeout=30_000)


def test_a_key_that_moves_stays_with_a_box_that_has_the_focus(server, page):
    visit(page, f"{server}/?authority=York&meeting=true&screen=2")
    page.get_by_label("Screen", exact=True).focus()
    page.keyboard.press("End")
    settle(page)
    expect(page.locator(".screen h1")).to_have_text(SECOND)


def test_escape_closes_what_is_open_and_then_leaves(server, page):
    visit(page, f"{server}/?authority=North+Yorkshire&meeting=true&screen=2")
    page.get_by_role("button", name="Authority and day").click()
    expect(page.get_by_text("As known on")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_text("As known on")).to_be_hidden()
    expect(page.locator(".screen")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("h1").last).to_have_text("North Yorkshire", timeout=30_000)
    expect(page).not_to_have_url(re.compile("meeting"), timeout=30_000)


def test_the_panel_that_is_opened_later_shows_whose_meeting_it_is(server, page):
    """It is drawn when somebody opens it, and must not turn the meeting into one of the first authority."""
    visit(page, f"{server}/?authority=North+Yorkshire&meeting=true&as_at=31+December+2023")
    page.keyboard.press("PageDown")
    expect(page).to_have_url(re.compile("screen=2"), timeout=30_000)
    settle(page)
    page.get_by_role("button", name="Authority and day").click()
    expect(page.get_by_role("combobox", name="Authority", exact=True)).to_have_value("North Yorkshire")
    expect(page.get_by_role("combobox", name="As known on", exact=True)).to_have_value("31 December 2023")
    page.keyboard.press("Escape")
    page.keyboard.press("PageDown")
    expect(page).to_have_url(re.compile("screen=3"), timeout=30_000)
    settle(page)
    expect(page.locator(".screen h1")).to_contain_text("North Yorkshire")
    expect(page).to_have_url(re.compile(r"authority=North\+Yorkshire.*2023|2023.*authority=North\+Yorkshire"))


def test_the_notes_hold_the_paragraph_behind_each_claim_on_the_screen_and_on_paper(server, page, tmp_path):
    visit(page, f"{server}/?authority=York&meeting=true&screen=12")
    expect(page.locator(".notes:visible")).to_have_count(0)
    page.locator(".st-key-notes").get_by_text("Presenter’s notes").click()
    notes = page.get_by_role("complementary", name="Presenter’s notes")
    expect(notes).to_contain_text("Inspection of February and March 2025, paragraph 51")
    expect(page.locator(".st-key-notes input")).to_be_checked()
    settle(page)
    expect(page).to_have_url(re.compile("notes=true"), timeout=30_000)
    words = "".join(printed(page, tmp_path / "handout.pdf"))
    assert "Inspection of February and March 2025, paragraph 51" in words
    assert "four questions to ask (2 of 2)" in words
    assert "Leave the meeting" not in words


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (390, 844)])
def test_the_controls_never_move_from_screen_to_screen(server, page, width, height):
    page.set_viewport_size({"width": width, "height": height})
    places = set()
    visit(page, f"{server}/?authority=York&meeting=true&screen=2")
    for _ in range(9):
        go_on(page)
        boxes = [page.get_by_role("button", name=name, exact=True).bounding_box() for name in ("Back", "Next")]
        places.add(tuple((round(box["x"] / 8), round(box["y"])) for box in boxes))
        assert boxes[0]["x"] < boxes[1]["x"]
        box, number = (page.locator(f"{place} > *").last.bounding_box() for place in (CHOICE, ".st-key-move-of"))
        assert box["x"] + box["width"] <= number["x"], "the box is over the number of screens"
        assert all(box["y"] > height - 64 and box["y"] + box["height"] <= height for box in boxes)
    assert len(places) == 1


@pytest.mark.parametrize(("width", "height", "least"), [(1280, 720, 30), (1920, 1080, 45)])
def test_a_screen_fills_its_window_in_letters_for_a_hall(server, page, width, height, least):
    page.set_viewport_size({"width": width, "height": height})
    visit(page, f"{server}/?authority=York&meeting=true")
    for screen in range(1, 7):
        if screen > 1:
            go_on(page)
        if screen == 4:  # a list of words
            continue
        sizes = page.evaluate(
            "[...document.querySelectorAll('.screen h1, .screen li, .screen th, .screen td, .screen .tile, .screen .key, .screen .name')].map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= least
        drawn = page.locator(".screen .drawn").bounding_box()
        assert drawn["height"] >= height * 0.35
        assert drawn["width"] >= width * 0.9
        expect(page.locator(".screen .key")).to_be_visible()


def test_leaving_a_meeting_keeps_the_selection_in_the_address(server, page):
    visit(page, f"{server}/actions?authority=North+Yorkshire")
    page.get_by_role("button", name="Share").click()
    page.get_by_role("link", name="Meeting mode").click()
    expect(page.locator(".screen h1")).to_contain_text("North Yorkshire", timeout=30_000)
    settle(page)
    page.get_by_role("link", name="Leave the meeting").click()
    expect(page.locator("h1").last).to_have_text("North Yorkshire", timeout=30_000)
    settle(page)
    page.get_by_role("link", name="Themes").first.click()
    expect(page.locator("h1").last).to_have_text("Themes")
    expect(page).to_have_url(re.compile(r"authority=North\+Yorkshire"), timeout=30_000)


@pytest.mark.parametrize("authority", ["York", "North+Yorkshire", "York&as_at=6+September+2023"])
def test_no_screen_of_a_meeting_scrolls(server, page, authority):
    page.set_viewport_size({"width": 1280, "height": 720})
    visit(page, f"{server}/?authority={authority}&meeting=true")
    title, forward = page.locator(".screen h1"), page.get_by_role("button", name="Next")
    for _ in range(40):
        expect(page.locator(".screen .source")).to_contain_text("Source: ")
        assert page.evaluate(
            "(() => { const s = document.querySelector('.screen'), inside = [...s.querySelectorAll('.drawn')]; return [s, ...inside].every(e => e.scrollHeight <= e.clientHeight + 1 && e.scrollWidth <= e.clientWidth + 1) })()"
        ), title.inner_text()
        assert title.inner_text().startswith(authority.partition("&")[0].replace("+", " "))
        sizes = page.evaluate(
            "[...document.querySelectorAll('.screen p, .screen li, .screen th')].map(e => parseFloat(getComputedStyle(e).fontSize))"
        )
        assert min(sizes) >= 24
        if forward.is_disabled():
            return
        go_on(page)
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
