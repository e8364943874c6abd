"""How inspections stand on themes: stacked bars of weak, mixed, strong and not covered."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from analysis.themes.shares import BALANCES

from .rows import BAR, name_rows
from .style import LINE, PAPER, STANDS, blank

ROW = 30  # pixels
NARROW = 58  # pixels: a row on a narrow screen, so high that its numbers fit


def stacked(
    table: pd.DataFrame,
    labels: Sequence[str],
    title: str,
    narrow: bool,
    data: str | None = None,
    share: bool = False,
    words: dict[str, str] = BALANCES,
) -> go.Figure:
    """Bars, one per row of a table with a column for each of ``words`` and ``base``. A row without a base is a heading.

    ``title``: of the axis; ``data``: the column that a click hands over; ``share``: as long as the share, so that rows of
    different bases can stand together, else as long as the number.
    """
    figure, rows = blank(narrow), list(range(len(table)))[::-1]
    for stand, look in STANDS.items():
        if stand not in words or not table[stand].any():
            continue
        counts = table[stand].astype(int)
        figure.add_bar(
            x=counts / table["base"].where(table["base"] > 0, 1) * 100 if share else counts,
            y=rows,
            orientation="h",
            width=BAR if narrow else None,
            name=f"{look.letter} {words[stand]}",
            text=[f"{look.letter} {count}" if count else "" for count in counts],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": look.text, "size": 13},
            marker={"color": look.fill, "line": {"color": PAPER if look.fill != PAPER else LINE, "width": 1.5}},
            customdata=table[[data]] if data else None,
            hovertext=[f"{label.strip()}: {words[stand].lower()} in {n} of {base}" for label, n, base in zip(labels, counts, table["base"], strict=True)],
            hoverinfo="text",
        )  # fmt: skip
    figure.update_layout(barmode="stack", bargap=0.2, uniformtext={"minsize": 11, "mode": "hide"})
    named = dict(zip(rows, labels, strict=True))
    name_rows(figure, named, (-0.6, len(table) - 0.4), len(table) * ROW + 110, narrow, row=NARROW, showgrid=False)
    most = 100 if share else int(table["base"].max()) if len(table) else 1
    figure.update_xaxes(title=title, range=[0, most])
    groups = [y + 0.5 for y, base in zip(rows, table["base"], strict=True) if not base][1:]
    figure.update_layout(legend={"traceorder": "normal"}, meta={"cuts": groups} if groups else None)
    return figure
