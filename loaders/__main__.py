"""The command line of the data. Each line of ``COMMANDS`` is a command; the function named there runs it.

Exit code 0 when all is well, 1 when something is wrong, 2 for wrong use.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import NamedTuple

from . import DataFolderError, coverage
from .console import write_utf8
from .dataset import commands as dataset
from .records import commands as records
from .reports import commands as reports
from .statistics import commands as statistics
from .verification import commands as verification


class Command(NamedTuple):
    """What a command does in a few words, the function that adds its arguments, and the one that runs it.

    The docstring of the second is the command's description.
    """

    help: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


COMMANDS = {
    "check": Command("say what is wrong with the records", records.check_arguments, records.check),
    "verify": Command("look up every quote in its source", verification.arguments, verification.verify),
    "draft": Command("draft a record from a report", reports.draft_arguments, reports.draft),
    "measure": Command("measure the reader over known reports", reports.measure_arguments, reports.measure),
    "outcomes": Command("make outcome records from reports", reports.outcomes_arguments, reports.outcomes),
    "official": Command("make records from Ofsted's statistics", statistics.arguments, statistics.official),
    "schema": Command("print the JSON Schema of a kind of file", records.schema_arguments, records.schema),
    "coverage": Command("write docs/coverage.md: what is held, what is missing", coverage.arguments, coverage.write),
    "manual": Command("write data/README.md from the models", lambda parser: None, dataset.manual),
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns its exit code."""
    write_utf8()
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except DataFolderError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:  # a disk that is full, read-only or gone
        print(
            f"error: {error.filename or 'a file'}: {error.strerror or error}. Writing stopped there.", file=sys.stderr
        )
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m loaders", description="Check the records, look up their quotes, read reports and statistics."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, command in COMMANDS.items():
        added = commands.add_parser(name, help=command.help, description=" ".join((command.run.__doc__ or "").split()))
        command.arguments(added)
        added.set_defaults(run=command.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
