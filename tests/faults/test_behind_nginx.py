"""The dashboard behind nginx with TLS, under a path, as deploy/nginx-tls.conf has it, and with a page that fails."""

import json
import os
import re
import shutil
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import expect
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.browser.conftest import ROOT
from tests.browser.test_dashboard import settle
from tests.browser.test_three_instances import NGINX, free_port
from tests.builders import SAMPLE

TRUSTING = ssl._create_unverified_context()
pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="openssl makes the certificate")


class Site:
    """nginx with a certificate of its own, and the dashboard behind it at ``address``."""

    def __init__(self, folder):
        self.folder, self.port, self.log = folder, free_port(), folder / "log"
        self.host = f"127.0.0.1:{free_port()}"
        self.address = f"https://{self.host}/inspections"
        self.start()
        openssl = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"]
        subprocess.run(
            [*openssl, "-keyout", folder / "council.key", "-out", folder / "council.pem"],
            check=True,
            capture_output=True,
        )
        text = (ROOT / "deploy" / "nginx-tls.conf").read_text(encoding="utf-8")
        for old, new in (
            ("/tmp/", f"{folder}/"),
            ("/etc/nginx/", f"{folder}/"),
            ("listen 8443", f"listen {self.host}"),
            ("127.0.0.1:8501", f"127.0.0.1:{self.port}"),
        ):
            assert old in text
            text = text.replace(old, new)
        (folder / "nginx.conf").write_text(text, encoding="utf-8")
        own = "daemon off;" + (" user root;" if os.geteuid() == 0 else "")
        self.nginx = subprocess.Popen([NGINX, "-c", folder / "nginx.conf", "-p", folder, "-g", own])
        self.wait()

    def start(self) -> None:
        """Start the dashboard, with one page that fails."""
        script = Path(__file__).with_name("broken_app.py")
        command = [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            script,
            "--server.address=127.0.0.1",
            "--server.fileWatcherType=none",  # its library writes plain lines when a busy machine loses events
            f"--server.port={self.port}",
        ]
        settings = {
            "STREAMLIT_SERVER_BASE_URL_PATH": "inspections",
            "INSPECTIONS_DATA": str(SAMPLE),
            "INSPECTIONS_LOG": "json",
            "TZ": "Pacific/Auckland",
        }
        with self.log.open("ab") as log:
            self.dashboard = subprocess.Popen(
                command, cwd=ROOT, env=os.environ | settings, stdout=subprocess.DEVNULL, stderr=log
            )

    def wait(self) -> None:
        """Wait until the dashboard answers."""
        for _ in range(150):
            try:
                if self.asked("/healthz")[0] == 200:
                    return
            except OSError:
                pass
            time.sleep(0.2)
        raise AssertionError(self.log.read_text(encoding="utf-8"))

    def asked(self, path: str, **headers: str) -> tuple[int, str, dict]:
        """Status, body and headers of an answer."""
        try:
            with urllib.request.urlopen(
                urllib.request.Request(f"{self.address}{path}", headers=headers), timeout=30, context=TRUSTING
            ) as answer:
                return answer.status, answer.read().decode(), dict(answer.headers)
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(), dict(error.headers)

    def lines(self) -> list[dict]:
        """The log, a line an event: all that is not JSON would fail here."""
        return [json.loads(line) for line in self.log.read_text(encoding="utf-8").splitlines()]

    def stop(self) -> None:
        for process in (self.nginx, self.dashboard):
            process.terminate()
            process.wait(timeout=20)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    if NGINX is None:
        (pytest.fail if os.environ.get("REQUIRE_NGINX") else pytest.skip)("nginx is not installed")
    running = Site(tmp_path_factory.mktemp("site"))
    yield running
    running.stop()


@pytest.fixture
def visitor(browser, site):
    """A visitor who trusts the certificate; gives the page, and the addresses that it asked for."""
    context = browser.new_context(ignore_https_errors=True, viewport={"width": 1280, "height": 900})
    page, asked = context.new_page(), []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    yield page, asked
    context.close()


