"""Sentences about findings and the reports that they stand in."""

from __future__ import annotations

from analysis.england.reports_read import read_in_england, read_once
from analysis.english import counted
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
