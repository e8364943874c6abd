"""Mixed use for a long time: `python -m benchmarks.soak --minutes 20`. Says whether memory grows, and whether anything fails.

So many scripted users go from page to page, with filters, searches, meetings and earlier days, each about twenty authorities in
turn; now and then one leaves and a new one comes. Shown over time: the server's memory, its open files and threads, clicks and
errors; at the end how fast memory grew in the second half, when what is kept has been made. Linux only.
"""

from __future__ import annotations

import argparse
import datetime
import os
import random
import re
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from statistics import linear_regression, median
from typing import NamedTuple

from analysis.selection import authority_names
from benchmarks.pages import VIEWS
from benchmarks.session import ROOT, Server, opened, serving
from loaders import load

CLICKS = 30
"""Pages that a user looks at, more or less, before the next one takes the place."""
DAYS = ("", "", "", "31 December 2023", "4 May 2022")
AUTHORITIES = 20


class State(NamedTuple):
    """The server at a time: minutes since the start, MB that it holds, open files, threads."""

    minutes: float
    memory: float
    files: int
    threads: int


def state(server: Server, start: float) -> State:
    """Look at the server's process."""
    place = Path(f"/proc/{server.process.pid}")
    said = dict(re.findall(r"(VmRSS|Threads):\s+(\d+)", (place / "status").read_text(encoding="utf-8")))
    files = len(list((place / "fd").iterdir()))
    return State((time.monotonic() - start) / 60, int(said["VmRSS"]) / 1000, files, int(said["Threads"]))


def user(
    server: Server, names: list[str], number: int, end: float, thinking: float
) -> tuple[list[float], Counter[str]]:
    """Be one user after another until the end. Returns the seconds that each click took, and errors by their words."""
    chance, taken, errors = random.Random(number), [], Counter[str]()
    while time.monotonic() < end:
        try:
            with opened(f"127.0.0.1:{server.port}", open_timeout=60) as tab:
                for _ in range(chance.randint(1, 2 * CLICKS)):
                    path, more = chance.choice(list(VIEWS.values()))
                    day = chance.choice(DAYS)
                    query = [("authority", chance.choice(names)), *more, *([("as_at", day)] if day else [])]
                    start = time.perf_counter()
                    tab.ask(path, query)
                    taken.append(time.perf_counter() - start)
                    time.sleep(max(0, min(thinking * chance.uniform(0.5, 1.5), end - time.monotonic())))
                    if time.monotonic() >= end:
                        break
        except Exception as error:
            errors[f"{type(error).__name__}: {error}"] += 1
            time.sleep(1)
    return taken, errors


def growth(states: list[State]) -> float:
    """MB by which memory grew in an hour, in the second half of the time."""
    late = states[len(states) // 2 :]
    return linear_regression([one.minutes for one in late], [one.memory for one in late]).slope * 60


def main() -> None:
    """Print the table and what it comes to; end with 1 where there was an error."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--thinking", type=float, default=4, help="seconds between two clicks of a user")
    asked = parser.parse_args()
    names = list(authority_names(load()))
    names = names[:: max(1, len(names) // AUTHORITIES)][:AUTHORITIES]
    print(f"{datetime.date.today()}, {os.cpu_count()} cores, {asked.users} users for {asked.minutes:g} minutes\n")
    print("| minute | MB | open files | threads |\n|---|---|---|---|")
    with serving(ROOT / "app.py") as server, ThreadPoolExecutor(asked.users) as crowd:
        start = time.monotonic()
        end = start + asked.minutes * 60
        before = state(server, start)
        visits = [crowd.submit(user, server, names, number, end, asked.thinking) for number in range(asked.users)]
        states = []
        while time.monotonic() < end:
            time.sleep(asked.minutes * 60 / 21)
            states.append(state(server, start))
            print(
                f"| {states[-1].minutes:.1f} | {' | '.join(f'{value:.0f}' for value in states[-1][1:])} |", flush=True
            )
        results = [visit.result() for visit in visits]
    taken, errors = [one for part, _ in results for one in part], sum((part for _, part in results), Counter[str]())
    print(f"\n{len(taken)} clicks, median {median(taken) * 1000:.0f} ms; {before.memory:.0f} MB at the start.")
    print(f"In the second half memory grew by {growth(states):.0f} MB in an hour.")
    print(f"Errors: {errors.total()}", *(f"{count} times {words}" for words, count in errors.items()), sep="\n")
    raise SystemExit(bool(errors))


if __name__ == "__main__":
    main()
