"""The selection bar and the address in a real browser: typing and Enter, Back and Forward, reload."""

import re
from collections.abc import Callable
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.test_dashboard import settle, visit
from ui.screen import NARROW

DAY = "As known on"


def box(page: Page, name: str) -> Locator:
    return page.get_by_role("combobox", name=name, exact=True)


def known(page: Page) -> Locator:
    """The button that says as known on which day, and opens the box for it."""
    return page.locator(".st-key-known button")


def enter(page: Page, name: str, text: str) -> None:
    """Type into one of the boxes and press Enter, as somebody does who knows what they want."""
    settle(page)
    if name == DAY:
        known(page).click()
    box(page, name).click()
    page.keyboard.type(text)
    expect(box(page, name)).to_have_value(text)
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)  # until the script has begun to run
    settle(page)
    if name == DAY:
        page.keyboard.press("Escape")


def go_to(page: Page, title: str) -> None:
    page.get_by_role("link", name=title, exact=True).first.click()
    expect(page.locator("h1").last).to_have_text(title, timeout=20_000)
    settle(page)


def tags(page: Page) -> Locator:
    return page.locator(".st-key-others [data-tag]")


TYPED = {
    "York": "York",
    "leeds": "Leeds",
    "brad": "Bradford",
    "Kent": "Kent",
    "somerset": "Somerset",
    "Bath": "Bath and North East Somerset",
    "Hull": "Kingston upon Hull",
    "BCP": "Bournemouth, Christchurch & Poole",
}


def test_enter_chooses_the_one_authority_that_was_typed(server, page):
    visit(page, f"{server}/?authority=North+Yorkshire")
    for typed, name in TYPED.items():
        enter(page, "Authority", typed)
        expect(page.locator("h1").last).to_have_text(name, timeout=20_000)
        expect(box(page, "Authority")).to_have_value(name)
        expect(page).to_have_url(re.compile(r"^(?!.*authority=.*authority=).*authority="), timeout=30_000)


def test_enter_puts_one_authority_at_a_time_beside_the_subject(server, page):
    visit(page, f"{server}/timeline?authority=Leeds")
    for typed in ("york", "kent"):
        enter(page, "Compare with", typed)
    expect(tags(page)).to_have_text(["York", "Kent"])
    expect(page.locator(".asked")).to_contain_text("Leeds, York and Kent")
    expect(page).to_have_url(f"{server}/timeline?authority=Leeds&authority=York&authority=Kent", timeout=30_000)
    page.reload()
    expect(tags(page)).to_have_text(["York", "Kent"], timeout=30_000)
    expect(box(page, "Authority")).to_have_value("Leeds")


def test_back_to_an_address_without_an_authority_shows_the_same_again(server, page):
    visit(page, f"{server}/")
    go_to(page, "Timeline")
    page.go_back()
    expect(page.locator("h1").last).to_have_text("Inspections over time: which council?", timeout=20_000)
    page.go_forward()
    expect(page.locator("h1").last).to_have_text("Timeline", timeout=20_000)
    expect(page.locator(".asked")).to_contain_text("York: ")
    visit(page, f"{server}/england")
    go_to(page, "Grades")
    page.go_back()
    expect(page.locator("h1").last).to_contain_text("England", timeout=20_000)


def test_each_choice_of_the_bar_is_one_step_of_the_history(server, page):
    visit(page, f"{server}/?authority=York")
    enter(page, "Authority", "leeds")
    expect(page.locator("h1").last).to_have_text("Leeds", timeout=20_000)
    enter(page, "As known on", "31/12/2019")
    expect(known(page)).to_contain_text("As known on 31 December 2019")
    expect(page.get_by_text("You see what was known on 31 December 2019.")).to_be_visible()
    expect(page).to_have_url(f"{server}/?authority=Leeds&as_at=31+December+2019", timeout=30_000)
    page.go_back()
    expect(known(page)).to_contain_text("As known on 22 August 2026", timeout=20_000)
    expect(page.get_by_text("You see what was known")).to_have_count(0)
    settle(page)
    page.go_back()
    expect(page.locator("h1").last).to_have_text("York", timeout=20_000)
    expect(box(page, "Authority")).to_have_value("York")
    settle(page)
    page.go_forward()
    expect(page.locator("h1").last).to_have_text("Leeds", timeout=20_000)
    expect(page).to_have_url(f"{server}/?authority=Leeds", timeout=30_000)


def test_words_that_are_no_day_leave_the_page_and_its_day_as_they_were(server, page):
    visit(page, f"{server}/grades?authority=York&as_at=31+December+2023")
    enter(page, "As known on", "next Tuesday")
    expect(page.get_by_role("alert").filter(has_text="“next Tuesday” is not a day.")).to_be_visible()
    expect(known(page)).to_contain_text("As known on 31 December 2023")
    expect(page).to_have_url(f"{server}/grades?authority=York&as_at=31+December+2023", timeout=30_000)
    page.get_by_role("button", name="Back to what is known now").click()
    expect(known(page)).to_contain_text("As known on 22 August 2026", timeout=20_000)
    expect(page.get_by_role("alert")).to_have_count(0)
    go_to(page, "Timeline")
    expect(page).to_have_url(f"{server}/timeline?authority=York", timeout=30_000)
    enter(page, "As known on", "31/12/2019")
    page.get_by_role("button", name="Back to what is known now").click()
    expect(known(page)).to_contain_text("As known on 22 August 2026", timeout=20_000)
    go_to(page, "Grades")
    expect(known(page)).to_contain_text("As known on 22 August 2026")
    expect(page).to_have_url(f"{server}/grades?authority=York", timeout=30_000)


