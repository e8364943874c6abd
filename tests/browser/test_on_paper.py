"""Each kind of page on A4 sheets: each is used, none ends in a heading or holds abbreviations alone, and no table shrinks the rest."""

import math
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pypdfium2
import pypdfium2.raw as raw
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_dashboard import visit

PAGES = ["", "grades", "themes", "compare", "actions", "england"]
FOOTER = 0.9
"""The share of a sheet above its footer."""
FULL, HALF, ALONE = 0.5, 0.45, 0.12
"""How far down, as a share, the first sheet is used at least, and each of those in the middle; and what a heading alone would use."""
FOOT, HEADING, TITLE = 62, 13, 19
"""Points: where the footer begins, from below; the size of a heading, at least; and that of a page's title."""
READ = 6.95
"""Points: the smallest letters above the footer. A chart that had to be made a little smaller, to fit one sheet, may have others."""

DRAWN = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every((chart) => chart.querySelector(".main-svg"))"""


class Sheet(NamedTuple):
    """A sheet: how far down it is used, as a share, whether it lies across, its words, and the size of its last letters, of its
    largest and of its smallest."""

    used: float
    wide: bool
    words: list[str]
    last: float
    largest: float
    smallest: float


def printed(page: Page, paper: Path) -> Iterator[Sheet]:
    """Print a page, and give its sheets."""
    paper.write_bytes(page.pdf(prefer_css_page_size=True, print_background=True))
    with pypdfium2.PdfDocument(paper) as document:
        for sheet in document:
            grey = np.asarray(sheet.render(scale=0.5, grayscale=True).to_numpy()).squeeze()
            inked = np.flatnonzero((grey[: int(len(grey) * FOOTER)] < 200).any(axis=1))
            width, height = sheet.get_size()
            text = sheet.get_textpage()
            above = sorted(letter for letter in letters(text) if letter[0] > FOOT)
            used = inked.max() / len(grey) if len(inked) else 0
            sizes = [size for _, size in above]
            words = text.get_text_bounded().split()
            yield Sheet(used, width > height, words, above[0][1], max(sizes), min(sizes))


def letters(text: pypdfium2.PdfTextPage) -> Iterator[tuple[float, float]]:
    """How far above the bottom of the sheet each letter stands, and its size, in points."""
    place = raw.FS_MATRIX()
    for i, letter in enumerate(text.get_text_range()):
        if letter.strip() and raw.FPDFText_GetMatrix(text, i, place):
            yield place.f, raw.FPDFText_GetFontSize(text, i) * math.hypot(place.a, place.b)


@pytest.mark.parametrize("authority", ["York", "North Yorkshire"])
def test_every_page_prints_on_sheets_that_are_used(server, own_page, tmp_path, authority):
    page = own_page
    poor = {}
    for path in PAGES:
        visit(page, f"{server}/{path}?authority={authority}")
        expect(page.locator(".js-plotly-plot .main-svg, [data-testid=stExpander]").first).to_be_visible(timeout=20_000)
        page.wait_for_function(DRAWN)
        page.wait_for_timeout(500)
        sheets = list(printed(page, tmp_path / "page.pdf"))
        used = [round(float(sheet.used), 2) for sheet in sheets]
        if used[0] < FULL or min(used) < ALONE or min(used[:-1], default=FULL) < HALF:
            poor[path] = used
        if ends := [i for i, sheet in enumerate(sheets, 1) if sheet.last > HEADING]:
            poor[f"{path} ends in a heading"] = ends
        if path != "themes" and (small := [round(sheet.smallest, 1) for sheet in sheets if sheet.smallest < READ]):
            poor[f"{path} has small letters"] = small
    assert poor == {}, "how far down each sheet is used"


COLUMNS = 12
WIDEN = """(columns) => document.querySelectorAll(".table-region tr").forEach((row) => {
  while (row.children.length < columns) row.append(row.lastElementChild.cloneNode(true));
  row.lastElementChild.textContent = "8+";
})"""
"""The data of the tests hold too few reports for a table as wide as that of eleven authorities; so columns are repeated."""


def test_tiles_of_eleven_authorities_stand_upright_and_a_table_wider_than_a_sheet_lies_across(
    server, own_page, tmp_path
):
    page = own_page
    visit(page, f"{server}/compare?authority=York&authority=North+Yorkshire")
    expect(page.locator(".stood caption", has_text="How each theme stood")).to_be_attached(timeout=20_000)
    page.get_by_text("The table behind this chart").first.click()
    expect(page.get_by_role("columnheader", name="Full inspections listed to")).to_be_visible()
    assert not any(sheet.wide for sheet in printed(page, tmp_path / "ten.pdf")), "ten columns fit a sheet that stands"
    page.evaluate(WIDEN, COLUMNS)
    sheets = list(printed(page, tmp_path / "compare.pdf"))
    across, upright = [sheet for sheet in sheets if sheet.wide], [sheet for sheet in sheets if not sheet.wide]
    assert [sheet.wide for sheet in sheets] == [False] * len(upright) + [True] * len(across), "it lies after all else"
    assert min(sheet.used for sheet in upright[:-1]) > HALF, "and leaves no half-empty sheet before it"
    assert sheets[0].largest > TITLE, "a table wider than its sheet shrinks all the rest"
    assert sum("Region" in sheet.words and "8+" in sheet.words for sheet in across) == 1
    assert sum(sheet.words.count("8+") for sheet in upright) >= 40


WIDTHS = "[...document.querySelectorAll('.js-plotly-plot')].map((chart) => chart._fullLayout.width)"


@pytest.mark.parametrize("way", ["the keys", "the button"])
def test_a_chart_wider_than_a_sheet_is_drawn_anew_before_it_is_printed_and_then_is_as_it_was(server, own_page, way):
    page = own_page
    page.set_viewport_size({"width": 1600, "height": 900})
    visit(page, f"{server}/?authority=York")
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=20_000)
    [before] = page.evaluate(WIDTHS)
    page.evaluate(f"() => {{ window.print = () => {{ window.onSheet = {WIDTHS}; }}; }}")
    if way == "the keys":
        page.keyboard.press("Control+p")
    else:
        page.get_by_role("button", name="Share").click()
        page.get_by_role("button", name="Print this page").click()
    [printed] = page.wait_for_function("() => window.onSheet").json_value()
    assert printed <= 860 < before
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.wait_for_function(f"(before) => {WIDTHS}[0] === before", arg=before)


def test_what_waits_behind_a_title_on_a_phone_is_printed(server, own_page, tmp_path):
    page = own_page
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, f"{server}/compare?authority=Kent")
    fold = page.locator(".fold").first
    expect(fold.locator(".pair")).to_be_hidden()
    said = fold.locator(".pair > div").first.text_content().split()
    words = " ".join(word for sheet in printed(page, tmp_path / "folded.pdf") for word in sheet.words)
    assert " ".join(said[-8:]) in words
    fold.locator("summary").click()
    expect(fold.locator(".pair")).to_be_visible()
