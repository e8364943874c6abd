"""Sentences about England year by year."""

from __future__ import annotations

import pandas as pd

from analysis.comparison.standings import Comparison
from analysis.england.by_year import NO_SUCH, OTHER, judgement_of, year_words
from analysis.english import counted, joined, number, sentence, some, years
from analysis.frameworks import strand_phrases
from analysis.grades.spell_sentences import best_grades, best_words
from analysis.look_up import look_up
from analysis.naming import strand_title
from loaders import Dataset

LEAST = 10
"""Inspections in a year, below which no share of it is spoken of."""


def _best(ds: Dataset, table: pd.DataFrame, framework: str) -> list[tuple[int, int, int]]:
    """Year, inspections at the two best grades, and base: of each year of a framework with enough inspections."""
    rows = table[(table["framework"] == framework) & (table["base"] >= LEAST)]
    return [
        (
            int(str(year)),
            int(part.loc[part["state"].isin(best_grades(ds)), "inspections"].sum()),
            int(part["base"].iloc[0]),
        )
        for year, part in rows.groupby("year")
    ]


def by_year_title(ds: Dataset, comparison: Comparison, table: pd.DataFrame) -> str:
    """What the newest framework with two whole years shows, and never more than one framework at once."""
    judged = table[table["state"] != NO_SUCH]
    for framework in list(dict.fromkeys(judged["framework"]))[::-1]:
        found = _best(ds, judged, framework)
        if len(found) > 1:
            (first, good, base), (last, better, of) = found[0], found[-1]
            return f"{best_words(ds)} {strand_phrases(ds)[comparison.strand]}: {good / base:.0%} of inspections of {year_words(first)}, {better / of:.0%} of {year_words(last)}"
    return f"{strand_title(ds, comparison.strand)}: full inspections by grade, year by year"


def by_year_sentence(ds: Dataset, table: pd.DataFrame) -> str:
    """How many inspections there were under each framework, and that no year is compared across two."""
    if table.empty:
        return "No full inspection is known by this day."
    names = look_up(ds, "frameworks", "framework", "short_label")
    counts = table.groupby("framework", sort=False)["inspections"].sum()
    parts = [f"{names[framework]} {count}" for framework, count in counts.items()]
    return f"{counted(int(counts.sum()), 'inspection')} since {year_words(int(table['year'].min()))}: {joined(parts)}. Compare years within one framework, not across two."


def by_year_key(ds: Dataset, comparison: Comparison, table: pd.DataFrame) -> str:
    """Which judgement stands for each framework, where it is not the strand itself."""
    labels = ds.judgements.set_index(["framework", "judgement"])
    names = look_up(ds, "frameworks", "framework", "short_label")
    parts = []
    for framework in dict.fromkeys(table["framework"]):
        judgement = judgement_of(ds, framework, comparison.strand)
        if judgement is None:
            parts.append(f"{names[framework]}: no such judgement")
        elif (
            labels.loc[(framework, judgement), "strand"] != comparison.strand
            or labels.loc[(framework, judgement), "indicative"]
        ):
            row = labels.loc[(framework, judgement)]
            covers = f", {row['covers']}" if isinstance(row["covers"], str) else ""
            parts.append(f"{names[framework]}: {row['label'].lower()}{covers}")
    shown = f" Shown is the judgement that stands for it. {'. '.join(parts)}." if parts else ""
    return f"A column is a year from 1 April to 31 March, with its number of inspections. Of some only the day of publication is known; it stands for the first day.{shown}"


def visits_by_year_sentence(table: pd.DataFrame) -> str:
    """How many visits, and what they looked at most in the first and in the last year."""
    if table.empty:
        return "No focused visit is known by this day."
    own = table[table["subject"] != OTHER].set_index("subject")
    total = int(table.drop(columns="subject").to_numpy().sum())
    years_held = list(own.columns)
    ends = [year for year in dict.fromkeys((years_held[0], years_held[-1])) if own[year].sum()]
    most_of = {year: some([f"“{subject}”" for subject in own.index[own[year] == own[year].max()]]) for year in ends}
    parts = [f"in {year} at {most_of[year]} ({own[year].max()})" for year in ends]
    most = f" Most often they looked {joined(parts)}." if parts else ""
    return f"{sentence(counted(total, 'focused visit'))[:-1]} whose subject is known.{most}"


def gaps_by_year_sentence(table: pd.DataFrame) -> str:
    """How long authorities waited for their next full inspection, in the first and in the last year with enough of them."""
    if table.empty:
        return "No two full inspections of one authority are known yet."
    enough = table[table["pairs"] >= LEAST]
    pairs = int(table["pairs"].sum())
    text = f"{sentence(counted(pairs, 'time'))[:-1]} between two full inspections of one authority"
    if len(enough) < 2:
        return f"{text}."
    first, last = enough.iloc[0], enough.iloc[-1]
    return f"{text}. In {first['year']} the middle one of {number(int(first['pairs']))} was {years(first['median'])}, in {last['year']} that of {number(int(last['pairs']))} was {years(last['median'])}."
