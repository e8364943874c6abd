"""One look at each place, in a real browser: all that the tests of every page want to know of it."""

import csv
import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
import pypdfium2
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.conftest import WINDOW, listen, visiting
from tests.browser.measures import grow, sideways, unfold, violations, walk
from tests.browser.test_dashboard import visit

HEADINGS = """() => [...document.querySelectorAll("main h1, main h2, main h3, main h4, main h5, main h6")]
  .filter((heading) => heading.checkVisibility()).map((heading) => [Number(heading.tagName[1]), heading.innerText])"""
TAKEN = '() => [...document.querySelectorAll(\'main [class*="st-key-take-"] button\')].map((button) => button.getAttribute("aria-label") ?? button.innerText)'
NAMED = """() => [...document.querySelectorAll('main [class*="st-key-take-"] button')]
  .every((button) => !/^(Table|Picture) /.test(button.innerText) || button.ariaLabel)"""
NAMELESS = re.compile(
    r"- (button|link|textbox|combobox|radio|radiogroup|checkbox|tab|figure|img|table|navigation|region|dialog)(:| \[|$)"
)
"""Roles that are of no use without a name, as they stand in a snapshot of the accessibility tree when they have none."""
UNREADABLE = """() => [...document.querySelectorAll(".tile")].filter((tile) => {
  const style = getComputedStyle(tile);
  return parseFloat(style.borderTopWidth) < 1 || style.borderTopColor === style.backgroundColor || style.color === style.backgroundColor || !tile.innerText.trim();
}).length"""
MOVING = """() => [...document.querySelectorAll("*")].filter((element) => {
  const style = getComputedStyle(element), lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
  return (style.animationName !== "none" && lasts(style.animationDuration)) || (style.transitionProperty !== "none" && lasts(style.transitionDuration));
}).map((element) => element.outerHTML.slice(0, 120))"""
OUTSIDE = """() => {
  const frame = document.querySelector("svg").getBoundingClientRect();
  return [...document.querySelectorAll("text")].filter((text) => text.textContent.trim()).filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < frame.left || box.top < frame.top || box.right > frame.right || box.bottom > frame.bottom;
  }).map((text) => text.textContent);
}"""
NOTES_OVER_MARKS = """() => {
  const notes = [...document.querySelectorAll(".annotation text")].map((text) => text.getBoundingClientRect());
  const marks = [...document.querySelectorAll(".xtick text, .ytick text, .legendtext, .textpoint")].map((mark) => mark.getBoundingClientRect());
  const plot = [...document.querySelectorAll(".plot")].map((area) => area.getBoundingClientRect());
  const around = notes.filter((note) => plot.every((area) => note.bottom < area.top || note.top > area.bottom));
  return around.filter((a) => marks.some((b) => a.left < b.right && b.left < a.right && a.top < b.bottom - 1 && b.top < a.bottom - 1)).length;
}"""
PICTURE = "[data-testid=stPlotlyChart]"
"""The place of a picture, which stands before plotly draws it; others on the page may be drawn sooner."""
LIST = "[data-testid=stExpander]"
"""What the page Recommendations opens with in place of a picture."""
TOPS = """(first) => {
  const top = (element) => element ? element.getBoundingClientRect().top + document.querySelector("[data-testid=stMain]").scrollTop : -1;
  return [top(document.querySelector(".lead, .asked")), top(document.querySelector(first))];
}"""


@dataclass
class Table:
    """A table as it was taken away: the names of the two files, and their rows."""

    csv_name: str
    csv_rows: list[list[str]]
    xlsx_name: str
    xlsx_heading: list[str]
    xlsx_rows: int


@dataclass
class Picture:
    """The first picture of a page as it was taken away: its title on the page, its name, its file, and what went wrong in it."""

    title: str
    name: str
    svg: str
    outside: list[str]
    notes_over_marks: int


@dataclass
class Seen:
    """What was seen of a place."""

    title: str = ""
    errors: list[str] = field(default_factory=list)
    failed: int = 0
    tops: tuple[float, float] = (-1, -1)
    sheets: list[tuple[tuple[float, float], str]] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    workbooks: int = 0
    picture: Picture | None = None
    headings: list[tuple[int, str]] = field(default_factory=list)
    taken: list[str] = field(default_factory=list)
    walk: list[dict[str, Any]] = field(default_factory=list)
    nameless: list[str] = field(default_factory=list)
    found: list[tuple[str, str, str, bool]] = field(default_factory=list)
    sideways: dict[int, int] = field(default_factory=dict)
    moving: list[str] = field(default_factory=list)
    unreadable: int = 0


