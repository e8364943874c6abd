"""The dashboard in a real browser: cold deep links, true figures, downloads, the address."""

import csv
import io
import re
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import serving
from ui.navigation import FRONT, MORE

TITLES = {entry.path: entry.title for entry in (*FRONT, *MORE)}
FIRST_LINK = "/themes?authority=North+Yorkshire"


def visit(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("h1").last).to_be_visible(timeout=30_000)
    settle(page)


def settle(page: Page) -> None:
    """Wait until the script has run to its end."""
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=30_000)


def unfold_take_away(page: Page) -> None:
    """Open every menu of what can be taken away that is seen."""
    closed = page.locator('[class*="st-key-take-"] details:not([open]) > summary').locator("visible=true")
    expect(page.locator('[class*="st-key-take-"] summary').first).to_be_visible(timeout=20_000)
    for _ in range(closed.count()):
        closed.first.click()


def test_the_very_first_link_after_a_start_opens_what_it_names(page):
    with serving() as just_started:
        visit(page, just_started + FIRST_LINK)
        expect(page.locator("h1").last).to_have_text("Themes")
        expect(page.get_by_text("North Yorkshire: ").first).to_be_visible()
        expect(page).to_have_url(re.compile(r"authority=North\+Yorkshire"), timeout=30_000)
        page.goto("about:blank")


def test_the_heatmap_draws_the_letters(server, page):
    visit(page, f"{server}/grades?authority=York")
    expect(page.locator(".js-plotly-plot .textpoint").first).to_be_visible(timeout=20_000)
    letters = page.locator(".js-plotly-plot").first.locator(".textpoint").all_text_contents()
    assert letters.count("O") == 5
    assert letters.count("RI") == 5
    assert letters.count("(G)") == 3


def test_the_selection_follows_to_the_next_page_and_back(server, page):
    visit(page, f"{server}/?authority=North+Yorkshire")
    page.get_by_role("link", name="Timeline").first.click()
    expect(page.locator("h1").last).to_have_text("Timeline")
    expect(page.get_by_text("North Yorkshire: ").first).to_be_visible()
    expect(page).to_have_url(re.compile(r"authority=North\+Yorkshire"))
    page.go_back()
    expect(page.locator("h1").last).to_have_text("North Yorkshire")


def test_the_table_behind_a_chart_opens_and_downloads(server, page):
    visit(page, f"{server}/grades?authority=York")
    page.get_by_text("The table behind this chart").first.click()
    expect(page.get_by_role("columnheader", name="March 2022, ILACS 2018")).to_be_visible()
    unfold_take_away(page)
    with page.expect_download() as started:
        page.get_by_role("button", name="Table (CSV)").first.click()
    assert started.value.suggested_filename == "york-grades-2026-08-22.csv"
    rows = list(csv.reader(io.StringIO(started.value.path().read_text(encoding="utf-8-sig"))))
    assert rows[0][0] == "Strand"
    assert rows[1] == ["Overall effectiveness", *rows[1][1:]]
    assert rows[1][-1] == "Outstanding"


def test_the_page_is_in_british_english_and_bears_its_own_mark(server, page):
    visit(page, server)
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")
    mark = page.locator("link[rel~=icon]").first
    expect(mark).to_have_attribute("href", re.compile("^data:image/svg"))


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("authority=north-yorkshire", "authority=North+Yorkshire"),
        ("authority=YORK&authority=York", "authority=York"),
        ("authority=E10000023", "authority=North+Yorkshire"),
        ("authority=York&meeting=1", "authority=York&meeting=true"),
        ("authority=York&as_at=2023-12-31", "authority=York&as_at=31+December+2023"),
    ],
)
def test_other_spellings_lead_to_the_canonical_address(server, page, asked, shown):
    visit(page, f"{server}/?{asked}")
    expect(page).to_have_url(f"{server}/?{shown}", timeout=30_000)


def test_an_unknown_authority_is_named(server, page):
    visit(page, f"{server}/?authority=Atlantis&authority=North+Yorkshire")
    expect(page.locator("h1").last).to_have_text("North Yorkshire")
    expect(page.locator(".remark.refused")).to_contain_text("“Atlantis”")


def test_a_click_on_a_cell_shows_the_findings_behind_it(server, page):
    visit(page, f"{server}/themes?authority=York")
    page.locator(".js-plotly-plot .bars .point path").first.wait_for()
    page.get_by_label("Theme (or click a cell above)").wait_for()
    settle(page)
    before = page.get_by_text("paragraphs on").inner_text()
    cells = page.locator(".js-plotly-plot .bars .point path")
    cells.nth(12).scroll_into_view_if_needed()
    box = cells.nth(12).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    count = page.get_by_text("paragraphs on").or_(page.get_by_text("paragraph on"))
    expect(page.get_by_text(before, exact=True)).to_have_count(0, timeout=20_000)
    expect(count).to_have_count(1)
    expect(page).to_have_url(re.compile("theme="), timeout=30_000)


