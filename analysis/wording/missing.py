"""Sentences that stand where something would be, and say why it is not there."""

from __future__ import annotations

import pandas as pd

from loaders import Dataset

from .names import GRADED_KINDS, authority_name
from .plain import counted, day, joined, sentence


def short_list_sentence(ds: Dataset, short: pd.Series) -> str:
    """Said beside a headline where a list of inspections ends before the day shown. ``short``: as ``known.short_lists``."""
    parts = [
        f"Full inspections of {joined([authority_name(ds, name) for name in part.index])} are listed here only to {day(reached)}: a later report may exist."
        for reached, part in short.groupby(short)
    ]
    return " ".join(parts)


def no_visits_words(ds: Dataset) -> str:
    """Where no visit is held: which visits could be. Ofsted's yearly list covers the twelve months to its day."""
    if pd.isna(ds.statistics_as_at):
        return "no visit held here"
    return f"no visit held here (Ofsted’s list of visits is held for the year to {day(ds.statistics_as_at)} only)"


def no_recommendations_sentence(ds: Dataset, authority: str, known: pd.DataFrame) -> str:
    """Why no recommendation can be followed: how many were made, as far as the known inspections say, and why their words are not held."""
    name = authority_name(ds, authority)
    if known.empty:
        return f"No inspection of {name} is known by that day, so there is no recommendation to follow."
    told = known[known["recommendations"] > 0]
    if told.empty:
        return f"No recommendation to {name} is held here, because none of the reports known by that day has been read in full."
    made = counted(int(told["recommendations"].sum()), "recommendation")
    unknown = int((known["kind"].isin(GRADED_KINDS) & known["recommendations"].isna()).sum())
    if len(told) == 1:
        more = f" For {counted(unknown, 'other inspection')} the number is not held." if unknown else ""
        return (
            f"The report of one inspection of {name} made {made}.{more} The words are not held here, because it has not been read in full."
        )
    reports = sentence(f"the reports of {counted(len(told), 'inspection')} of {name} made {made}")
    more = f" For {counted(unknown, 'other inspection')} the number is not held." if unknown else ""
    return f"{reports}{more} Their words are not held here, because these reports have not been read in full."


def no_beside_sentence(ds: Dataset, authority: str, others: list[str], graded: bool) -> str:
    """Why no table of others stands in the paper. ``graded``: whether an inspection of the authority itself gave grades."""
    name = authority_name(ds, authority)
    if not graded:
        return f"No graded inspection of {name} is known by that day, so it cannot be set beside others."
    if not others:
        return f"No statistical neighbours of {name} are known here and no other authority was chosen, so nothing is set beside it."
    return f"No graded inspection of {joined([authority_name(ds, other) for other in others])} is known by that day, so nothing is set beside {name}."
