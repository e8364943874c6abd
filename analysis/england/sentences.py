"""Sentences about all authorities of England."""

from __future__ import annotations

import pandas as pd

from analysis.comparison.sentences import states_phrase
from analysis.comparison.standings import Comparison
from analysis.england.reports_read import EVERY, read_once
from analysis.english import counted, day, joined, listed, lower_first, number, sentence, years
from analysis.frameworks import strand_phrases
from analysis.look_up import each
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
    every, most = int(visits["visits"].sum()), visits.iloc[0]
    began = sentence(
        f"{counted(every, 'focused visit')} that began between {day(first, 'month')} and {day(last, 'month')}"
    )[:-1]
    return f"{began} {'is' if every == 1 else 'are'} held. Most often they looked at “{most['visit_theme']}” ({most['visits']})."


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


def lag_sentence(lag: pd.DataFrame) -> str:
    """How long it takes from the first day on site to the report."""
    if lag.empty:
        return "No report is known yet."
    low, high = lag["days"].quantile([0.1, 0.9])
    return f"From the first day of an inspection to its report it took {int(lag['days'].median())} days in the middle case, and {int(low)} to {int(high)} days in eight of ten."


@kept
def moved_sentence(ds: Dataset, moved: pd.DataFrame, before: str, after: str, strand: str) -> str:
    """Who moved from one grade to another, counted, and how long it took."""
    text = f"{sentence(counted(len(moved), 'authority', 'authorities') if moved['authority'].is_unique else counted(len(moved), 'move'))[:-1]} from {before} to {after} {strand_phrases(ds)[strand]}"
    if moved.empty:
        return text + "."
    return (
        f"{text}, after {moved['days'].min():,} to {moved['days'].max():,} days."
        if len(moved) > 1
        else f"{text}, after {moved['days'].iloc[0]:,} days."
    )


@kept
def themes_title(ds: Dataset, shares: pd.DataFrame, part: str) -> str:
    """Heading of the chart of themes: what is weak most often. ``shares``: as ``themes.shares.theme_shares``."""
    if shares.empty or not shares["base"].iloc[0]:
        return "No report has been read that counts here"
    first, second = (row for row in each(shares.nlargest(2, "weak")))
    of = f"{first.base} latest reports" + ("" if part == EVERY else f" ({part})")
    more = ", more than any other theme" if first.weak > second.weak else ""
    return f"{first.label}: weak in {_none(first.weak)} of {of}{more}"


@kept
def themes_sentence(ds: Dataset, shares: pd.DataFrame, inspections: tuple[str, ...]) -> str:
    """Under the chart of themes: what is weak, strong and not covered most often, always with the base."""
    if not inspections:
        return "No full inspection that counts on this day was read paragraph by paragraph."
    told = []
    for column, words in (("weak", "weak"), ("strong", "strong"), ("not_covered", "not covered")):
        most = shares.sort_values(column, ascending=False, kind="stable").head(3)
        named = [f"{lower_first(row.label)} ({getattr(row, column)})" for row in each(most)]
        told.append(f"Most often {words}: {listed(named)}.")
    counted_here = sentence(counted_reports(ds, inspections))
    return f"{counted_here} {' '.join(told)} A theme that is not covered is no strength."


def counted_reports(ds: Dataset, inspections: tuple[str, ...]) -> str:
    """``153 latest full inspections, one for each authority, 151 of them read once``."""
    once = read_once(ds, inspections)
    how = "each read once" if once == len(inspections) else f"{_none(once)} of them read once"
    return f"{counted(len(inspections), 'latest full inspection')}, one for each authority, {how}"


def _none(count: int) -> str:
    return f"{count:,}" if count else "none"


def _do(count: int) -> str:
    return "does" if count == 1 else "do"


def share_words(weak: int, base: int) -> str:
    """``54 of 153 (35%)``: a share with its base."""
    return f"{weak} of {base} ({weak / base:.0%})"


@kept
def dividing_title(ds: Dataset, divided: pd.DataFrame, better: str, worse: str) -> str:
    """Heading of the chart by grade: which themes divide two grades. ``divided``: as ``themes_of_england.dividing``."""
    names = listed([lower_first(label) for label in divided["label"].head(3)])
    return f"What most divides {better} from {worse}: {names}"


@kept
def dividing_sentence(ds: Dataset, divided: pd.DataFrame, better: str, worse: str) -> str:
    """Under the chart by grade: the first themes with their numbers, and what half of the worse reports share."""
    first = [
        f"{lower_first(row.label)} is weak in {row.weak_worse} of {row.base_worse} reports that gave {worse}, and in {_none(row.weak_better)} of {row.base_better} that gave {better}"
        for row in each(divided.head(3))
    ]
    half = divided[divided["weak_worse"] * 2 >= divided["base_worse"]]
    shared = (
        f"In at least half of those that gave {worse}, these are weak: {listed([lower_first(name) for name in half['label']], most=10)}."
        if len(half)
        else f"No theme is weak in half of those that gave {worse}."
    )
    return f"{' '.join(map(sentence, first))} {shared}"


@kept
def theme_by_part_sentence(ds: Dataset, table: pd.DataFrame, label: str) -> str:
    """One theme in all the latest reports. ``table``: as ``themes_of_england.theme_by_part``."""
    row = table.iloc[0]
    stand = f"{_none(row['weak'])} are weak, {_none(row['mixed'])} mixed and {_none(row['strong'])} strong"
    left = int(row["not_covered"])
    missing = f" {sentence(f'{number(left)} {_do(left)} not cover it')}" if left else ""
    return f"{label}: of {row['base']} latest full inspections, {stand}.{missing} Ofsted asked for it in {_none(row['asked'])} of them."
