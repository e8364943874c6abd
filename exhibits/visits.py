"""What focused visits looked at."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.comparison.sentences import comparison_sources
from analysis.comparison.standings import Comparison
from analysis.england.sentences import focused_visits_sentence
from analysis.england.visits import focused_visits, visits_by_theme
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .rows import BAR, name_rows
from .style import ACCENT, INK, blank

ROW = 34  # pixels


@kept(most=FIGURES)
def visits_by_theme_chart(ds: Dataset, comparison: Comparison) -> Exhibit:
    """Focused visits by what they looked at, in Ofsted's words. Columns of ``table``: Looked at, Focused visits."""
    visits, table = focused_visits(ds, comparison), visits_by_theme(ds, comparison)
    sentence = focused_visits_sentence(table, visits["start"].min(), visits["start"].max())
    return Exhibit(
        name="england-focused-visits",
        title="What focused visits looked at",
        sentence=sentence,
        alt=f"Bars, one per theme of a visit. {sentence}",
        table=table.rename(columns={"visit_theme": "Looked at", "visits": "Focused visits"}),
        draw=(lambda ds, narrow: _figure(table, narrow)) if len(table) else None,
        voice=Voice.COUNTED,
        sources=comparison_sources(ds, visits["inspection"]),
        as_at=comparison.day,
        key="Counted are the visits whose letters are held here, and those on Ofsted’s lists. Others are missing, as not every letter could be had.",
    )


def _figure(table: pd.DataFrame, narrow: bool) -> go.Figure:
    figure, rows = blank(narrow), list(range(len(table)))[::-1]
    figure.add_bar(
        x=table["visits"],
        y=rows,
        orientation="h",
        width=BAR if narrow else None,
        text=table["visits"],
        textposition="outside",
        marker={"color": ACCENT},
        textfont={"size": 14, "color": INK},
        hoverinfo="skip",
        cliponaxis=False,
    )
    names = dict(zip(rows, table["visit_theme"], strict=True))
    name_rows(figure, names, (-0.6, len(table) - 0.4), len(table) * ROW + 60, narrow, showgrid=False)
    figure.update_xaxes(title="Focused visits", range=[0, int(table["visits"].max()) * 1.15])
    return figure
