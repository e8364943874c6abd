"""Our records against the counts of Ofsted's own statistics file, on the basis on which Ofsted counts.

The file's counts are data (``data/statistics/``), made from its rows; ours are computed here from the records.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis import english
from analysis.comparison.standings import BEGUN, Comparison, cells, england, standings
from analysis.comparison.transitions import transitions
from analysis.frameworks import strands
from analysis.look_up import each, look_up
from loaders import Dataset, as_known, kept

MEASURES = {
    "latest": "Latest grade, {of}: {grade}",
    "full_inspections": "Full inspections {of}, authorities that no longer exist included",
    "pairs": "Pairs of consecutive full inspections",
    "pairs_up": "Pairs of which the grade went up, {of}",
    "pairs_down": "Pairs of which the grade went down, {of}",
    "pairs_same": "Pairs of which the grade stayed the same, {of}",
    "median_gap_days": "Median days from one full inspection to the next",
    "in_year": "In the year before that day: {of}",
}


@kept
def reconciliation(ds: Dataset) -> pd.DataFrame:
    """One row per count of the statistics file. Columns: What is counted, Ofsted’s file, Our records, Difference."""
    labels = look_up(ds, "strands", "strand", "label")
    kinds = ds.frameworks.drop_duplicates("kind").set_index("kind")["label"].str.partition(", ")[0]
    rows = []
    for figure in each(ds.official_figures):
        of = labels.get(figure.of, kinds.get(figure.of, figure.of))
        ours = _ours(ds, figure)
        rows.append(
            (MEASURES[figure.measure].format(of=of, grade=figure.grade), figure.value, ours, ours - figure.value)
        )
    return pd.DataFrame(rows, columns=["What is counted", "Ofsted’s file", "Our records", "Difference"])


MADE = pd.Timedelta(days=60)
"""How long after its day an edition was made: of the inspections begun by 31 March 2025 it holds those published by 9 May,
and not that of Wakefield, published on 18 July."""


def _ours(ds: Dataset, figure: Any) -> int:
    ds = as_known(ds, figure.as_at + MADE)
    if figure.measure == "latest":
        found = standings(ds, england(ds, figure.of, figure.as_at, BEGUN))
        return int((found["grade_as_published"] == figure.grade).sum())
    if figure.measure == "in_year":
        return _in_year(ds, figure)
    strand = figure.of if figure.of in strands(ds) else strands(ds)[0]
    everyone = Comparison(tuple(ds.authorities["authority"]), None, "England", strand, figure.as_at, BEGUN)
    if figure.measure == "full_inspections":
        return len(cells(ds, everyone))
    pairs = transitions(ds, everyone)
    if figure.measure == "pairs":
        return len(pairs)
    if figure.measure == "median_gap_days":
        return int(pairs["days"].median()) if len(pairs) else 0
    return int((pairs["move"] == figure.measure.removeprefix("pairs_")).sum())


def _in_year(ds: Dataset, figure: Any) -> int:
    start = ds.inspections["start"]
    year = ds.inspections[(start > figure.as_at - pd.DateOffset(years=1)) & (start <= figure.as_at)]
    return int((year["kind"] == figure.of).sum())


@kept
def code_differences(ds: Dataset) -> pd.DataFrame:
    """Authorities whose code changed after the file was made.

    Columns: Authority, Code in use, Earlier code, under which a file may list it.
    """
    rows = []
    for row in each(ds.authorities[ds.authorities["aliases"].notna() & (ds.authorities["status"] == "current")]):
        rows += [
            (row.name, row.ons_code, alias)
            for alias in row.aliases.split("; ")
            if alias[:1] == "E" and alias[1:].isdigit()
        ]
    return pd.DataFrame(rows, columns=["Authority", "Code in use", "Earlier code, under which a file may list it"])


@kept
def agrees(ds: Dataset, table: pd.DataFrame) -> str:
    """How far the two agree, in a sentence."""
    apart = table[table["Difference"] != 0]
    if table.empty:
        return "No statistics file of Ofsted was taken in, so there is nothing to compare with."
    if apart.empty:
        return f"All {len(table)} counts agree."
    return f"{english.sentence(english.counted(len(apart), 'count'))[:-1]} of {len(table)} differ: {english.some(list(apart['What is counted']))}."
