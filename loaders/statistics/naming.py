"""Ids for the rows of an edition: an inspection that is held already, in a file or in another edition, keeps its id.

It is found again by its dates, so that its id stays when a later edition no longer lists what came before it in the year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from ..records.contents import Records
from ..records.editions import EditionFile, EditionRow, as_inspection
from ..records.ids import free_id, parts_of
from ..records.merging import differences
from ..records.partial_date import PartialDate
from ..records.problems import Problem
from ..records.schema import Inspection
from .edition import NotUnderstood

NEAR = 31  # days: two inspections of one kind and authority that began closer together are one, with a date corrected
MOST_TO_PUBLISH = timedelta(days=120)  # from the start of an inspection to its report


@dataclass
class Named:
    """The rows of an edition by their final id, and what is to be said of them."""

    rows: dict[str, EditionRow] = field(default_factory=dict)
    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    written: list[str] = field(default_factory=list)
    conflicts: list[Problem] = field(default_factory=list)


def named(rows: dict[str, EditionRow], about: EditionFile, records: Records) -> Named:
    """Give each row its id among the records of a data folder.

    ``new``: held nowhere; ``changed`` and ``unchanged``: held from the statistics; ``written``: held in a file of their own,
    which wins. ``conflicts``: what such files say otherwise. Raises ``NotUnderstood`` where a record cannot be read: it
    may be one that somebody wrote.
    """
    _all_readable(records)
    result = Named()
    taken = set(records.inspection_ids)
    pairs = _pairs(rows, records)
    for name, row in rows.items():
        parts, match = parts_of(name), pairs.get(name)
        if row.start and match is not None and (held := parts_of(match)) and parts and held.year != parts.year:
            message = f"began on {row.start} by {about.file!r}. Rename it to the year it began, and run this again."
            result.conflicts.append(records.origins[match].problem(("start",), message, "warning"))
            continue
        if match is None and parts:
            match = free_id(parts, taken)
            taken.add(match)
            result.new.append(match)
        elif match is not None:
            _compare(match, row, about, records, result)
        if match is not None:
            result.rows[match] = row.model_copy(update={"inspection": match})
    result.rows = dict(sorted(result.rows.items()))
    return result


def _compare(match: str, row: EditionRow, about: EditionFile, records: Records, result: Named) -> None:
    """Sort a row that is held already."""
    held, said = records.inspections[match], as_inspection(row, about, records.vocabulary["frameworks"])
    if match not in records.from_statistics:
        result.written.append(match)
        result.conflicts += _conflicts(match, held, said, about, records)
    elif next(differences(held, said), None) is None:
        result.unchanged.append(match)
    else:
        result.changed.append(match)


def _conflicts(
    match: str, held: Inspection, said: Inspection, about: EditionFile, records: Records
) -> Iterator[Problem]:
    for where, ours, theirs in differences(held, said):
        message = f"found {_said(ours)}, but {about.file} says {_said(theirs)}. Look into the report; a note says so to readers."
        yield records.origins[match].problem(where, message, "warning")


def _said(value: PartialDate | str) -> str:
    return repr(value) if isinstance(value, str) else str(value)


def _all_readable(records: Records) -> None:
    broken = sorted(records.inspection_ids - set(records.inspections))
    if broken:
        files = tuple(f"inspections/{name}." for name in broken)
        found = [problem for problem in records.problems if any(f"/{file}" in problem.file for file in files)]
        message = f"{', '.join(broken)} cannot be read. Mend it first: somebody may have written it."
        raise NotUnderstood([*found, Problem("inspections", 1, "", message)])


def _pairs(rows: dict[str, EditionRow], records: Records) -> dict[str, str]:
    """Id of a row, and id of the same inspection among the records: by start, then by what is near."""
    pairs: dict[str, str] = {}
    by_kind: dict[tuple[str, str], list[str]] = {}
    for known in records.inspections:
        by_kind.setdefault(_kind_of(known), []).append(known)
    for same in (_same_start, _same_report, _near):
        for name, row in rows.items():
            if name in pairs:
                continue
            free = [known for known in by_kind.get(_kind_of(name), []) if known not in pairs.values()]
            match = next((known for known in free if same(records.inspections[known], row)), None)
            if match is not None:
                pairs[name] = match
    return pairs


def _kind_of(name: str) -> tuple[str, str]:
    """Authority and kind in an id, without the year and the number of a second in that year."""
    parts = parts_of(name)
    return (parts.authority, parts.kind) if parts else (name, "")


def _same_start(known: Inspection, row: EditionRow) -> bool:
    return row.start is not None and known.start == PartialDate(row.start, "day")


def _same_report(known: Inspection, row: EditionRow) -> bool:
    return known.published is not None and _within(row.published, known.published)


def _near(known: Inspection, row: EditionRow) -> bool:
    """Whether a vaguer date takes the start in, or both began within a month, or both are the one graded inspection of a year.

    Of a day of publication alone: whether the report came out near it, or within four months of the start.
    """
    if row.start is None:
        return row.published is not None and _came_out(known, row.published)
    if known.start.precision != "day":
        return _within(row.start, known.start)
    one_a_year = bool(row.grades) and known.start.first.year == row.start.year
    return one_a_year or abs((known.start.first - row.start).days) <= NEAR


def _came_out(known: Inspection, day: date) -> bool:
    if known.published is not None:
        return abs((known.published.first - day).days) <= NEAR / 2
    return known.start.first <= day <= known.start.last + MOST_TO_PUBLISH


def _within(day: date | None, period: PartialDate) -> bool:
    return day is not None and period.first <= day <= period.last
