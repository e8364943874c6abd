"""A real server and a real browser for the tests of this folder."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

ROOT = Path(__file__).resolve().parents[2]
WINDOW = {"width": 1280, "height": 900}
REPORT = "addEventListener('securitypolicyviolation', (event) => console.error('Content Security Policy', event.violatedDirective, event.blockedURI))"


@pytest.fixture(scope="session")
def server():
    """Address of the dashboard, just started and not yet opened by anyone."""
    with serving() as address:
        yield address


@contextmanager
def serving(script: str | Path = "app.py", base: str = "", log: Path | None = None, **settings: str) -> Iterator[str]:
    """Address of a server of its own, stopped at the end. ``settings``: variables of its environment; ``log``: a file for its log."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(script),
        "--server.port",
        str(port),
        "--server.address",
        "127.0.0.1",
    ]
    environment = os.environ | {"STREAMLIT_SERVER_BASE_URL_PATH": base} | settings
    said = log.open("wb") if log else subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
    address = f"http://127.0.0.1:{port}{f'/{base}' if base else ''}"
    try:
        _wait(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(address: str, process: subprocess.Popen) -> None:
    for _ in range(150):
        assert process.poll() is None, "the server stopped"
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=1):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not answer within 30 seconds")


@pytest.fixture(scope="session")
def shared(browser: Browser, server: str) -> Iterator[BrowserContext]:
    """A context for many visitors. A page stays open in it, and with it the scripts that all pages need."""
    with shared_by_visitors(browser, server) as context:
        yield context


@contextmanager
def shared_by_visitors(browser: Browser, address: str, **settings: bool) -> Iterator[BrowserContext]:
    """A context in which a page of this address stays open: to open the next costs half of what a new context does."""
    context = browser.new_context(viewport=WINDOW, accept_downloads=True, **settings)
    context.new_page().goto(address)
    yield context
    context.close()


@contextmanager
def visiting(context: BrowserContext) -> Iterator[Page]:
    """A page of its own for someone who was never here: without cookies, permissions and what scripts had stored."""
    before = list(context.pages)
    _forget(context)
    yield context.new_page()
    _close_all_but(context, before)


def _forget(context: BrowserContext) -> None:
    context.clear_cookies()
    context.clear_permissions()
    context.pages[0].evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")


def _close_all_but(context: BrowserContext, kept: list[Page]) -> None:
    for page in context.pages:
        if page not in kept:
            page.close()


@pytest.fixture(scope="session")
def used_again(shared: BrowserContext) -> Page:
    """The page that ``page`` gives to one test after the other: to open a view in it costs a quarter less than in a new page."""
    return shared.new_page()


@pytest.fixture
def page(shared: BrowserContext, used_again: Page) -> Iterator[Page]:
    """A fresh visitor. A test that listens to its page, changes what it loads, or measures its paper takes ``own_page``."""
    before = list(shared.pages)
    _forget(shared)
    used_again.set_viewport_size(WINDOW)
    used_again.emulate_media(media="null", reduced_motion="null", forced_colors="null")
    yield used_again
    _close_all_but(shared, before)
    if used_again.url.startswith("http"):
        used_again.evaluate("() => sessionStorage.clear()")
    used_again.goto("about:blank")


@pytest.fixture
def own_page(shared: BrowserContext) -> Iterator[Page]:
    """A fresh visitor in a page of its own."""
    with visiting(shared) as page:
        yield page


@pytest.fixture
def watched(own_page: Page) -> tuple[Page, list[str]]:
    """A visitor whose browser says what it was refused. Gives the page and the list of refusals and errors."""
    return own_page, listen(own_page)


def listen(page: Page) -> list[str]:
    """The list that what the browser of this page is refused, and errors of its scripts, will go into."""
    told: list[str] = []
    page.add_init_script(REPORT)
    page.on("console", lambda message: told.append(message.text) if "Content Security Policy" in message.text else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    return told
