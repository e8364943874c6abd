"""The dashboard in a real browser: cold deep links, true figures, downloads, the address."""

import csv
import io

import pytest
from playwright.sync_api import Page, expect

TITLES = {"": "Overview", "timeline": "Timeline", "grades": "Grades", "themes": "Themes", "about": "About"}
FIRST_LINK = "/themes?authority=North+Yorkshire"


def visit(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("h1")).to_be_visible(timeout=30_000)


def test_the_very_first_link_after_a_start_opens_what_it_names(server, page):
    visit(page, server + FIRST_LINK)
    expect(page.locator("h1")).to_have_text("Themes")
    expect(page.get_by_text("North Yorkshire: ").first).to_be_visible()
    assert "authority=North+Yorkshire" in page.url


@pytest.mark.parametrize("path", TITLES)
@pytest.mark.parametrize("query", ["", "?authority=York", "?authority=York&authority=North+Yorkshire"])
def test_every_page_opens_by_link(server, page, path, query):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    visit(page, f"{server}/{path}{query}")
    expect(page).to_have_title(f"{TITLES[path]} – Inspections over time")
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)
    if path != "about":
        expect(page.locator(".js-plotly-plot").first).to_be_visible(timeout=20_000)
        expect(page.locator('[data-testid="stPlotlyChart"] [role="figure"], [data-testid="stPlotlyChart"][role="figure"]').first).to_have_count(1)
    assert errors == []


def test_the_heatmap_draws_the_letters(server, page):
    visit(page, f"{server}/grades?authority=York")
    expect(page.locator(".js-plotly-plot .textpoint").first).to_be_visible(timeout=20_000)
    letters = page.locator(".js-plotly-plot .textpoint").all_text_contents()
    assert letters.count("O") == 5
    assert letters.count("RI") == 5
    assert letters.count("(G)") == 3


def test_the_selection_follows_to_the_next_page_and_back(server, page):
    visit(page, f"{server}/?authority=North+Yorkshire")
    page.get_by_role("link", name="Timeline").click()
    expect(page.locator("h1")).to_have_text("Timeline")
    expect(page.get_by_text("North Yorkshire: ").first).to_be_visible()
    assert "authority=North+Yorkshire" in page.url
    page.go_back()
    expect(page.locator("h1")).to_have_text("North Yorkshire")


def test_the_table_behind_a_chart_opens_and_downloads(server, page):
    visit(page, f"{server}/grades?authority=York")
    page.get_by_text("The table behind this chart").click()
    expect(page.get_by_role("columnheader", name="March 2022, ILACS 2018")).to_be_visible()
    with page.expect_download() as started:
        page.get_by_role("button", name="Download the table (CSV)").click()
    assert started.value.suggested_filename == "york-grades.csv"
    rows = list(csv.reader(io.StringIO(started.value.path().read_text(encoding="utf-8-sig"))))
    assert rows[0][0] == "Strand"
    assert rows[1] == ["Overall effectiveness", *rows[1][1:]]
    assert rows[1][-1] == "Outstanding"


def test_the_page_is_in_british_english(server, page):
    visit(page, server)
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")


@pytest.mark.parametrize("width", [390, 768, 1440])
def test_no_page_scrolls_sideways(server, page, width):
    page.set_viewport_size({"width": width, "height": 900})
    for path in TITLES:
        visit(page, f"{server}/{path}?authority=York")
        overflow = page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth - document.querySelector('[data-testid=stMain]').clientWidth")
        assert overflow <= 1, path
