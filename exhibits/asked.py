"""What Ofsted asks for: the share of full inspections that asked for each main theme, by year, framework, grade, region and neighbours."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.comparison.sentences import comparison_sources
from analysis.comparison.standings import Comparison
from analysis.england.asked import (
    BY_YEAR,
    Part,
    inspections_read,
    parts_asked,
    shares_asked,
    times_asked,
)
from analysis.england.theme_sentences import share_words
from analysis.look_up import look_up
from analysis.recommendations.asked_sentences import how_much_is_asked, shares_asked_sentence
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .theme_grid import grid

MOST, ON_A_PHONE = 25, 5
"""Themes in the figure, and columns that a narrow screen has room for, the last ones; the table has all."""


@kept(most=FIGURES)
def what_is_asked(ds: Dataset, comparison: Comparison, way: str, subject: str) -> Exhibit:
    """Main themes by how often they are asked for. The table has a row for each, and a column for each part."""
    read = tuple(inspections_read(ds, comparison)["inspection"])
    parts, counts = parts_asked(ds, comparison, way, subject), shares_asked(ds, comparison, way, subject)
    labels = [look_up(ds, "themes", "theme", "label")[theme] for theme in counts.index]
    overall = times_asked(ds, read).reindex(counts.index)
    sentence = shares_asked_sentence(ds, len(read), overall) + how_much_is_asked(ds, inspections_read(ds, comparison))
    gaps = [place for place in range(1, len(parts)) if parts[place].framework != parts[place - 1].framework]
    columns = {
        f"Asked for: {part.words}": [share_words(int(n), len(part.inspections)) for n in counts[place]]
        for place, part in enumerate(parts)
    }
    every = {"Asked for: all": [share_words(int(n), len(read)) for n in overall]} if read else {}

    def draw(ds: Dataset, narrow: bool) -> go.Figure:
        first = max(len(parts) - ON_A_PHONE, 0) if narrow else 0
        bases = [len(part.inspections) for part in parts[first:]]
        heads = [_head(part, place in (first, *gaps)) for place, part in enumerate(parts)][first:]
        breaks = [place - first for place in gaps if place > first]
        return grid(labels[:MOST], counts.iloc[:MOST, first:], bases, heads, heads, narrow, breaks, "asked for in")

    return Exhibit(
        name="england-asked",
        title=f"What Ofsted asks for, by {way[0].lower()}{way[1:]}",
        sentence=sentence,
        alt=f"A grid of numbers: the share of inspections that asked for each theme. {sentence} The table has every number.",
        table=pd.DataFrame({"Theme": labels, **every, **columns}) if read else pd.DataFrame(),
        draw=draw if parts else None,
        voice=Voice.READING,
        sources=comparison_sources(ds, pd.Series(read, dtype="str")),
        as_at=comparison.day,
        key=(
            "A cell is the share of the full inspections, whose number stands above, that asked the authority for the theme: once, "
            "however many recommendations there were. Parts of fewer than ten are left out."
            + (
                " A gap parts two frameworks: other questions were asked, so compare years within one."
                if way == BY_YEAR
                else ""
            )
            + f" The figure shows {MOST} themes; the table has all."
        ),
        hint=f"On a phone the figure shows the last {ON_A_PHONE} columns.",
    )


def _head(part: Part, begins: bool) -> str:
    """Over a column: its short words and its base; before them its framework, where one begins."""
    name = f"{part.framework} {part.short}" if part.framework and begins else part.short
    return f"{name.replace(' ', '<br>')}<br>({len(part.inspections)})"
