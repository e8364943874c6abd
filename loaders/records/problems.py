"""A thing wrong with a record, as a value: where it is, what was found, what to do."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

MOST_PROBLEMS = 100
"""Problems that one file is given: nobody reads more, and a file made to have a million must not cost a million."""
LONGEST = 60
"""Letters of a value that a message repeats."""


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
    allowed, said = list(allowed), str(found)
    said = said if len(said) <= LONGEST else f"{said[:LONGEST]}…"
    near = difflib.get_close_matches(said, allowed, n=1, cutoff=0.5)
    if near and near[0].casefold() in (f"in{said}".casefold(), f"un{said}".casefold()):
        near = []  # the opposite of a word is no slip of the pen
    if near:
        advice = f"Did you mean {near[0]!r}?"
    elif not allowed:
        advice = "Leave it out."
    elif len(allowed) > 12:
        advice = f"Use one of the {len(allowed)} that the vocabulary in data/ lists."
    else:
        advice = "Use one of: " + ", ".join(allowed) + "."
    return f"found {said!r}; not {what}. {advice}"


def at_most(problems: Iterable[Problem]) -> list[Problem]:
    """The first problems of a file: looking for more ends there."""
    return list(islice(problems, MOST_PROBLEMS))


def severe(problems: Iterable[Problem]) -> bool:
    """Whether any problem is an error."""
    return any(problem.severity == "error" for problem in problems)
