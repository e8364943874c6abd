"""Sentences of the overview: what got better, what keeps coming back, then and now."""

from __future__ import annotations

import pandas as pd

from loaders import Dataset

from .names import IN_STRAND, inspection_in_sentence, inspection_row
from .plain import counted, day, joined, listed, lower_first, sentence
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


def better_sentences(ds: Dataset, moves: pd.DataFrame, statuses: pd.DataFrame, earlier_rise: str | None = None) -> list[str]:
    """What got better: grades that rose, themes now praised; else since when nothing did, and the last rise before."""
    lines = grade_moves(ds, moves, "up")
    praised = list(statuses.loc[statuses["status"] == "now_praised", "label"])
    if praised:
        lines.append(
            sentence(
                f"{counted(len(praised), 'theme')} raised before {'is' if len(praised) == 1 else 'are'} praised now: {listed([lower_first(label) for label in praised])}"
            )
        )
    steady = int((statuses["status"] == "steady_strength").sum())
    if steady:
        lines.append(
            sentence(
                f"{counted(steady, 'theme was', 'themes were')} praised each time {'it was' if steady == 1 else 'they were'} looked at"
            )
        )
    return lines or [nothing_moved(ds, moves, "got better"), *([earlier_rise] if earlier_rise else [])]


def worse_sentences(ds: Dataset, moves: pd.DataFrame, statuses: pd.DataFrame) -> list[str]:
    """What got worse: grades that fell, whether a report was coded or not, and themes that slipped back."""
    lines = grade_moves(ds, moves, "down")
    names = theme_names(ds, statuses[statuses["status"] == "slipped_back"])
    if names:
        lines.append(sentence(f"praised before, now weak: {listed(names)}"))
    return lines or [nothing_moved(ds, moves, "got worse")]


def grade_moves(ds: Dataset, moves: pd.DataFrame, direction: str) -> list[str]:
    """One sentence per earlier inspection that grades moved since. ``moves``: as ``comparability.moves``; ``direction``: ``up`` or ``down``."""
    verb = {"up": "rose", "down": "fell"}[direction]
    return [
        f"The grade {verb} since {inspection_in_sentence(ds, earlier)}: {steps_phrase(part)}."
        for earlier, part in moves[moves["move"] == direction].groupby("earlier", sort=False)
    ]


def steps_phrase(moves: pd.DataFrame) -> str:
    """``overall and for leaders, from Good to Inadequate; for care leavers, from Outstanding to Good``: moves by their two grades."""
    pairs = moves.groupby(["earlier_grade", "later_grade"], sort=False)["strand"]
    return "; ".join(f"{joined([IN_STRAND[s] for s in strands])}, from {before} to {after}" for (before, after), strands in pairs)


def nothing_moved(ds: Dataset, moves: pd.DataFrame, what: str) -> str:
    """Why nothing stands in a list: since when nothing moved, or that nothing can be compared."""
    fair = moves[moves["move"].isin(MOVE_WORDS)]
    if len(fair):
        return f"Nothing that can be compared {what} since {inspection_in_sentence(ds, fair['earlier'].iloc[0])}."
    if moves.empty:
        return "No graded inspection is held here, so nothing can be compared."
    if moves["earlier"].isna().all():
        return "Only one graded inspection is held here, so nothing can be compared yet."
    return f"No two of the grades held here can be compared, so nothing can be said of what {what}."


def last_rise_sentence(ds: Dataset, rise: pd.DataFrame) -> str | None:
    """The last rise that is held, by its two inspections; None where no grade ever rose. ``rise``: as ``comparability.last_rise``."""
    if rise.empty:
        return None
    first, last = inspection_in_sentence(ds, rise["earlier"].iloc[0]), inspection_in_sentence(ds, rise["later"].iloc[0])
    return f"The last rise held here came between {first} and {last}: {steps_phrase(rise)}."


def back_sentences(ds: Dataset, statuses: pd.DataFrame, asked: pd.DataFrame) -> list[str]:
    """What keeps coming back: themes that recur, matters asked for again; then what was raised for the first time."""
    lines = []
    for status, words in (("recurring", "raised in a row"), ("raised_again", "raised again")):
        names = theme_names(ds, statuses[statuses["status"] == status])
        if names:
            lines.append(sentence(f"{words}: {listed(names)}"))
    if len(asked):
        lines.append(
            sentence(
                f"{counted(len(asked), 'earlier recommendation')} asked for again, whole or in part, in {inspection_in_sentence(ds, asked['later'].iloc[0])}"
            )
        )
    lines = lines or ["No theme keeps coming back."]
    new = theme_names(ds, statuses[statuses["status"] == "newly_raised"])
    if new:
        lines.append(sentence(f"not a return but raised for the first time: {listed(new)}"))
    gaps = gaps_sentence(ds, statuses)
    return [*lines, *([gaps] if gaps else [])]


def pair_title(label: str, direction: str) -> str:
    """Heading of a pair of quotes: ``Supervision: criticised then, praised now``."""
    return f"{label}: {'criticised then, praised now' if direction == 'better' else 'praised then, criticised now'}"


def grade_and_year(ds: Dataset, grade: str, inspection: str) -> str:
    """``Good (2016)``."""
    return f"{grade} ({inspection_row(ds, inspection).start:%Y})"
