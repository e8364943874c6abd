"""Adding a report in a real browser: a real PDF goes in, a record that loads comes out."""

import yaml
from playwright.sync_api import Page, expect

from tests import paper


def upload(page: Page, server: str, name: str, data: bytes) -> None:
    page.goto(f"{server}/add-report")
    expect(page.locator("h1").last).to_have_text("Add a report", timeout=30_000)
    page.locator('input[type="file"]').set_input_files({"name": name, "mimeType": "application/pdf", "buffer": data})


def test_a_report_becomes_a_record_that_can_be_corrected_and_taken_away(server, own_page):
    page = own_page
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    upload(page, server, "2020-07-01.pdf", paper.ilacs().pdf())
    expect(page.get_by_text("The check finds nothing wrong with this record.")).to_be_visible(timeout=30_000)
    expect(
        page.get_by_text("The quality of plans for children, including those for disabled children.").first
    ).to_be_visible()
    expect(page.locator(".read", has_text="Lead inspector: Ada Smith").first).to_contain_text("Read once, page 1")
    field = page.get_by_role("textbox", name="Lead inspector")
    expect(field).to_have_value("Ada Smith")
    field.fill("Bea Jones")
    field.press("Enter")
    expect(page.locator('[data-testid="stCode"]')).to_contain_text("lead_inspector: Bea Jones", timeout=20_000)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download the record (YAML)").click()
    assert taken.value.suggested_filename == "2020-ilacs.yaml"
    record = yaml.safe_load(taken.value.path().read_text(encoding="utf-8"))
    assert record["lead_inspector"] == "Bea Jones"
    assert record["grades"]["help_and_protection"] == "Requires improvement to be good"
    assert errors == []


def test_a_date_that_is_none_and_a_web_page_are_told_in_words(server, page):
    upload(page, server, "2020-07-01.pdf", paper.ilacs().pdf())
    field = page.get_by_role("textbox", name="First day on site")
    expect(field).to_have_value("2020-05-11", timeout=30_000)
    field.fill("next May")
    field.press("Enter")
    expect(page.get_by_text("One of the dates is not a date.")).to_be_visible(timeout=20_000)
    upload(page, server, "report.pdf", b"<html>Report not found</html>")
    expect(page.get_by_text("is a web page, not a report")).to_be_visible(timeout=20_000)
    expect(page.locator('[data-testid="stException"]')).to_have_count(0)
