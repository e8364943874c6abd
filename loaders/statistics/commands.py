"""The command ``official``."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from ..data_folder import DATA
from ..records.contents import Records
from ..records.editions import EditionFile, grade_columns
from ..records.problems import Problem, Refused
from ..records.reading import read_records
from .edition import NotUnderstood, Official, edition_rows, read_official
from .figures import figures_of
from .naming import Named, named
from .writing import write_edition

LICENCE = "Open Government Licence"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``official``."""
    parser.add_argument("file", type=Path, metavar="FILE", help="the statistics file, ODS or XLSX")
    parser.add_argument(
        "folder",
        nargs="?",
        default=DATA,
        type=Path,
        metavar="DIR",
        help="data folder (default: the one of this repository)",
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be written, and write nothing")


def official(options: argparse.Namespace) -> int:
    """Write the table of an edition of Ofsted's statistics on inspections of local authorities to data/statistics/.

    Records that somebody wrote are never touched: what the file says otherwise is listed.
    """
    if not options.file.is_file():
        print(f"no file at {options.file.as_posix()!r}.", file=sys.stderr)
        return 2
    records = read_records(options.folder)
    try:
        read, about, found = take_in(options.file, records, options.folder)
        if not options.dry_run and _is_news(about, found, records):
            write_edition(
                options.folder, about, list(found.rows.values()), grade_columns(records.vocabulary["frameworks"])
            )
    except (Refused, NotUnderstood, OSError) as error:
        for line in str(error).splitlines():
            print(f"error: {line}")
        print("Writing stopped." if isinstance(error, OSError) else "Nothing was written.")
        return 1
    for verb, names in (("new", found.new), ("changed", found.changed)):
        for name in names if options.dry_run else ():
            print(f"{verb}: {name}")
    for conflict in found.conflicts:
        print(f"conflict: {conflict}")
    print(
        f"{read.title}: {len(found.rows)} inspections and visits; {len(found.new)} new, {len(found.changed)} changed, "
        f"{len(found.unchanged)} unchanged, {len(found.written)} with a record of their own, {len(found.conflicts)} conflicts."
    )
    if options.dry_run:
        print("Nothing was written.")
    return 1 if found.conflicts else 0


def take_in(file: Path, records: Records, folder: Path) -> tuple[Official, EditionFile, Named]:
    """Read a statistics file beside the records of a data folder. Writes nothing.

    Raises ``Refused`` and ``NotUnderstood`` as reading does, and where the vocabulary of the folder cannot be read.
    """
    if not records.complete_vocabulary:
        raise NotUnderstood(
            [Problem(folder.as_posix(), 1, "", "its vocabulary cannot be read. Run python -m loaders check.")]
        )
    words = records.vocabulary
    maps = {edition.about.as_at: edition.about.columns for edition in records.editions}
    read = read_official(file, words["frameworks"], maps)
    rows = edition_rows(read, words["authorities"].authorities, words["frameworks"])
    about = EditionFile(
        file=read.file,
        title=read.title,
        licence=LICENCE,
        as_at=read.as_at,
        checked=date.today(),
        columns=read.columns,
        figures=figures_of(read, words["frameworks"], words["scale"]),
    )
    return read, about, named(rows, about, records)


def _is_news(about: EditionFile, found: Named, records: Records) -> bool:
    """Whether the edition that is held says anything else, the day of checking and the address aside."""
    held = next((edition for edition in records.editions if edition.about.as_at == about.as_at), None)
    if held is None:
        return True
    same = held.about.model_copy(update={"checked": about.checked, "url": about.url})
    return same != about or held.rows != found.rows
