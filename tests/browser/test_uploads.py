"""Files that a visitor gives to Add a report: bombs, locked ones and others are refused with a sentence, and nothing stays."""

import http.client
import re
import zlib
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect
from reportlab.lib.pdfencrypt import StandardEncryption

from tests import paper
from tests.browser.conftest import serving
from tests.browser.test_dashboard import settle, visit
from tests.builders import SAMPLE
from tests.loaders.reports.test_hostile_reports import bomb

SECRET = "../../../../etc/cron.d/a‮fdp.pdf"
PDF = "application/pdf"


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A server with folders of its own to write in, and these folders."""
    folder = tmp_path_factory.mktemp("place")
    for name in ("temporary", "home", "cache"):
        (folder / name).mkdir()
    settings = {"TMPDIR": folder / "temporary", "HOME": folder / "home", "INSPECTIONS_CACHE": folder / "cache"}
    with serving(
        log=folder / "log", INSPECTIONS_DATA=str(SAMPLE), **{name: str(path) for name, path in settings.items()}
    ) as address:
        yield address, folder


def left(folder) -> set[str]:
    """All files that the server has written, its log and the compiled copy aside."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() and path.suffix not in (".frames", ".toml") and path.name != "log"}  # fmt: skip


def give(page, name: str, data: bytes) -> None:
    page.locator('input[type="file"]').set_input_files({"name": name, "mimeType": PDF, "buffer": data})


def test_files_made_to_hurt_are_refused_with_a_sentence_and_leave_nothing(place, own_page):
    page, (address, folder) = own_page, place
    asked = []
    page.on(
        "request",
        lambda request: asked.append(request.url) if not request.url.startswith((address, "data:", "blob:")) else None,
    )
    visit(page, f"{address}/add-report")
    before = left(folder)
    for name, data, said in (
        ("bomb.pdf", bomb(150), re.compile("asks for far more|takes more than|many times what")),
        (
            "locked.pdf",
            paper.ilacs().pdf(encrypt=StandardEncryption("secret", canPrint=0)),
            "is locked with a password",
        ),
        (SECRET, b"%PDF-1.7 and nothing more", "is damaged"),
        ("zip.pdf", b"PK\x03\x04" + zlib.compress(b"0" * 1_000_000), "is a Word, Excel or zip file"),
        ("<img src=x onerror=alert(1)>.pdf", b"\0" * 3_000, "is neither a PDF nor"),
    ):
        give(page, name, data)
        alert = page.get_by_role("alert").filter(has_text=said)
        expect(alert).to_be_visible(timeout=20_000)
        assert "‮" not in alert.inner_text()
    assert page.locator('[onerror], img[src="x"]').count() == 0
    give(page, "report.pdf", paper.ilacs().pdf())
    expect(page.get_by_text("The check finds nothing wrong with this record.")).to_be_visible(timeout=20_000)
    settle(page)
    page.goto("about:blank")
    assert left(folder) == before
    assert "/etc/cron.d" not in (folder / "log").read_text(encoding="utf-8")
    assert asked == []


def test_a_file_that_is_too_large_is_refused_by_the_page_and_by_the_server(place, own_page, tmp_path):
    page, (address, folder) = own_page, place
    sent = []
    page.on("request", lambda request: sent.append((request.url, request.headers)) if "upload_file" in request.url and request.method == "PUT" else None)  # fmt: skip
    visit(page, f"{address}/add-report")
    (tmp_path / "large.pdf").write_bytes(b"%PDF-1.7" + b"x" * 31_500_000)
    page.locator('input[type="file"]').set_input_files(tmp_path / "large.pdf")
    expect(page.get_by_text("30").and_(page.get_by_text("MB")).last).to_be_visible(timeout=30_000)
    assert sent == []
    give(page, "report.pdf", paper.ilacs().pdf())
    expect(page.get_by_text("The check finds nothing wrong with this record.")).to_be_visible(timeout=20_000)
    url, headers = sent[0]
    cookies = "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    kept = {name: value for name, value in headers.items() if name in ("x-xsrftoken", "content-type")} | {
        "Cookie": cookies
    }
    connection.request("PUT", urlsplit(url).path, b"", kept | {"Content-Length": "40000000"})
    assert connection.getresponse().status == 413
    assert {name for name in left(folder) if name.startswith("temporary")} == set()
