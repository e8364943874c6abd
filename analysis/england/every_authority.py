"""All authorities in one table."""

from __future__ import annotations

import pandas as pd

from analysis import english
from analysis.comparison.standings import Comparison, standings, states
from analysis.known import listed_to
from loaders import Dataset, kept


@kept(most=64)
def matching(ds: Dataset, comparison: Comparison, words: str = "") -> tuple[pd.DataFrame, pd.DataFrame]:
    """The authorities whose name, other name or region holds the words, by name: the table to show, and their standings.

    Columns: Authority, Region, Grade, Inspection began, Full inspections listed to, Years since.
    """
    found = (
        standings(ds, comparison).merge(ds.authorities[["authority", "name", "region", "aliases"]]).sort_values("name")
    )
    text = found["name"] + " " + found["region"] + " " + found["aliases"].fillna("")
    found = found[text.str.contains(words.strip(), case=False, regex=False)]
    table = pd.DataFrame(
        {
            "Authority": found["name"],
            "Region": found["region"],
            "Grade": found["grade_as_published"].fillna(found["state"].map(states(ds))),
            "Inspection began": [english.day(day) if pd.notna(day) else "none yet" for day in found["start"]],
            "Full inspections listed to": [english.day(day) for day in listed_to(ds, found["authority"])],
            "Years since": ((comparison.day - found["start"]).dt.days / 365.25).round(1),
        }
    )
    return table, found
