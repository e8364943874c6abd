"""The command line of the data: check, verify, draft, measure, outcomes, official, schema, manual.

Exit code 0 when all is well, 1 when something is wrong, 2 for wrong use.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from . import DATA, DataFolderError, checks, manual, official_figures, official_statistics, records, verify
from .problems import Problem, Refused
from .reports import command as report_commands
from .reports import suggestion_report


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return options.run(options)
    except DataFolderError as error:
        print(error, file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m loaders", description="Check the records, look up their quotes, take in Ofsted's statistics, print the format."
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    check = commands.add_parser(
        "check",
        help="say what is wrong with the records",
        description="Read every record and say what is wrong, with file, line and field.",
    )
    check.add_argument(
        "folder", nargs="?", default=DATA, type=Path, metavar="DIR", help="data folder (default: the one of this repository)"
    )
    check.set_defaults(run=_check)

    look_up = commands.add_parser(
        "verify",
        help="look up every quote in its source",
        description="Look up every quote, grade and name of the records in the source documents (text or PDF).",
    )
    look_up.add_argument(
        "folder", nargs="?", default=DATA, type=Path, metavar="DIR", help="data folder (default: the one of this repository)"
    )
    look_up.add_argument(
        "--sources", action="append", required=True, type=Path, metavar="DIR", help="folder that holds source documents; may be given again"
    )
    look_up.set_defaults(run=_verify)

    official = commands.add_parser(
        "official",
        help="make records from Ofsted's statistics",
        description="Write or update a record for every inspection and visit in Ofsted's 'Local authority inspection outcomes'. "
        "Curated records are never touched: what differs from them is listed.",
    )
    official.add_argument("file", type=Path, metavar="FILE.ods", help="the statistics file")
    official.add_argument(
        "folder", nargs="?", default=DATA, type=Path, metavar="DIR", help="data folder (default: the one of this repository)"
    )
    official.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")
    official.set_defaults(run=_official)

    schema = commands.add_parser(
        "schema",
        help="print the JSON Schema of a kind of file",
        description="Print the JSON Schema that editors use to complete and check fields.",
    )
    schema.add_argument("name", nargs="?", default="inspection", choices=manual.SCHEMAS, help="kind of file (default: inspection)")
    schema.add_argument("--write", action="store_true", help="write all of them to data/schema/ instead")
    schema.set_defaults(run=_schema)

    suggestions = commands.add_parser(
        "suggestions",
        help="measure the suggested themes",
        description="Measure the themes suggested for recommendations against the curated ones, on the records' words and on those of the reports.",
    )
    suggestions.add_argument(
        "--sources",
        action="append",
        type=Path,
        metavar="DIR",
        help="folder that holds the reports; may be given again (default: ../shared/sources and ../shared/reports)",
    )
    suggestions.add_argument("--write", action="store_true", help="write docs/suggested-themes.md instead of printing it")
    suggestions.set_defaults(run=_suggestions)
    report_commands.add_commands(commands)

    pages = commands.add_parser("manual", help="write data/README.md from the models")
    pages.set_defaults(run=_manual)
    return parser


def _check(options: argparse.Namespace) -> int:
    read = checks.check(records.read_records(options.folder))
    for problem in sorted(read.problems):
        print(f"{problem.severity}: {problem}")
    errors = [problem for problem in read.problems if problem.severity == "error"]
    print(
        f"{len(read.inspections)} inspections and visits, {len(read.plans)} action plans; {len(errors)} errors, {len(read.problems) - len(errors)} warnings."
    )
    return 1 if errors else 0


def _verify(options: argparse.Namespace) -> int:
    missing = [folder for folder in options.sources if not folder.is_dir()]
    if missing:
        print(f"no folder at {missing[0].as_posix()!r}.", file=sys.stderr)
        return 2
    read = checks.check(records.read_records(options.folder))
    done = verify.verify(read, options.sources)
    for problem in done.problems:
        print(f"{problem.severity}: {problem}")
    wrong = [problem for problem in done.problems if problem.severity == "error"]
    print(
        f"Looked up {done.quotes} quotes, {done.grades} grades and {done.names} names in {done.sources} sources; {len(wrong)} not found. {done.summaries} summaries compared."
    )
    if checks.severe(read.problems):
        print("Some records have errors and were left out: run python -m loaders check.")
        return 1
    return 1 if wrong else 0


def _official(options: argparse.Namespace) -> int:
    if not options.file.is_file():
        print(f"no file at {options.file.as_posix()!r}.", file=sys.stderr)
        return 2
    held = records.read_records(options.folder)
    try:
        if not held.complete_vocabulary:
            raise official_statistics.NotUnderstood(
                [
                    Problem(
                        options.folder.as_posix(),
                        1,
                        "",
                        "its authorities.yaml, frameworks.yaml or themes.yaml cannot be read. Run python -m loaders check.",
                    )
                ]
            )
        read = official_statistics.read_official(options.file)
        found = official_statistics.official_records(
            read, held.vocabulary["authorities"].authorities, held.vocabulary["frameworks"].frameworks
        )
        changes = official_statistics.plan_changes(found, options.folder)
        if not options.dry_run:
            official_statistics.write_changes(changes, options.folder)
            official_figures.write_figures(read, held.vocabulary["frameworks"].frameworks, options.folder)
    except (Refused, official_statistics.NotUnderstood, OSError) as error:
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


def _schema(options: argparse.Namespace) -> int:
    if not options.write:
        print(manual.json_schema(options.name), end="")
        return 0
    folder = DATA / "schema"
    folder.mkdir(exist_ok=True)
    for name in manual.SCHEMAS:
        (folder / f"{name}.schema.json").write_text(manual.json_schema(name), encoding="utf-8", newline="\n")
    print(f"Wrote {len(manual.SCHEMAS)} schemas to {folder.name}/.")
    return 0


def _suggestions(options: argparse.Namespace) -> int:
    folders = options.sources or suggestion_report.SOURCES
    missing = [folder for folder in folders if not folder.is_dir()]
    if missing:
        print(f"no folder at {missing[0].as_posix()!r}. Give the folders that hold the coded reports with --sources.", file=sys.stderr)
        return 2
    read = checks.check(records.read_records(DATA))
    if "theme_words" not in read.vocabulary or checks.severe(read.problems):
        print("Some files have errors and were left out: run python -m loaders check.")
        return 1
    page = suggestion_report.document(read, folders)
    if options.write:
        suggestion_report.DOCUMENT.write_text(page, encoding="utf-8", newline="\n")
        print(f"Wrote docs/{suggestion_report.DOCUMENT.name}.")
    else:
        print(page, end="")
    return 0


def _manual(options: argparse.Namespace) -> int:
    (DATA / "README.md").write_text(manual.readme(), encoding="utf-8", newline="\n")
    print("Wrote data/README.md.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
