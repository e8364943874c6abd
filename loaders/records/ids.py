"""Ids of inspections: ``<authority>/<year it began>-<kind>``, with ``-2`` for a second in one year."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

_NAME = re.compile(r"^(\d{4})-([a-z]+(?:-[a-z]+)*)(?:-(\d+))?$")


class Parts(NamedTuple):
    """What an id says."""

    authority: str
    year: int
    kind: str


def parts_of(record_id: str) -> Parts | None:
    """Take an id apart; None where it is not of this form."""
    authority, _, name = record_id.partition("/")
    match = _NAME.match(name)
    return Parts(authority, int(match[1]), match[2]) if match else None


def free_id(parts: Parts, taken: Collection[str]) -> str:
    """Return the id of these parts, with the number of a second in that year where it is taken."""
    first = candidate = f"{parts.authority}/{parts.year}-{parts.kind}"
    number = 1
    while candidate in taken:
        number += 1
        candidate = f"{first}-{number}"
    return candidate
