"""What Ofsted's statistics change in a data folder: new records, updated ones, and conflicts with what was curated.

A record is curated where it is not of depth ``outcome``, where its source is no statistics file (.ods), or where it
holds any field that the statistics do not give. Such a record is never touched.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from ..records import partial_date, schema
from ..records.partial_date import PartialDate
from ..records.problems import Problem
from ..records.reading import Origin, Records, read_records
from .sheets import AS_AT, day_of

FIRST_LINE = "# yaml-language-server: $schema=../../schema/inspection.schema.json\n"
OWN_FIELDS = ("framework", "depth", "variant", "start", "end", "published", "visit_theme", "source", "grades")
"""All that a record made from the statistics holds, in order."""
NEAR = 31  # days: two inspections of one kind and authority that began closer together are one, with a date corrected


class NotUnderstood(ValueError):
    """Something is wrong, so that nothing may be written. Carries the problems to report."""

    def __init__(self, problems: list[Problem]):
        super().__init__("\n".join(map(str, problems)))
        self.problems = problems


@dataclass
class Changes:
    """What is to be written, by record id, and what is left alone."""

    new: dict[str, dict[str, Any]] = field(default_factory=dict)
    updated: dict[str, dict[str, Any]] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    curated: list[str] = field(default_factory=list)
    conflicts: list[Problem] = field(default_factory=list)


def plan_changes(records: dict[str, dict[str, Any]], folder: str | Path) -> Changes:
    """Compare the records of a statistics file with those of a data folder. Writes nothing.

    An inspection is found again by its dates, so that its id stays when a later edition no longer lists what came
    before it in the year. Raises ``NotUnderstood`` where a record of the folder cannot be read: it may be a curated one.
    """
    held = read_records(folder)
    _all_readable(held)
    changes = Changes()
    taken = set(held.inspection_ids)
    pairs = _pairs(records, held)
    for name, record in records.items():
        match = pairs.get(name)
        if match is None:
            free = free_name(name, taken)
            taken.add(free)
            changes.new[free] = record
        elif is_curated(held.inspections[match]):
            changes.curated.append(match)
            changes.conflicts += _conflicts(held.inspections[match], record, held.origins[match])
        else:
            _compare(match, record, held, changes)
    return changes


def write_changes(changes: Changes, folder: str | Path) -> None:
    """Write the new and the updated records, each in one step, so that no file is ever half written."""
    for name, record in (changes.new | changes.updated).items():
        path = Path(folder) / "inspections" / f"{name}.yaml"
        if path.with_suffix(".yml").exists():
            path = path.with_suffix(".yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(".unfinished")
        unfinished.write_text(as_yaml(record), encoding="utf-8", newline="\n")
        os.replace(unfinished, path)


def as_yaml(record: dict[str, Any]) -> str:
    """A record as the text of its file."""
    return FIRST_LINE + yaml.safe_dump(record, sort_keys=False, allow_unicode=True, width=120)


def is_curated(record: schema.Inspection) -> bool:
    """Whether a record holds more than the statistics gave it, or was made from something else."""
    source = (record.source.file or "").lower()
    filled = {name for name in record.model_fields_set if name not in OWN_FIELDS and getattr(record, name)}
    return record.depth != schema.Depth.OUTCOME or not source.endswith(".ods") or bool(filled)


def _all_readable(held: Records) -> None:
    broken = sorted(held.inspection_ids - set(held.inspections))
    if broken:
        files = tuple(f"inspections/{name}." for name in broken)
        found = [problem for problem in held.problems if any(f"/{file}" in problem.file for file in files)]
        raise NotUnderstood(
            [*found, Problem("inspections", 1, "", f"{', '.join(broken)} cannot be read. Mend it first: it may be curated.")]
        )


def _pairs(records: dict[str, dict[str, Any]], held: Records) -> dict[str, str]:
    """Id among the statistics' records, and id of the same inspection in the folder: by start, then by what is near."""
    pairs: dict[str, str] = {}
    by_kind: dict[tuple[str, str], list[str]] = {}
    for known in held.inspections:
        by_kind.setdefault(kind_of(known), []).append(known)
    for same in (_same_start, _same_report, _near):
        for name, record in records.items():
            if name in pairs:
                continue
            free = [known for known in by_kind.get(kind_of(name), []) if known not in pairs.values()]
            match = next((known for known in free if same(held.inspections[known], record)), None)
            if match is not None:
                pairs[name] = match
    return pairs