def go(page, name: str) -> None:
    """Go to another page by the menu."""
    settle(page)
    page.get_by_role("link", name=name).first.click()
    expect(page.locator("h1").last).to_have_text(name, timeout=30_000)


def test_links_pages_and_data_work_under_the_path_and_nothing_asks_another_host(site, visitor):
    page, asked = visitor
    page.goto(f"{site.address}/grades?authority=york")
    expect(page.locator("h1").last).to_have_text("Grades", timeout=60_000)
    expect(page).to_have_url(f"{site.address}/grades?authority=York", timeout=30_000)
    go(page, "Timeline")
    expect(page).to_have_url(re.compile(re.escape(f"{site.address}/timeline?")))
    settle(page)
    assert [url for url in asked if not re.match(rf"(https|wss)://{site.host}/inspections/|data:|blob:", url)] == []
    assert any(url.startswith("wss://") for url in asked)
    assert site.asked("/data/grades.csv?authority=York")[1].count("\n") > 5
    assert "Strict-Transport-Security" in site.asked("/")[2]


def test_a_page_that_fails_shows_a_number_that_the_log_bears_and_nothing_else(site, visitor):
    page, _ = visitor
    page.goto(f"{site.address}/about?authority=York&q=private+words")
    said = page.get_by_text("This page could not be shown.")
    expect(said).to_be_visible(timeout=60_000)
    number = re.search(r"the number ([0-9a-f]{8})", said.inner_text())[1]
    assert "secret" not in page.content()
    (line,) = [line for line in site.lines() if line.get("reference") == number]
    assert (line["level"], line["error"]) == ("error", "ValueError")
    assert any(place.startswith("tests/faults/broken_app.py:") for place in line["at"])
    go(page, "Grades")


def test_a_request_that_fails_is_answered_with_a_number_and_every_header(site):
    status, said, headers = site.asked("/data/grades.csv", **{"If-None-Match": "x"})
    assert status == 500
    number = re.search(r"the number ([0-9a-f]{8})", said)[1]
    assert [line["message"] for line in site.lines() if line.get("reference") == number]
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert headers["x-content-type-options"] == "nosniff"


def test_a_tab_that_slept_while_the_server_was_made_anew_shows_the_same_view(site, visitor):
    page, _ = visitor
    page.goto(f"{site.address}/grades?authority=North+Yorkshire")
    expect(page.locator("h1").last).to_have_text("Grades", timeout=60_000)
    go(page, "Timeline")
    settle(page)
    site.dashboard.kill()
    site.dashboard.wait()
    site.start()
    site.wait()
    page.go_back()
    expect(page.locator("h1").last).to_have_text("Grades", timeout=60_000)
    expect(page.get_by_text("North Yorkshire: ").first).to_be_visible(timeout=30_000)
    expect(page).to_have_url(re.compile(r"authority=North\+Yorkshire"), timeout=30_000)


@pytest.mark.parametrize(
    ("origin", "taken"),
    [(None, True), ("own", True), ("https://evil.example", False), ("http://localhost:3000", False), ("null", False)],
)
def test_a_web_socket_of_another_site_is_refused(site, origin, taken):
    origin = f"https://{site.host}" if origin == "own" else origin
    try:
        with connect(
            f"wss://{site.host}/inspections/_stcore/stream", origin=origin, subprotocols=["streamlit"], ssl=TRUSTING
        ):
            assert taken
    except InvalidStatus as refused:
        assert not taken
        assert refused.response.status_code == 403


def test_the_log_names_no_visitor(site):
    """Runs last: all that the tests above did is in it."""
    text = site.log.read_text(encoding="utf-8")
    assert len(site.lines()) > 20
    assert {line.get("path") for line in site.lines()} >= {"/grades", "/data/grades.csv"}
    for private in ("authority=", "private", "secret", "York", "127.0.0.1:", "If-None-Match"):
        assert private not in text.replace(f"127.0.0.1:{site.port}", ""), private
