"""The contents of a data folder as they were read: models by id, where each came from, and what was wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from . import codings, editions, plan_schema, schema
from .problems import Problem
from .yaml_lines import Lines, Where, dotted, line_of

REQUIRED = ("collection", "frameworks", "scale", "themes", "authorities")
"""Vocabulary without which no record can be understood."""


@dataclass(frozen=True)
class Origin:
    """Where a record was read from: the file's name as users see it, and the line of each value."""

    file: str
    lines: Lines = field(default_factory=dict, compare=False, repr=False)

    def problem(self, where: Where, message: str, severity: str = "error") -> Problem:
        """A problem at a path of keys and indexes in this file."""
        return Problem(self.file, line_of(self.lines, where), dotted(where), message, severity)


@dataclass
class Records:
    """All that was read.

    ``inspection_ids``: every inspection, those whose file could not be read too. ``from_statistics``: those that only
    Ofsted's statistics know. ``own``: ids of inspections and plans from an added folder, a council's own.
    ``authorities``: those alone whose records were read, where it was not all.
    """

    vocabulary: dict[str, Any] = field(default_factory=dict)
    inspections: dict[str, schema.Inspection] = field(default_factory=dict)
    plans: dict[str, plan_schema.ActionPlan] = field(default_factory=dict)
    codings: dict[str, list[codings.CodingRow]] = field(default_factory=dict)
    editions: list[editions.Edition] = field(default_factory=list)
    from_statistics: set[str] = field(default_factory=set)
    own: set[str] = field(default_factory=set)
    origins: dict[str, Origin] = field(default_factory=dict)
    inspection_ids: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    authorities: Collection[str] | None = None

    def wants(self, record_id: str) -> bool:
        """Whether the record is to be read."""
        return self.authorities is None or record_id.partition("/")[0] in self.authorities

    def taken(self) -> dict[str, str]:
        """The files of all records and rows of the statistics that were read, by part and id in small letters."""
        found = {f"inspections/{row}": edition.table for edition in self.editions for row in edition.rows}
        parts = [("inspections", id, id) for id in self.inspection_ids]
        parts += [
            (part, id, f"{part}/{id}")
            for part, known in (("action_plans", self.plans), ("codings", self.codings))
            for id in known
        ]
        found |= {f"{part}/{id}": self.origins[key].file for part, id, key in parts if key in self.origins}
        return {key.lower(): file for key, file in found.items()}

    @property
    def complete_vocabulary(self) -> bool:
        """Whether all of ``REQUIRED`` loaded."""
        return all(name in self.vocabulary for name in REQUIRED)


def twice(origin: Origin, field: str, ids: Sequence[str], around: Where = (), key: str = "id") -> Iterator[Problem]:
    """Every id that stands twice, at its second place."""
    seen: dict[str, int] = {}
    for i, value in enumerate(ids):
        where = (*around, field, i, key)
        if value in seen:
            line = origin.problem((*around, field, seen[value], key), "").line
            yield origin.problem(where, f"found {value!r} twice (first in line {line}). Each {key} stands once.")
        seen.setdefault(value, i)
