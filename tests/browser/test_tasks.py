"""Five tasks by keyboard alone, from the front page: each within eight actions, and as docs/tasks.md counts them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import ROOT
from tests.browser.test_dashboard import settle, visit

MOST = 8
FOCUSED = """() => {
  const element = document.activeElement;
  if (!element || !element.matches("a, button, summary, input")) return "";
  return `${element.getAttribute("aria-label") ?? ""} ${element.innerText ?? ""}`;
}"""


class Keyboard:
    """A visitor without a mouse. Counts actions (Enter on something) and, apart from them, the Tab keys on the way."""

    def __init__(self, page: Page):
        self.page, self.actions, self.tabs = page, 0, 0

    def go_to(self, words: str) -> None:
        """Press Tab until what has the focus says these words."""
        settle(self.page)
        for _ in range(150):
            self.page.keyboard.press("Tab")
            self.tabs += 1
            if re.search(words, self.page.evaluate(FOCUSED)):
                return
        raise AssertionError(f"the Tab key does not come to: {words}")

    def enter(self, words: str) -> None:
        self.go_to(words)
        self.page.keyboard.press("Enter")
        self.actions += 1

    def open_page(self, link: str, title: str) -> None:
        self.enter(f"^ {link}$")
        expect(self.page.locator("h1").last).to_have_text(title, timeout=20_000)
        settle(self.page)


def judgement_and_source(keys: Keyboard) -> None:
    keys.open_page("Timeline", "Timeline")
    facts = keys.page.get_by_role("region", name="York, ILACS 2023, February and March 2025")
    expect(facts.get_by_role("row").filter(has_text="Result")).to_contain_text("Outstanding in all five judgements")
    expect(facts.get_by_role("row").filter(has_text="Published")).to_contain_text("15 April 2025")
    keys.enter("Read its findings")
    expect(keys.page.locator("h1").last).to_have_text("Findings", timeout=20_000)
    expect(
        keys.page.get_by_role("heading", name="Inspection of February and March 2025, paragraph").first
    ).to_be_visible()


def themes_that_recur(keys: Keyboard) -> None:
    keys.open_page("Themes", "Themes")
    expect(keys.page.get_by_role("heading", name="York: two themes keep coming back")).to_be_visible()
    keys.enter("The table behind this chart")
    table = keys.page.get_by_role("region", name="York: two themes keep coming back")
    expect(table.get_by_role("columnheader", name="March 2012")).to_be_visible()
    expect(table.get_by_role("row").filter(has_text="recurring")).to_have_count(2)


def homeless_teenagers(keys: Keyboard) -> None:
    keys.enter("What became of earlier recommendations")
    expect(keys.page.locator("h1").last).to_have_text("Recommendations", timeout=20_000)
    keys.enter("R5 .*homeless")
    thread = keys.page.locator("details[open]").filter(has_text="homeless")
    expect(thread.locator("summary")).to_contain_text(re.compile("Reading now: .*positive", re.I))
    expect(thread.get_by_text("paragraph 17")).not_to_have_count(0)


def beside_neighbours(keys: Keyboard) -> None:
    keys.open_page("Compare", "Compare York")
    expect(keys.page.locator(".lead")).to_contain_text("neighbours")
    keys.enter("The table behind this chart")
    expect(keys.page.locator("details[open]").get_by_role("row").filter(has_text="York").first).to_be_visible()


def chart_and_data(keys: Keyboard) -> None:
    expect(keys.page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=20_000)
    keys.enter("Take away: ")
    for words, name in (
        ("Picture \\(PNG\\)", "york-history-2026-08-22.png"),
        ("Table \\(CSV\\)", "york-history-2026-08-22.csv"),
    ):
        with keys.page.expect_download() as taken:
            keys.enter(words)
        assert taken.value.suggested_filename == name


TASKS = {
    "a": judgement_and_source,
    "b": themes_that_recur,
    "c": homeless_teenagers,
    "d": beside_neighbours,
    "e": chart_and_data,
}


@pytest.mark.parametrize("task", TASKS)
def test_a_task_is_done_by_keyboard_alone_and_as_the_manual_counts(server, page: Page, task):
    visit(page, f"{server}/?authority=York")
    keys = Keyboard(page)
    TASKS[task](keys)
    assert keys.actions <= MOST
    written = re.search(
        rf"^\| \({task}\) .*\| (\d+) \| (\d+) \|$", (ROOT / "docs" / "tasks.md").read_text(encoding="utf-8"), re.M
    )
    assert written, f"docs/tasks.md has no row for task {task}"
    assert (int(written[1]), int(written[2])) == (keys.actions, keys.tabs), (
        "actions and Tab keys: write them in docs/tasks.md"
    )
