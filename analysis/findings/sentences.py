"""Sentences about findings and the reports that they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from analysis.england.reports_read import read_in_england, read_once
from analysis.english import counted, joined, sentence
from analysis.naming import authorities_named
from loaders import Dataset, kept


@kept
def reports_sentence(ds: Dataset) -> str:
    """How many reports of all England are searched, of how many authorities, and how many of them were read once."""
    read = read_in_england(ds)
    if read.empty:
        return "All of England: no report is known by that day."
    reports, once = tuple(read["inspection"]), read_once(ds, tuple(read["inspection"]))
    how = "each read once" if once == len(reports) else f"{once or 'none'} of them read once"
    authorities = counted(read["authority"].nunique(), "authority", "authorities")
    return f"All of England: {counted(len(reports), 'report')} on {authorities}, {how}."


def nothing_found_sentence(ds: Dataset, authorities: Sequence[str], narrowed: bool) -> str:
    """Say why no paragraph is shown: the words and filters, if there are any, else what is held of the authorities."""
    if narrowed:
        return "No paragraph matches. Take a word or a filter away, or choose another authority above."
    names = authorities_named(ds, authorities)
    return f"No report of {names} that is known by that day was read paragraph by paragraph. Search in all of England, or choose another authority above."


def misspelt_sentence(strange: Sequence[str]) -> str:
    """Name the words of a search that stand in no text here."""
    words = joined([f"“{word}”" for word in strange])
    return sentence(f"{words} {'stands' if len(strange) == 1 else 'stand'} in no text here")
