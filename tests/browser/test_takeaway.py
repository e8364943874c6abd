"""What visitors take away, fetched in a real browser: pictures, tables, links, citations, paper."""

import base64
from pathlib import Path

import pypdfium2
from playwright.sync_api import Browser, Page, expect

from tests.browser.look import take
from tests.browser.test_dashboard import settle, visit


def drawn(page: Page) -> None:
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=20_000)
    settle(page)


def test_a_png_by_keyboard_has_the_resolution_of_print_and_leaves_the_page_as_it_was(server, page):
    visit(page, f"{server}/grades?authority=York")
    drawn(page)
    figure = page.locator(".js-plotly-plot").first
    before, notes = figure.locator(".main-svg").first.bounding_box(), figure.locator(".annotation").count()
    page.locator('[class*="st-key-take-"] summary', has_text="Take away").first.press("Enter")
    page.get_by_role("button", name="Picture (PNG)").first.focus()
    with page.expect_download() as started:
        page.keyboard.press("Enter")
    file = started.value.path()
    assert started.value.suggested_filename == "york-grades-2026-08-22.png"
    assert figure.locator(".main-svg").first.bounding_box()["height"] == before["height"]
    assert figure.locator(".annotation").count() == notes
    expect(page.get_by_role("status").filter(has_text="york-grades-2026-08-22.png is being saved.")).to_have_count(1)
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
        base64.b64encode(file.read_bytes()).decode(),
    )
    assert image["width"] == 3600
    assert 0.02 < image["ink"] < 0.6
    assert image["colours"] > 50


def test_the_link_and_the_citation_reopen_the_view(server, browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    visit(page, f"{server}/themes?authority=York&theme=Supervision")
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Copy link", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == f"{server}/themes?authority=York&as_at=22+August+2026&data=22+August+2026&theme=Supervision"
    page.get_by_role("button", name="Copy citation", exact=True).click()
    page.wait_for_function("navigator.clipboard.readText().then((text) => text.startsWith('Inspections'))")
    assert page.evaluate("navigator.clipboard.readText()") == (
        f"Inspections over time: “Themes: York”, as known on 22 August 2026. {link}"
    )
    visit(page, link)
    expect(page.get_by_text("on supervision.")).to_be_visible()
    expect(page.get_by_text("This link was made")).to_have_count(0)
    page.goto(link.replace("data=22+August+2026", "data=1+May+2024"))
    expect(
        page.get_by_text("This link was made when the data stood at 1 May 2024. It now stands at 22 August 2026")
    ).to_be_visible(timeout=30_000)
    context.close()


def test_the_menu_of_a_chart_says_which_one_links_to_it_and_cites_it(server, browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    visit(page, f"{server}/compare?authority=York")
    menu = page.locator(".st-key-take-york-overall-standing")
    title = page.locator(".st-key-panel-drawn-york-overall-standing h2").inner_text()
    expect(menu.locator("summary")).to_have_attribute("aria-label", f"Take away: {title}")
    menu.locator("summary").press("Enter")
    menu.get_by_role("button", name="Copy citation").click()
    expect(menu.get_by_role("status")).to_have_text("Copied.")
    cited, link = page.evaluate("navigator.clipboard.readText()").split(" http")
    assert cited == f"Inspections over time: “{title}”, data as at 22 August 2026."
    assert link.endswith("#panel-york-overall-standing")
    page.goto("about:blank")
    page.goto(f"http{link}")
    expect(page.locator(".st-key-panel-drawn-york-overall-standing h2")).to_be_in_viewport(timeout=30_000)
    context.close()


def test_sources_are_short_on_the_page_and_whole_behind_it_and_on_paper(server, page):
    visit(page, f"{server}/timeline?authority=York")
    sources = page.locator("details.sources")
    expect(sources.locator("summary")).to_have_text("Source: Ofsted (five documents). Data as at 22 August 2026.")
    whole = sources.get_by_text("focused visit of August 2023 (published 6 September 2023)")
    expect(whole).to_be_hidden()
    sources.locator("summary").click()
    expect(whole).to_be_visible()


def test_the_paper_is_written_and_its_web_page_works_without_a_network_and_on_paper(server, browser, tmp_path):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], accept_downloads=True)
    page = context.new_page()
    visit(page, f"{server}/briefing?authority=York")
    expect(page.locator(".paper h2").first).to_have_text("York: inspections of children’s services", timeout=30_000)
    for label, form, beginning in (
        ("Word (DOCX)", "docx", b"PK"),
        ("Slides (PPTX)", "pptx", b"PK"),
        ("One web page (HTML)", "html", b"<!doctype html>"),
    ):
        name, file = take(page, label)
        assert name == f"york-briefing-2026-08-22.{form}"
        assert file.read_bytes().startswith(beginning)
        assert file.stat().st_size > 10_000
    check_alone(browser, file, tmp_path)
    page.get_by_role("button", name="Copy as an agenda item").first.click()
    expect(page.get_by_role("status").filter(has_text="Copied.")).to_be_visible()
    item = page.evaluate("navigator.clipboard.readText()")
    assert item.startswith("Question to the director of children's services: ")
    assert item.endswith(
        "It rests on paragraph 51 of: Ofsted, York, inspection of February and March 2025 (published 15 April 2025)."
    )
    context.close()


def check_alone(browser: Browser, file: Path, folder: Path) -> None:
    """The paper as one web page asks for nothing, without a network or scripts, on a phone; on A4 it has 2 to 6 sheets."""
    (folder / "paper.html").write_bytes(file.read_bytes())
    context = browser.new_context(offline=True, viewport={"width": 390, "height": 800}, java_script_enabled=False)
    sheet, asked = context.new_page(), []
    sheet.on("request", lambda request: asked.append(request.url))
    sheet.goto((folder / "paper.html").as_uri())
    assert len(asked) == 1
    paper = folder / "paper.pdf"
    paper.write_bytes(sheet.pdf(prefer_css_page_size=True, tagged=True))
    with pypdfium2.PdfDocument(paper) as document:
        assert 2 <= len(document) <= 6
        assert f"Page 2 of {len(document)}" in " ".join(document[1].get_textpage().get_text_bounded().split())
    context.close()


def test_a_link_holds_the_sections_of_the_paper(server, page):
    visit(page, f"{server}/briefing?authority=York&sections=Sources")
    expect(page.locator(".paper h2")).to_have_count(2, timeout=30_000)
    _, file = take(page, "One web page (HTML)")
    text = file.read_text(encoding="utf-8")
    assert "Where we stand" not in text
    assert f"{server}/briefing?authority=York" in text
