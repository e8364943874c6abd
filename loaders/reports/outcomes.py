"""Outcome records from reports that Ofsted's statistics do not hold: grades, dates, counts and the source; no text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ..records.ids import free_id, parts_of
from ..records.problems import Refused
from ..records.reading import read_records
from ..records.writing import write_inspections
from . import extraction, intake
from .draft import Draft, draft
from .record import record, record_id


@dataclass
class Planned:
    """Records to write by id, how many are held already or left to the statistics, and what is to be said."""

    new: dict[str, dict[str, Any]] = field(default_factory=dict)
    held: int = 0
    left: int = 0
    said: list[str] = field(default_factory=list)


def plan_outcomes(folder: Path, data: Path) -> Planned:
    """Draft each ``<authority>/<publication date>.pdf`` below the folder. Writes nothing.

    Ofsted's statistics hold every ILACS inspection that began by their day, and no inspection of another kind.
    """
    held, planned = read_records(data), Planned()
    taken = set(held.inspection_ids)
    until = max((edition.about.as_at for edition in held.editions), default=date.min)
    known = {inspection.source.file for inspection in held.inspections.values()}
    for path in sorted(folder.glob("*/*.pdf")):
        file = f"{path.parent.name}/{path.name}"
        try:
            read = draft(intake.from_lines(path.name, extraction.lines_of(path.read_bytes())), held.vocabulary) if _is_pdf(path) else None
        except Refused as refused:
            planned.said.append(f"left out: {file}: {refused.problem.message}")
            continue
        name = parts_of(record_id(read) or "") if read else None
        if read is None or name is None:
            planned.said.append(f"left out: {file}: not a report, or its authority or start could not be read.")
        elif read.framework.kind == "ilacs" and read.start.value <= until:
            planned.left += 1
        elif file in known:
            planned.held += 1
        else:
            free = free_id(name, taken)
            planned.new[free] = outcome(read, file, date.fromisoformat(path.stem))
            taken.add(free)
            planned.said += [f"look at: {file}: {name_of}: {why}" for name_of, why in read.unsure.items() if name_of != "published"]
    return planned


def write_outcomes(planned: Planned, data: Path) -> None:
    """Write the new records, each in one step."""
    write_inspections(planned.new, data)


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return b"%PDF-" in file.read(1024)


def outcome(read: Draft, file: str, published: date) -> dict[str, Any]:
    """The record of one report. ``published``: the day under which Ofsted published the file; notes say what else is printed."""
    made = record(read, file) | {"published": published}
    printed, notes = read.published.value, [note for note in made.pop("notes", []) if "published" not in note["text"]]
    if printed is None:
        notes.append(
            _note(
                "gap",
                "The report does not print the day on which it was published. It is taken from the list of reports on Ofsted's website.",
            )
        )
    elif printed != published:
        notes.append(
            _note("conflict", f"The report says that it was published on {_day(printed)}; Ofsted's website gives {_day(published)}.")
        )
    if read.start.value == read.end.value:
        made["start"] = f"{read.start.value:%Y-%m}"
        made.pop("end")
        notes = [
            _note(
                "gap",
                f"The report prints one date of the inspection only, {_day(read.start.value)}. It does not say whether that was the first day or the last.",
            ),
            *notes,
        ]
    return made | ({"notes": notes} if notes else {})


def _note(kind: str, text: str) -> dict[str, str]:
    return {"kind": kind, "text": text}


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
