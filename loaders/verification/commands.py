"""The command ``verify``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..data_folder import DATA
from ..records.checked_records import checked_records
from ..records.problems import severe
from . import verify as machine


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``verify``."""
    parser.add_argument(
        "folder", nargs="?", default=DATA, type=Path, metavar="DIR", help="data folder (default: the one of this repository)"
    )
    parser.add_argument(
        "--sources",
        action="append",
        required=True,
        type=Path,
        metavar="DIR",
        help="folder that holds source documents; may be given again",
    )


def verify(options: argparse.Namespace) -> int:
    """Look up every quote, grade and name of the records in the source documents (text or PDF)."""
    missing = [folder for folder in options.sources if not folder.is_dir()]
    if missing:
        print(f"no folder at {missing[0].as_posix()!r}.", file=sys.stderr)
        return 2
    read = checked_records(options.folder)
    done = machine.verify(read, options.sources)
    for problem in done.problems:
        print(f"{problem.severity}: {problem}")
    wrong = [problem for problem in done.problems if problem.severity == "error"]
    print(
        f"Looked up {done.quotes} quotes, {done.grades} grades and {done.names} names in {done.sources} sources; "
        f"{len(wrong)} not found. {done.summaries} summaries compared."
    )
    if severe(read.problems):
        print("Some records have errors and were left out: run python -m loaders check.")
        return 1
    return 1 if wrong else 0
