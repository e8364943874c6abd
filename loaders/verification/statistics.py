"""Records made from Ofsted's statistics, compared with the statistics file fact by fact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from ..records import schema
from ..records.problems import Problem, Refused
from ..records.reading import Records
from ..statistics.changes import OWN_FIELDS, NotUnderstood, kind_of
from ..statistics.edition import official_records, read_official
from .sources import find_source

FACTS = [name for name in OWN_FIELDS if name not in ("depth", "source")]


def is_statistics(record: object) -> bool:
    """Whether a record's source is a statistics file."""
    return isinstance(record, schema.Inspection) and (record.source.file or "").lower().endswith(".ods")


def verify_statistics(file: str, record_ids: list[str], records: Records, folders: Iterable[Path]) -> list[Problem]:
    """What the records say otherwise than their statistics file; one problem where it is nowhere (a
    warning: such records hold no quote) or cannot be read."""
    origin = records.origins[record_ids[0]]
    folders = list(folders)
    path = find_source(file, folders)
    if path is None:
        looked = ", ".join(folder.as_posix() for folder in folders)
        return [
            origin.problem(
                ("source", "file"),
                f"found {file!r}, the source of {len(record_ids)} records; no such file in {looked}. Their grades and dates were not compared. "
                "Give its folder with --sources.",
                "warning",
            )
        ]
    try:
        found = official_records(
            read_official(path), records.vocabulary["authorities"].authorities, records.vocabulary["frameworks"].frameworks
        )
    except Refused as refused:
        return [refused.problem]
    except NotUnderstood as error:
        return error.problems
    printed = {(*kind_of(name), record["start"]): schema.Inspection.model_validate(record) for name, record in found.items()}
    return [problem for name in record_ids for problem in _differences(name, printed, records, file)]


def _differences(name: str, printed: dict[tuple, schema.Inspection], records: Records, file: str) -> Iterator[Problem]:
    held, origin = records.inspections[name], records.origins[name]
    said = printed.get((*kind_of(name), held.start.first))
    if said is None:
        yield origin.problem(("start",), f"found {held.start}; {file} has no such inspection that began then. Mend the date or the source.")
        return
    for fact in FACTS:
        mine, theirs = getattr(held, fact), getattr(said, fact)
        if fact == "grades":
            mine, theirs = ({judgement: grade.as_published for judgement, grade in grades.items()} for grades in (mine, theirs))
        if mine != theirs:
            yield origin.problem(
                (fact,), f"found {_plain(mine)}; {file} says {_plain(theirs)}. Mend the record, or run python -m loaders official."
            )


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {word}" for key, word in value.items())
    return str(value)
