"""Sentences about grades over time: how an authority came to where it stands, and several beside each other."""

from __future__ import annotations

from itertools import groupby
from typing import Any

import pandas as pd

from analysis.english import counted, joined, lower_first, number, sentence
from analysis.frameworks import strand_phrases, strands
from analysis.grades.spells import at_year_ends
from analysis.look_up import each, look_up, tuples
from analysis.naming import authority_name, strand_title
from loaders import Dataset

LONGEST = 700
"""Letters of a history in words: it is heard in one go."""


def chain(found: pd.DataFrame, strand: str) -> list[Any]:
    """The grades on a strand up to the one that stands, as far back as each may be compared with the next; none without one now."""
    part = list(each(found[found["strand"] == strand]))
    if not part or not isinstance(part[-1].grade, str):
        return []
    kept: list[Any] = []
    for spell in reversed([spell for spell in part if isinstance(spell.grade, str)]):
        kept.insert(0, spell)
        if spell.move not in ("up", "down", "same"):
            break
    return kept


def history_title(ds: Dataset, name: str, found: pd.DataFrame) -> str:
    """The way to the present: overall, or else on the strand on which it is longest: ``York overall: Good in 2016, Outstanding in 2022 and 2025``."""
    chains = {strand: way for strand in strands(ds) if (way := chain(found, strand))}
    if not chains:
        return f"No grade of {name} stands here" if len(found) else f"No graded inspection of {name} is held here"
    first = next(iter(chains))
    strand = (
        first if len(chains[first]) > 1 and first == strands(ds)[0] else max(chains, key=lambda one: len(chains[one]))
    )
    labels = look_up(ds, "grade_scale", "grade", "label")
    steps = [(grade, [f"{spell.start:%Y}" for spell in part]) for grade, part in groupby(chains[strand], lambda spell: labels[spell.grade])]  # fmt: skip
    return f"{name} {strand_phrases(ds)[strand]}: {', '.join(f'{grade} in {joined(years)}' for grade, years in steps)}"


def history_alt(ds: Dataset, found: pd.DataFrame, visits: int) -> str:
    """A history in words: the grades of each strand with their years, fewer of them where there are many."""
    if not found["grade"].notna().any():
        return "Empty chart: no graded inspection is held here."
    given: dict[str, list[Any]] = {strand: [] for strand in strands(ds)}
    for spell in each(found[found["grade"].notna()]):
        given[spell.strand].append(spell)
    for most in (9, 4, 3, 2, 1):
        parts = [_strand_words(ds, strand, graded, most) for strand, graded in given.items()]
        text = " ".join(["Bars of time, one row per strand; a semicolon parts grades that may not be compared.", *filter(None, parts)])  # fmt: skip
        if len(text) <= LONGEST:
            break
    return f"{text} {sentence(counted(visits, 'visit') + ' without grades')}"


def _strand_words(ds: Dataset, strand: str, graded: list[Any], most: int) -> str:
    text, labels = "", look_up(ds, "grade_scale", "grade", "label")
    for spell in graded[-most:]:
        text += f"{'' if not text else '; ' if spell.move == 'not comparable' else ', then '}{labels[spell.grade]} {spell.start:%Y}"  # fmt: skip
    earlier = "" if len(graded) <= most else ", latest grades"
    return f"{strand_title(ds, strand)}{earlier}: {text}." if text else ""


def standing_now(ds: Dataset, found: pd.DataFrame, strand: str) -> dict[str, str]:
    """The words of the grade that stands on a strand, by authority; those without one are left out. ``found``: as ``spells``."""
    last = found[found["strand"] == strand].groupby("authority", sort=False).tail(1)
    last = last[last["until"].notna() & last["grade"].notna()]
    labels = look_up(ds, "grade_scale", "grade", "label")
    return {row.authority: labels[row.grade] for row in each(last)}


def beside_title(ds: Dataset, subject: str, found: pd.DataFrame, shown: tuple[str, ...]) -> str:
    """Who stands best, of several authorities, on the first strand on which the subject has a grade."""
    name, labels = authority_name(ds, subject), list(ds.grade_scale["label"])
    for strand in shown:
        now = standing_now(ds, found, strand)
        if subject in now:
            better = sum(labels.index(grade) < labels.index(now[subject]) for grade in now.values())
            others = len(now) - 1
            like = [authority_name(ds, one) for one, grade in now.items() if grade == now[subject] and one != subject]
            alike = sum(grade == now[subject] for grade in now.values()) - 1
            phrase = strand_phrases(ds)[strand]
            if better:
                return f"{name} is {now[subject]} {phrase}; {number(better)} of {counted(others, 'other')} {'stands' if better == 1 else 'stand'} higher"
            with_it = (
                f" and {joined(like) if alike == 1 else counted(alike, 'other')} stand"
                if alike
                else " stands"
                if others
                else " has the only grade"
            )
            return f"{name}{with_it} {'highest ' if others else ''}{phrase}: {now[subject]}"
    return f"{name} and {counted(found['authority'].nunique() - 1, 'other')}: grades over time"


