"""Sentences about what happened when."""

from __future__ import annotations

import pandas as pd

from loaders import Dataset

from .missing import no_visits_words
from .names import authority_name, column_heading, leading_grades, result_words
from .plain import counted, joined, number, sentence
from .standing import results


def timeline_title(names: list[str], known: pd.DataFrame) -> str:
    """Heading of the timeline: how many inspections and visits, since when."""
    if known.empty:
        return f"No inspection of {joined(names)} is known here"
    return f"{joined(names)}: {counted(len(known), 'inspection or visit', 'inspections and visits')} since {known['start'].min():%Y}"


def timeline_sentence(ds: Dataset, names: list[str], known: pd.DataFrame) -> str:
    """Under the timeline: how many inspections and visits there were."""
    if known.empty:
        return f"No inspection of {joined(names)} is known here. Choose another authority, or add a record."
    full = known["framework"].isin(ds.judgements["framework"])
    visits = counted(int((~full).sum()), "visit") if (~full).any() else no_visits_words(ds)
    if not full.any():
        return sentence(f"{visits}, and no graded inspection held here")
    # The versions of a framework share its kind, and visits have none of their own.
    frameworks = counted(known.loc[full, "kind"].nunique(), "framework")
    return sentence(f"{counted(int(full.sum()), 'graded inspection')} under {frameworks}, and {visits}")


def timeline_gaps(known: pd.DataFrame) -> str:
    """Beside the signs of the timeline: what is only known to have happened; empty if nothing is."""
    listed = int((known["depth"] == "listed").sum())
    if not listed:
        return ""
    return "For one of them no report is held here." if listed == 1 else f"For {number(listed)} of them no report is held here."


def timeline_alt(ds: Dataset, known: pd.DataFrame) -> str:
    """The timeline in words: what each inspection of one authority decided; of several authorities, what the latest did."""
    parts = []
    for authority, rows in known.groupby("authority", sort=False):
        graded = [inspection for inspection in rows["inspection"] if len(leading_grades(ds, inspection))]
        if known["authority"].nunique() == 1:
            told = results(ds, list(rows["inspection"]))
        else:
            last = f", the latest grades from {column_heading(ds, graded[-1])}: {result_words(ds, graded[-1])}" if graded else ""
            told = counted(len(rows), "inspection or visit", "inspections and visits") + last + "."
        parts.append(f"{authority_name(ds, authority)}: {told}")
    return "Timeline, one row per authority. " + " ".join(parts)
