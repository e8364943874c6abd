"""What a presenter may need beside a screen of a meeting: the paragraph behind each claim, in Ofsted's words or ours."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from analysis import citations, naming
from analysis.findings.paragraphs import Spoken, quotes, spoken, summaries
from analysis.grades.sentences import change_words
from analysis.look_up import each
from analysis.recommendations.thread import Thread, key_evidence
from loaders import Dataset

MOST = 12
"""Notes on one screen."""

HARDEST, KINDEST = ("concern", "mixed", "strength"), ("strength", "mixed", "concern")


class Note(NamedTuple):
    """A claim, where the paragraph behind it stands (empty where the claim is a count), and what it says."""

    claim: str
    place: str
    words: str


def grade_notes(ds: Dataset, moves: pd.DataFrame) -> tuple[Note, ...]:
    """Where each grade was given, and what it was before. ``moves``: as ``comparability.moves``."""
    return tuple(
        Note(
            f"{naming.strand_title(ds, row.strand)}: {row.later_grade if isinstance(row.later_grade, str) else 'no grade of its own'}",
            naming.source_name(ds, row.later),
            change_words(ds, row),
        )
        for row in each(moves)
    )


def theme_notes(ds: Dataset, statuses: Iterable[Any]) -> tuple[Note, ...]:
    """The paragraph that speaks most plainly of each theme at its last look. ``statuses``: rows of ``theme_recurrence``."""
    found = []
    for row in list(statuses)[:MOST]:
        if said := _spoken(ds, row):
            place = citations.place(ds, said.inspection, said.paragraph, said.page)
            words = f"{summaries(ds)[said.inspection, said.paragraph]} {said.words}" if said.quoted else said.text
            found.append(Note(f"{row.label}: {row.status_label.lower()}", place, words))
    return tuple(found)


def theme_lines(ds: Dataset, statuses: Iterable[Any]) -> list[str]:
    """What its last look says of each theme, as a line: ``Domestic abuse: “…” (Inspection of March 2023, paragraph 3, page 2)``."""
    found = []
    for row in statuses:
        if said := _spoken(ds, row):
            place = citations.place(ds, said.inspection, said.paragraph, said.page)
            found.append(f"{row.label}: {f'“{said.text}”' if said.quoted else said.text} ({place})")
    return found


def _spoken(ds: Dataset, row: Any) -> Spoken | None:
    return spoken(ds, row.last_counted, row.theme, KINDEST if row.status == "now_praised" else HARDEST)


def thread_note(ds: Dataset, thread: Thread) -> tuple[tuple[Note, ...], list[str]]:
    """What Ofsted asked for in its words and what the latest reading rests on, as notes; the latter as a line too."""
    row = thread.recommendation
    inspection, name = row["inspection"], row["recommendation"]
    asked = Note("Ofsted asked", citations.recommendation_place(ds, inspection, name), f"“{row['quote']}”")
    found = key_evidence(ds, inspection, name)
    if found is None:
        return (asked,), []
    return (asked, Note("The reading rests on", found[1], found[0])), [f"{found[0]} ({found[1]})"]


def question_notes(ds: Dataset, questions: pd.DataFrame) -> tuple[Note, ...]:
    """The paragraph on which each question rests, with its quote. ``questions``: as ``committee_questions``."""
    found = []
    for row in each(questions):
        key = row.inspection, row.paragraph
        words = (
            f"{summaries(ds)[key]} “{quotes(ds)[key]}”" if isinstance(row.paragraph, str) else "The grades themselves."
        )
        found.append(Note(row.question, citations.place(ds, *key), words))
    return tuple(found)