def look_at(
    context: BrowserContext, address: str, place: str, folder: Path, first: bool, drawn: bool, given: bool
) -> Seen:
    """Open a place once and see it on screens, on paper and by keyboard.

    ``first``: it opens with an answer above a picture or a list; ``drawn``: it has a picture, to be taken away with its tables; ``given``: its tables and its paper are.
    """
    seen = Seen()
    with visiting(context) as page:
        seen.errors = listen(page)
        page.set_viewport_size({"width": 1440, "height": 900})
        visit(page, address)
        if place == "briefing":
            expect(page.locator(".paper h2").first).to_be_visible(timeout=30_000)
        if drawn:
            expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=20_000)
        seen.failed = (
            page.locator('[data-testid="stException"]').count() + page.get_by_text("could not be shown").count()
        )
        seen.title = page.title()
        if first:
            seen.tops = tops(page, place)
        page.set_viewport_size(WINDOW)
        if given:
            seen.sheets = _printed(page, folder / "page.pdf")
        unfold(page)
        page.wait_for_function(NAMED)
        _by_keyboard_and_in_words(page, seen)
        if given:
            seen.tables, seen.workbooks = _tables(page)
        if drawn:
            seen.picture = _picture(page)
        _at_all_widths(page, seen)
    return seen


def tops(page: Page, place: str) -> tuple[float, float]:
    """Pixels from the top of the page to its answer and to its first picture, or on Recommendations to its first list."""
    first = LIST if place == "actions" else PICTURE
    expect(page.locator(first).first).to_be_visible(timeout=20_000)
    answer, top = page.evaluate(TOPS, first)
    return answer, top


def _by_keyboard_and_in_words(page: Page, seen: Seen) -> None:
    seen.headings, seen.taken, seen.walk = page.evaluate(HEADINGS), page.evaluate(TAKEN), walk(page)
    tree = page.locator("body").aria_snapshot()
    seen.nameless = [line for line in tree.splitlines() if NAMELESS.search(line)]


def _at_all_widths(page: Page, seen: Seen) -> None:
    grow(page, 1280)
    seen.found = violations(page)
    seen.sideways = sideways(page)
    grow(page, 320)
    seen.found += violations(page)
    page.emulate_media(reduced_motion="reduce", forced_colors="active")
    seen.moving, seen.unreadable = page.evaluate(MOVING), page.evaluate(UNREADABLE)


def take(page: Page, label: str, number: int = 0) -> tuple[str, Path]:
    """Press a button; the name and the place of the file that it gives."""
    with page.expect_download() as started:
        page.get_by_role("button", name=label).nth(number).click()
    return started.value.suggested_filename, started.value.path()


def _tables(page: Page) -> tuple[list[Table], int]:
    """Take every table away in both forms. Gives them, and the number of workbooks that are offered."""
    buttons, tables = page.get_by_role("button", name="Table (CSV)"), []
    expect(buttons.first).to_be_visible(timeout=20_000)
    for number in range(buttons.count()):
        csv_name, file = take(page, "Table (CSV)", number)
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
        xlsx_name, file = take(page, "Table (XLSX)", number)
        sheet = openpyxl.load_workbook(io.BytesIO(file.read_bytes()))["Table"]
        tables.append(Table(csv_name, rows, xlsx_name, [cell.value for cell in sheet[1]], sheet.max_row))
    return tables, page.get_by_role("button", name="Table (XLSX)").count()


def _picture(page: Page) -> Picture:
    title = page.locator('[class*="st-key-panel-"] h2').first.inner_text()
    page.wait_for_timeout(1_200)  # of eleven files within a second or two, Chromium gives ten
    name, file = take(page, "Picture (SVG)")
    expect(page.locator(".notifier-note")).to_have_count(
        0, timeout=20_000
    )  # plotly says what it does, and fades it out
    svg = file.read_text(encoding="utf-8")
    sheet = page.context.new_page()
    sheet.set_viewport_size({"width": 1400, "height": 1800})
    sheet.set_content(svg)
    outside, over = sheet.evaluate(OUTSIDE), sheet.evaluate(NOTES_OVER_MARKS)
    sheet.close()
    return Picture(title, name, svg, outside, over)


def _printed(page: Page, paper: Path) -> list[tuple[tuple[float, float], str]]:
    """Print the page; the size and the words of each sheet."""
    paper.write_bytes(page.pdf(prefer_css_page_size=True))
    with pypdfium2.PdfDocument(paper) as document:
        return [(sheet.get_size(), " ".join(sheet.get_textpage().get_text_bounded().split())) for sheet in document]