def test_on_paper_the_page_is_whole_and_without_controls(server, page, tmp_path):
    visit(page, f"{server}/grades?authority=York")
    expect(page.locator(".js-plotly-plot .textpoint").first).to_be_visible(timeout=20_000)
    page.emulate_media(media="print")
    expect(page.locator(".st-key-tools, [class*='st-key-take-']").first).to_be_hidden()
    expect(page.locator('[data-testid="stMultiSelect"]').first).to_be_hidden()
    paper = tmp_path / "grades.pdf"
    paper.write_bytes(page.pdf(format="A4"))
    with pypdfium2.PdfDocument(paper) as document:
        text = " ".join(sheet.get_textpage().get_text_bounded() for sheet in document)
    assert "Care leavers" in text
    assert "Source: Ofsted, York" in " ".join(text.split())


def test_on_a_phone_a_chart_keeps_its_columns_and_names_its_rows(server, page):
    page.set_viewport_size({"width": 390, "height": 900})
    visit(page, f"{server}/grades?authority=York")
    figure = page.locator(".js-plotly-plot").first
    expect(figure.locator(".xtick text")).to_have_count(4, timeout=20_000)
    assert [text.replace(" ", "") for text in figure.locator(".xtick text").all_text_contents()][:2] == [
        "Mar2012",
        "Nov2016",
    ]
    expect(figure.locator(".annotation", has_text="Care leavers")).to_have_count(1)
    box = figure.bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


@pytest.mark.parametrize("width", [320, 1024])
@pytest.mark.parametrize("authority", ["York", "Norfolk"])
def test_the_latest_grade_of_the_strip_is_seen_whole(server, page, authority, width):
    """Opened on a narrow and on a wide screen, and then in windows of all the widths between."""
    page.set_viewport_size({"width": width, "height": 900})
    visit(page, f"{server}/?authority={authority}&meeting=true&screen=1")
    for window in (320, 390, 700, 768, 1024):
        page.set_viewport_size({"width": window, "height": 900})
        room, needed = page.locator(".screen .drawn").evaluate("(strip) => [strip.clientWidth, strip.scrollWidth]")
        assert needed <= room, window


def printed(page: Page, paper: Path) -> list[str]:
    """The words on each sheet."""
    paper.write_bytes(page.pdf(prefer_css_page_size=True))
    with pypdfium2.PdfDocument(paper) as document:
        return [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]


def test_on_paper_each_recommendation_is_open(server, page, tmp_path):
    visit(page, f"{server}/actions?authority=York&answers=York%2C+ILACS+2018%2C+March+2022")
    threads = page.locator('[data-testid="stExpander"]:not([class*="st-key-panel-"] *)')
    expect(threads).to_have_count(7)
    words = " ".join(printed(page, tmp_path / "actions.pdf"))
    for number in range(1, 8):
        assert f"Actions for R{number}" in words
    quotes = [quote for thread in threads.all() for quote in thread.locator("blockquote").all_text_contents()[:1]]
    assert len(quotes) == 7
    assert all(" ".join(quote.split()[:4]) in words for quote in quotes)
    assert "The table behind this chart" not in words


SIX = "authority=Bradford&authority=Leeds&authority=Bournemouth%2C+Christchurch+%26+Poole&authority=Isles+of+Scilly&authority=Cumbria&authority=Westmorland+and+Furness"


def test_a_timeline_of_six_prints_in_parts_from_the_first_sheet_on_and_its_address_is_whole(server, page, tmp_path):
    visit(page, f"{server}/timeline?{SIX}")
    expect(page.locator(".js-plotly-plot .annotation").first).to_be_visible(timeout=20_000)
    sheets = printed(page, tmp_path / "timeline.pdf")
    assert "Visits" in sheets[0]
    assert "RI" in sheets[1].split()
    assert SIX.rpartition("=")[2] in sheets[0]
    expect(page.locator(".cut")).to_have_count(0)


NAMES_THAT_TOUCH = """(figure) => {
  const frame = figure.getBoundingClientRect();
  const names = [...figure.querySelectorAll(".annotation text")].map((text) => [text.textContent, text.getBoundingClientRect()]);
  const over = ([, a], [, b]) => a.left < b.right && b.left < a.right && a.top < b.bottom - 4 && b.top < a.bottom - 4;
  return names.filter((name, i) => name[1].left < frame.left || name[1].right > frame.right || names.slice(i + 1).some((other) => over(name, other)))
    .map(([text]) => text);
}"""


@pytest.mark.parametrize("chosen", ["authority=York", "authority=North+Yorkshire", SIX])
def test_names_on_the_timeline_do_not_touch_on_a_tablet(server, page, chosen):
    page.set_viewport_size({"width": 768, "height": 900})
    visit(page, f"{server}/timeline?{chosen}")
    figure = page.locator(".js-plotly-plot").first
    expect(figure.locator(".annotation text").first).to_be_visible(timeout=20_000)
    assert figure.evaluate(NAMES_THAT_TOUCH) == []
