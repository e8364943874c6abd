"""Themes in reports of different years, and what followed where one was weak."""

from __future__ import annotations

import pandas as pd

from analysis.comparison.sentences import comparison_sources
from analysis.comparison.standings import Comparison
from analysis.england.theme_sentences import (
    one_theme_over_time_sentence,
    over_time_sentence,
    turned_round_sentence,
    turned_round_title,
)
from analysis.england.themes_over_time import Time, breaks, theme_over_time, times, weak_over_time
from analysis.england.turned_round import OUTCOMES, steps, turned_by_theme
from analysis.look_up import each, look_up
from analysis.themes.shares import BALANCES, LEAST
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .stands import stacked
from .theme_grid import grid, weak_table

BROKEN = "A gap parts two frameworks: other questions were asked, so compare times within one. Times of fewer than ten reports are left out."


@kept(most=FIGURES)
def themes_over_time(ds: Dataset, comparison: Comparison) -> Exhibit:
    """Themes by time, the share of weak reports in each. The table has a row for each, and a column for each time."""
    found, weak = times(ds, comparison), weak_over_time(ds, comparison)
    labels = [look_up(ds, "themes", "theme", "label")[theme] for theme in weak.index]
    sentence = over_time_sentence(ds, found, weak)
    heads = [f"{time.years}<br>{time.framework}<br>{len(time.read)} reports" for time in found]
    short = [f"{time.years.replace('–', '<br>–')}<br>({len(time.read)})" for time in found]
    bases = [len(time.read) for time in found]
    return Exhibit(
        name="england-themes-over-time",
        title="How often each theme was weak, time by time",
        sentence=sentence,
        alt=f"A grid of numbers: the share of weak reports for each of {len(labels)} themes at {len(found)} times. The table has every number.",
        table=weak_table(labels, weak, {time.words: len(time.read) for time in found}) if found else pd.DataFrame(),
        draw=(lambda ds, narrow: grid(labels, weak, bases, heads, short, narrow, breaks(found))) if found else None,
        voice=Voice.READING,
        sources=_sources(ds, found),
        as_at=comparison.day,
        key=f"A cell is the share of the full inspections begun at that time that are weak on the theme. {BROKEN}",
    )


@kept(most=FIGURES)
def one_theme_over_time(ds: Dataset, comparison: Comparison, theme: str) -> Exhibit:
    """One theme time by time.

    Columns of ``table``: Begun in, Full inspections, Reports read, Weak, Mixed, Strong, Not covered, Asked for.
    """
    found, table = times(ds, comparison), theme_over_time(ds, comparison, theme)
    label = look_up(ds, "themes", "theme", "label")[theme]
    sentence = one_theme_over_time_sentence(ds, label, table)
    named = {"time": "Begun in", "begun": "Full inspections", "base": "Reports read", **BALANCES, "asked": "Asked for"}
    columns = ["time", "begun", "base", "weak", "mixed", "strong", "not_covered", "asked"]
    rows = table
    for place in reversed(breaks(found)):
        gap = table.iloc[[place]].assign(time="", **dict.fromkeys([*BALANCES, "base"], 0))
        rows = pd.concat([rows.iloc[:place], gap, rows.iloc[place:]], ignore_index=True)
    labels = [f"{row.time}, {row.base}  " if row.base else "" for row in each(rows)]
    return Exhibit(
        name="england-theme-over-time",
        title=f"{label}, time by time",
        sentence=sentence,
        alt=f"Stacked bars of shares, one per time. {sentence}",
        table=table[columns].rename(columns=named),
        draw=(lambda ds, narrow: stacked(rows, labels, "Share of the reports, in %", narrow, share=True))
        if found
        else None,
        voice=Voice.READING,
        sources=_sources(ds, found),
        as_at=comparison.day,
        key=BROKEN,
    )


def _sources(ds: Dataset, found: tuple[Time, ...]) -> tuple[str, ...]:
    return comparison_sources(ds, pd.Series([name for time in found for name in time.read], dtype="str"))


@kept(most=FIGURES)
def turned_round(ds: Dataset, comparison: Comparison) -> Exhibit:
    """What followed where a theme was weak, most often turned round first.

    Columns of ``table``: Theme, Weak before, Turned round, In between, Still weak, Strong before, Slipped.
    """
    every = turned_by_theme(ds, comparison)
    often = every[every["base"] >= LEAST]
    shares = often.assign(share=often["strong"] / often["base"]).sort_values("share", ascending=False, kind="stable")
    shown = shares.reset_index(drop=True)
    few = int((every["base"] > 0).sum()) - len(shown)
    sentence = turned_round_sentence(ds, shown, few)
    named = {"label": "Theme", "base": "Weak before", **OUTCOMES, "strong_base": "Strong before", "slipped": "Slipped"}
    columns = ["label", "base", "strong", "mixed", "weak", "strong_base", "slipped"]
    labels = [f"{row.label}, {row.base}  " for row in each(shown)]
    later = [step.later.inspection for step in steps(ds, comparison)]
    return Exhibit(
        name="england-turned-round",
        title=turned_round_title(ds, shown),
        sentence=sentence,
        alt=f"Stacked bars of shares, one per theme that was weak in ten reports or more. {sentence}",
        table=every[columns].rename(columns=named),
        draw=(
            lambda ds, narrow: stacked(
                shown, labels, "Share of the weak looks, in %", narrow, "theme", share=True, words=OUTCOMES
            )
        )
        if len(shown)
        else None,
        voice=Voice.READING,
        sources=comparison_sources(ds, pd.Series(list(dict.fromkeys(later)), dtype="str")),
        as_at=comparison.day,
        key="Counted are pairs: a look that was weak, and the next that counts for the same authority. In between are mixed looks, "
        "and those that only asked. Many looks rest on one or two paragraphs.",
        hint="A click on a bar chooses the theme.",
    )
