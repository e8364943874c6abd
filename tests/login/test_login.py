"""A login that is required: pages, files and ``/data`` for people of the group, and nothing for anybody else.

A real server, a real browser, and a provider on this machine.
"""

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from email.message import Message

import pytest
from playwright.sync_api import expect
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.browser.conftest import ROOT, serving
from tests.browser.test_dashboard import settle
from tests.builders import SAMPLE, write
from tests.login.provider import Provider
from ui import login

MEMBER = {"email": "ada@council.example", "roles": ["Inspections.Reader"]}
OUTSIDER = {"email": "eve@council.example", "roles": ["Planning.Reader"]}
GUARDED = [
    "/data/",
    "/data/grades.csv",
    "/data/grades.csv?authority=York",
    "/data/inspections.json",
    "/data/dataset.xlsx",
    "/data/feed.atom",
    "/data/datapackage.json",
    "/data/nothing",
    "/data",
    "/media/0000.csv",
    "/_stcore/metrics",
    "/component/x/index.html",
    "/static/../data/grades.csv",
    "//data/grades.csv",
]


class Asking(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def asked(address: str, cookie: str = "", method: str = "GET") -> tuple[int, str, Message]:
    """Status, body and headers of an answer, without following it."""
    request = urllib.request.Request(address, headers={"Cookie": cookie} if cookie else {}, method=method)
    try:
        with urllib.request.build_opener(Asking).open(request, timeout=30) as answer:
            return answer.status, answer.read().decode("utf-8", "replace"), answer.headers
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode("utf-8", "replace"), error.headers


@pytest.fixture(scope="module")
def provider():
    running = Provider()
    yield running
    running.server.shutdown()


@pytest.fixture(scope="module")
def site(provider, tmp_path_factory):
    """The dashboard for the readers of the council, at its address."""
    home = tmp_path_factory.mktemp("home")
    write(home / ".streamlit" / "secrets.toml", provider.secrets())
    settings = {"HOME": str(home), "INSPECTIONS_DATA": str(SAMPLE), "INSPECTIONS_LOGIN": "roles=Inspections.Reader"}
    with serving(log=home / "log", **settings) as address:
        yield address


@pytest.fixture
def visitor(browser, site):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield context.new_page()
    context.close()


def log_in(page, site, provider, person) -> None:
    provider.person = person
    page.goto(site)
    page.get_by_role("button", name="Log in").click(timeout=60_000)
    page.wait_for_url(f"{site}/**", timeout=60_000)
    expect(page.get_by_role("button", name="Log out")).to_be_visible(timeout=60_000)


def cookie_of(page) -> str:
    return "; ".join(f"{cookie['name']}={cookie['value']}" for cookie in page.context.cookies())


@pytest.mark.parametrize("path", GUARDED)
def test_a_stranger_gets_a_sentence_and_nothing_else(site, path):
    status, body, headers = asked(f"{site}{path}")
    assert (status, body) in {(401, body), (404, "Not found\n")}
    assert status == 404 or body.startswith("This dashboard is for people who have logged in.")
    assert "York" not in body
    assert headers["Content-Security-Policy"]


def test_nor_by_other_methods_uploads_or_forged_cookies(site):
    for method in ("PUT", "POST", "DELETE", "HEAD", "OPTIONS"):
        assert asked(f"{site}/_stcore/upload_file/a/b", method=method)[0] == 401
        assert asked(f"{site}/data/grades.csv", method=method)[0] == 401
    claims = f'{{"is_logged_in": true, "roles": ["Inspections.Reader"], "iat": {int(time.time())}, "origin": "{site}"}}'
    forged = create_signed_value("another secret", "_streamlit_user", claims).decode()
    for cookie in (forged, claims, "chunks-2", "", "\xff"):
        assert asked(f"{site}/data/grades.csv", f"_streamlit_user={cookie}")[0] == 401


def test_what_everybody_may_ask_for_tells_nothing_of_the_data(site):
    assert asked(f"{site}/healthz")[0] == 200
    assert asked(f"{site}/_stcore/health")[0] == 200
    for path in ("/", "/grades", "/grades?authority=york&inspection=york/2022-ilacs"):
        status, body, headers = asked(f"{site}{path}")
        assert status == 200
        assert "York" not in body
        assert "Location" not in headers


def test_a_stranger_sees_a_button_and_no_data_on_any_page(visitor, site):
    for path in ("/grades?authority=York", "/actions?authority=York", "/about"):
        visitor.goto(f"{site}{path}")
        expect(visitor.get_by_role("button", name="Log in")).to_be_visible(timeout=60_000)
        assert "Ofsted" not in visitor.locator("[data-testid=stMain]").inner_text()


def test_a_member_logs_in_sees_pages_files_and_data_and_logs_out(visitor, site, provider):
    log_in(visitor, site, provider, MEMBER)
    visitor.goto(f"{site}/grades?authority=York")
    expect(visitor.locator("h1").last).to_have_text("Grades", timeout=60_000)
    settle(visitor)
    cookie = cookie_of(visitor)
    status, body, headers = asked(f"{site}/data/grades.csv?authority=York", cookie)
    assert status == 200
    assert "york/2022-ilacs" in body
    assert headers["Cache-Control"] == "private, no-cache"
    assert "Access-Control-Allow-Origin" not in headers
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "York" in asked(f"{site}/data/feed.atom", cookie)[1]
    assert asked(f"{site}/data/grades.csv", cookie.replace("_streamlit_user=", "_streamlit_user=x"))[0] == 401
    visitor.get_by_role("button", name="Log out").click()
    expect(visitor.get_by_role("button", name="Log in")).to_be_visible(timeout=60_000)
    assert "/end" in provider.asked
    assert asked(f"{site}/data/grades.csv", cookie_of(visitor))[0] == 401


def test_a_file_made_for_a_member_is_refused_to_a_stranger(visitor, site, provider):
    log_in(visitor, site, provider, MEMBER)
    files = []
    visitor.on("request", lambda request: files.append(request.url) if "/media/" in request.url else None)
    visitor.goto(f"{site}/briefing?authority=York")
    settle(visitor)
    with visitor.expect_download(timeout=60_000) as download:
        visitor.get_by_test_id("stDownloadButton").get_by_role("button").first.click()
    assert download.value.path().stat().st_size > 1000
    assert files
    assert asked(files[-1])[0] == 401


def test_one_of_another_group_is_told_so(visitor, site, provider):
    log_in(visitor, site, provider, OUTSIDER)
    expect(visitor.locator("h1").last).to_have_text("Not for this account")
    status, body, _ = asked(f"{site}/data/grades.csv", cookie_of(visitor))
    assert status == 403
    assert body.startswith("Your account is not in a group")


def test_a_login_ends_after_twelve_hours(visitor, site, provider):
    provider.person = MEMBER | {"iat": int(time.time()) - 13 * 3600}
    visitor.goto(site)
    with visitor.expect_response(lambda answer: "/oauth2callback" in answer.url, timeout=60_000):
        visitor.get_by_role("button", name="Log in").click(timeout=60_000)
    visitor.wait_for_url(f"{site}/", timeout=60_000)
    expect(visitor.get_by_role("button", name="Log in")).to_be_visible(timeout=60_000)
    assert any(cookie["name"] == "_streamlit_user" for cookie in visitor.context.cookies())
    assert asked(f"{site}/data/grades.csv", cookie_of(visitor))[0] == 401


def test_a_required_login_without_a_provider_stops_the_server(tmp_path):
    """Open by a slip of the pen would be worse than closed."""
    environment = os.environ | {"INSPECTIONS_LOGIN": "required", "HOME": str(tmp_path)}
    command = [sys.executable, "-c", "import app"]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", timeout=120)
    assert ran.returncode != 0
    assert "secrets.toml" in ran.stderr


@pytest.mark.parametrize("said", ["requird", "roles=", "=Reader", "off"])
def test_so_does_a_setting_that_cannot_be_understood(monkeypatch, said):
    monkeypatch.setenv("INSPECTIONS_LOGIN", said)
    with pytest.raises(ValueError, match="neither “required” nor a claim"):
        login.check_settings()


@pytest.mark.parametrize(
    ("said", "claims", "status"),
    [
        ("required", {}, 200),
        ("groups=a, b", {"groups": ["b", "c"]}, 200),
        ("groups=a", {"groups": "a"}, 200),
        ("groups=a", {"groups": {"a": True}}, 403),
        ("groups=a", {"groups": ["A", "ab"]}, 403),
        ("groups=a", {}, 403),
        ("required", {"iat": None}, 401),
        ("required", {"is_logged_in": "yes"}, 401),
    ],
)
def test_who_is_let_in(monkeypatch, said, claims, status):
    monkeypatch.setenv("INSPECTIONS_LOGIN", said)
    assert login.rule().status_for({"is_logged_in": True, "iat": time.time(), **claims}) == status