def search_findings(page: Page) -> None:
    search = page.get_by_label("Search summaries, quotes and themes")
    search.fill("homeless")
    search.press("Enter")
    expect(page.get_by_text("Five paragraphs found")).to_be_visible(timeout=20_000)


def compare_care_leavers(page: Page) -> None:
    enter(page, "Judgement", "Care leavers")
    expect(page.locator(".lead").first).to_contain_text("care leavers", timeout=20_000)


def look_at_moves(page: Page) -> None:
    page.get_by_text("How grades moved", exact=True).click()
    page.get_by_text("A pair of grades", exact=True).click()
    expect(box(page, "From")).to_be_visible(timeout=20_000)
    settle(page)
    enter(page, "From", "Inadequate")
    enter(page, "To", "Good")
    expect(page.get_by_text(re.compile("from Inadequate to Good")).first).to_be_visible(timeout=20_000)


FILTERS = {
    "findings?authority=York": (search_findings, "q=homeless", "Five paragraphs found"),
    "compare?authority=York": (compare_care_leavers, "strand=Care+leavers", "for care leavers"),
    "england?authority=York": (
        look_at_moves,
        "england=How+grades+moved&from=Inadequate&moved=A+pair+of+grades&to=Good",
        "from Inadequate to Good",
    ),
}


def asks_for(wanted: str) -> Callable[[str], bool]:
    """Whether an address is of the same page with the same parameters. Streamlit puts them in any order."""
    page, _, query = wanted.partition("?")

    def same(address: str) -> bool:
        path, _, asked = address.partition("?")
        return path == page and sorted(parse_qsl(asked)) == sorted(parse_qsl(query))

    return same


@pytest.mark.parametrize("address", FILTERS)
def test_the_filters_of_a_page_survive_one_press_of_back_and_the_list_of_pages(server, page, address):
    choose, query, words = FILTERS[address]
    visit(page, f"{server}/{address}")
    title = page.locator("h1").inner_text()
    choose(page)
    filtered = f"{server}/{address}&{query}"
    page.wait_for_url(asks_for(filtered))
    go_to(page, "Timeline")
    expect(page).to_have_url(f"{server}/timeline?authority=York", timeout=30_000)
    page.go_back()
    expect(page.locator("h1").last).to_have_text(title, timeout=20_000)
    expect(page.get_by_text(words).first).to_be_visible(timeout=20_000)
    page.wait_for_url(asks_for(filtered))
    page.go_forward()
    expect(page.locator("h1").last).to_have_text("Timeline", timeout=20_000)
    page.get_by_role("link", name=title.split()[0].strip(":"), exact=True).first.click()
    expect(page.get_by_text(words).first).to_be_visible(timeout=20_000)
    page.wait_for_url(asks_for(filtered))
    page.go_back()
    expect(page.locator("h1").last).to_have_text("Timeline", timeout=20_000)


def test_a_copied_link_and_a_link_in_a_page_are_one_step_each(server, page):
    visit(page, f"{server}/about?authority=York")
    visit(page, f"{server}/?authority=York&as_at=22+August+2026&data=22+August+2026")
    page.locator(".go-on").get_by_role("link", name="Timeline").click()
    expect(page.locator("h1").last).to_have_text("Timeline", timeout=30_000)
    settle(page)
    page.go_back()
    expect(page.locator("h1").last).to_have_text("York", timeout=30_000)
    settle(page)
    page.go_back()
    expect(page.locator("h1").last).to_contain_text("About", timeout=30_000)


def test_a_box_shows_the_new_choice_when_the_old_one_is_no_longer_offered(server, page):
    visit(page, f"{server}/actions?authority=York")
    enter(page, "Recommendations of", "2016")
    expect(box(page, "Recommendations of")).to_have_value("York, Single inspection, November and December 2016")
    enter(page, "Authority", "north yorkshire")
    expect(box(page, "Recommendations of")).to_have_value(re.compile("^North Yorkshire, "), timeout=20_000)
    page.go_back()
    expect(box(page, "Recommendations of")).to_have_value(re.compile("^York, Single inspection"), timeout=20_000)


@pytest.mark.parametrize("width", [1440, 1024, 390])
def test_the_bar_shows_each_name_and_the_day_whole(server, page, width):
    page.set_viewport_size({"width": width, "height": 900})
    visit(
        page,
        f"{server}/?authority=Bournemouth%2C+Christchurch+%26+Poole&authority=Kent&as_at=30+September+2023",
    )
    for shown in (box(page, "Authority"), known(page)):
        assert shown.evaluate("(element) => element.scrollWidth <= element.clientWidth")
    if width < NARROW:
        page.locator(".st-key-compared-with button").first.click()
    expect(tags(page).first).to_be_in_viewport()
    enter(page, "Compare with", "york")
    expect(tags(page)).to_have_text(["Kent", "York"], timeout=20_000)
    frame, last = page.locator(".st-key-others").bounding_box(), tags(page).last.bounding_box()
    assert frame["x"] <= last["x"]
    assert last["x"] + last["width"] <= frame["x"] + frame["width"]


def test_a_box_that_is_first_opened_later_shows_what_the_link_chose(server, page):
    """The browser draws a box behind a button only when somebody opens it."""
    visit(page, f"{server}/timeline?authority=Leeds&as_at=31+December+2023")
    enter(page, "Compare with", "york")
    known(page).click()
    expect(box(page, DAY)).to_have_value("31 December 2023")
    page.keyboard.press("Escape")
    go_to(page, "Grades")
    expect(page).to_have_url(re.compile(r"as_at=31\+December\+2023"), timeout=30_000)