def beside_sentence(ds: Dataset, authorities: tuple[str, ...], found: pd.DataFrame, shown: tuple[str, ...]) -> str:
    """What each of the authorities stands at on the first strand shown, and how often grades rose and fell."""
    if not found["grade"].notna().any():
        return "No grade of these authorities is held here."
    strand = next((strand for strand in shown if standing_now(ds, found, strand)), shown[0])
    now = standing_now(ds, found, strand)
    groups: dict[str, list[str]] = {}
    for authority in authorities:
        groups.setdefault(now.get(authority, "no grade that stands"), []).append(authority_name(ds, authority))
    order = [*ds.grade_scale["label"], "no grade that stands"]
    parts = [f"{grade} ({joined(groups[grade])})" for grade in order if grade in groups]
    moves = found[found["strand"].isin(shown)]["move"].value_counts()
    return f"{strand_title(ds, strand)} now: {'; '.join(parts)}. Since {found['start'].min():%Y}, grades that may be compared rose {times(int(moves.get('up', 0)))} and fell {times(int(moves.get('down', 0)))}."


def best_grades(ds: Dataset) -> dict[str, str]:
    """Return the two best grades of the scale, and their words."""
    best = ds.grade_scale[ds.grade_scale["rank"] <= 2]
    return dict(tuples(best, "grade", "label"))


def best_words(ds: Dataset) -> str:
    """``Good or Outstanding``: the two best grades in words."""
    return " or ".join([*best_grades(ds).values()][::-1])


def times(count: int) -> str:
    """``once``, ``twice``, ``seven times``, ``not once``."""
    return {0: "not once", 1: "once", 2: "twice"}.get(count, f"{number(count)} times")


def beside_alt(ds: Dataset, found: pd.DataFrame, shown: tuple[str, ...], what: str) -> str:
    """Several authorities over time in words: what each stands at, on the strands for which there is room."""
    text = f"{what}. Grades that stand now."
    for strand in shown:
        now = standing_now(ds, found, strand)
        groups: dict[str, list[str]] = {}
        for authority, grade in now.items():
            groups.setdefault(grade, []).append(authority_name(ds, authority))
        part = f" {strand_title(ds, strand)}: {'; '.join(f'{grade} ({joined(names)})' for grade, names in groups.items())}."
        if groups and len(text) + len(part) <= LONGEST:
            text += part
    return text


def rug_title(ds: Dataset, found: pd.DataFrame, shown: tuple[str, ...]) -> str:
    """How many grades moved on the first strand shown, year by year."""
    strand = next((strand for strand in shown if standing_now(ds, found, strand)), shown[0])
    moves = found[found["strand"] == strand]["move"].value_counts()
    return f"{strand_title(ds, strand)}, year by year: grades rose {times(int(moves.get('up', 0)))} and fell {times(int(moves.get('down', 0)))}"


def rug_sentence(ds: Dataset, authorities: tuple[str, ...], shown: tuple[str, ...]) -> str:
    """What the rug shows, and how many authorities stood at the best two grades when it began to be held of all, and now."""
    cells = at_year_ends(ds, authorities)
    strand = next((one for one in shown if len(cells[(cells["strand"] == one) & cells["grade"].notna()])), shown[0])
    own = cells[(cells["strand"] == strand) & cells["grade"].notna()]
    if own.empty:
        return "No grade of these authorities is held here."
    held = own.groupby("year")["authority"].nunique()
    most, last = int(held[held == held.max()].index[0]), int(own["year"].max())
    good = {
        year: int(own[(own["year"] == year) & own["grade"].isin(best_grades(ds))]["authority"].nunique())
        for year in (most, last)
    }
    named = lower_first(strand_title(ds, strand))
    text = f"{sentence(named)[:-1]}: at the end of {most}, {number(good[most]) if good[most] else 'none'} of {number(int(held[most]))} stood at {best_words(ds)}"
    return text + (
        f"; {'now' if last == ds.as_at.year else f'at the end of {last}'}, {number(good[last]) if good[last] else 'none'} of {number(int(held[last]))}."
        if last > most
        else "."
    )
