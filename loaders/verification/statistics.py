"""Editions of Ofsted's statistics, compared with their file fact by fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..records.contents import Records
from ..records.editions import Edition, EditionRow
from ..records.ids import parts_of
from ..records.problems import Problem, Refused
from ..records.yaml_lines import Where
from ..statistics.edition import NotUnderstood, edition_rows, read_official
from .sources import find_source

Key = tuple[str, str, object]
"""Authority, kind and first day, or else day of publication: by these a row of the table is found in the file."""


def verify_edition(edition: Edition, records: Records, folders: Iterable[Path]) -> list[Problem]:
    """What an edition's table says otherwise than its file; one problem where the file is nowhere (a warning: the table
    holds no quote) or cannot be read."""
    folders = list(folders)
    path = find_source(edition.about.file, folders)
    if path is None:
        looked = ", ".join(folder.as_posix() for folder in folders)
        message = (
            f"found {edition.about.file!r}, the source of {len(edition.rows)} rows; no such file in {looked}. "
            "Their grades and dates were not compared. Give its folder with --sources."
        )
        return [records.origins[f"statistics/{edition.name}"].problem(("file",), message, "warning")]
    words = records.vocabulary
    try:
        read = read_official(path, words["frameworks"], {edition.about.as_at: edition.about.columns})
        printed = edition_rows(read, words["authorities"].authorities, words["frameworks"])
    except Refused as refused:
        return [refused.problem]
    except NotUnderstood as error:
        return error.problems
    return list(_differences(edition, {_key(row): row for row in printed.values()}, records))


def _key(row: EditionRow) -> Key:
    parts = parts_of(row.inspection)
    day = row.start or row.published
    return (parts.authority, parts.kind, day) if parts else ("", "", day)


def _differences(edition: Edition, printed: dict[Key, EditionRow], records: Records) -> Iterator[Problem]:
    file, table = edition.about.file, records.origins[edition.table].file
    for name, row in edition.rows.items():

        def problem(where: Where, message: str, line: int = edition.lines[name]) -> Problem:
            return Problem(table, line, ".".join(map(str, where)), message)

        said = printed.pop(_key(row), None)
        if said is None:
            yield problem(
                ("start",), f"{name}: found {row.start}; {file} has no such inspection that began then. Mend the date."
            )
            continue
        for fact in ("variant", "end", "published", "visit_theme"):
            mine, theirs = getattr(row, fact), getattr(said, fact)
            if mine != theirs:
                yield problem(
                    (fact,),
                    f"{name}: found {mine}; {file} says {theirs}. Mend the row, or run python -m loaders official.",
                )
        for column in sorted({*row.grades, *said.grades}):
            mine, theirs = row.grades.get(column), said.grades.get(column)
            if mine != theirs:
                yield problem(
                    (column,),
                    f"{name}: found {mine}; {file} says {theirs}. Mend the row, or run python -m loaders official.",
                )
    for row in printed.values():
        yield Problem(
            table,
            1,
            "",
            f"lacks {row.inspection}, begun on {row.start}, which {file} has. Run python -m loaders official.",
        )
