"""England year by year since 2009: the grades of all full inspections, visits by what they looked at, time between inspections."""

from __future__ import annotations

import pandas as pd

from analysis.comparison.standings import Comparison, counting_by
from analysis.frameworks import strands
from analysis.look_up import each, look_up
from loaders import Dataset, kept

NO_SUCH = "not_in_framework"
"""The state of an inspection under a framework that has no such judgement."""
OTHER = "Other subjects"
MOST = 10
"""Subjects of visits that have a row of their own."""


def year_of(day: pd.Timestamp) -> int:
    """Return the year to 31 March in which a day lies, by the year that it begins in: Ofsted counts so."""
    return day.year if day.month >= 4 else day.year - 1


def year_words(year: int) -> str:
    """``2009/10``: a year from 1 April to 31 March."""
    return f"{year}/{(year + 1) % 100:02d}"


@kept
def counting(ds: Dataset, comparison: Comparison, kind: str = "gives_grades") -> pd.DataFrame:
    """Return the inspections of all England that count on the day, of frameworks with a flag: ``gives_grades``, ``full`` or
    ``counted_by_theme``; of the last only visits whose subject is known. Columns: those of ``ds.inspections``."""
    rows = counting_by(ds.inspections, comparison.basis, comparison.day)
    rows = rows[rows["framework"].isin(ds.frameworks.loc[ds.frameworks[kind], "framework"])]
    return rows[rows["visit_theme"].notna()] if kind == "counted_by_theme" else rows


@kept
def judgement_of(ds: Dataset, framework: str, strand: str) -> str | None:
    """Return the judgement of a framework that stands for a strand; for the first strand, overall, where it has none, its
    leading one: the first that speaks for the whole inspection. None where there is none."""
    own = ds.judgements[ds.judgements["framework"] == framework]
    on_strand = own[own["leads"] & (own["strand"] == strand)]
    if on_strand.empty and strand == strands(ds)[0]:
        row = ds.frameworks.set_index("framework").loc[framework]
        speaking = own[own["phrase"].notna()] if row["full"] else own[own["leads"]]
        on_strand = speaking if pd.isna(row["part_of"]) else own[:0]
    return None if on_strand.empty else str(on_strand["judgement"].iloc[0])


@kept
def grades_by_year(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """The full inspections of each framework and year by the grade on the strand of the comparison, of all authorities.

    Columns: framework, year (as ``year_of``), state (a grade, or ``not_in_framework``), inspections, base (inspections of
    that framework and year). In order of frameworks and years.
    """
    part_of = look_up(ds, "frameworks", "framework", "part_of")
    inspections = counting(ds, comparison)
    grades = ds.grades[["inspection", "judgement", "grade"]]
    parts = []
    for row in each(ds.frameworks[ds.frameworks["gives_grades"]]):
        rows = inspections[inspections["framework"] == row.framework]
        judgement = judgement_of(ds, row.framework, comparison.strand)
        if judgement is None and (not row.full or rows.empty):
            continue
        given = grades[grades["judgement"] == judgement].set_index("inspection")["grade"].dropna()
        state = rows["inspection"].map(given) if judgement else pd.Series(NO_SUCH, rows.index)
        group = part_of[row.framework] if isinstance(part_of[row.framework], str) else row.framework
        parts.append(pd.DataFrame({"framework": group, "year": rows["start"].map(year_of), "state": state}))
    table = pd.concat([part for part in parts if len(part)] or [pd.DataFrame(columns=["framework", "year", "state"])])
    counted = (
        table.dropna(subset="state").groupby(["framework", "year", "state"]).size().rename("inspections").reset_index()
    )
    counted["base"] = counted.groupby(["framework", "year"])["inspections"].transform("sum")
    order = list(ds.frameworks["framework"])
    return counted.sort_values(
        ["framework", "year"], key=lambda s: s.map(order.index) if s.name == "framework" else s, ignore_index=True
    )


@kept
def visits_by_year(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """Focused visits by subject and calendar year in which they began: a row per subject, the most frequent first.

    Columns: subject, then one per year.
    """
    visits = counting(ds, comparison, "counted_by_theme")
    subject = visits["visit_theme"].str.capitalize()
    often = subject.value_counts()
    often = list(often[often > 1].index[:MOST])
    subject = subject.where(subject.isin(often), OTHER)
    table = pd.crosstab(subject, visits["start"].dt.year).reindex(
        [*often, *([OTHER] if (subject == OTHER).any() else [])]
    )
    return table.rename_axis(index="subject", columns=None).rename(columns=str).reset_index()


@kept
def gaps_by_year(ds: Dataset, comparison: Comparison) -> pd.DataFrame:
    """The time from one full inspection of an authority to its next, whatever their frameworks, by the year of the later one.

    Columns: year (calendar), pairs, shortest, median, longest (days from start to start).
    """
    rows = counting(ds, comparison, "full").sort_values(["authority", "start"])
    days = rows.groupby("authority")["start"].diff().dt.days
    gaps = pd.DataFrame({"year": rows["start"].dt.year, "days": days}).dropna()
    table = gaps.groupby("year")["days"].agg(pairs="size", shortest="min", median="median", longest="max")
    return table.astype(int).reset_index()
