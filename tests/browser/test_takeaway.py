"""What visitors take away, fetched in a real browser: pictures, tables, links, citations, paper."""

import csv
import io
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_dashboard import settle, visit

WITH_FIGURE = {"timeline": "york-timeline", "grades": "york-grades", "themes": "york-themes", "actions": "york-2022-action-plan-deadlines"}
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


def take(page: Page, label: str, number: int = 0) -> tuple[str, Path]:
    """Press a button; the name and the place of the file that it gives."""
    with page.expect_download() as started:
        page.get_by_role("button", name=label).nth(number).click()
    return started.value.suggested_filename, started.value.path()


def drawn(page: Page) -> None:
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=20_000)
    settle(page)


@pytest.mark.parametrize("path", WITH_FIGURE)
def test_a_picture_carries_its_texts_inside_its_frame(server, browser, page, path):
    visit(page, f"{server}/{path}?authority=York")
    drawn(page)
    title = page.locator('[data-testid="stVerticalBlock"] h3').first.inner_text()
    name, file = take(page, "Picture (SVG)")
    assert name == f"{WITH_FIGURE[path]}-2026-07-07.svg"
    picture = file.read_text(encoding="utf-8")
    said = " ".join(" ".join(text.itertext()) for text in ET.fromstring(picture).iter("{http://www.w3.org/2000/svg}text"))
    for words in (title, "Source: ", "Data as at 7 July 2026.", f"{server}/{path}?authority=York&as_at=7+July+2026&data=7+July+2026"):
        assert words in said
    sheet = browser.new_page(viewport={"width": 1400, "height": 1800})
    sheet.set_content(picture)
    assert sheet.evaluate(OUTSIDE) == []
    assert sheet.evaluate(NOTES_OVER_MARKS) == 0
    sheet.close()


def test_a_png_has_the_resolution_of_print_and_is_not_blank(server, page):
    visit(page, f"{server}/grades?authority=York")
    drawn(page)
    name, file = take(page, "Picture (PNG)")
    assert name == "york-grades-2026-07-07.png"
    assert file.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"
    image = page.evaluate(
        """async (data) => {
          const image = new Image(); image.src = "data:image/png;base64," + data; await image.decode();
          const canvas = Object.assign(document.createElement("canvas"), { width: image.width, height: image.height });
          const pen = canvas.getContext("2d"); pen.drawImage(image, 0, 0);
          const dots = new Uint32Array(pen.getImageData(0, 0, image.width, image.height).data.buffer), count = {};
          for (const dot of dots) count[dot] = (count[dot] ?? 0) + 1;
          return { width: image.width, ink: 1 - Math.max(...Object.values(count)) / dots.length, colours: Object.keys(count).length };
        }""",
        __import__("base64").b64encode(file.read_bytes()).decode(),
    )
    assert image["width"] == 3600
    assert 0.02 < image["ink"] < 0.6
    assert image["colours"] > 50


def test_the_figure_on_the_page_is_as_before_once_a_picture_was_taken(server, page):
    visit(page, f"{server}/grades?authority=York")
    drawn(page)
    before = page.locator(".js-plotly-plot .main-svg").first.bounding_box()
    take(page, "Picture (SVG)")
    assert page.locator(".js-plotly-plot .main-svg").first.bounding_box()["height"] == before["height"]
    assert page.locator(".js-plotly-plot .annotation").count() == 0
    expect(page.get_by_role("status").filter(has_text="york-grades-2026-07-07.svg is being saved.")).to_have_count(1)


def test_the_buttons_can_be_used_by_keyboard(server, page):
    visit(page, f"{server}/grades?authority=York")
    drawn(page)
    page.get_by_role("button", name="Picture (SVG)").focus()
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    assert started.value.suggested_filename.endswith(".svg")


@pytest.mark.parametrize("path", ["", *WITH_FIGURE, "grades?view=As+published", "findings"])
def test_each_table_of_each_page_can_be_taken_as_csv_and_as_workbook(server, page, path):
    visit(page, f"{server}/{path}{'&' if '?' in path else '?'}authority=York")
    buttons = page.get_by_role("button", name="Table (CSV)")
    expect(buttons.first).to_be_visible(timeout=20_000)
    assert buttons.count() == page.get_by_role("button", name="Table (XLSX)").count()
    for number in range(buttons.count()):
        name, file = take(page, "Table (CSV)", number)
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
        assert re.fullmatch(r"[a-z0-9-]+-2026-07-07\.csv", name)
        assert len(rows) > 1
        name, file = take(page, "Table (XLSX)", number)
        assert name.endswith("-2026-07-07.xlsx")
        sheet = openpyxl.load_workbook(io.BytesIO(file.read_bytes()))["Table"]
        assert sheet.max_row == len(rows)
        assert [cell.value for cell in sheet[1]] == rows[0]


