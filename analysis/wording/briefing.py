"""Sentences of the committee's paper and of a question as an agenda item."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from loaders import Dataset

from .citations import paragraph_words
from .names import authority_name, held_words, inspection_in_sentence, source_name
from .plain import counted, day, joined, lower_first, sentence

VOICES = "Three voices are kept apart: what Ofsted said, what the council reported, and our reading, by a rule that is published with the data. Nothing here is a score of our own."
NOTHING_CHOSEN = "No section was chosen, so this paper is empty. Choose at least one section."


def paper_title(ds: Dataset, authorities: Sequence[str]) -> str:
    """``York: inspections of children’s services``."""
    return f"{joined([authority_name(ds, authority) for authority in authorities])}: inspections of children’s services"


def paper_purpose(ds: Dataset, authority: str, others: Sequence[str], known: pd.DataFrame, as_at: pd.Timestamp) -> str:
    """What the paper is for, in one sentence or two."""
    name = authority_name(ds, authority)
    if known.empty:
        return f"No inspection of {name} is known here as at {day(as_at)}, so this paper can say nothing of it yet."
    held = f"{counted(len(known), 'inspection or visit', 'inspections and visits')}, {held_words(known)}"
    beside = f", beside {joined([authority_name(ds, other) for other in others])}" if others else ""
    return f"This paper sets out how Ofsted has judged the children’s services of {name} since {known['start'].min():%Y}{beside}. Known on {day(as_at)}: {held}."


def status_counts_sentence(ds: Dataset, authority: str, counts: Sequence[tuple[str, int]]) -> str:
    """The bars of theme statuses in words."""
    parts = [f"{lower_first(label)} {count}" for label, count in counts]
    return f"Themes of {authority_name(ds, authority)} by what became of them: {joined(parts)}."


def threads_intro(ds: Dataset, inspection: str, count: int, planned: bool) -> str:
    """What the table of recommendations shows."""
    text = f"{counted(count, 'recommendation')} of {inspection_in_sentence(ds, inspection)}: what Ofsted asked"
    return sentence(f"{text}{', what the council reported' if planned else ''}, and what later inspections found")


def beside_sentence(ds: Dataset, authority: str, others: Sequence[str], neighbours: bool) -> str:
    """Who stands beside the authority in the table."""
    kind = "the statistical neighbours whose grades are held here" if neighbours else "the authorities chosen"
    return f"{authority_name(ds, authority)} beside {kind}: {joined([authority_name(ds, other) for other in others])}. Each grade is as Ofsted published it, at the latest inspection that gave one; inspections lie years apart, and frameworks differ."


def agenda_item(ds: Dataset, row) -> str:
    """A question as an item for an agenda: whom to ask, what, and what it rests on. ``row``: a committee question."""
    return f"Question to the {lower_first(row.ask)}: {row.question} It rests on {paragraph_words(row.paragraph)} of: {source_name(ds, row.inspection)}."
