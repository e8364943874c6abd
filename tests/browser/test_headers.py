"""What each answer forbids the browser, and that nothing of the dashboard needs what is forbidden."""

import http.client
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests import paper
from tests.browser.test_dashboard import settle, unfold_take_away, visit
from ui.navigation import FRONT, MORE

PAGES = [entry.path for entry in (*FRONT, *MORE)]


def answer(server: str, path: str, method: str = "GET") -> http.client.HTTPResponse:
    """One answer, as it comes: redirects are not followed, and the path is sent as it stands."""
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=30)
    connection.request(method, path)
    return connection.getresponse()


@pytest.mark.parametrize(
    "path",
    [*(f"/{path}" for path in PAGES), "/?authority=york", "/nowhere", "/data/", "/data/grades.csv", "/data/dataset.xlsx", "/data/nothing.csv",
     "/static/manifest.json", "/favicon.png", "/_stcore/health", "//evil.example/nowhere", "/healthz", "/data/feed.atom", "/data/feed.atom?x=y",
     "/_stcore/metrics", "/_stcore/upload_file/a/b", "/media/nothing.csv", "/_stcore/host-config", "/static/nothing.js", "/../etc/passwd"],
)  # fmt: skip
def test_each_answer_says_what_the_browser_must_not_do(server, path):
    for method in ("GET", "HEAD"):
        headers = answer(server, path, method).headers
        rules = dict(rule.split(" ", 1) for rule in headers["Content-Security-Policy"].split("; "))
        assert rules["default-src"] == "'none'"
        assert rules["frame-ancestors"] == "'self'"
        assert (rules["base-uri"], rules["form-action"]) == ("'none'", "'none'")
        assert "unsafe-inline" not in rules["script-src"]
        assert "'unsafe-eval'" not in rules["script-src"]
        assert not {"*", "http:", "https:", "ws:", "wss:"} & {
            source for rule in rules.values() for source in rule.split()
        }
        assert headers.get_all("X-Content-Type-Options") == ["nosniff"]
        assert headers["X-Frame-Options"] == "SAMEORIGIN"
        assert headers["Referrer-Policy"] == "same-origin"
        assert {"camera=()", "microphone=()", "geolocation=()"} <= set(headers["Permissions-Policy"].split(", "))
        assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
        mine = "same-origin" if headers["Access-Control-Allow-Origin"] != "*" else "cross-origin"
        assert headers["Cross-Origin-Resource-Policy"] == mine
        assert (headers["Access-Control-Allow-Origin"] == "*") <= path.startswith(("/data/", "/_stcore", "/media"))


@pytest.mark.parametrize("host", ["a;script-src *", "a b", "evil.example'", ""])
def test_a_strange_host_adds_nothing_to_the_policy(server, host):
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=30)
    connection.putrequest("GET", "/", skip_host=True)
    connection.putheader("Host", host)
    connection.endheaders()
    policy = connection.getresponse().headers["Content-Security-Policy"]
    assert policy is None or "connect-src 'self' ;" in policy


def test_pictures_tables_texts_and_paper_come_as_before(server, watched):
    page, refused = watched
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit(page, f"{server}/grades?authority=York")
    expect(page.locator(".js-plotly-plot .textpoint").first).to_be_visible(timeout=20_000)
    unfold_take_away(page)
    for name, beginning in (
        ("Picture (PNG)", b"\x89PNG"),
        ("Picture (SVG)", b"<svg"),
        ("Table (CSV)", b"\xef\xbb\xbfStrand,"),
        ("Table (XLSX)", b"PK"),
    ):
        with page.expect_download() as started:
            page.get_by_role("button", name=name).first.click()
        file = started.value.path().read_bytes()
        assert file.startswith(beginning)
        assert len(file) > 500
    page.get_by_role("button", name="Share").click()
    page.get_by_role("button", name="Copy link", exact=True).click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert "authority=York" in page.evaluate("navigator.clipboard.readText()")
    assert page.pdf().startswith(b"%PDF")
    assert refused == []


def test_a_report_is_taken_in_and_the_papers_are_given_out(server, watched):
    page, refused = watched
    visit(page, f"{server}/add-report")
    page.locator('input[type="file"]').set_input_files(
        {"name": "2020-07-01.pdf", "mimeType": "application/pdf", "buffer": paper.ilacs().pdf()}
    )
    expect(page.get_by_text("The check finds nothing wrong with this record.")).to_be_visible(timeout=30_000)
    visit(page, f"{server}/briefing?authority=York")
    for button in page.locator(".st-key-take-paper button").all():
        with page.expect_download() as started:
            button.click()
        assert started.value.path().stat().st_size > 1_000
    assert refused == []


STRANGERS = """() => {
  const put = (name, more) => document.body.append(Object.assign(document.createElement(name), more));
  put("script", { textContent: "window.hurt = 'inline'" });
  put("script", { src: "http://evil.example/a.js" });
  put("img", { src: "http://evil.example/a.png" });
  put("iframe", { src: "http://evil.example/" });
  put("div", { innerHTML: "<b onclick=\\"window.hurt = 'handler'\\" id=handler>x</b>" });
  document.getElementById("handler").click();
  fetch("http://evil.example/").catch(() => {});
}"""


def test_what_gets_into_a_page_all_the_same_can_neither_run_nor_reach_out(server, watched):
    page, refused = watched
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: asked.remove(request.url) if "csp" in (request.failure or "") else None)
    visit(page, f"{server}/?authority=York")
    page.evaluate(STRANGERS)
    page.wait_for_timeout(500)
    assert page.evaluate("window.hurt") is None
    assert [url for url in asked if "evil.example" in url] == []
    said = " ".join(refused)
    for rule in ("script-src-elem", "script-src-attr", "img-src", "frame-src", "connect-src"):
        assert rule in said


def test_another_site_cannot_frame_the_dashboard(server, own_page: Page):
    own_page.route(
        "http://elsewhere.example/",
        lambda route: route.fulfill(content_type="text/html", body=f'<iframe src="{server}/"></iframe>'),
    )
    own_page.goto("http://elsewhere.example/")
    own_page.wait_for_timeout(2_000)
    assert all(server not in frame.url for frame in own_page.frames)


def test_no_location_names_another_host(server, page: Page):
    for path in ("//evil.example/timeline?authority=york", "/%5Cevil.example/timeline?authority=york", "http://evil.example/timeline?authority=york"):  # fmt: skip
        assert answer(server, path).headers["Location"] in (None, "/timeline?authority=York")
    visit(page, f"{server}/Grades?authority=york")
    expect(page).to_have_url(f"{server}/grades?authority=York", timeout=30_000)
    settle(page)
    expect(page.locator("h1").last).to_have_text("Grades")