def kind_of(name: str) -> tuple[str, str]:
    """Authority and kind in a record's id, without the year and the number of a second in that year."""
    authority, _, rest = name.partition("/")
    return authority, re.sub(r"^\d{4}-|-\d+$", "", rest)


def _same_start(known: schema.Inspection, record: dict[str, Any]) -> bool:
    return known.start == partial_date.parse(record["start"].isoformat())


def _same_report(known: schema.Inspection, record: dict[str, Any]) -> bool:
    return known.published is not None and _within(record["published"], known.published)


def _near(known: schema.Inspection, record: dict[str, Any]) -> bool:
    """Whether a vaguer date takes the start in, or both began within a month, or both are the one ILACS of a year."""
    start = record["start"]
    if known.start.precision != "day":
        return _within(start, known.start)
    one_a_year = record["framework"].startswith("ilacs") and known.start.first.year == start.year
    return one_a_year or abs((known.start.first - start).days) <= NEAR


def _within(day: date | None, period: PartialDate) -> bool:
    return day is not None and period.first <= day <= period.last


def free_name(name: str, taken: set[str]) -> str:
    """The id itself, or with the number of a second in that year where it is taken."""
    authority_and_kind = re.sub(r"(?<=[a-z])-\d+$", "", name)
    candidate, number = authority_and_kind, 1
    while candidate in taken:
        number += 1
        candidate = f"{authority_and_kind}-{number}"
    return candidate


def _conflicts(known: schema.Inspection, record: dict[str, Any], origin: Origin) -> Iterator[Problem]:
    """What a curated record says otherwise. A date that is only less precise, and a shorter form of a grade, agree."""
    said = f"but {record['source']['file']} says"
    advice = "Look into the report; mend the record, or add a note of the conflict."
    for name in ("start", "published"):
        held, day = getattr(known, name), record[name]
        if held is not None and day is not None and not _within(day, held):
            yield origin.problem((name,), f"found {held}, {said} {day}. {advice}", "warning")
    for judgement, grade in record.get("grades", {}).items():
        held = known.grades.get(judgement)
        if held is not None and _plain(held.as_published) != _plain(grade):
            yield origin.problem(("grades", judgement), f"found {held.as_published!r}, {said} {grade!r}. {advice}", "warning")


def _plain(grade: str) -> str:
    return grade.lower().removesuffix(" to be good")


def _compare(name: str, record: dict[str, Any], held: Records, changes: Changes) -> None:
    """Sort a record made from statistics into unchanged or updated. Its source stays where no fact differs."""
    known = held.inspections[name]
    new = schema.Inspection.model_validate(record)
    facts = set(OWN_FIELDS) - {"source", "depth"}
    kept = {"variant", "end", "visit_theme"}  # a later edition may no longer say these
    lost = {fact for fact in kept if getattr(new, fact) is None and getattr(known, fact) is not None}
    if all(getattr(new, fact) == getattr(known, fact) for fact in facts - lost):
        changes.unchanged.append(name)
    elif _edition(known.source) > _edition(new.source):
        message = (
            f"was made from the later edition {known.source.file!r}, which says otherwise than {new.source.file!r}. It is left as it is."
        )
        changes.conflicts.append(held.origins[name].problem((), message, "warning"))
    elif int(name.partition("/")[2][:4]) != record["start"].year:
        message = f"began on {record['start']} by {new.source.file!r}. Rename the file to the year it began, and run this again."
        changes.conflicts.append(held.origins[name].problem(("start",), message, "warning"))
    else:
        before = {fact: _value(getattr(known, fact)) for fact in lost}
        merged = record | before | {"source": record["source"] | {"url": known.source.url}}
        changes.updated[name] = {key: merged[key] for key in OWN_FIELDS if key in merged}


def _value(value: Any) -> Any:
    """A model's value as the plain one that is written."""
    if isinstance(value, PartialDate):
        return value.first if value.precision == "day" else str(value)
    return value


def _edition(source: schema.Source) -> date:
    """Day at which the edition that a source names stands, as its title says; the first of days where it says none."""
    match = AS_AT.search(source.title or "")
    return day_of(match[1]) or date.min if match else date.min
