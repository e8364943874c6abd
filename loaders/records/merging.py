"""What Ofsted's statistics say, merged with what somebody read and wrote.

A record that stands in a file of its own wins; where the statistics say otherwise, it gets a note. Of two editions the
later one wins, and what it no longer says is taken from the earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .contents import Origin, Records
from .editions import Edition, EditionRow, as_inspection
from .partial_date import PartialDate
from .schema import Inspection, Note
from .yaml_lines import Where

KEPT = ("variant", "end", "visit_theme")
"""Facts that a later edition may no longer say."""


class Difference(NamedTuple):
    """A fact that a record and the statistics give differently: where it stands in the record, and what each says."""

    where: Where
    ours: PartialDate | str
    theirs: PartialDate | str


def merge_editions(records: Records) -> None:
    """Add the inspections of every edition that no file holds, and notes to those that a file holds otherwise."""
    written, compared = set(records.inspection_ids), set[str]()
    for edition in sorted(records.editions, key=lambda edition: edition.about.as_at, reverse=True):
        for row in edition.rows.values():
            if row.inspection in written:
                _note_differences(records, edition, row, compared)
            elif row.inspection in records.from_statistics:
                _keep_facts(records, row)
            else:
                _add(records, edition, row)
    records.inspections = dict(sorted(records.inspections.items()))


def differences(record: Inspection, said: Inspection) -> Iterator[Difference]:
    """What the statistics say otherwise. A date that is only less precise, and a shorter form of a grade, agree."""
    for name in ("start", "published"):
        ours: PartialDate | None = getattr(record, name)
        theirs: PartialDate | None = getattr(said, name)
        if theirs is None or theirs.precision == "published":
            continue
        if ours is not None and not ours.first <= theirs.first <= ours.last:
            yield Difference((name,), ours, theirs)
    for judgement, grade in said.grades.items():
        held = record.grades.get(judgement)
        if held is not None and _plain(held.as_published) != _plain(grade.as_published):
            yield Difference(("grades", judgement), held.as_published, grade.as_published)


def _note_differences(records: Records, edition: Edition, row: EditionRow, compared: set[str]) -> None:
    """Note what the latest edition that lists the inspection says otherwise."""
    record, said = records.inspections.get(row.inspection), _said(records, edition, row)
    if record is None or said is None or row.inspection in compared:
        return
    compared.add(row.inspection)
    notes = [Note(kind="conflict", text=_sentence(edition, record, one, records)) for one in differences(record, said)]
    if notes:
        records.inspections[row.inspection] = record.model_copy(update={"notes": [*record.notes, *notes]})


def _sentence(edition: Edition, record: Inspection, one: Difference, records: Records) -> str:
    """A note in words that users read."""
    framework = next(f for f in records.vocabulary["frameworks"].frameworks if f.id == record.framework)
    labels = {judgement.id: judgement.label for judgement in framework.judgements}
    what = {"start": "the first day on site", "published": "the day of publication"}.get(str(one.where[0]))
    what = what or f"the grade for “{labels[str(one.where[-1])]}”"
    given = f"Ofsted’s statistics ({edition.about.title}) give {what} as {_words(one.theirs)}."
    if one.where == ("published",):
        return f"{given} Ofsted’s site gives {_words(one.ours)}, which is used here."
    return f"{given} The report gives {_words(one.ours)}, which is used here."


def _keep_facts(records: Records, row: EditionRow) -> None:
    """Fill in what the later edition no longer says."""
    record = records.inspections[row.inspection]
    earlier: dict[str, Any] = {
        "variant": row.variant,
        "end": row.end and PartialDate(row.end, "day"),
        "visit_theme": row.visit_theme,
    }
    missing = {name: earlier[name] for name in KEPT if getattr(record, name) is None and earlier[name] is not None}
    if missing:
        records.inspections[row.inspection] = record.model_copy(update=missing)


def _add(records: Records, edition: Edition, row: EditionRow) -> None:
    record = _said(records, edition, row)
    if record is not None:
        records.inspections[row.inspection] = record
        records.inspection_ids.add(row.inspection)
        records.from_statistics.add(row.inspection)
        records.origins[row.inspection] = _origin(records, edition, row)


def _said(records: Records, edition: Edition, row: EditionRow) -> Inspection | None:
    """The row as an inspection; None with the problem noted where it cannot be one."""
    try:
        return as_inspection(row, edition.about, records.vocabulary["frameworks"])
    except ValueError as error:
        records.problems.append(
            _origin(records, edition, row).problem((), f"{row.inspection}: found {error}. Mend the row.")
        )
        return None


def _origin(records: Records, edition: Edition, row: EditionRow) -> Origin:
    return Origin(records.origins[edition.table].file, {(): edition.lines[row.inspection]})


def _plain(grade: str) -> str:
    return grade.lower().removesuffix(" to be good")


def _words(value: PartialDate | str) -> str:
    """A day in words; anything else as it was written."""
    if isinstance(value, PartialDate) and value.precision == "day":
        return f"{value.first.day} {value.first:%B %Y}"
    return str(value)
