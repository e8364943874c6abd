"""How many authorities stand where: over the years, and region by region."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis import english, naming
from analysis.comparison.sentences import comparison_sources
from analysis.comparison.standings import Comparison, counts, counts_by_region, counts_over_time, standings, states
from analysis.england.sentences import distribution_title, england_sentence, regions_sentence
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .rows import BAR, name_rows
from .style import LINE, PAPER, STATES, blank

ROOM = 6  # authorities: a narrower stretch has no room for its number


@kept(most=FIGURES)
def distribution_over_time(ds: Dataset, comparison: Comparison) -> Exhibit:
    """Authorities by state as at 31 March of each year and at the day of the comparison.

    Columns of ``table``: As at, then one per state.
    """
    table, words = counts_over_time(ds, comparison), states(ds)
    shown = table.assign(as_at=[english.day(day) for day in table["day"]])
    sentence = england_sentence(ds, comparison, counts(ds, comparison), words)
    return Exhibit(
        name=f"england-{comparison.strand.replace('_', '-')}-distribution",
        title=distribution_title(ds, comparison.strand, table),
        sentence=sentence,
        alt=f"Stacked columns, one per year, of the authorities in each state. {sentence}",
        table=_wide(shown, "as_at", "As at", words),
        draw=lambda ds, narrow: _stacked(shown, "as_at", words, narrow, vertical=True),
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, standings(ds, comparison)["inspection"]),
        as_at=comparison.day,
        key="Counted is the latest full inspection of each authority of today at each day.",
    )


@kept(most=FIGURES)
def distribution_by_region(ds: Dataset, comparison: Comparison) -> Exhibit:
    """Authorities by state in each region, in order of name. Columns of ``table``: Region, then one per state."""
    table, words = counts_by_region(ds, comparison), states(ds)
    sentence = regions_sentence(table)
    return Exhibit(
        name=f"england-{comparison.strand.replace('_', '-')}-regions",
        title=f"{naming.strand_title(ds, comparison.strand)}: the latest grades by region",
        sentence=sentence,
        alt=f"Stacked bars, one per region, of the authorities in each state. {sentence} The table has the numbers.",
        table=_wide(table, "region", "Region", words),
        draw=lambda ds, narrow: _stacked(table, "region", words, narrow, vertical=False),
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, standings(ds, comparison)["inspection"]),
        as_at=comparison.day,
        key="Regions of the Office for National Statistics; Ofsted’s own regions differ. In small regions one inspection changes the picture, so they stand in order of their names.",
    )


def _wide(table: pd.DataFrame, column: str, heading: str, words: dict[str, str]) -> pd.DataFrame:
    wide = table.pivot_table(
        index=column, columns="state", values="authorities", aggfunc="sum", fill_value=0, sort=False
    ).astype(int)
    wide = wide[[state for state in words if state in wide]]
    return wide.rename(columns=words).rename_axis(index=heading, columns=None).reset_index()


def _stacked(table: pd.DataFrame, column: str, words: dict[str, str], narrow: bool, vertical: bool) -> go.Figure:
    groups = list(dict.fromkeys(table[column]))
    rows = list(range(len(groups)))[::-1]
    figure = blank(narrow, 440)
    for state, label in words.items():
        part = table[table["state"] == state].set_index(column)["authorities"].reindex(groups).fillna(0).astype(int)
        if not part.any():
            continue
        look = STATES[state]
        across = (
            {"x": groups, "y": part}
            if vertical
            else {"x": part, "y": rows, "orientation": "h", "width": BAR if narrow else None}
        )
        room = ROOM if vertical else 1
        figure.add_bar(
            **across,
            name=f"{look.letter} {label}",
            text=[f"{look.letter} {count}" if count >= room else "" for count in part],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": look.text, "size": 13},
            marker={"color": look.fill, "line": {"color": PAPER if look.fill != PAPER else LINE, "width": 2}},
            hovertext=[f"{group}: {count} {label}" for group, count in part.items()],
            hoverinfo="text",
        )
    figure.update_layout(
        barmode="stack",
        bargap=0.08 if narrow and vertical else 0.25,
        uniformtext={"minsize": 12, "mode": "hide"},
    )
    if vertical:
        figure.update_xaxes(
            ticktext=[group.replace(" March ", " Mar<br>" if narrow else " March<br>") for group in groups],
            tickvals=groups,
            tickangle=0,
        )
        figure.update_yaxes(title="" if narrow else "Authorities")
    else:
        names, height = dict(zip(rows, groups, strict=True)), len(groups) * 42 + 90
        name_rows(figure, names, (-0.6, len(groups) - 0.4), height, narrow, showgrid=False)
        figure.update_xaxes(title="Authorities")
    return figure
