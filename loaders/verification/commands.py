"""The command ``verify``."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from ..data_folder import DATA
from ..records.checked_records import checked_records
from ..records.contents import Records
from ..records.problems import severe
from . import verify as machine
from .results import Result, digests, due, read_results, write_results


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``verify``."""
    parser.add_argument(
        "folder",
        nargs="?",
        default=DATA,
        type=Path,
        metavar="DIR",
        help="data folder (default: the one of this repository)",
    )
    parser.add_argument(
        "--sources",
        action="append",
        required=True,
        type=Path,
        metavar="DIR",
        help="folder that holds source documents; may be given again",
    )
    parser.add_argument(
        "--only",
        action="append",
        metavar="ID",
        help="look at this record alone, as york/2025-ilacs; may be given again",
    )
    parser.add_argument(
        "--since",
        type=Path,
        metavar="FILE",
        help="look at what changed since the results in FILE, and a tenth of the rest",
    )
    parser.add_argument(
        "--write", type=Path, metavar="FILE", help="write the results of this run into FILE, for --since"
    )


def verify(options: argparse.Namespace) -> int:
    """Look up every quote, grade, day and name of the records in the source documents (text or PDF)."""
    missing = [folder for folder in options.sources if not folder.is_dir()]
    if missing:
        print(f"no folder at {missing[0].as_posix()!r}.", file=sys.stderr)
        return 2
    read = checked_records(options.folder)
    known = digests(read, options.folder, options.sources)
    unknown = sorted(set(options.only or ()) - set(known))
    if unknown:
        print(
            f"no record {unknown[0]!r} with a source in {options.folder.as_posix()}, or check leaves it out for its errors. An id is as york/2025-ilacs.",
            file=sys.stderr,
        )
        return 2
    try:
        results = {path: read_results(path) for path in (options.since, options.write) if path}
    except ValueError as error:
        print(f"{error}. Give a file that this command wrote.", file=sys.stderr)
        return 2
    only = _chosen(options, known, results)
    done = machine.verify(read, options.sources, only)
    for problem in done.problems:
        print(f"{problem.severity}: {problem}")
    wrong = [problem for problem in done.problems if problem.severity == "error"]
    unchanged = (
        f" {len(known) - len(only)} records stand unchanged since they were looked up."
        if options.since and only is not None
        else ""
    )
    print(
        f"Looked up {done.quotes} quotes, {done.grades} grades, {done.days} days and {done.names} names in {done.sources} sources; "
        f"{len(wrong)} not found. {done.summaries} summaries compared.{unchanged}"
    )
    if options.write:
        faulty = {problem.file for problem in done.problems}
        clean = [record for record in (known if only is None else only) if _file_of(read, record) not in faulty]
        write_results(options.write, known, results[options.write], clean, date.today())
    if severe(read.problems):
        print("Some records have errors and were left out: run python -m loaders check.")
        return 1
    return 1 if wrong else 0


def _chosen(
    options: argparse.Namespace, known: dict[str, str], results: dict[Path, dict[str, Result]]
) -> set[str] | None:
    if options.only:
        return set(options.only)
    if options.since:
        return due(known, results[options.since], seed=date.today().toordinal())
    return None


def _file_of(records: Records, record: str) -> str:
    return records.origins[record].file
