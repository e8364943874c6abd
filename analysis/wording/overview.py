"""Sentences of the overview: what got better, what keeps coming back, then and now."""

from __future__ import annotations

import pandas as pd

from loaders import Dataset

from .names import IN_STRAND, inspection_in_sentence, inspection_row
from .plain import counted, day, joined, lower_first, sentence, some
from .themes import gaps_sentence, theme_names

MOVE_WORDS = {"up": "better", "down": "worse", "same": "the same"}
"""Moves that may be spoken of, in words."""


def change_words(ds: Dataset, move) -> str:
    """What changed on one strand, in a cell: ``better than in March 2022``; and why not, where it may not be compared."""
    if move.move == "first":
        return "first grade held here"
    if move.move == "none":
        return ds.no_grade.set_index("no_grade")["label"][move.no_grade].lower()
    row = inspection_row(ds, move.earlier)
    when = day(row.start, "year" if row.date_precision == "year" else "month")
    if move.move == "not comparable":
        return f"not comparable with {when}: the judgement was drawn differently"
    return f"{MOVE_WORDS[move.move]} {'as' if move.move == 'same' else 'than'} in {when}"


def better_sentences(ds: Dataset, moves: pd.DataFrame, statuses: pd.DataFrame) -> list[str]:
    """What got better: grades that rose, themes now praised."""
    lines = []
    for earlier, part in moves[moves["move"] == "up"].groupby("earlier", sort=False):
        lines.append(
            sentence(f"the grade rose {joined([IN_STRAND[s] for s in part['strand']])} since {inspection_in_sentence(ds, earlier)}")
        )
    praised = list(statuses.loc[statuses["status"] == "now_praised", "label"])
    if praised:
        lines.append(
            sentence(
                f"{counted(len(praised), 'theme')} raised before {'is' if len(praised) == 1 else 'are'} praised now: {some([lower_first(label) for label in praised])}"
            )
        )
    steady = int((statuses["status"] == "steady_strength").sum())
    if steady:
        lines.append(
            sentence(
                f"{counted(steady, 'theme was', 'themes were')} praised each time {'it was' if steady == 1 else 'they were'} looked at"
            )
        )
    return lines or ["Nothing that can be compared got better yet."]


def back_sentences(ds: Dataset, moves: pd.DataFrame, statuses: pd.DataFrame, asked: pd.DataFrame) -> list[str]:
    """What keeps coming back: themes that recur or slipped back, matters asked for again, grades that fell."""
    lines = []
    for earlier, part in moves[moves["move"] == "down"].groupby("earlier", sort=False):
        lines.append(
            sentence(f"the grade fell {joined([IN_STRAND[s] for s in part['strand']])} since {inspection_in_sentence(ds, earlier)}")
        )
    for status, words in (
        ("recurring", "raised in a row"),
        ("raised_again", "raised again"),
        ("slipped_back", "slipped back"),
        ("newly_raised", "newly raised"),
    ):
        names = theme_names(ds, statuses[statuses["status"] == status])
        if names:
            lines.append(sentence(f"{words}: {some(names)}"))
    if len(asked):
        lines.append(
            sentence(
                f"{counted(len(asked), 'earlier recommendation')} asked for again, whole or in part, in {inspection_in_sentence(ds, asked['later'].iloc[0])}"
            )
        )
    gaps = gaps_sentence(ds, statuses)
    return [*(lines or ["No theme keeps coming back."]), *([gaps] if gaps else [])]


def pair_title(label: str, direction: str) -> str:
    """Heading of a pair of quotes: ``Supervision: criticised then, praised now``."""
    return f"{label}: {'criticised then, praised now' if direction == 'better' else 'praised then, criticised now'}"


def grade_and_year(ds: Dataset, grade: str, inspection: str) -> str:
    """``Good (2016)``."""
    return f"{grade} ({inspection_row(ds, inspection).start:%Y})"
