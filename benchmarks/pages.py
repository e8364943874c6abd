"""Processor time of the server for each page, against a minimal Streamlit page in the same run: `python -m benchmarks.pages`.

Over a real websocket, for an authority with much and one with little: the warm rerun (the median of alternating runs, a run
of the minimal page before each), the first view of an authority that nobody has opened, and the bytes of a warm rerun.
Ratios hold on any machine, milliseconds on this one.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
from itertools import islice
from pathlib import Path
from statistics import median
from typing import NamedTuple

from analysis.selection import authority_names
from benchmarks.session import ROOT, Server, serving, visiting
from loaders import load
from pages.england import PARTS
from ui.navigation import FRONT, MORE

RUNS, FIRST_VIEWS = 7, 5
MUCH, LITTLE = "York", "Isles of Scilly"
MINIMAL = Path(__file__).with_name("minimal.py")
VIEWS = {
    **{entry.title: (entry.path, ()) for entry in (*FRONT, *MORE)},
    "Grades, as published": ("grades", (("view", "As published"),)),
    "Findings, a search": ("findings", (("q", "homeless teenagers"),)),
    "All that was asked": ("actions", (("show", "All that was asked"),)),
    "All that was asked, of England": ("actions", (("show", "All that was asked"), ("of", "All of England"))),
    "Meeting": ("", (("meeting", "true"),)),
    **{f"England, {view}": ("england", (("england", view),)) for view in list(PARTS)[1:]},
}
"""What is opened: title, path and parameters of the address."""


class Row(NamedTuple):
    """Milliseconds of a warm rerun with much and with little, of a first view; kilobytes of a rerun; the minimal page's ms."""

    view: str
    much: float
    little: float
    first: float
    kilobytes: float
    minimal: float


def measured(app: Server, minimal: Server, view: str, fresh: list[str], runs: int) -> Row:
    """Measure one view of the dashboard beside the minimal page. ``fresh``: authorities that nobody has opened."""
    path, more = VIEWS[view]
    times: dict[str, list[float]] = {"minimal": [], "much": [], "little": []}
    with visiting(minimal) as plain, visiting(app) as much, visiting(app) as little:
        visitors = {"much": (much, MUCH), "little": (little, LITTLE)}
        for (
            visitor,
            name,
        ) in visitors.values():  # not counted: the first run and the one after, which knows what is kept
            for _ in range(2):
                visitor.run(path, [("authority", name), *more])
        plain.run()
        for _ in range(runs):
            times["minimal"].append(plain.run()[0])
            for kind, (visitor, name) in visitors.items():
                seconds, sent = visitor.run(path, [("authority", name), *more])
                times[kind].append(seconds)
                if kind == "much":
                    size = sent
        first = [little.run(path, [("authority", name), *more]).seconds for name in fresh]
    found = {kind: median(values) * 1000 for kind, values in times.items()}
    return Row(view, found["much"], found["little"], median(first) * 1000, size / 1000, found["minimal"])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--runs", type=int, default=RUNS, help="warm reruns of each page")
    parser.add_argument("--only", nargs="*", choices=VIEWS, help="these views alone", metavar="VIEW")
    asked = parser.parse_args()
    unopened = (name for name in authority_names(load()) if name not in (MUCH, LITTLE))
    with serving(ROOT / "app.py") as app, serving(MINIMAL) as minimal:
        rows = [
            measured(app, minimal, view, list(islice(unopened, FIRST_VIEWS)), asked.runs)
            for view in asked.only or VIEWS
        ]
    print(
        f"{datetime.date.today()}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n"
    )
    print(f"Minimal page: {median(row.minimal for row in rows):.0f} ms of processor time for a rerun.\n")
    print(f"| page | {MUCH} | {LITTLE} | first view | {MUCH}, ms | kB |\n|---|---|---|---|---|---|")
    for row in rows:
        ratios = " | ".join(f"{value / row.minimal:.2f}" for value in (row.much, row.little, row.first))
        print(f"| {row.view} | {ratios} | {row.much:.0f} | {row.kilobytes:.0f} |")


if __name__ == "__main__":
    main()
