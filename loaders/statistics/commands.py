"""The command ``official``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from ..data_folder import DATA
from ..records.problems import Problem, Refused
from ..records.reading import read_records
from .changes import NotUnderstood, plan_changes, write_changes
from .edition import official_records, read_official
from .figures import write_figures


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``official``."""
    parser.add_argument("file", type=Path, metavar="FILE.ods", help="the statistics file")
    parser.add_argument(
        "folder", nargs="?", default=DATA, type=Path, metavar="DIR", help="data folder (default: the one of this repository)"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")


def official(options: argparse.Namespace) -> int:
    """Write or update a record for every inspection and visit in Ofsted's 'Local authority inspection outcomes'.

    Curated records are never touched: what differs from them is listed.
    """
    if not options.file.is_file():
        print(f"no file at {options.file.as_posix()!r}.", file=sys.stderr)
        return 2
    held = read_records(options.folder)
    try:
        if not held.complete_vocabulary:
            what = "its authorities.yaml, frameworks.yaml or themes.yaml cannot be read. Run python -m loaders check."
            raise NotUnderstood([Problem(options.folder.as_posix(), 1, "", what)])
        read = read_official(options.file)
        found = official_records(read, held.vocabulary["authorities"].authorities, held.vocabulary["frameworks"].frameworks)
        changes = plan_changes(found, options.folder)
        if not options.dry_run:
            write_changes(changes, options.folder)
            write_figures(read, held.vocabulary["frameworks"].frameworks, options.folder)
    except (Refused, NotUnderstood, OSError) as error:
        for line in str(error).splitlines():
            print(f"error: {line}")
        print("Writing stopped." if isinstance(error, OSError) else "Nothing was written.")
        return 1
    for verb, names in (("new", changes.new), ("updated", changes.updated)):
        for name in names if options.dry_run else ():
            print(f"{verb}: inspections/{name}.yaml")
    for conflict in changes.conflicts:
        print(f"conflict: {conflict}")
    print(
        f"{read.title}: {len(found)} inspections and visits; {len(changes.new)} new, {len(changes.updated)} updated, "
        f"{len(changes.unchanged)} unchanged, {len(changes.curated)} curated and left alone, {len(changes.conflicts)} conflicts."
    )
    if options.dry_run:
        print("Nothing was written.")
    return 1 if changes.conflicts else 0
