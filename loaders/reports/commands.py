"""The commands that read reports: ``draft`` one, ``measure`` the reader over many, make ``outcomes`` of many."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from ..data_folder import DATA
from ..records.problems import Refused
from ..records.reading import read_vocabulary
from ..records.writing import write_whole
from . import measure as measuring
from .draft import Draft, draft_file
from .essence import essence
from .outcomes import plan_outcomes, write_outcomes
from .record import as_draft_yaml


def draft_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``draft``."""
    parser.add_argument("report", type=Path, metavar="REPORT", help="the report")
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        metavar="FILE",
        help="write the draft there; a file that exists is never overwritten",
    )
    parser.add_argument("--json", action="store_true", help="print the essence as JSON instead")


def measure_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``measure``."""
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder with reports or letters")
    parser.add_argument(
        "--truth", type=Path, metavar="FILE", help="what a careful reading found (default: FOLDER/all_reports.csv)"
    )
    parser.add_argument("--write", action="store_true", help="write the table to docs/reading-reports.md as well")


def outcomes_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``outcomes``."""
    parser.add_argument(
        "folder",
        type=Path,
        metavar="FOLDER",
        help="folder with reports or letters, each at <authority>/<publication date>….pdf",
    )
    parser.add_argument(
        "data",
        nargs="?",
        default=DATA,
        type=Path,
        metavar="DIR",
        help="data folder (default: the one of this repository)",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")


def draft(options: argparse.Namespace) -> int:
    """Read a report (PDF or text) and draft its record: every value with its place and how sure the reader is."""
    if not options.report.is_file():
        print(f"no file at {options.report.as_posix()!r}.", file=sys.stderr)
        return 2
    try:
        read = draft_file(options.report, read_vocabulary(DATA))
        text = json.dumps(essence(read), ensure_ascii=False, indent=2) + "\n" if options.json else as_draft_yaml(read)
        if options.output is None:
            print(text, end="")
            return 0
        if options.output.exists():
            raise FileExistsError
        write_whole(options.output, text)
    except Refused as refused:
        print(f"error: {refused.problem}", file=sys.stderr)
        return 1
    except FileExistsError:
        print(
            f"error: {options.output.as_posix()} exists already. It was left as it is: give another name, or move it away.",
            file=sys.stderr,
        )
        return 1
    except OSError as error:
        print(f"error: {error.filename}: {error.strerror}.", file=sys.stderr)
        return 1
    print(_summary(read, options.output))
    return 0


def _summary(read: Draft, path: Path) -> str:
    priority = sum(item.priority for item in read.asked.authority)
    asked = f"{len(read.asked.authority)} recommendations, {len(read.paragraphs)} numbered paragraphs"
    if read.is_letter:
        asked = f"{len(read.asked.authority)} things asked for, {priority} of them priority actions"
    look = f"Look at: {', '.join(read.unsure)}." if read.unsure else "The reader is sure of every value."
    grades = "" if read.is_letter else f"{len(read.grades)} grades, "
    return f"Wrote {path.as_posix()}: {read.framework.label}, {grades}{asked}. {look}"


def measure(options: argparse.Namespace) -> int:
    """Draft every report or letter that a careful reading lists and compare each value: right, wrong or flagged, by era."""
    truth = options.truth or options.folder / measuring.TRUTH
    if not truth.is_file():
        print(f"no file at {truth.as_posix()!r}.", file=sys.stderr)
        return 2
    rows = measuring.manifest(options.folder, truth)
    counted, wrong = measuring.measure(options.folder, read_vocabulary(DATA), rows)
    for line in wrong:
        print(line)
    print(measuring.table(counted))
    if options.write:
        print(f"Wrote {measuring.write_docs(counted).name}.")
    return 1 if any("wrong" in line for line in wrong) else 0


def outcomes(options: argparse.Namespace) -> int:
    """Draft every report or letter of FOLDER that Ofsted's statistics do not hold and write its outcome record, where none is held.

    Records that exist are never touched. What has a doubtful authority, day or list is named and left out.
    """
    if not options.folder.is_dir():
        print(f"no folder at {options.folder.as_posix()!r}.", file=sys.stderr)
        return 2
    planned = plan_outcomes(options.folder, options.data)
    for line in planned.said:
        print(line)
    if not options.dry_run:
        write_outcomes(planned, options.data)
    would = "would be " if options.dry_run else ""
    print(
        f"{len(planned.new)} records {would}written, {planned.held} held already, {planned.left} left to the statistics."
    )
    return 0
