"""Grades as Ofsted published them, what they meant, and the crosswalk to the common strands."""

from __future__ import annotations

import pandas as pd

from analysis import english, naming
from analysis.known import known_inspections
from analysis.look_up import look_up
from analysis.selection import Selection
from loaders import Dataset, kept


@kept
def published_grades(ds: Dataset, selection: Selection) -> list[tuple[str, pd.DataFrame, list[str]]]:
    """For each graded inspection of the chosen authorities, newest first: caption, its judgements in printed order, grades.

    Columns: Judgement, Grade as published, Common strand. Where the report has them, Set stands first and Number printed last.
    """
    tables = []
    for authority in selection.authorities:
        known = known_inspections(ds, authority)
        for inspection in known["inspection"].iloc[::-1]:
            grades = ds.grades[ds.grades["inspection"] == inspection]
            if len(grades):
                caption = f"{naming.inspection_label(ds, inspection)}: {english.counted(len(grades), 'judgement')}"
                tables.append((caption, _table(ds, grades), list(grades["grade"].fillna("not_judged"))))
    return tables


def _table(ds: Dataset, grades: pd.DataFrame) -> pd.DataFrame:
    strands = look_up(ds, "strands", "strand", "label")
    table = pd.DataFrame(
        {
            "Judgement": grades["judgement_label"],
            "Grade as published": grades["grade_as_published"],
            "Common strand": grades["strand"].map(strands),
        }
    )
    if grades["set"].notna().any():
        table.insert(0, "Set", grades["set"].map(ds.sets.set_index("set")["label"].groupby(level=0).first()))
        table.insert(3, "Number printed", grades["number_as_published"].map(lambda n: "none" if pd.isna(n) else str(n)))
    return table


@kept
def grade_meanings(ds: Dataset) -> pd.DataFrame:
    """One row per framework and grade.

    Columns: Framework, Grade as published, Ofsted’s definition (a short quote, or that none is held).
    """
    words = ds.grade_words.dropna(subset="grade").drop_duplicates(["framework", "grade"])
    labels = look_up(ds, "frameworks", "framework", "short_label")
    meaning = words["meaning"].map(
        lambda text: f"“{text}”" if isinstance(text, str) else "not printed in a report held here"
    )
    return pd.DataFrame(
        {
            "Framework": words["framework"].map(labels),
            "Grade as published": words["grade_as_published"],
            "Ofsted’s definition": meaning,
        }
    )


@kept
def crosswalk(ds: Dataset) -> pd.DataFrame:
    """One row per judgement. Columns: Framework, Judgement, Common strand, Fit, Shown for the strand, Why."""
    return pd.DataFrame(
        {
            "Framework": ds.judgements["framework"].map(look_up(ds, "frameworks", "framework", "short_label")),
            "Judgement": ds.judgements["label"],
            "Common strand": ds.judgements["strand"].map(look_up(ds, "strands", "strand", "label")),
            "Fit": ds.judgements["fit"].map(look_up(ds, "fits", "fit", "label")),
            "Shown for the strand": ds.judgements["leads"].map({True: "yes", False: ""}),
            "Why": ds.judgements["why"],
        }
    )
