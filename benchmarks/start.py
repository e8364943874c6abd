"""What a start costs, against a minimal Streamlit page: `python -m benchmarks.start`. Linux only.

From the start of the process until the first page has been answered, all data loaded: seconds, and the processor time of
the server's process. The two are started in turn; shown are medians and ratios. The compiled copy of the data is there, as
after any first start; ``--without-copy`` has the data read from the YAML files each time.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.session import ROOT, opened, serving

MINIMAL = Path(__file__).with_name("minimal.py")
STARTS = 7


def started(script: Path) -> tuple[float, float]:
    """Start a server and open its first page. Returns seconds and processor time until it was answered."""
    start = time.perf_counter()
    with serving(script) as server, opened(f"127.0.0.1:{server.port}") as tab:
        tab.ask()
        return time.perf_counter() - start, server.processor_time()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--starts", type=int, default=STARTS, help="of each")
    parser.add_argument("--without-copy", action="store_true", help="read the YAML files at each start")
    asked = parser.parse_args()
    found: dict[Path, list[tuple[float, float]]] = {ROOT / "app.py": [], MINIMAL: []}
    for _ in range(asked.starts + 1):
        with tempfile.TemporaryDirectory() as empty:
            if asked.without_copy:
                os.environ["INSPECTIONS_CACHE"] = empty
            for script, starts in found.items():
                starts.append(started(script))
    print(
        f"{datetime.date.today()}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n"
    )
    print("| to the first page | dashboard | minimal page | ratio |\n|---|---|---|---|")
    for number, what in enumerate(("seconds", "processor time, seconds")):
        ours, theirs = (median(one[number] for one in starts[1:]) for starts in found.values())
        print(f"| {what} | {ours:.2f} | {theirs:.2f} | {ours / theirs:.2f} |")


if __name__ == "__main__":
    main()
