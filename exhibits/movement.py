"""From one full inspection to the next: which grade became which."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from analysis.comparison.sentences import comparison_sources
from analysis.comparison.standings import Comparison
from analysis.comparison.transitions import movement_grades, movement_matrix, transitions
from analysis.england.sentences import flow_title, movement_sentence, moves_title
from analysis.look_up import each
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .style import GRADES, INK, blank, fill_of_share, ink_on_count

Draw = Callable[[pd.DataFrame, dict[str, str], bool], go.Figure]
"""Draws pairs counted by grade before and after, with the words of the grades, for a narrow screen or not."""


@kept(most=FIGURES)
def grade_matrix(ds: Dataset, comparison: Comparison) -> Exhibit:
    """Grade before by grade after, counted. Columns of ``table``: From, then one per grade after."""
    pairs = transitions(ds, comparison)
    return _exhibit(ds, comparison, pairs, "matrix", moves_title(ds, pairs, comparison.strand), _matrix_figure)


@kept(most=FIGURES)
def grade_flow(ds: Dataset, comparison: Comparison) -> Exhibit:
    """The same as a flow. Columns of ``table``: those of ``grade_matrix``."""
    pairs = transitions(ds, comparison)
    title = flow_title(ds, comparison.strand, pairs)
    return _exhibit(ds, comparison, pairs, "flow", title, _flow_figure)


def _exhibit(ds: Dataset, comparison: Comparison, pairs: pd.DataFrame, what: str, title: str, draw: Draw) -> Exhibit:
    matrix, labels = movement_matrix(pairs), movement_grades(ds)
    scale = list(labels)
    sentence = movement_sentence(ds, pairs, comparison.strand)
    wide = matrix.pivot_table(index="earlier_grade", columns="later_grade", values="pairs", aggfunc="sum")
    wide = wide.reindex(index=scale, columns=scale).fillna(0).astype(int)
    frequent = matrix.sort_values("pairs", ascending=False, kind="stable").head(4)
    told = [f"from {labels[row.earlier_grade]} to {labels[row.later_grade]} ({row.pairs})" for row in each(frequent)]
    return Exhibit(
        name=f"{comparison.subject or 'england'}-{comparison.strand.replace('_', '-')}-{what}",
        title=title,
        sentence=sentence,
        alt=f"{sentence} Most often {'; '.join(told)}. The table has every number." if told else sentence,
        table=wide.rename(index=labels, columns={grade: f"to {labels[grade]}" for grade in scale})
        .rename_axis(index="From", columns=None)
        .reset_index(),
        draw=(lambda ds, narrow: draw(wide, labels, narrow)) if len(matrix) else None,
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, pd.concat([pairs["earlier"], pairs["later"]])),
        as_at=comparison.day,
        key="; ".join(f"**{GRADES[grade].letter}** {labels[grade]}" for grade in scale)
        + ". Before: left; after: right or top. A pair is a full inspection and the next one."
        if len(matrix)
        else "",
        hint="A click on a number of the grid shows who moved so." if len(matrix) else "",
    )


def _matrix_figure(wide: pd.DataFrame, labels: dict[str, str], narrow: bool) -> go.Figure:
    figure, names = blank(narrow, 380), list(labels.values())
    words = [f"{GRADES[grade].letter} {label}".replace(" to be ", "<br>to be ") for grade, label in labels.items()]
    if narrow:
        words = [GRADES[grade].letter for grade in labels]
    numbers, grades = wide.to_numpy(), list(labels)
    most = max(int(numbers.max()), 1)
    spots = [(x, y, int(numbers[y, x])) for y in range(4) for x in range(4)]
    figure.add_bar(
        orientation="h",
        base=[x - 0.48 for x, _, _ in spots],
        x=[0.96] * len(spots),
        y=[y for _, y, _ in spots],
        width=0.94,
        text=[str(n) for _, _, n in spots],
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": 18, "color": [ink_on_count(n / most) for _, _, n in spots]},
        marker={"color": [fill_of_share(n / most) for _, _, n in spots], "line": {"width": 0}},
        customdata=[[grades[y], grades[x]] for x, y, _ in spots],
        hovertext=[f"from {names[y]} to {names[x]}: {n}" for x, y, n in spots],
        hoverinfo="text",
    )
    figure.update_xaxes(
        range=[-0.5, 3.5],
        tickvals=list(range(4)),
        ticktext=words,
        side="top",
        title="At the next inspection",
        showgrid=False,
        tickangle=0,
    )
    figure.update_yaxes(tickvals=list(range(4)), ticktext=words, autorange="reversed", title="Before", showgrid=False)
    figure.update_layout(showlegend=False)
    return figure


def _flow_figure(wide: pd.DataFrame, labels: dict[str, str], narrow: bool) -> go.Figure:
    figure, scale, words = blank(narrow, 420), list(labels), list(labels.values())
    links = [(i, j, int(wide.to_numpy()[i, j])) for i in range(4) for j in range(4) if wide.to_numpy()[i, j]]
    before, after = wide.sum(axis=1), wide.sum(axis=0)
    names = [
        f"{GRADES[grade].letter} {side[grade]}" if narrow else f"{GRADES[grade].letter} {labels[grade]}: {side[grade]}"
        for side in (before, after)
        for grade in scale
    ]
    figure.add_sankey(
        arrangement="fixed",
        node={
            "label": names,
            "color": [GRADES[grade].fill for grade in scale] * 2,
            "x": [0.001] * 4 + [0.999] * 4,
            "y": [*_middles(before), *_middles(after)],
            "pad": 14,
            "thickness": 22,
            "hovertemplate": "%{label}<extra></extra>",
        },
        link={
            "source": [i for i, _, _ in links],
            "target": [4 + j for _, j, _ in links],
            "value": [n for *_, n in links],
            "color": ["rgba({},{},{},0.35)".format(*_rgb(GRADES[scale[i]].fill)) for i, _, _ in links],
            "label": [f"from {words[i]} to {words[j]}" for i, j, _ in links],
            "hovertemplate": "%{label}: %{value}<extra></extra>",
        },
        textfont={"size": 14, "color": INK, "shadow": "none"},
    )
    return figure


def _middles(sizes: pd.Series) -> list[float]:
    """Middle of each node on a scale from 0 to 1, in the order of the grades."""
    total = max(int(sizes.sum()), 1)
    ends = sizes.cumsum()
    return [min(max(float((end - size / 2) / total), 0.001), 0.999) for end, size in zip(ends, sizes, strict=True)]


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
