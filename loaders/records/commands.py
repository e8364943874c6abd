"""The commands about records: ``check`` and ``schema``."""

from __future__ import annotations

import argparse
from pathlib import Path

from ..data_folder import DATA, folders_of
from . import manual
from .checked_records import checked_records
from .writing import write_whole


def check_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``check``."""
    parser.add_argument(
        "folder",
        nargs="?",
        default=DATA,
        type=Path,
        metavar="DIR",
        help="data folder, or a folder of records to be added to the one of this repository (default: that one)",
    )


def check(options: argparse.Namespace) -> int:
    """Read every record and say what is wrong, with file, line and field."""
    whole, added = folders_of([options.folder])
    read = checked_records(whole, added=added)
    for problem in sorted(read.problems):
        print(f"{problem.severity}: {problem}")
    errors = [problem for problem in read.problems if problem.severity == "error"]
    print(
        f"{len(read.inspections)} inspections and visits, {len(read.plans)} action plans; "
        f"{len(errors)} errors, {len(read.problems) - len(errors)} warnings."
    )
    return 1 if errors else 0


def schema_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``schema``."""
    parser.add_argument(
        "name", nargs="?", default="inspection", choices=manual.SCHEMAS, help="kind of file (default: inspection)"
    )
    parser.add_argument("--write", action="store_true", help="write all of them to data/schema/ instead")


def schema(options: argparse.Namespace) -> int:
    """Print the JSON Schema that editors use to complete and check fields."""
    if not options.write:
        print(manual.json_schema(options.name), end="")
        return 0
    folder = DATA / "schema"
    folder.mkdir(exist_ok=True)
    for name in manual.SCHEMAS:
        write_whole(folder / f"{name}.schema.json", manual.json_schema(name))
    print(f"Wrote {len(manual.SCHEMAS)} schemas to {folder.name}/.")
    return 0
