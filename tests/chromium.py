"""The browser that all tests of a process share: two of Playwright's in one thread would be refused."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

BROWSERS = [
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
]
"""Names of browsers, that which takes the least first: Debian's headless shell draws no window around a page, an eighth of the work."""
PLACES = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
]
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--font-render-hinting=none",
    "--process-per-site",
]
"""Without hinting the headless shell sets letters as a browser with a window does. The last one lets all pages of a context share one process, so that Streamlit's scripts are compiled once."""


def find_browser() -> str | None:
    return next((path for name in BROWSERS if (path := shutil.which(name))), None) or next(
        (p for p in PLACES if Path(p).is_file()), None
    )


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless browser; what must not be shared takes a context of its own. Without one the tests are skipped, but not where REQUIRE_BROWSER is set."""
    path = find_browser()
    if path is None:
        reason = "no Chromium, Chrome or Edge is installed, so the pages were not opened in a browser"
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=QUIET)
        yield running
        running.close()
