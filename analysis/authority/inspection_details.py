"""One inspection or visit in full, for the details below a chart."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis import english, naming
from analysis.citations import page_link
from analysis.grades.sentences import result_words
from analysis.known import known_inspections
from analysis.look_up import each
from analysis.selection import Selection
from loaders import Dataset, kept


class Details(NamedTuple):
    """Facts of one inspection: a table (What, As recorded), its notes, where its report can be opened, whether it is coded."""

    facts: pd.DataFrame
    notes: list[str]
    url: str | None
    coded: bool


@kept
def known_to_choose(ds: Dataset, selection: Selection) -> list[str]:
    """Ids of the inspections and visits of the chosen authorities that are known, oldest first."""
    known = pd.concat([known_inspections(ds, authority) for authority in selection.authorities])
    return list(known.sort_values(["start", "inspection"])["inspection"])


@kept
def inspection_details(ds: Dataset, inspection: str) -> Details:
    """Everything that the record says of one inspection."""
    row = next(each(ds.inspections[ds.inspections["inspection"] == inspection]))
    framework = ds.frameworks.set_index("framework").loc[row.framework]
    lines = [
        ("Whose record", naming.OWN if row.own else None),
        ("Framework", framework["label"]),
        ("On site", english.dates(row)),
        ("Published", english.day(row.published, row.published_precision)),
        ("Lead inspector", naming.lead_words(ds, inspection)),
        ("Looked at", row.visit_theme if isinstance(row.visit_theme, str) else None),
        ("Result", result_words(ds, inspection)),
        ("In short", row.summary if isinstance(row.summary, str) else None),
        ("Recommendations", None if pd.isna(row.recommendations) else str(row.recommendations)),
        ("Numbered paragraphs", None if pd.isna(row.numbered_paragraphs) else str(row.numbered_paragraphs)),
        ("What is held here", naming.held_here(ds, inspection)),
    ]
    facts = pd.DataFrame([line for line in lines if line[1]], columns=["What", "As recorded"])
    notes = list(ds.notes.loc[ds.notes["record"] == inspection, "text"])
    return Details(facts, notes, page_link(ds, inspection), row.depth == "coded")
