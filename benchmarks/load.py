"""What it costs to load the data: `python -m benchmarks.load`.

At today's data, at 900 records with 25,000 findings and recommendations, and at ten times that. Each work is done by a
process of its own, a few times; shown are the median of its processor time, the ratio to its yardstick of the same run,
and the most memory that the process took. Yardsticks: reading the bytes of the compiled copy for a load that finds one,
PyYAML's C parser over the same files for a load that does not. ``--sizes today 900 9000`` measures some of them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from loaders import DATA, load
from loaders.data_folder import content

RUNS = {"today": 7, "900": 3, "9000": 1}
"""How often each work is done, by size."""
FINDINGS, RECOMMENDATIONS = 22, 6
"""Of a generated record: 25,200 in 900 of them."""

HEAD = """\
framework: ilacs_2018
depth: coded
start: {year}-03-07
end: {year}-03-18
published: {year}-05-04
lead_inspector: Ada Smith
source: {{file: report.pdf, title: Inspection of local authority children’s services, url: "https://files.example/{number}"}}
counts: {{recommendations: 6}}
grades:
  leaders: Good
  help_and_protection: Requires improvement to be good
  children_in_care_and_care_leavers: Outstanding
  overall_effectiveness: Good
readings: 1
recommendations:
"""
RECOMMENDATION = """\
  - id: R{i}
    summary: Keep better records of what children say in record {number}, so that whoever reads them later can follow the decisions.
    quote: "The quality of written records for all children, in record {number}."
    themes: {{primary: [recording], other: [workforce]}}
"""
FINDING = """\
  - paragraph: {i}
    section: Help and protection
    page: {page}
    summary: Some children are not visited as often as they need, in record {number}, and their plans do not say by when that is to
      change. Where visits are made, social workers know the children well and write down what they say.
    quote: "Visits to some children are not frequent enough, paragraph {i} of {number}."
    codes: {{direct_work: concern, recording: mixed}}
"""


def generated(folder: Path, records: int) -> Path:
    """Write a data folder with today's vocabulary and so many records, spread over the authorities."""
    data = folder / "data"
    shutil.copytree(
        DATA, data, ignore=shutil.ignore_patterns("inspections", "action_plans", "codings", "statistics", "schema")
    )
    rows = (data / "authorities.csv").read_text(encoding="utf-8").splitlines()[1:]
    authorities = [row.partition(",")[0] for row in rows]
    for number in range(records):
        turn, place = divmod(number, len(authorities))
        year, again = 2018 + turn % 5, turn // 5 + 1
        name = f"{year}-ilacs" + (f"-{again}" if again > 1 else "")
        path = data / "inspections" / authorities[place] / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        text = HEAD.format(year=year, number=number)
        text += "".join(RECOMMENDATION.format(i=i + 1, number=number) for i in range(RECOMMENDATIONS)) + "findings:\n"
        text += "".join(FINDING.format(i=i + 1, page=i // 4 + 1, number=number) for i in range(FINDINGS))
        path.write_text(text, encoding="utf-8")
    return data


def cache() -> Path:
    """The folder of compiled copies, which this benchmark names for its processes."""
    return Path(os.environ["INSPECTIONS_CACHE"])


def read_copy(data: Path) -> None:
    """Read the bytes of the compiled copy and do nothing with them."""
    for path in cache().glob("*.frames"):
        path.read_bytes()


def parse(data: Path) -> None:
    """Let PyYAML's C parser make plain data of every YAML file, without lines, without checks."""
    for path in sorted(data.rglob("*.yaml")):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def cold(data: Path) -> None:
    """Load where there is no copy, and write one."""
    shutil.rmtree(cache(), ignore_errors=True)
    load(data)


def changed(data: Path) -> None:
    """Load after one record was edited."""
    path = min((data / "inspections").rglob("*.yaml"))
    path.write_bytes(path.read_bytes() + b"# edited\n")
    load(data)


def started(data: Path) -> None:
    """Do nothing: what a process takes that has imported the loaders."""


WORKS: dict[str, tuple[Callable[[Path], object], str]] = {
    "start": (started, ""),
    "C parser": (parse, ""),
    "cold": (cold, "C parser"),
    "copy's bytes": (read_copy, ""),
    "digest of data": (content, "copy's bytes"),
    "warm": (load, "copy's bytes"),
    "one changed": (changed, "cold"),
}
"""Each work, in the order in which they are done, and its yardstick."""


def do(work: str, data: Path, runs: int) -> None:
    """Do one work in this process. Print the median of its processor time in seconds, and the most memory in megabytes."""
    times = []
    for _ in range(runs):
        start = time.process_time()
        WORKS[work][0](data)
        times.append(time.process_time() - start)
    print(statistics.median(times), _most_memory())


def _most_memory() -> float:
    """Megabytes that this process took at most; not known on Windows."""
    try:
        import resource
    except ImportError:
        return float("nan")
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1000 if sys.platform != "darwin" else 1e6)


def measured(data: Path, runs: int) -> dict[str, tuple[float, float]]:
    """Seconds and megabytes of each work on a data folder."""
    found = {}
    for work in WORKS:
        command = [sys.executable, "-m", "benchmarks.load", "--do", work, "--data", str(data), "--runs", str(runs)]
        said = subprocess.run(
            command, cwd=DATA.parent, check=True, capture_output=True, encoding="utf-8"
        ).stdout.split()
        found[work] = (float(said[0]), float(said[1]))
    return found


def report(size: str, data: Path, found: dict[str, tuple[float, float]]) -> None:
    """Print the table of one size."""
    sizes = [
        sum(path.stat().st_size for path in place) / 1e6 for place in (data.rglob("*.yaml"), cache().glob("*.frames"))
    ]
    print(
        f"\n{size}: {sizes[0]:.1f} MB of YAML, {sizes[1] / len(list(cache().glob('*.frames'))):.1f} MB of compiled copy"
    )
    print(f"{'work':<16}{'seconds':>10}{'ratio':>8}  {'to':<14}{'memory MB':>10}")
    for work, (seconds, memory) in found.items():
        yardstick = WORKS[work][1]
        ratio = f"{seconds / found[yardstick][0]:.1f}" if yardstick else ""
        print(f"{work:<16}{seconds:>10.3f}{ratio:>8}  {yardstick:<14}{memory:>10.0f}")


def main() -> None:
    """Print the tables, or do one work for them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--sizes", nargs="*", choices=RUNS, default=list(RUNS))
    parser.add_argument("--do", choices=WORKS, help=argparse.SUPPRESS)
    parser.add_argument("--data", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--runs", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.do:
        do(options.do, options.data, options.runs)
        return
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            os.environ["INSPECTIONS_CACHE"] = f"{folder}/cache"
            copy = Path(folder) / "data"
            data = generated(Path(folder), int(size)) if size.isdigit() else Path(shutil.copytree(DATA, copy))
            report(size, data, measured(data, RUNS[size]))


if __name__ == "__main__":
    main()
