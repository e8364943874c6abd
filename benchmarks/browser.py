"""What a visitor waits for in a real browser, against a minimal Streamlit page in the same run: `python -m benchmarks.browser`.

In Chromium, runs alternating: a first visit with an empty cache until the first chart is drawn, and the bytes that came by
then; the same page opened again; another authority chosen in the page's box until the first chart has changed. Shown are
medians, as ratios to the minimal page. Times are the browser's own, bytes are those of the network, answers compressed.
With `--dash PYTHON`, an interpreter that has Dash, the minimal page written with Dash is visited in the same run.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from benchmarks.session import ROOT, Server, free_port, serving, wait

RUNS = 7
MINIMAL = Path(__file__).with_name("minimal.py")
DASH = Path(__file__).with_name("minimal_dash.py")
PAGES = ("grades", "timeline", "themes", "compare", "england")
"""Pages whose first chart is waited for."""
CHART = ".js-plotly-plot .main-svg"
SEEN = "(chart) => document.querySelector(chart)?.getBoundingClientRect().width > 0 && performance.now()"
WATCH = """() => {
  const drawn = () => {
    const chart = document.querySelector(".js-plotly-plot");
    return chart?.textContent + [...(chart?.querySelectorAll("path") ?? [])].map((path) => path.getAttribute("d")).join();
  };
  addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const before = drawn(), start = performance.now();
    window.waited = undefined;
    const look = () => (drawn() === before ? requestAnimationFrame(look) : (window.waited = performance.now() - start));
    look();
  }, true);
}"""
"""Measures from the key that chooses to the frame in which the first chart is another one."""


class Visit(NamedTuple):
    """One visit: milliseconds to the first chart with an empty cache and again, and for a change; bytes of the first visit."""

    first: float
    again: float
    change: float
    sent: float


class Bytes:
    """Counts what a tab receives: answers as they crossed the network, and the messages of its web socket."""

    def __init__(self, session: CDPSession) -> None:
        self.received = 0
        session.send("Network.enable")
        session.on("Network.dataReceived", lambda part: self._add(part["encodedDataLength"]))
        session.on("Network.responseReceived", lambda answer: self._add(answer["response"]["encodedDataLength"]))
        session.on("Network.webSocketFrameReceived", self._frame)

    def _add(self, number: int) -> None:
        self.received += number

    def _frame(self, event: dict) -> None:
        data = event["response"]["payloadData"]
        self.received += len(data) * 3 // 4 if event["response"]["opcode"] == 2 else len(data)


@contextmanager
def tab(browser: Browser) -> Iterator[Page]:
    """A tab of a visitor who has never been here, closed at the end."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def pick(page: Page, name: str) -> None:
    """Choose in Streamlit's box, up to the key that does it."""
    chooser = page.get_by_role("combobox", name="Authority").first
    chooser.click()
    chooser.fill(name)
    page.get_by_role("option", name=name, exact=True).first.wait_for()


def pick_in_dash(page: Page, name: str) -> None:
    """Choose in Dash's box, up to the key that does it."""
    page.locator("#authority").click()
    page.locator(".dash-dropdown-search").fill(name)
    page.get_by_role("option", name=name).first.wait_for()
    page.keyboard.press("ArrowDown")


def visit(browser: Browser, address: str, others: tuple[str, str], pick: Callable[[Page, str], None] = pick) -> Visit:
    """Open a page for the first time and again, then choose the first of two authorities, then the other.

    The first change is not measured: it may be the first view of an authority.
    """
    with tab(browser) as page:
        counted = Bytes(page.context.new_cdp_session(page))
        times, sizes = [], []
        for _ in range(2):
            page.goto(address, wait_until="commit")
            times.append(page.wait_for_function(SEEN, arg=CHART, polling="raf").json_value())
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(500)
            sizes.append(counted.received)
        page.evaluate(WATCH)
        for name in others:
            pick(page, name)
            page.keyboard.press("Enter")
            change = page.wait_for_function("() => window.waited").json_value()
            page.wait_for_timeout(500)
    return Visit(times[0], times[1], change, sizes[0])


def address(server: Server, path: str) -> str:
    """The address of a page, about York."""
    return f"http://127.0.0.1:{server.port}/{path}?authority=York"


def measured(browser: Browser, app: Server, minimal: Server, path: str, runs: int) -> tuple[Visit, Visit]:
    """The medians of a page and of the minimal page, visited in turn. One more visit of each before is not counted."""
    rows: tuple[list[Visit], list[Visit]] = ([], [])
    for _ in range(runs + 1):
        rows[0].append(visit(browser, address(app, path), ("Leeds", "York")))
        rows[1].append(visit(browser, f"http://127.0.0.1:{minimal.port}/", ("Authority 3", "Authority 5")))
    return medians(rows[0][1:]), medians(rows[1][1:])


def medians(visits: Sequence[Visit]) -> Visit:
    return Visit(*(median(values) for values in zip(*visits, strict=True)))


def measured_dash(browser: Browser, python: str, runs: int) -> Visit:
    """The medians of the minimal page written with Dash. One more visit before is not counted."""
    port = free_port()
    process = subprocess.Popen([python, str(DASH), str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        wait(f"http://127.0.0.1:{port}/", process)
        page = f"http://127.0.0.1:{port}/"
        visits = [visit(browser, page, ("Authority 3", "Authority 5"), pick_in_dash) for _ in range(runs + 1)]
    finally:
        process.terminate()
        process.wait(timeout=20)
    return medians(visits[1:])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=RUNS, help="visits of each page")
    parser.add_argument("--only", nargs="*", choices=PAGES, help="these pages alone", metavar="PAGE")
    parser.add_argument("--dash", metavar="PYTHON", help="an interpreter that has Dash, to visit its page too")
    asked = parser.parse_args()
    found = {}
    with serving(ROOT / "app.py") as app, serving(MINIMAL) as minimal, sync_playwright() as playwright:
        chromium = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for path in asked.only or PAGES:
            found[path] = measured(browser, app, minimal, path, asked.runs)
        dash = measured_dash(browser, asked.dash, asked.runs) if asked.dash else None
        version = browser.version
        browser.close()
    machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, Chromium {version}"
    print(f"{datetime.date.today()}, {machine}\n")
    plain = Visit(*(median(theirs[i] for _, theirs in found.values()) for i in range(4)))
    print(
        f"Minimal page: {plain.first:.0f} ms, {plain.again:.0f} ms, {plain.change:.0f} ms, {plain.sent / 1e6:.2f} MB.\n"
    )
    print("| page | first chart | opened again | filter change | bytes | bytes, MB |\n|---|---|---|---|---|---|")
    for path, (ours, theirs) in found.items():
        ratios = " | ".join(f"{mine / yours:.2f}" for mine, yours in zip(ours, theirs, strict=True))
        print(f"| {path} | {ratios} | {ours.sent / 1e6:.2f} |")
    if dash:
        ratios = " | ".join(f"{mine / yours:.2f}" for mine, yours in zip(dash, plain, strict=True))
        print(f"| the minimal page with Dash | {ratios} | {dash.sent / 1e6:.2f} |")


if __name__ == "__main__":
    main()
