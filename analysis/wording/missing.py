"""Sentences that stand where something would be, and say why it is not there."""

from __future__ import annotations

import pandas as pd

from loaders import Dataset

from .names import authority_name
from .plain import counted, joined, sentence


def no_recommendations_sentence(ds: Dataset, authority: str, known: pd.DataFrame) -> str:
    """Why no recommendation can be followed: how many were made, as far as the known inspections say, and why their words are not held."""
    name = authority_name(ds, authority)
    if known.empty:
        return f"No inspection of {name} is known by that day, so there is no recommendation to follow."
    told = known[known["recommendations"] > 0]
    if told.empty:
        return f"No recommendation to {name} is held here, because none of the reports known by that day has been read in full."
    made = counted(int(told["recommendations"].sum()), "recommendation")
    if len(told) == 1:
        return sentence(
            f"the report of one inspection of {name} made {made}. The words are not held here, because it has not been read in full"
        )
    reports = sentence(f"the reports of {counted(len(told), 'inspection')} of {name} made {made} in all")
    return f"{reports} Their words are not held here, because these reports have not been read in full."


def no_beside_sentence(ds: Dataset, authority: str, others: list[str], graded: bool) -> str:
    """Why no table of others stands in the paper. ``graded``: whether an inspection of the authority itself gave grades."""
    name = authority_name(ds, authority)
    if not graded:
        return f"No graded inspection of {name} is known by that day, so it cannot be set beside others."
    if not others:
        return f"No statistical neighbours of {name} are known here and no other authority was chosen, so nothing is set beside it."
    return f"No graded inspection of {joined([authority_name(ds, other) for other in others])} is known by that day, so nothing is set beside {name}."