def test_the_link_and_the_citation_reopen_the_view(server, browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    visit(page, f"{server}/themes?authority=York&theme=Supervision")
    page.get_by_role("button", name="Copy link to this view").click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{server}/themes?authority=York&as_at=7+July+2026&data=7+July+2026&theme=Supervision"
    page.get_by_role("button", name="Copy citation").click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.startsWith('Inspections'))")
    assert page.evaluate("navigator.clipboard.readText()") == (f"Inspections over time: “Themes: York”, data as at 7 July 2026. {link}")
    visit(page, link)
    expect(page.get_by_text("on supervision.")).to_be_visible()
    expect(page.get_by_text("This link was made")).to_have_count(0)
    context.close()


def test_a_link_made_with_older_data_says_so(server, page):
    visit(page, f"{server}/?authority=York&data=1+May+2024")
    expect(page.get_by_text("This link was made when the data stood at 1 May 2024. It now stands at 7 July 2026")).to_be_visible()


@pytest.mark.parametrize("path", ["", "timeline", "themes", "actions", "findings"])
def test_each_page_prints_whole_and_names_its_view_on_each_sheet(server, page, tmp_path, path):
    visit(page, f"{server}/{path}?authority=York")
    if path in WITH_FIGURE:
        drawn(page)
    paper = tmp_path / "page.pdf"
    paper.write_bytes(page.pdf(prefer_css_page_size=True))
    with pypdfium2.PdfDocument(paper) as document:
        sheets = [" ".join(sheet.get_textpage().get_text_bounded().split()) for sheet in document]
        assert all(sheet.get_size() == pytest.approx((595, 842), abs=2) for sheet in document)
    assert all(f"Data as at 7 July 2026. Page {number}" in text for number, text in enumerate(sheets, start=1))
    assert all(f"/{path}?authority=York" in text for text in sheets)
    whole = " ".join(sheets)
    for control in ("Table (CSV)", "Copy link", "As known on", "Meeting mode"):
        assert control not in whole
    if path in WITH_FIGURE:
        assert "Source: " in whole


def test_the_paper_is_written_with_the_sections_chosen(server, page):
    visit(page, f"{server}/briefing?authority=York")
    expect(page.locator(".paper h2").first).to_have_text("York: inspections of children’s services", timeout=30_000)
    for label, form, beginning in (
        ("Word (DOCX)", "docx", b"PK"),
        ("Slides (PPTX)", "pptx", b"PK"),
        ("One web page (HTML)", "html", b"<!doctype html>"),
    ):
        name, file = take(page, label)
        assert name == f"york-briefing-2026-07-07.{form}"
        assert file.read_bytes().startswith(beginning)
        assert file.stat().st_size > 10_000
    visit(page, f"{server}/briefing?authority=York&sections=Sources")
    expect(page.locator(".paper h2")).to_have_count(2)
    _, file = take(page, "One web page (HTML)")
    text = file.read_text(encoding="utf-8")
    assert "Where we stand" not in text
    assert f"{server}/briefing?authority=York" in text


def test_the_web_page_works_without_a_network_on_a_phone_and_on_paper(server, browser, page, tmp_path):
    visit(page, f"{server}/briefing?authority=York")
    _, file = take(page, "One web page (HTML)")
    context = browser.new_context(offline=True, viewport={"width": 390, "height": 800}, java_script_enabled=False)
    sheet = context.new_page()
    asked = []
    sheet.on("request", lambda request: asked.append(request.url))
    (tmp_path / "paper.html").write_bytes(file.read_bytes())
    sheet.goto((tmp_path / "paper.html").as_uri())
    assert len(asked) == 1
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(sheet.pdf(prefer_css_page_size=True, tagged=True))
    with pypdfium2.PdfDocument(paper) as document:
        assert 2 <= len(document) <= 6
        assert f"Page 2 of {len(document)}" in " ".join(document[1].get_textpage().get_text_bounded().split())
    context.close()


def test_a_question_is_copied_as_an_agenda_item(server, browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    visit(page, f"{server}/briefing?authority=York")
    page.get_by_role("button", name="Copy as an agenda item").first.click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    item = page.evaluate("navigator.clipboard.readText()")
    assert item.startswith("Question to the director of children's services: ")
    assert item.endswith("It rests on paragraph 51 of: Ofsted, York, inspection of February and March 2025 (published 15 April 2025).")
    context.close()
