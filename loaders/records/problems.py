"""A thing wrong with a record, as a value: where it is, what was found, what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with a record. An ``error`` keeps the record out, a ``warning`` does not."""

    file: str
    line: int
    field: str
    message: str
    severity: str = "error"

    def __str__(self) -> str:
        field = f" {self.field}:" if self.field else ""
        return f"{self.file}:{self.line}:{field} {self.message}"


class Refused(Exception):
    """A file that cannot be read at all. Carries the problem to report."""

    def __init__(self, problem: Problem):
        super().__init__(str(problem))
        self.problem = problem


def one_of(found: object, allowed: Iterable[str], what: str) -> str:
    """Say that ``found`` is none of the ``allowed`` values, with the nearest as a suggestion."""
    allowed = list(allowed)
    near = difflib.get_close_matches(str(found), allowed, n=1, cutoff=0.5)
    if near:
        advice = f"Did you mean {near[0]!r}?"
    elif not allowed:
        advice = "Leave it out."
    elif len(allowed) > 12:
        advice = f"Use one of the {len(allowed)} that the vocabulary in data/ lists."
    else:
        advice = "Use one of: " + ", ".join(allowed) + "."
    return f"found {str(found)!r}; not {what}. {advice}"


def severe(problems: Iterable[Problem]) -> bool:
    """Whether any problem is an error."""
    return any(problem.severity == "error" for problem in problems)
