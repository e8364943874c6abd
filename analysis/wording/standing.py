"""Where an authority stands and what changed: sentences about grades."""

from __future__ import annotations

import pandas as pd

from loaders import Dataset

from ..comparability import moves, strand_cells
from ..known import known_inspections
from .names import (
    IN_STRAND,
    authority_name,
    column_heading,
    grades_phrase,
    inspection_in_sentence,
    inspection_row,
    leading_grades,
    result_words,
)
from .overview import MOVE_WORDS, steps_phrase
from .plain import counted, day, joined, months, sentence


def standing_sentence(ds: Dataset, authority: str, as_at: pd.Timestamp | None) -> str:
    """Where an authority stands: its latest grades, the ones before, and what is not known."""
    name = authority_name(ds, authority)
    known = known_inspections(ds, authority, as_at)
    if known.empty:
        return f"No inspection of {name} is known here."
    graded = known[known["inspection"].isin(ds.grades.loc[ds.grades["grade"].notna(), "inspection"])]
    if graded.empty:
        return f"No graded inspection of {name} is held here. {_visits_only(ds, known)}"
    latest = graded.iloc[-1]
    result = result_words(ds, latest.inspection)
    when = months(latest.start, latest.end, latest.date_precision)
    fell = moves(strand_cells(ds, [authority], as_at)).query("move == 'down'")
    if len(fell):  # the fall names the grades before, so they are not told again
        return f"{name} fell {steps_phrase(fell).replace('; ', ', and ')}. After the inspection of {when} it was judged {result}."
    text = f"{name} was judged {result} after the inspection of {when}."
    if len(graded) == 1:
        return f"{text} It is the only graded inspection held here."
    before = graded.iloc[-2]
    text += f" In {months(before.start, before.end, before.date_precision)} it was {_short_result(ds, before.inspection)}"
    apart = "care_leavers" in set(leading_grades(ds, latest.inspection)["strand"]) - set(leading_grades(ds, before.inspection)["strand"])
    return text + ("; care leavers were not judged apart then." if apart else ".")


def _visits_only(ds: Dataset, known: pd.DataFrame) -> str:
    last = known.iloc[-1]
    return sentence(
        f"{counted(len(known), 'inspection or visit is', 'inspections and visits are')} known, the last of them {inspection_in_sentence(ds, last.inspection)}"
    )


def _short_result(ds: Dataset, inspection: str) -> str:
    """``Good in all four``: the sentence before has already said that these are judgements."""
    return result_words(ds, inspection).removesuffix(" judgements")


def grades_title(ds: Dataset, name: str, cells: pd.DataFrame) -> str:
    """Heading of the grade heatmap: what changed between the last two inspections, or what the only one found."""
    graded = cells[cells["grade"].notna() & cells["no_grade"].isna()]
    inspections = list(graded["inspection"].unique())
    if not inspections:
        return f"No graded inspection of {name} is held here"
    latest = leading_grades(ds, inspections[-1])
    row = inspection_row(ds, inspections[-1])
    phrase = (
        result_words(ds, inspections[-1])
        if row.framework == "slac"
        else grades_phrase(latest[latest["strand"].isin(cells["strand"].unique())])
    )
    return f"{name}: {phrase} in {day(row.start, 'month' if row.date_precision != 'year' else 'year')}"


def _compared(ds: Dataset, earlier: str, table: pd.DataFrame) -> str:
    """``Compared with the inspection of March 2022, the grade is better for leaders and the same overall.``"""
    parts = [
        f"{word} {joined([IN_STRAND[s] for s in part['strand']])}"
        for move, word in MOVE_WORDS.items()
        if len(part := table[table["move"] == move])
    ]
    return f"Compared with {inspection_in_sentence(ds, earlier)}, the grade is {'; '.join(parts)}."


def grades_sentence(ds: Dataset, name: str, cells: pd.DataFrame) -> str:
    """Under the grade heatmap: what moved between the last two inspections, and what may not be compared."""
    table = moves(cells)
    if table.empty:
        return f"No graded inspection of {name} is held here, so there is nothing to compare."
    parts = [_compared(ds, earlier, group) for earlier, group in table[table["move"].isin(MOVE_WORDS)].groupby("earlier", sort=False)]
    text = " ".join(parts) or "No two grades on the same strand can be compared directly."
    unlike = table[table["move"] == "not comparable"]
    if len(unlike):
        text += f" {sentence(joined([IN_STRAND[s] for s in unlike['strand']]) + ', the two latest grades are not directly comparable: the judgement was drawn differently')}"
    return text


def grades_alt(ds: Dataset, name: str, cells: pd.DataFrame) -> str:
    """The grade heatmap in words: each inspection that gave grades, and how many gave none."""
    inspections = list(cells["inspection"].unique())
    return (
        f"Grid of grades of {name}, strands by inspections. " + results(ds, inspections)
        if inspections
        else f"Empty grid: no inspection of {name} is held here."
    )


def results(ds: Dataset, inspections: list[str]) -> str:
    """What each inspection decided, those without grades only counted."""
    graded = [inspection for inspection in inspections if len(leading_grades(ds, inspection))]
    others = len(inspections) - len(graded)
    parts = [f"{column_heading(ds, inspection)}: {result_words(ds, inspection)}." for inspection in graded]
    return " ".join(
        [
            *parts,
            *(
                [sentence(f"{counted(others, 'other inspection or visit', 'other inspections and visits')} without grades")]
                if others
                else []
            ),
        ]
    )
