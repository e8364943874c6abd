"""How large the share of weak reports is, theme by theme: for each grade given, and for each time."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from analysis.comparison.sentences import comparison_sources
from analysis.comparison.standings import Comparison, states
from analysis.england.reports_read import by_grade
from analysis.england.theme_sentences import dividing_sentence, dividing_title, share_words
from analysis.england.themes_of_england import dividing
from analysis.themes.shares import theme_shares
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .rows import BAR, name_rows
from .style import GRADES, PAPER, blank, fill_of_share, ink_on_count

ROW = 32  # pixels
MOST = 15
"""Themes in the figure by grade; the table has all."""


@kept(most=FIGURES)
def themes_by_grade(ds: Dataset, comparison: Comparison, better: str, worse: str) -> Exhibit:
    """Themes by grade given, those that divide two grades most first. The table has a row for each, and a column for each grade."""
    divided, words, graded = dividing(ds, comparison, better, worse), states(ds), by_grade(ds, comparison)
    weak = pd.DataFrame(
        {grade: theme_shares(ds, graded[grade]).set_index("theme")["weak"] for grade in graded}
    ).reindex(divided["theme"])
    bases = {grade: len(inspections) for grade, inspections in graded.items()}
    sentence = dividing_sentence(ds, divided, words[better], words[worse])
    heads = [
        f"{GRADES[grade].letter} {words[grade]}".replace(" to be ", "<br>to be ") + f"<br>{bases[grade]} reports"
        for grade in graded
    ]
    short = [f"{GRADES[grade].letter}<br>{bases[grade]}" for grade in graded]
    labels = list(divided["label"])[:MOST]
    return Exhibit(
        name="england-themes-by-grade",
        title=dividing_title(ds, divided, words[better], words[worse]),
        sentence=sentence,
        alt=f"A grid of numbers: the share of weak reports for {MOST} themes and each grade. {sentence}",
        table=weak_table(list(divided["label"]), weak, {words[grade]: bases[grade] for grade in graded}),
        draw=(lambda ds, narrow: grid(labels, weak.head(MOST), list(bases.values()), heads, short, narrow))
        if labels
        else None,
        voice=Voice.READING,
        sources=comparison_sources(ds, pd.Series([name for ids in graded.values() for name in ids], dtype="str")),
        as_at=comparison.day,
        key="A cell is the share of the reports with that grade that are weak on the theme. Grades of fewer than ten reports are left out.",
    )


def weak_table(labels: Sequence[str], weak: pd.DataFrame, bases: dict[str, int]) -> pd.DataFrame:
    """Theme, and how many reports of each column are weak: ``15 of 24 (62%)``. ``bases``: heading and number of reports."""
    columns = {
        f"Weak: {head}": [share_words(int(count), base) for count in weak[column]]
        for column, (head, base) in zip(weak.columns, bases.items(), strict=True)
    }
    return pd.DataFrame({"Theme": list(labels), **columns})


def grid(
    labels: Sequence[str],
    weak: pd.DataFrame,
    bases: Sequence[int],
    heads: Sequence[str],
    short: Sequence[str],
    narrow: bool,
    breaks: Sequence[int] = (),
    said: str = "weak in",
) -> go.Figure:
    """A square per row and column with the share in it, the darker the larger; a bar where a framework changes.

    ``weak``: numbers; ``bases``: of its columns; ``short``: the headings on a phone; ``breaks``: columns that begin anew;
    ``said``: of a theme, before its number.
    """
    figure, counts = blank(narrow), weak.to_numpy(int)
    shares, rows = counts / list(bases), list(range(len(labels)))[::-1]
    spots = [(x, y, float(shares[y, x])) for y in range(len(labels)) for x in range(len(heads))]
    figure.add_bar(
        orientation="h",
        base=[x - 0.48 for x, _, _ in spots],
        x=[0.96] * len(spots),
        y=[rows[y] for _, y, _ in spots],
        width=BAR if narrow else 0.92,
        text=[f"{share:.0%}" for _, _, share in spots],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": 14, "color": [ink_on_count(share) for _, _, share in spots]},
        marker={"color": [fill_of_share(share) for _, _, share in spots], "line": {"width": 0}},
        hovertext=[f"{labels[y]}: {said} {share_words(int(counts[y, x]), bases[x])}" for x, y, _ in spots],
        hoverinfo="text",
    )
    figure.layout.shapes = [
        {"type": "line", "x0": x - 0.5, "x1": x - 0.5, "yref": "paper", "y0": 0, "y1": 1, "line": {"color": PAPER, "width": 14}}
        for x in breaks
    ]  # fmt: skip
    figure.update_xaxes(
        tickvals=list(range(len(heads))),
        ticktext=list(short if narrow else heads),
        range=[-0.5, len(heads) - 0.5],
        side="top",
        showgrid=False,
        tickangle=0,
    )
    named = {row: f"{label}  " for row, label in zip(rows, labels, strict=True)}
    name_rows(figure, named, (-0.6, len(labels) - 0.4), len(labels) * ROW + 120, narrow, showgrid=False)
    figure.update_layout(showlegend=False, barmode="overlay")
    return figure
