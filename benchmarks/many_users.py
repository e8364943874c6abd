"""How long many visitors wait, against the same number on a minimal Streamlit page: `python -m benchmarks.many_users`.

So many sessions at once over real websockets, each about one authority. Each opens its page, then clicks a few times, with a
pause to think before each; a click leads to the next of the dashboard's pages. Shown are the median and the 95th percentile of
the time to the last message of a run, as ratios to the minimal page in the same run, and the memory that a session took.
``--instances 3``: that many servers, visitors spread evenly. Linux only.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import random
import re
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from statistics import quantiles
from threading import Barrier
from typing import NamedTuple

from analysis.selection import authority_names
from benchmarks.session import ROOT, Server, opened, serving
from loaders import load

SESSIONS = (1, 10, 50, 100)
CLICKS, THINKING = 5, 8.0
"""Clicks of each visitor, and the seconds between them, half of it at least and one and a half times at most."""
PAGES = ("grades", "themes", "actions", "compare", "england", "")
MINIMAL = Path(__file__).with_name("minimal.py")


class Load(NamedTuple):
    """What visitors met: milliseconds of the median click and of the 95th percentile, clicks in a second, memory in MB each."""

    median: float
    most: float
    rate: float
    memory: float


def clicks(server: Server, names: list[str], number: int, together: Barrier, thinking: float) -> list[float]:
    """Be the visitor of this number: open a page, wait for all others, click; return the seconds that each click took."""
    pause, taken = random.Random(number), []
    query = [("authority", names[number % len(names)])] if names else []
    with opened(f"127.0.0.1:{server.port}", open_timeout=120) as tab:
        tab.ask("", query)
        together.wait()
        for click in range(CLICKS):
            time.sleep(thinking * pause.uniform(0.5, 1.5))
            start = time.perf_counter()
            tab.ask(PAGES[(number + click) % len(PAGES)] if names else "", query)
            taken.append(time.perf_counter() - start)
        together.wait()
    return taken


def memory(servers: list[Server]) -> float:
    """Megabytes that the servers hold."""
    said = [Path(f"/proc/{server.process.pid}/status").read_text(encoding="utf-8") for server in servers]
    return sum(int(re.search(r"VmRSS:\s+(\d+)", text)[1]) for text in said) / 1000  # type: ignore[index]


def measured(servers: list[Server], names: list[str], sessions: int, thinking: float) -> Load:
    """Let so many visitors in, spread over the servers. ``names``: the authorities they ask about, none for the minimal page."""
    before, together = memory(servers), Barrier(sessions + 1, timeout=900)
    with ThreadPoolExecutor(sessions) as crowd:
        visits = [
            crowd.submit(clicks, servers[number % len(servers)], names, number, together, thinking)
            for number in range(sessions)
        ]
        together.wait()
        start = time.perf_counter()
        together.wait()
        lasted, held = time.perf_counter() - start, memory(servers)
        taken = sorted(seconds * 1000 for visit in visits for seconds in visit.result())
    cuts = quantiles(taken, n=20, method="inclusive")
    return Load(cuts[9], cuts[18], len(taken) / lasted, (held - before) / sessions)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument(
        "--sessions", nargs="*", type=int, default=SESSIONS, help="how many at once, one after the other"
    )
    parser.add_argument("--instances", type=int, default=1, help="servers of each kind")
    parser.add_argument(
        "--thinking", type=float, default=THINKING, help="seconds between two clicks; 0: as fast as can be"
    )
    asked = parser.parse_args()
    names = authority_names(load())
    names = [name for number, name in enumerate(names) if number % (len(names) // 20) == 0]
    print(f"{datetime.date.today()}, {platform.machine()}, {os.cpu_count()} cores, {asked.instances} instance(s)\n")
    print("| sessions | median, ms | 95th, ms | minimal: median, ms | 95th, ms | ratio, median | ratio, 95th | clicks in a second | minimal | MB for a session | minimal |")  # fmt: skip
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    with ExitStack() as running:
        apps = [running.enter_context(serving(ROOT / "app.py")) for _ in range(asked.instances)]
        plain = [running.enter_context(serving(MINIMAL)) for _ in range(asked.instances)]
        for server in apps:
            with opened(
                f"127.0.0.1:{server.port}"
            ) as tab:  # what all share, and the authorities that will be asked for
                for name in names:
                    for page in PAGES:
                        tab.ask(page, [("authority", name)])
        for sessions in asked.sessions:
            ours, theirs = (
                measured(servers, known, sessions, asked.thinking) for servers, known in ((apps, names), (plain, []))
            )
            ratios = f"{ours.median / theirs.median:.2f} | {ours.most / theirs.most:.2f}"
            print(
                f"| {sessions} | {ours.median:.0f} | {ours.most:.0f} | {theirs.median:.0f} | {theirs.most:.0f} | {ratios} "
                f"| {ours.rate:.1f} | {theirs.rate:.1f} | {ours.memory:.1f} | {theirs.memory:.1f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
