"""Outcome records from reports that Ofsted's statistics do not hold: grades, dates, counts and the source; no text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ..records.contents import Records
from ..records.ids import Parts, free_id
from ..records.problems import Refused
from ..records.reading import read_records
from ..records.schema import Depth, Inspection
from ..records.writing import write_inspections
from . import extraction, intake
from .draft import Draft, draft
from .record import GAPS, LETTER_GAPS, record


@dataclass
class Planned:
    """Records to write by id, how many are held already or left to the statistics, and what is to be said."""

    new: dict[str, dict[str, Any]] = field(default_factory=dict)
    held: int = 0
    left: int = 0
    said: list[str] = field(default_factory=list)


def plan_outcomes(folder: Path, data: Path) -> Planned:
    """Draft each ``<authority>/<publication date>….pdf`` below the folder. Writes nothing.

    Ofsted's statistics hold every ILACS inspection that began by their day, and no inspection of another kind. What has a
    doubtful authority, day or list is left out.
    """
    held, planned = read_records(data), Planned()
    taken = set(held.inspection_ids)
    until = max((edition.about.as_at for edition in held.editions), default=date.min)
    known = {inspection.source.file for inspection in held.inspections.values()}
    for path in sorted(folder.glob("*/*.pdf")):
        file = f"{path.parent.name}/{path.name}"
        try:
            published = published_on(path)
            read = (
                draft(intake.from_lines(path.name, extraction.lines_of(path.read_bytes())), held.vocabulary)
                if _is_pdf(path)
                else None
            )
        except Refused as refused:
            planned.said.append(f"left out: {file}: {refused.problem.message}")
            continue
        except ValueError:
            planned.said.append(
                f"left out: {file}: its name does not begin with the day of publication, such as 2025-03-07."
            )
            continue
        if file in known:
            planned.held += 1
        elif read is None or (why := doubts(read)):
            planned.said.append(f"left out: {file}: {'is no PDF.' if read is None else why}")
        elif read.framework.kind == "ilacs" and read.start.value <= until:
            planned.left += 1
        elif (place := _place(read, held, taken)) in held.inspections and place not in held.from_statistics:
            planned.held += 1
            planned.said.append(f"held already: {file}: as {place}. Complete that record by hand, if it needs it.")
        else:
            planned.new[place] = outcome(read, file, published)
            taken.add(place)
            planned.said += [
                f"look at: {file}: {name}: {why}" for name, why in read.unsure.items() if name != "published"
            ]
    return planned


def published_on(path: Path) -> date:
    """The day with which a file's name begins. Raises ``ValueError`` where it begins otherwise."""
    return date.fromisoformat(path.stem[:10])


def doubts(read: Draft) -> str:
    """Why a record cannot be written unseen: a doubtful authority, day or list. '' where it can."""
    found = {name: read.facts[name] for name in ("framework", "authority", "start", "end", "recommendations")}
    found |= {"published": read.published} if read.published.value else {}
    said = [f"{name.replace('_', ' ')}: {its.doubt or 'not found.'}" for name, its in found.items() if not its.sure]
    return f"look at it and write its record by hand. {' '.join(said)}" if said else ""


def _place(read: Draft, held: Records, taken: set[str]) -> str:
    """The id of a record: that of an inspection of the same kind and days, in a file or in the statistics, else a free one."""
    parts = Parts(read.authority.value.id, read.start.value.year, read.framework.kind)
    first = free_id(parts, ())
    same = [name for name, record in held.inspections.items() if name.startswith(first) and _is_of(read, record)]
    return same[0] if same else free_id(parts, taken)


def _is_of(read: Draft, record: Inspection) -> bool:
    """Whether a record of the same authority, kind and year is of these days, or is only known to have happened."""
    return record.depth == Depth.LISTED or (
        record.start.first <= read.end.value and read.start.value <= (record.end or record.start).last
    )


def write_outcomes(planned: Planned, data: Path) -> None:
    """Write the new records, each in one step."""
    write_inspections(planned.new, data)


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as file:
        return b"%PDF-" in file.read(1024)


def outcome(read: Draft, file: str, published: date) -> dict[str, Any]:
    """The record of one report. ``published``: the day under which Ofsted published the file; notes say what else is printed."""
    made = record(read, file) | {"published": published}
    gaps = {GAPS["published"], LETTER_GAPS["published"]}
    printed, notes = read.published.value, [note for note in made.pop("notes", []) if note["text"] not in gaps]
    if printed is None:
        text = (
            "The letter is not dated."
            if read.is_letter
            else "The report does not print the day on which it was published."
        )
        day = "The day of publication" if read.is_letter else "It"
        notes.append(_note("gap", f"{text} {day} is taken from the list of reports on Ofsted's website."))
    elif printed != published:
        says = "The letter is dated" if read.is_letter else "The report says that it was published on"
        notes.append(
            _note(
                "conflict",
                f"{says} {_day(printed)}; Ofsted's website gives {_day(published)} as the day of publication.",
            )
        )
    return made | ({"notes": notes} if notes else {})


def _note(kind: str, text: str) -> dict[str, str]:
    return {"kind": kind, "text": text}


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
