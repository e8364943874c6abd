"""How pages reach the browser: compressed, without waiting, and laid out for the window at first sight."""

import gzip
import http.client
import re
import socket
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import serving
from tests.browser.test_dashboard import visit
from ui.wire import AHEAD, STATIC, send_at_once

SCRIPT = next((STATIC / "static" / "js").glob("PlotlyChart.*.js"))


def answer(server: str, path: str, **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    """One answer as it crosses the network, and its bytes."""
    connection = http.client.HTTPConnection(urlsplit(server).netloc, timeout=30)
    connection.request("GET", urlsplit(server).path + path, headers={name.replace("_", "-"): value for name, value in headers.items()})  # fmt: skip
    response = connection.getresponse()
    return response, response.read()


def compressed_and_whole(server: str) -> None:
    response, body = answer(server, f"/static/js/{SCRIPT.name}", Accept_Encoding="gzip, br")
    assert response.headers["Content-Encoding"] == "gzip"
    assert "javascript" in response.headers["Content-Type"]
    assert "immutable" in response.headers["Cache-Control"]
    assert len(body) < SCRIPT.stat().st_size / 3
    assert gzip.decompress(body) == SCRIPT.read_bytes()


def test_streamlits_files_come_compressed_and_whole(server):
    compressed_and_whole(server)


def test_they_do_under_a_path_of_their_own_too():
    with serving(base="house") as address:
        compressed_and_whole(address)
        assert b"screenKnown" in gzip.decompress(answer(address, "/timeline", Accept_Encoding="gzip")[1])


@pytest.mark.parametrize("headers", [{}, {"Accept_Encoding": "identity"}, {"Accept_Encoding": "gzip", "Range": "bytes=0-99"}])  # fmt: skip
def test_who_does_not_take_gzip_or_asks_for_a_part_gets_it_as_it_is(server, headers):
    response, body = answer(server, f"/static/js/{SCRIPT.name}", **headers)
    assert response.headers["Content-Encoding"] is None
    assert body == (SCRIPT.read_bytes()[:100] if "Range" in headers else SCRIPT.read_bytes())


@pytest.mark.parametrize("path", ["/static/js/../../../app.py", "/static/js/%2e%2e/%2e%2e/%2e%2e/__init__.py", "/static/js/none.js"])  # fmt: skip
def test_no_other_file_is_given_out(server, path):
    response, body = answer(server, path, Accept_Encoding="gzip")
    body = gzip.decompress(body) if response.headers["Content-Encoding"] == "gzip" else body
    assert response.status in (400, 404) or b'<div id="root">' in body


def test_the_first_page_names_what_our_pages_will_need(server):
    page = gzip.decompress(answer(server, "/grades?authority=York", Accept_Encoding="gzip")[1]).decode()
    named = [
        name for name in re.findall(r'href="\.(/static/js/[^"]+)"', page) if any(f"/{part}." in name for part in AHEAD)
    ]
    assert len(set(named)) == len(AHEAD)
    for name in named:
        response, _ = answer(server, name, Accept_Encoding="gzip")
        assert "javascript" in response.headers["Content-Type"]


def test_all_scripts_and_styles_of_a_page_come_compressed(server, browser):
    page, large = browser.new_page(viewport={"width": 1280, "height": 900}), []  # whose browser keeps nothing yet
    page.on("response", lambda found: large.append(found.url) if found.request.resource_type in ("script", "stylesheet") and "content-encoding" not in found.headers else None)  # fmt: skip
    visit(page, f"{server}/grades?authority=York")
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible(timeout=20_000)
    page.context.close()
    assert large == []


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_connections_of_a_bound_socket_do_not_hold_back_what_is_sent(family):
    with socket.socket(family) as bound:
        bound.bind(("127.0.0.1" if family == socket.AF_INET else "::1", 0))
        bound.listen()
        send_at_once()
        with socket.create_connection(bound.getsockname()[:2]), bound.accept()[0] as taken:
            assert taken.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@pytest.mark.parametrize("before", ["never here", "here in a wide window"])
def test_a_narrow_window_is_laid_out_so_at_first_sight(server, page, before):
    if before != "never here":
        visit(page, server)
    page.set_viewport_size({"width": 390, "height": 900})
    visit(page, f"{server}/themes?authority=York")
    figure = page.locator(".js-plotly-plot").first
    expect(figure.locator(".annotation").first).to_be_visible(timeout=20_000)
    # In the wide layout the names of themes stand in a margin; in the narrow one above their rows, in the drawing.
    expect(figure.locator(".ytick text")).to_have_count(0)
    assert figure.bounding_box()["width"] <= 390
