"""A data folder -> its contents, with file, line and field in every problem.

A file that is wrong is left out and reported; the others load.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from ..data_folder import DataFolderError
from . import codings, editions, page_words, plan_schema, schema, vocabulary
from .contents import Origin, Records
from .files import CSV, YAML, files_of, name_of, read_model, read_rows
from .merging import merge_editions
from .problems import Problem, Refused
from .yaml_lines import Lines

VOCABULARY: dict[str, type[BaseModel]] = {
    "collection": vocabulary.Collection,
    "scale": vocabulary.Scale,
    "themes": vocabulary.Themes,
    "glossary": page_words.Glossary,
    "questions": page_words.Questions,
    "accessibility": page_words.Accessibility,
}
"""Vocabulary that is one YAML file."""

OPTIONAL = ("accessibility",)
"""A data folder without a list of barriers is still whole."""


def read_records(folder: str | Path, authorities: Collection[str] | None = None, added: Sequence[Path] = ()) -> Records:
    """Read every record under ``folder``, or those of some authorities, and those of a council's own that are ``added``.

    Raises ``DataFolderError`` where there is no such folder.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise DataFolderError(folder)
    records = Records(authorities=authorities)
    _read_vocabulary(records, folder)
    _read_parts(records, folder)
    if records.complete_vocabulary:
        _read_editions(records, folder)
    for own in added:
        _read_parts(records, own, built_in=records.taken())
    if records.complete_vocabulary:
        merge_editions(records)
    if not records.inspection_ids:
        message = (
            "holds no record. Copy data/template.yaml to inspections/<authority>/<year>-<kind>.yaml and fill it in."
        )
        records.problems.append(Problem(name_of(folder, folder / "inspections"), 1, "", message))
    return records


def read_vocabulary(folder: str | Path) -> dict[str, Any]:
    """Read the vocabulary alone, by name. Raises ``Refused`` with its first problem where a part that records need is wrong."""
    records = Records()
    _read_vocabulary(records, Path(folder))
    if not records.complete_vocabulary:
        raise Refused(records.problems[0])
    return records.vocabulary


def _read_vocabulary(records: Records, folder: Path) -> None:
    parts: dict[str, Any] = {
        name: read_model(records, folder, folder / f"{name}.yaml", model, name)
        for name, model in VOCABULARY.items()
        if name not in OPTIONAL or (folder / f"{name}.yaml").exists()
    }
    parts |= {"frameworks": _read_frameworks(records, folder), "authorities": _read_authorities(records, folder)}
    records.vocabulary |= {name: part for name, part in parts.items() if part is not None}


def _read_frameworks(records: Records, folder: Path) -> vocabulary.Frameworks | None:
    """All frameworks; None where one of them cannot be read, as its records would be misunderstood, or there is none."""
    files = list(files_of(records, folder, "frameworks", depth=1))
    if not files:
        message = "holds no framework. Every data folder needs them."
        records.problems.append(Problem(name_of(folder, folder / "frameworks"), 1, "", message))
        return None
    found = []
    for path, name in files:
        facts = read_model(records, folder, path, vocabulary.FrameworkFile, f"frameworks/{name}")
        if facts is not None:
            found.append(vocabulary.Framework(id=name, **dict(facts)))
    if len(found) < len(files):
        return None
    return vocabulary.Frameworks(sorted(found, key=lambda framework: framework.order))


def _read_authorities(records: Records, folder: Path) -> vocabulary.Authorities | None:
    """All authorities with their neighbours; None where the file of the authorities cannot be read."""
    authorities = read_rows(records, folder, folder / "authorities.csv", vocabulary.Authority)
    neighbours = read_rows(records, folder, folder / "neighbours.csv", vocabulary.Neighbour)
    if authorities is None:
        return None
    for part, rows in (("authorities", authorities), ("neighbours", neighbours or [])):
        records.origins[part] = _origin_of(name_of(folder, folder / f"{part}.csv"), part, rows)
    return vocabulary.Authorities([row for _, row in authorities], [row for _, row in neighbours or []])


