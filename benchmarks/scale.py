"""How the cost of reading and of each England exhibit grows with the number of authorities: `python -m benchmarks.scale`.

Figures are ratios within one run, so they hold on any machine: the time for all authorities over the time for half of them
(2 is linear, 4 is quadratic), and the time of the next page run over that of the first (what keeping an exhibit saves).
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from analysis.comparison.standings import england
from exhibits.intervals import time_between, time_to_report, waiting_times
from exhibits.movement import grade_flow, grade_matrix
from exhibits.stacks import distribution_by_region, distribution_over_time
from exhibits.standing import grades_by_date
from exhibits.standing_matrix import where_each_stands
from exhibits.tile_map import tile_map
from loaders import DATA, Dataset, load

RUNS = 3
EXHIBITS = [
    tile_map,
    distribution_over_time,
    distribution_by_region,
    grade_matrix,
    grade_flow,
    time_between,
    waiting_times,
    time_to_report,
    where_each_stands,
    grades_by_date,
]
TALLEST = grades_by_date
"""The exhibit with a row for each authority, which is drawn for a narrow screen."""


def seconds(work: Callable[[], object]) -> float:
    """Time of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def part_of(data: Path, folder: Path, share: float) -> Path:
    """A copy of the data with the inspections of a share of the authorities, spread over the alphabet."""
    copy = folder / f"part-{share}"
    shutil.copytree(data, copy)
    coded = {path.name for path in (copy / "codings").iterdir()}  # plans and codings refer to those
    known = sorted({name.partition("/")[0] for name in load(data).inspections["inspection"]})
    wanted = {known[round(i / share)] for i in range(round(len(known) * share))} | coded
    for authority in (copy / "inspections").iterdir():
        if authority.name not in wanted:
            shutil.rmtree(authority)
    for table in (copy / "statistics").glob("*.csv"):
        heading, *rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
        table.write_text(heading + "".join(row for row in rows if row.partition("/")[0] in wanted), encoding="utf-8")
    return copy


def measured(folder: Path) -> dict[str, tuple[float, float]]:
    """First and next time of each piece of work, in seconds: the median of a few runs, each on a dataset of its own."""
    rows: dict[str, list[tuple[float, float]]] = {}
    for _ in range(RUNS):
        read: list[Dataset] = []
        rows.setdefault("load", []).append((seconds(lambda: read.append(load(folder))), float("nan")))  # noqa: B023
        comparison = england(read[0], read[0].strands["strand"].iloc[0], None)
        for make in EXHIBITS:
            rows.setdefault(make.__name__, []).append(
                tuple(seconds(lambda: make(read[0], comparison)) for _ in range(2))  # noqa: B023
            )
        tallest = TALLEST(read[0], comparison)
        rows.setdefault("narrow", []).append(tuple(seconds(lambda: tallest.drawn(read[0], True)) for _ in range(2)))  # noqa: B023
    return {
        name: tuple(statistics.median(column) for column in zip(*times, strict=True)) for name, times in rows.items()
    }


def main() -> None:
    """Print the table of ratios."""
    with tempfile.TemporaryDirectory() as folder:
        measured(DATA)  # what is imported and compiled on first use counts for neither
        half, whole = (measured(part_of(DATA, Path(folder), share)) for share in (0.5, 1.0))
    print(f"{'work':<26}{'all : half':>12}{'next : first':>14}")
    for name, (first, again) in whole.items():
        kept = "" if again != again else f"{again / first:.3f}"
        print(f"{name:<26}{first / half[name][0]:>12.1f}{kept:>14}")


if __name__ == "__main__":
    main()
