"""Each kind of page on A4 sheets: the first is well used, none holds a heading or abbreviations alone, and no table shrinks the rest."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_dashboard import visit

PAGES = ["", "grades", "themes", "compare", "actions", "england"]
FOOTER = 0.9
"""The share of a sheet above its footer."""
FULL, ALONE = 0.5, 0.12
"""How far down, as a share, the first sheet is used at least; and what a heading alone would use."""

DRAWN = """() => [...document.querySelectorAll('[data-testid="stPlotlyChart"]')].every((chart) => chart.querySelector(".main-svg"))"""


class Sheet(NamedTuple):
    """A sheet: how far down it is used, as a share, whether it lies across, and its words."""

    used: float
    wide: bool
    words: list[str]


def printed(page: Page, paper: Path) -> Iterator[Sheet]:
    """Print a page, and give its sheets."""
    paper.write_bytes(page.pdf(prefer_css_page_size=True, print_background=True))
    with pypdfium2.PdfDocument(paper) as document:
        for sheet in document:
            grey = np.asarray(sheet.render(scale=0.5, grayscale=True).to_numpy()).squeeze()
            inked = np.flatnonzero((grey[: int(len(grey) * FOOTER)] < 200).any(axis=1))
            width, height = sheet.get_size()
            text = sheet.get_textpage().get_text_bounded()
            yield Sheet(inked.max() / len(grey) if len(inked) else 0, width > height, text.split())


@pytest.mark.parametrize("authority", ["York", "North Yorkshire"])
def test_every_page_prints_on_sheets_that_are_used(server, page, tmp_path, authority):
    poor = {}
    for path in PAGES:
        visit(page, f"{server}/{path}?authority={authority}")
        expect(page.locator(".js-plotly-plot .main-svg, [data-testid=stExpander]").first).to_be_visible(timeout=20_000)
        page.wait_for_function(DRAWN)
        page.wait_for_timeout(500)
        sheets = list(printed(page, tmp_path / "page.pdf"))
        used = [round(float(sheet.used), 2) for sheet in sheets]
        if used[0] < FULL or min(used) < ALONE:
            poor[path] = used
    assert poor == {}, "how far down each sheet is used"


COLUMNS = 11
WIDEN = """(columns) => document.querySelectorAll(".table-region tr").forEach((row) => {
  while (row.children.length < columns) row.append(row.lastElementChild.cloneNode(true));
  row.lastElementChild.textContent = "recommendation";
})"""
"""The data of the tests hold too few reports for a table as wide as that of eleven authorities; so columns are repeated."""


def test_a_table_wider_than_a_sheet_lies_across_and_keeps_all_its_columns(server, page, tmp_path):
    visit(page, f"{server}/compare?authority=York&authority=North+Yorkshire")
    expect(page.locator(".table-region caption", has_text="How each theme stood")).to_be_attached(timeout=20_000)
    page.evaluate(WIDEN, COLUMNS)
    sheets = list(printed(page, tmp_path / "compare.pdf"))
    across = [sheet for sheet in sheets if sheet.wide]
    assert not sheets[0].wide
    assert across
    assert sum(sheet.words.count("recommendation") for sheet in across) >= 40
