"""What the latest reports of all England say: themes by how often they are weak, mixed, strong or not covered."""

from __future__ import annotations

import pandas as pd

from analysis import english
from analysis.comparison.sentences import comparison_sources
from analysis.comparison.standings import Comparison
from analysis.england.reports_read import EVERY, parts
from analysis.england.theme_sentences import counted_reports, theme_by_part_sentence, themes_sentence, themes_title
from analysis.england.themes_of_england import BY_GROUP, theme_by_part, themes_of_part
from analysis.look_up import each, look_up
from analysis.themes.shares import BALANCES
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .stands import stacked

RULE = "A report is weak on a theme where concerns outnumber strengths. It is strong where there is no concern and more is praised than mixed."


@kept(most=FIGURES)
def themes_of_england(ds: Dataset, comparison: Comparison, part: str = EVERY, order: str = BY_GROUP) -> Exhibit:
    """Themes by number of reports.

    Columns of ``table``: Theme, Group, Reports, Weak, Mixed, Strong, Not covered, Asked for, Weak in %.
    """
    inspections = parts(ds, comparison)[part]
    shares = themes_of_part(ds, comparison, part, order)
    sentence = themes_sentence(ds, shares, inspections)
    rows = _with_headings(shares) if order == BY_GROUP else shares
    labels = [f"{row.label}  " if row.base else f"<b>{row.label}</b>  " for row in each(rows)]
    return Exhibit(
        name="england-themes",
        title=themes_title(ds, shares, part),
        sentence=sentence,
        alt=f"Stacked bars, one per theme, of the reports that are weak, mixed, strong or do not cover it. {sentence}",
        table=_table(shares) if inspections else pd.DataFrame(),
        draw=(
            lambda ds, narrow: stacked(rows, labels, f"Latest full inspections, of {len(inspections)}", narrow, "theme")
        )
        if inspections
        else None,
        voice=Voice.READING,
        sources=comparison_sources(ds, pd.Series(inspections, dtype="str")),
        as_at=comparison.day,
        key=f"{RULE} Counted are inspections, never paragraphs.",
        hint="A click on a bar chooses the theme.",
    )


def _with_headings(shares: pd.DataFrame) -> pd.DataFrame:
    """The themes with a row before each group that names it, which has no base."""
    parts = []
    for _, part in shares.groupby("group", sort=False):
        heading = part.head(1).assign(label=part["group_label"].iloc[0], **dict.fromkeys([*BALANCES, "base"], 0))
        parts += [heading, part]
    return pd.concat(parts, ignore_index=True)


def _table(shares: pd.DataFrame) -> pd.DataFrame:
    named = {"label": "Theme", "group_label": "Group", "base": "Reports", **BALANCES, "asked": "Asked for"}
    percent = (shares["weak"] / shares["base"] * 100).round().astype(int)
    columns = ["label", "group_label", "base", "weak", "mixed", "strong", "not_covered", "asked"]
    return shares[columns].rename(columns=named).assign(**{"Weak in %": percent})


@kept(most=FIGURES)
def theme_by_parts(ds: Dataset, comparison: Comparison, theme: str) -> Exhibit:
    """One theme by grade given, framework and region.

    Columns of ``table``: Reports, Number, Weak, Mixed, Strong, Not covered, Asked for.
    """
    table, label = theme_by_part(ds, comparison, theme), look_up(ds, "themes", "theme", "label")[theme]
    every = parts(ds, comparison)[EVERY]
    sentence = theme_by_part_sentence(ds, table, label) if every else themes_sentence(ds, table, every)
    labels = [f"{row.part}, {row.base}  " for row in each(table)]
    named = {"part": "Reports", "base": "Number", **BALANCES, "asked": "Asked for"}
    return Exhibit(
        name="england-theme",
        title=f"{label}: by grade given, by framework and by region",
        sentence=sentence,
        alt=f"Stacked bars of shares, one for all reports and one for each grade, framework and region. {sentence}",
        table=table[["part", "base", "weak", "mixed", "strong", "not_covered", "asked"]].rename(columns=named)
        if every
        else pd.DataFrame(),
        draw=(lambda ds, narrow: stacked(table, labels, "Share of the reports, in %", narrow, share=True))
        if every
        else None,
        voice=Voice.READING,
        sources=comparison_sources(ds, pd.Series(every, dtype="str")),
        as_at=comparison.day,
        key=f"{RULE} Parts of fewer than ten reports are left out. Regions stand in order of their names. "
        f"{english.sentence(counted_reports(ds, every))}"
        if every
        else "",
    )
