"""The commands ``manual`` and ``coverage``."""

from __future__ import annotations

import argparse
import sys

from ..data_folder import DATA
from ..loading import load
from ..records.checked_records import checked_records
from .coverage import coverage
from .manual import readme

COVERAGE = DATA.parent / "docs" / "coverage.md"


def manual(options: argparse.Namespace) -> int:
    """Write data/README.md from the models and from the contract."""
    (DATA / "README.md").write_text(readme(), encoding="utf-8", newline="\n")
    print("Wrote data/README.md.")
    return 0


def coverage_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``coverage``."""
    parser.add_argument("--check", action="store_true", help="write nothing, and say whether it is out of date")


def write_coverage(options: argparse.Namespace) -> int:
    """Write docs/coverage.md from the records: what is held of each kind, and what is missing."""
    text = coverage(load(DATA), checked_records(DATA))
    if not options.check:
        COVERAGE.write_text(text, encoding="utf-8", newline="\n")
        print("Wrote docs/coverage.md.")
    elif not COVERAGE.is_file() or COVERAGE.read_text(encoding="utf-8") != text:
        print("docs/coverage.md is out of date. Write it again: make coverage", file=sys.stderr)
        return 1
    return 0