def _origin_of(name: str, part: str, rows: Sequence[tuple[Origin, object]]) -> Origin:
    """Where the rows of a table were read from: the line of each, by its place in ``part``."""
    lines: Lines = {(): 1}
    lines |= {(part, i): origin.lines[()] for i, (origin, _) in enumerate(rows)}
    return Origin(name, lines)


def _read_parts(records: Records, folder: Path, built_in: dict[str, str] | None = None) -> None:
    """Read the inspections, action plans and codings of a folder.

    ``built_in``: where the folder is an added one, the files of all ids that are known already. A record of such an id is
    left out: it would take the place of what others can look up.
    """
    for path, record_id in _free(records, folder, "inspections", YAML, built_in):
        records.inspection_ids.add(record_id)
        if not records.wants(record_id):
            continue
        inspection = read_model(records, folder, path, schema.Inspection, record_id)
        if inspection is not None:
            records.inspections[record_id] = inspection
    for path, record_id in _free(records, folder, "action_plans", YAML, built_in):
        if not records.wants(record_id):
            continue
        plan = read_model(records, folder, path, plan_schema.ActionPlan, f"action_plans/{record_id}")
        if plan is not None:
            records.plans[record_id] = plan
    _read_codings(records, folder, built_in)


def _free(
    records: Records, folder: Path, part: str, endings: tuple[str, ...], built_in: dict[str, str] | None
) -> Iterator[tuple[Path, str]]:
    """The files of a part of a folder with their ids. In an added folder those whose id is free, noted as a council's own."""
    for path, record_id in files_of(records, folder, part, depth=2, endings=endings):
        key = f"{part}/{record_id.lower()}"
        if built_in is None:
            yield path, record_id
        elif key not in built_in and (part != "codings" or f"inspections/{record_id}" in records.own):
            records.own.add(f"{part}/{record_id}")
            yield path, record_id
        else:
            other = built_in.get(key) or built_in.get(f"inspections/{record_id.lower()}", "a record that is not there")
            message = f"has the same id as {other}: {record_id}. That one is shown, and this one is not. Give this one another name."
            records.problems.append(Problem(name_of(folder, path), 1, "", message))


def _read_codings(records: Records, folder: Path, built_in: dict[str, str] | None) -> None:
    for path, record_id in _free(records, folder, "codings", CSV, built_in):
        if not records.wants(record_id):
            continue
        rows = read_rows(records, folder, path, codings.CodingRow)
        records.origins[f"codings/{record_id}"] = _origin_of(name_of(folder, path), "codes", rows or [])
        if rows is not None:
            records.codings[record_id] = [row for _, row in rows]


def _read_editions(records: Records, folder: Path) -> None:
    grades = editions.grade_columns(records.vocabulary["frameworks"])
    for path, name in files_of(records, folder, editions.FOLDER, depth=1):
        table = path.with_suffix(".csv")
        about = read_model(records, folder, path, editions.EditionFile, f"{editions.FOLDER}/{name}")
        read = read_rows(records, folder, table, editions.EditionRow, ("grades", grades))
        if about is None or read is None:
            continue
        if about.as_at.isoformat() != name:
            message = f"found {about.as_at}, but the file name says {name}. The file is named by that day."
            records.problems.append(records.origins[f"{editions.FOLDER}/{name}"].problem(("as_at",), message))
        edition = editions.Edition(name, about, {}, {})
        for origin, row in read:
            if not records.wants(row.inspection):
                continue
            if row.inspection in edition.rows:
                first = edition.lines[row.inspection]
                message = f"found {row.inspection!r} twice (first in line {first}). Each inspection stands once."
                records.problems.append(origin.problem(("inspection",), message))
            edition.rows.setdefault(row.inspection, row)
            edition.lines.setdefault(row.inspection, origin.lines[()])
        records.origins[edition.table] = Origin(name_of(folder, table))
        records.editions.append(edition)
