"""Where an authority stands and what changed: sentences about grades."""

from __future__ import annotations

import pandas as pd

from loaders import Dataset

from ..comparability import moves
from ..selection import known_inspections
from .names import IN_STRAND, authority_name, column_heading, grades_phrase, inspection_in_sentence, leading_grades, result_words
from .plain import counted, day, joined, months, sentence


def standing_sentence(ds: Dataset, authority: str, as_at: pd.Timestamp) -> str:
    """Where an authority stands: its latest grades, the ones before, and what came since."""
    name = authority_name(ds, authority)
    known = known_inspections(ds, authority, as_at)
    graded = known[known["inspection"].isin(ds.grades["inspection"])]
    if known.empty:
        return f"No inspection of {name} is known here."
    if graded.empty:
        return f"No graded inspection of {name} is held here. {sentence(counted(len(known), 'inspection or visit is', 'inspections and visits are') + ' known')}"
    latest = graded.iloc[-1]
    text = f"{name} was judged {_judged(ds, latest)} after the inspection of {months(latest.start, latest.end, latest.date_precision)}."
    if len(graded) == 1:
        return text + " It is the only graded inspection held here."
    before = graded.iloc[-2]
    text += f" In {months(before.start, before.end, before.date_precision)} it was {_judged(ds, before)}"
    apart = "care_leavers" in set(leading_grades(ds, latest.inspection)["strand"]) - set(leading_grades(ds, before.inspection)["strand"])
    return text + ("; care leavers were not judged apart then." if apart else ".")


def _judged(ds: Dataset, row) -> str:
    return result_words(ds, row.inspection)


def grades_title(ds: Dataset, name: str, cells: pd.DataFrame) -> str:
    """Heading of the grade heatmap: what changed between the last two inspections, or what the only one found."""
    graded = cells[cells["grade"].notna() & cells["no_grade"].isna()]
    inspections = list(graded["inspection"].unique())
    if not inspections:
        return f"No graded inspection of {name} is held here"
    latest = leading_grades(ds, inspections[-1])
    row = ds.inspections.set_index("inspection").loc[inspections[-1]]
    phrase = (
        result_words(ds, inspections[-1])
        if row.framework == "slac"
        else grades_phrase(latest[latest["strand"].isin(cells["strand"].unique())])
    )
    return f"{name}: {phrase} in {day(row.start, 'month' if row.date_precision != 'year' else 'year')}"


def grades_sentence(ds: Dataset, name: str, cells: pd.DataFrame) -> str:
    """Under the grade heatmap: what moved between the last two inspections, and what may not be compared."""
    table = moves(cells)
    if table.empty:
        return f"No graded inspection of {name} is held here, so there is nothing to compare."
    parts = []
    words = {"up": "better than", "down": "worse than", "same": "the same as"}
    for move, phrase in words.items():
        part = table[table["move"] == move]
        for earlier, group in part.groupby("earlier", sort=False):
            strands = joined([IN_STRAND[s] for s in group["strand"]])
            parts.append(f"{strands} {phrase} in {inspection_in_sentence(ds, earlier)}")
    text = sentence(f"The latest grade is {'; '.join(parts)}") if parts else "No two grades on the same strand can be compared directly."
    unlike = table[table["move"] == "not comparable"]
    if len(unlike):
        text += f" {sentence(joined([IN_STRAND[s] for s in unlike['strand']]) + ', the two latest grades are not directly comparable: the judgement was drawn differently')}"
    return text


def grades_alt(ds: Dataset, name: str, cells: pd.DataFrame) -> str:
    """The grade heatmap in words: each inspection and its grades."""
    inspections = cells["inspection"].unique()
    parts = [f"{column_heading(ds, i)}: {result_words(ds, i)}" for i in inspections]
    return (
        f"Grid of grades of {name}, strands by inspections. " + ". ".join(parts) + "."
        if parts
        else f"Empty grid: no inspection of {name} is held here."
    )
