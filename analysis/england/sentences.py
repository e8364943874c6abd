"""Sentences about all authorities of England."""

from __future__ import annotations

import pandas as pd

from analysis.comparison.sentences import states_phrase
from analysis.comparison.standings import Comparison
from analysis.comparison.transitions import movement_grades
from analysis.england.movers import FELL, PAIR, ROSE_TWO, presets
from analysis.english import counted, day, joined, number, sentence, some, years
from analysis.frameworks import strand_phrases
from analysis.naming import authority_name, strand_title
from loaders import Dataset, kept


def regions_sentence(table: pd.DataFrame) -> str:
    """How many regions there are, and how large: described, never ranked."""
    regions = table.groupby("region")["authorities"].sum()
    return sentence(f"{number(len(regions))} regions of {regions.min()} to {regions.max()} authorities")


def time_between_sentence(pairs: pd.DataFrame) -> str:
    """How long it was from one full inspection to the next."""
    if pairs.empty:
        return "No two full inspections of one authority are known yet."
    low, high = pairs["days"].quantile([0.25, 0.75])
    return f"Half of the {len(pairs)} gaps between two full inspections lasted from {years(low)} to {years(high)}. The middle gap (the median) is {int(pairs['days'].median()):,} days."


def focused_visits_sentence(visits: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> str:
    """What focused visits looked at in the years that are held."""
    if visits.empty:
        return "No focused visit is known by this day."
    every, most = int(visits["visits"].sum()), int(visits["visits"].max())
    looked = some([f"“{subject}”" for subject in visits.loc[visits["visits"] == most, "visit_theme"]])
    began = sentence(
        f"{counted(every, 'focused visit')} that began between {day(first, 'month')} and {day(last, 'month')}"
    )[:-1]
    return f"{began} {'is' if every == 1 else 'are'} held. Most often they looked at {looked} ({most})."


@kept
def england_sentence(ds: Dataset, comparison: Comparison, counts: pd.Series, words: dict[str, str]) -> str:
    """The state of England on one strand, in one sentence."""
    graded = [state for state in counts.index if state in set(ds.grade_scale["grade"])]
    parts = [f"{counts[state]} {words[state]}" for state in graded]
    text = f"As at {day(comparison.day)}, of {len(comparison.authorities)} authorities "
    if not graded:
        return (
            text
            + f"none has a grade of its own {strand_phrases(ds)[comparison.strand]}: {states_phrase(ds, counts, words)}."
        )
    parts[0] = (
        f"{counts[graded[0]]} {'is' if counts[graded[0]] == 1 else 'are'} judged {words[graded[0]]} {strand_phrases(ds)[comparison.strand]}"
    )
    rest = counts.drop(graded)
    return text + joined(parts) + (f"; {states_phrase(ds, rest, words)}." if len(rest) else ".")


def movement_sentence(ds: Dataset, pairs: pd.DataFrame, strand: str) -> str:
    """How many pairs of consecutive inspections went up, down, stayed, or cannot be compared."""
    if pairs.empty:
        return "No authority here has two full inspections to compare yet."
    fair = pairs[pairs["move"].isin(["up", "down", "same"])]
    moved, more = fair["move"].value_counts(), "more pair" if len(fair) else "pair"
    if fair.empty:
        text = f"No two full inspections of one authority can be compared {strand_phrases(ds)[strand]} yet."
    else:
        text = f"Of {counted(len(fair), 'pair')} that can be compared {strand_phrases(ds)[strand]}, {moved.get('up', 0)} went up, {moved.get('down', 0)} went down and {moved.get('same', 0)} stayed the same."
    unlike = int((pairs["move"] == "not comparable").sum())
    none = int((pairs["move"] == "no grade").sum())
    if unlike:
        text += f" {sentence(counted(unlike, more))[:-1]} cannot be compared, because care leavers have been judged apart since 2023."
    if none:
        text += f" {sentence(counted(none, more))[:-1]} {'has' if none == 1 else 'have'} no grade of {'its' if none == 1 else 'their'} own on this strand at one end."
    return text


@kept
def distribution_title(ds: Dataset, strand: str, table: pd.DataFrame) -> str:
    """Heading of the years: how many of those with a grade are good or better now, and were when there first were any.

    ``table``: as ``counts_over_time``.
    """
    grades = movement_grades(ds)
    graded = table[table["state"].isin(grades)].pivot_table(
        index="day", columns="state", values="authorities", fill_value=0
    )
    if graded.empty:
        return f"{strand_title(ds, strand)}: no grades yet"
    best, good, *_ = grades
    many = graded.reindex(columns=list(grades), fill_value=0)
    high, every = many[[best, good]].sum(axis=1).astype(int), many.sum(axis=1).astype(int)
    now = f"{strand_title(ds, strand)}: {high.iloc[-1]} of {every.iloc[-1]} graded are {grades[good]} or {grades[best]}"
    return f"{now}; {high.iloc[0]} of {every.iloc[0]} were in {day(many.index[0], 'month')}" if len(many) > 1 else now


@kept
def flow_title(ds: Dataset, strand: str, pairs: pd.DataFrame) -> str:
    """Heading of the flow: the change of grade that was most frequent, if one was. ``pairs``: as ``transitions``."""
    name, grades = strand_title(ds, strand), movement_grades(ds)
    changed = pairs[pairs["move"].isin(["up", "down"])].groupby(["earlier_grade", "later_grade"]).size()
    if len(changed) < 2 or (changed == changed.max()).sum() > 1:
        return f"{name}: the flow from grade to grade"
    before, after = changed.index.to_list()[int(changed.argmax())]
    return f"{name}: the most frequent change is from {grades[before]} to {grades[after]} ({changed.max()})"


@kept
def moves_title(ds: Dataset, pairs: pd.DataFrame, strand: str) -> str:
    """Heading of which grade became which: how many rose, fell and stayed."""
    name, moved = strand_title(ds, strand), pairs["move"].value_counts()
    if not moved.reindex(["up", "down", "same"]).sum():
        return f"{name}: no two grades can be compared yet"
    up, down, same = (
        number(int(moved.get(move, 0))) if moved.get(move, 0) else "none" for move in ("up", "down", "same")
    )
    return f"{name}: {up} rose, {down} fell and {same} stayed the same"


def lag_sentence(lag: pd.DataFrame) -> str:
    """How long it takes from the first day on site to the report."""
    if lag.empty:
        return "No report is known yet."
    low, high = lag["days"].quantile([0.1, 0.9])
    return f"From the first day of an inspection to its report it took {int(lag['days'].median())} days in the middle case, and {int(low)} to {int(high)} days in eight of ten."


@kept
def movers_title(ds: Dataset, moved: pd.DataFrame, preset: str, strand: str, pair: tuple[str, str] = ("", "")) -> str:
    """Heading of who moved: how many did, and how. ``pair``: the grades, where two were chosen."""
    grades, count = movement_grades(ds), counted(len(moved), "move", "moves")
    worst, where = list(grades.values())[-1], strand_phrases(ds)[strand]
    if preset == PAIR:
        what = f"from {grades[pair[0]]} to {grades[pair[1]]}"
    elif preset == FELL:
        what = f"down to {worst}"
    else:
        what = "up by two grades or more" if preset == ROSE_TWO else f"from {presets(ds)[preset]}"
    return f"{sentence(count)[:-1]} {what} {where}"


@kept
def movers_sentence(ds: Dataset, moved: pd.DataFrame, strand: str, shown: int) -> str:
    """Under it: who was fastest, how long the middle one took, and how many are left to the table."""
    if moved.empty:
        return f"No two full inspections of one authority that may be compared moved so {strand_phrases(ds)[strand]}."
    first = moved[moved["days"] == moved["days"].min()]
    who = some([authority_name(ds, name) for name in first["authority"]])
    text = f"The fastest {'was' if len(first) == 1 else 'were'} {who}, after {int(first['days'].iloc[0]):,} days."
    if len(moved) > 2:
        text += f" In the middle case it took {years(moved['days'].median())}."
    rest = len(moved) - shown
    return f"{text} The first {shown} are drawn; the table has all." if rest else text
