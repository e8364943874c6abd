"""``docs/coverage.md``: what is held of each framework and kind, against what there is to hold, and what is missing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from .data_folder import DATA
from .dataset.dataset import Dataset
from .loading import load
from .records.checked_records import checked_records
from .records.contents import Records
from .records.writing import write_whole

COVERAGE = DATA.parent / "docs" / "coverage.md"

_INTRODUCTION = """\
# What is held, and what is missing

Written from the records by `python -m loaders coverage` (`make coverage`); `make check` says where it is out of date. What
there is to hold stands in `data/collection.yaml`: the reports and letters that were at hand, and in `data/statistics/`: the
rows of Ofsted's tables. How far the record of one inspection goes:

- **coded**: every numbered paragraph was read and coded.
- **recommendations**: what was asked for was read, the findings were not.
- **outcome**: dates, and of an inspection its grades, from the report or letter.
- **statistics**: dates and grades as Ofsted's tables list them; no report or letter was read.
- **listed**: known to have taken place, from somebody else's document.
"""
_HELD = ("coded", "recommendations", "outcome", "statistics", "listed")


def coverage(ds: Dataset, records: Records) -> str:
    """Return the text of ``docs/coverage.md``. ``records``: those that the dataset was made from, for the rows of the statistics."""
    known = held(ds)
    return "".join([_INTRODUCTION, *_by_framework(ds, known), *_by_kind(ds, known, records), *_freshness(ds)])


def held(ds: Dataset) -> pd.DataFrame:
    """Return how far the record of each inspection or visit goes.

    Columns: inspection, framework, kind, held.
    """
    listed = ds.sources.loc[ds.sources["statistics"], "record"]
    known = ds.inspections[["inspection", "framework", "kind"]].copy()
    known["held"] = ds.inspections["depth"].mask(ds.inspections["inspection"].isin(listed), "statistics")
    return known


def _by_framework(ds: Dataset, known: pd.DataFrame) -> Iterator[str]:
    yield "\n## By framework\n\n"
    labels = dict(zip(ds.frameworks["framework"], ds.frameworks["label"], strict=True))
    counts = known.groupby(["framework", "held"]).size().unstack(fill_value=0).reindex(columns=_HELD, fill_value=0)
    counts = counts.reindex(list(labels), fill_value=0)
    counts["held in all"] = counts.sum(axis=1)
    counts.loc["all"] = counts.sum()
    yield from _table(
        ["framework", *counts.columns],
        ([labels.get(name, "**all**"), *row] for name, row in zip(counts.index, counts.to_numpy(), strict=True)),
    )


def _by_kind(ds: Dataset, known: pd.DataFrame, records: Records) -> Iterator[str]:
    yield (
        "\n## Against the sources\n\n"
        "Reports and letters: those at hand. Read: records that rest on one, by `coded`, `recommendations` or `outcome`. Listed "
        "by Ofsted: different inspections and visits in the rows of its tables, however many tables list them.\n\n"
    )
    kinds = dict(zip(known["inspection"], known["kind"], strict=True))
    rows = {row for edition in records.editions for row in edition.rows}
    listed = pd.Series([kinds[row] for row in rows if row in kinds], dtype=object).value_counts()
    headings = [
        "kind",
        "reports or letters",
        "read",
        "not read",
        "listed by Ofsted",
        "held in all",
        "what is missing, and why",
    ]
    yield from _table(headings, _against(ds.lists, known, listed))
    lost = sorted(rows - set(kinds))
    yield f"\nRows of Ofsted's tables that no record holds: {', '.join(lost) or 'none'}.\n"


def _against(lists: pd.DataFrame, known: pd.DataFrame, listed: pd.Series) -> Iterator[list[object]]:
    rows: Iterable[Any] = lists.itertuples(index=False)
    for row in rows:
        its = known.loc[known["kind"] == row.kind, "held"]
        read = int(its.isin(["coded", "recommendations", "outcome"]).sum())
        yield [
            row.kind, row.documents, read, max(row.documents - read, 0), listed.get(row.kind, 0), len(its), row.missing
        ]  # fmt: skip


def _freshness(ds: Dataset) -> Iterator[str]:
    rows: Iterable[Any] = ds.lists.itertuples(index=False)
    yield "\n## How far each kind is known\n\n"
    yield from _table(
        ["kind", "from", "to", "every one between"],
        ([row.kind, _day(row.since), _day(row.until), "yes" if row.complete else "no"] for row in rows),
    )
    current = ds.authorities[ds.authorities["status"] == "current"]
    reached = current["reports_checked"].fillna(ds.statistics_as_at)
    yield "\nFull inspections, authority by authority:\n\n"
    for day, part in current.groupby(reached, sort=True):
        yield f"- to {_day(day)}: {_counted(len(part))}{'' if len(part) > 20 else ': ' + ', '.join(part['name'])}\n"


def _table(headings: list[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    yield f"| {' | '.join(headings)} |\n|{'---|' * len(headings)}\n"
    for row in rows:
        yield f"| {' | '.join(map(str, row))} |\n"


def _counted(count: int) -> str:
    return f"{count} {'authority' if count == 1 else 'authorities'} of today"


def _day(day: pd.Timestamp) -> str:
    return "" if pd.isna(day) else f"{day.day} {day:%B %Y}"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``coverage``."""
    parser.add_argument("--check", action="store_true", help="write nothing, and say whether it is out of date")


def write(options: argparse.Namespace) -> int:
    """Write docs/coverage.md from the records: what is held of each kind, and what is missing."""
    text = coverage(load(DATA), checked_records(DATA))
    if not options.check:
        write_whole(COVERAGE, text)
        print("Wrote docs/coverage.md.")
    elif not COVERAGE.is_file() or COVERAGE.read_text(encoding="utf-8") != text:
        print("docs/coverage.md is out of date. Write it again: make coverage", file=sys.stderr)
        return 1
    return 0
