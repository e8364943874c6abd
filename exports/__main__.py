"""The command line: ``python -m exports briefing --authority york --out paper.docx``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from analysis.days import read_day
from analysis.english import counted_digits
from analysis.left_out_sentences import near
from analysis.selection import Selection, authority_names, find_authorities, in_words
from loaders import DataFolderError, Dataset, as_known, current
from loaders.console import write_utf8
from loaders.records.writing import write_whole

from .briefing import CHOICES, FORMATS, briefing


def main(arguments: list[str] | None = None) -> int:
    """Write what was asked for. 0: done; 1: the data or the file would not have it; 2: wrong use."""
    write_utf8()
    asked = _parser().parse_args(arguments)
    form = asked.format or asked.out.suffix.lstrip(".").lower() or "docx"
    if form not in FORMATS:
        print(
            f"{asked.out}: no paper is written as .{form}. Use {', '.join(FORMATS)}, or give --format.", file=sys.stderr
        )
        return 2
    if asked.out.exists() and not asked.replace:
        print(
            f"{asked.out} exists already and was left as it is. Choose another name, or give --replace.",
            file=sys.stderr,
        )
        return 1
    try:
        ds = current()
        selection = _selection(ds, asked.authority, asked.as_at)
        paper = briefing(as_known(ds, selection.date(ds)), selection, asked.sections or CHOICES)
        write_whole(asked.out, FORMATS[form][2](paper))
    except (ValueError, DataFolderError, OSError) as error:
        print(error, file=sys.stderr)
        return 2 if isinstance(error, ValueError) else 1
    print(
        f"{asked.out}: {paper.title}, {counted_digits(len(paper.sections), 'section')}, data as at {paper.as_at:%Y-%m-%d}"
    )
    return 0


def _selection(ds: Dataset, authorities: list[str], day: str | None) -> Selection:
    """What was asked for, in ids. Raises ``ValueError`` with a sentence on what the data does not know."""
    query = [*(("authority", name) for name in authorities), *([("as_at", day)] if day else [])]
    unknown = [_unknown(ds, name, value) for name, value in query if in_words(name, value, ds) is None]
    if unknown:
        raise ValueError(" ".join(unknown))
    return Selection(tuple(find_authorities(authorities, ds)), read_day(day) if day else None)


def _unknown(ds: Dataset, name: str, value: str) -> str:
    meant = near(value, authority_names(ds)) if name == "authority" else []
    return f"You asked for “{value}”, which is not in this data.{f' Did you mean {meant[0]}?' if meant else ''}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m exports", description="Writes what users take away.")
    paper = parser.add_subparsers(required=True).add_parser("briefing", help="a committee's paper of 2 to 6 pages")
    paper.add_argument(
        "--authority", action="append", required=True, help="id or name; repeat it to compare, the first is the subject"
    )
    paper.add_argument("--out", type=Path, required=True, help="the file to write")
    paper.add_argument("--format", choices=FORMATS, help="else by the name of the file")
    paper.add_argument("--sections", nargs="+", metavar="SECTION", help=f"some of: {', '.join(CHOICES)}")
    paper.add_argument("--as-at", help="as known on a day, 2023-12-31")
    paper.add_argument("--replace", action="store_true", help="write over a file that exists")
    return parser


if __name__ == "__main__":
    sys.exit(main())
