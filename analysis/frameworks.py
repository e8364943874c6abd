"""What the data says of its frameworks, and analysis asks again and again: strands, their words, who gives grades."""

from __future__ import annotations

import re
from typing import NamedTuple

import pandas as pd

from analysis.look_up import tuples
from loaders import Dataset, kept


class ComparedKind(NamedTuple):
    """The kind of full inspection that is held of every authority, so that authorities are compared on it."""

    kind: str
    name: str
    since: pd.Timestamp


@kept
def strands(ds: Dataset) -> tuple[str, ...]:
    """Ids of the strands in which inspections are compared, in the order of pages."""
    return tuple(ds.strands.loc[ds.strands["compared"], "strand"])


@kept
def strand_phrases(ds: Dataset) -> dict[str, str]:
    """How a sentence names a strand after a grade, by its id and in order: ``for help and protection``."""
    named = ds.strands.dropna(subset="phrase")
    return dict(tuples(named, "strand", "phrase"))


@kept
def own_phrases(ds: Dataset) -> dict[str, dict[str, str]]:
    """Framework, and its judgements that speak for the whole inspection in words of their own, with these words."""
    named = ds.judgements.dropna(subset="phrase")
    return {str(name): dict(tuples(part, "judgement", "phrase")) for name, part in named.groupby("framework")}


@kept
def graded_frameworks(ds: Dataset) -> frozenset[str]:
    """Ids of the frameworks that give grades. Under all others a visit is made, and none is given."""
    return frozenset(ds.frameworks.loc[ds.frameworks["gives_grades"], "framework"])


@kept
def judged_together(ds: Dataset) -> frozenset[str]:
    """Ids of the strands that some framework judges in one grade with another strand."""
    return frozenset(strand for also in ds.judgements["also_covers"].dropna() for strand in also.split(", "))


@kept
def compared_kind(ds: Dataset) -> ComparedKind:
    """The newest kind of which Ofsted's statistics give the grades, its name, and the first day of its first version.

    Raises ``LookupError`` where no framework names a column of the statistics.
    """
    given = ds.judgements.loc[ds.judgements["statistics"].notna(), "framework"]
    versions = ds.frameworks[ds.frameworks["framework"].isin(given)]
    if versions.empty:
        raise LookupError(
            "No file in data/frameworks/ says which column of Ofsted's file holds a grade. Say it in one of them."
        )
    newest = versions.sort_values("in_force_from")["kind"].iloc[-1]
    first = versions[versions["kind"] == newest].sort_values("in_force_from").iloc[0]
    return ComparedKind(first["kind"], re.sub(r" \d{4}$", "", first["short_label"]), first["in_force_from"])


@kept
def no_longer_judged_since(ds: Dataset, strand: str) -> pd.Timestamp:
    """The day from which full inspections that are compared no longer judge a strand; missing where they still do, or never did."""
    versions = ds.frameworks[ds.frameworks["kind"] == compared_kind(ds).kind]
    judging = versions["framework"].isin(ds.judgements.loc[ds.judgements["strand"] == strand, "framework"])
    return versions.loc[versions["in_force_from"] > versions.loc[judging, "in_force_from"].max(), "in_force_from"].min()
