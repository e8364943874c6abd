"""Abbreviations that a reader may not know, each with what it stands for, from the glossary."""

from __future__ import annotations

import re
from typing import NamedTuple

from analysis.look_up import each
from loaders import Dataset, kept

ABBREVIATION = re.compile(r"\b(?!Ma?c[A-Z])[A-Z][A-Za-z]*[A-Z][A-Za-z]*\b")
"""A word with two capitals or more: ``ILACS``, ``DfE``, ``IROs``; not a surname such as ``McCabe``."""


class Explained(NamedTuple):
    """A term of the glossary that has abbreviations."""

    forms: tuple[str, ...]
    """The abbreviations, the usual one first: ``MASH``, ``MAST``."""
    term: str
    meaning: str


@kept
def explained(ds: Dataset) -> list[Explained]:
    """Every abbreviation that the glossary explains, in order of the alphabet."""
    rows = []
    for row in each(ds.glossary):
        named = [row.short, *(row.also.split("; ") if isinstance(row.also, str) else [])]
        forms = dict.fromkeys(form for name in named if isinstance(name, str) for form in ABBREVIATION.findall(name))
        if forms:
            rows.append(Explained(tuple(forms), row.term, row.meaning))
    return sorted(rows, key=lambda entry: entry.forms[0].casefold())


def unexplained(ds: Dataset, text: str) -> set[str]:
    """Abbreviations in a text that the glossary does not explain. Names of authorities, short or long, abbreviate nothing."""
    known = {form for entry in explained(ds) for form in entry.forms}
    names = {word for name in ds.authorities["short"].dropna() for word in ABBREVIATION.findall(name)}
    return {
        found
        for found in ABBREVIATION.findall(text)
        if found not in names and not {found, found.removesuffix("s")} & known
    }
