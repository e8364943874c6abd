"""The theme-recurrence chart: every theme of the codebook over an authority's coded inspections."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis import naming
from analysis.look_up import each, look_up
from analysis.selection import Selection
from analysis.themes.recurrence import STATUSES, theme_looks, theme_recurrence
from analysis.themes.sentences import (
    VERDICT_WORDS,
    close_call_words,
    look_words,
    themes_alt,
    themes_sentence,
    themes_title,
)
from loaders import Dataset, kept

from . import rows
from .exhibit import FIGURES, Exhibit, Voice
from .style import INK, MUTED, PAPER, VERDICTS, blank, heading

ROW = 30  # pixels
BAR = 0.8  # width of a cell's bar, in columns
COUNTS = {"strengths": "strength", "mixed": "mixed", "concerns": "concern"}
ORDERS = ("By recurrence", "By group", "By latest balance")


@kept(most=FIGURES)
def theme_recurrence_chart(ds: Dataset, selection: Selection, order: str = ORDERS[0]) -> Exhibit:
    """Themes by coded inspections of the subject.

    Columns of ``table``: Theme, Group, Status, one per inspection, Close call.
    """
    subject = selection.subject
    name = look_up(ds, "authorities", "authority", "name")[subject]
    looks = theme_looks(ds, subject)
    statuses = ordered(theme_recurrence(ds, subject), order)
    seen = statuses[statuses["theme"].isin(looks["theme"])]
    return Exhibit(
        name=f"{subject}-themes",
        title=themes_title(name, seen),
        sentence=themes_sentence(ds, name, seen, looks),
        alt=themes_alt(ds, name, seen, looks),
        table=_table(ds, statuses if len(seen) else seen, looks),
        draw=(lambda ds, narrow: _figure(ds, seen, looks, narrow)) if len(seen) else None,
        voice=Voice.READING,
        sources=tuple(naming.source_name(ds, inspection) for inspection in looks["inspection"].unique()),
        as_at=ds.as_at,
    )


def ordered(statuses: pd.DataFrame, order: str) -> pd.DataFrame:
    """Themes in one of the ``ORDERS``. The order changes what stands first, never a status.

    Columns: those of ``statuses``.
    """
    rank = statuses["status"].map({name: i for i, name in enumerate(STATUSES)})
    balance = statuses["last_balance"].map({"weak": 0, "mixed": 1, "strong": 2}).fillna(3)
    keyed = statuses.assign(rank=rank, balance=balance, place=range(len(statuses)))
    keys = {"By recurrence": ["rank", "place"], "By group": ["place"], "By latest balance": ["balance", "place"]}[order]
    return keyed.sort_values(keys, ignore_index=True).drop(columns=["rank", "balance", "place"])


@kept
def themes_to_choose(ds: Dataset, authority: str) -> dict[str, str]:
    """Return each theme and its label, in the order of the chart."""
    statuses = ordered(theme_recurrence(ds, authority), ORDERS[0])
    return dict(zip(statuses["theme"], statuses["label"], strict=True))


def _table(ds: Dataset, statuses: pd.DataFrame, looks: pd.DataFrame) -> pd.DataFrame:
    inspections = list(looks["inspection"].unique())
    cells = {(look.theme, look.inspection): look_words(look) for look in each(looks)}
    lines = []
    for theme in each(statuses):
        row = {"Theme": theme.label, "Group": theme.group_label, "Status": theme.status_label}
        for inspection in inspections:
            row[naming.column_heading(ds, inspection)] = cells.get((theme.theme, inspection), "not covered")
        row["Close call"] = close_call_words(ds, theme.close_call)
        lines.append(row)
    return pd.DataFrame(lines)


def _figure(ds: Dataset, statuses: pd.DataFrame, looks: pd.DataFrame, narrow: bool) -> go.Figure:
    inspections = list(looks["inspection"].unique())
    column = {inspection: i for i, inspection in enumerate(inspections)}
    row = {theme: len(statuses) - 1 - i for i, theme in enumerate(statuses["theme"])}
    figure = blank(narrow)
    shown = looks[looks["theme"].isin(row)].copy()
    total = shown[list(COUNTS)].sum(axis=1).where(lambda n: n > 0, 1)
    start = shown["inspection"].map(column) - BAR / 2
    for counts, verdict in COUNTS.items():
        width = shown[counts] / total * BAR
        part = shown[counts] > 0
        look = VERDICTS[verdict]
        figure.add_bar(
            orientation="h",
            base=start[part],
            x=width[part],
            y=shown.loc[part, "theme"].map(row),
            width=rows.BAR if narrow else 0.72,
            name=f"{look.letter} {VERDICT_WORDS[verdict]}",
            text=[f"{look.letter}{n}" for n in shown.loc[part, counts]],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"color": look.text, "size": 14},
            marker={"color": look.fill, "line": {"color": PAPER, "width": 1.5}},
            customdata=shown.loc[part, ["inspection", "theme"]],
            hovertext=[look_words(item) for item in each(shown[part])],
            hoverinfo="text",
        )
        start = start + width
    _mark(figure, shown[shown["asked"]], column, row, "Ofsted asked for it (recommendation)", "star", 0.46)
    _mark(figure, shown[shown["summary_only"]], column, row, "only in a summary: does not count", "circle-open", 0.0)
    names = {row[theme.theme]: f"{theme.label}  " for theme in each(statuses)}
    status = {row[theme.theme]: _status_words(theme) for theme in each(statuses)}
    height = len(statuses) * ROW + 140
    rows.name_rows(figure, names, (-0.6, len(statuses) - 0.4), height, narrow, beside=status, showgrid=False)
    figure.update_xaxes(
        tickvals=list(column.values()),
        ticktext=[heading(naming.short_heading(ds, i), narrow) for i in inspections],
        range=[-0.5, len(inspections) - 0.2],
        side="top",
        showgrid=False,
        tickangle=0,
    )
    if not narrow:
        _status_column(figure, status, len(inspections))
    figure.update_layout(barmode="overlay", legend={"y": -10 / (len(statuses) * ROW), "yanchor": "top"}, bargap=0)
    return figure


def _status_words(theme: Any) -> str:
    return theme.status_label + (" *" if isinstance(theme.close_call, str) else "")


def _status_column(figure: go.Figure, status: dict[int, str], column: int) -> None:
    """Write the status of each row at its right."""
    look = {"x": column - 0.4, "xanchor": "left", "showarrow": False, "font": {"size": 14, "color": INK}}
    figure.layout.annotations = [{**look, "y": y, "text": words} for y, words in status.items()]
    axis = figure.layout.xaxis
    axis.update(
        tickvals=[*axis.tickvals, column + 0.05],
        ticktext=[*axis.ticktext, "<b>Status</b>"],
        range=[-0.5, column + 0.75],
    )


def _mark(
    figure: go.Figure,
    looks: pd.DataFrame,
    column: dict[str, int],
    row: dict[str, int],
    name: str,
    symbol: str,
    offset: float,
) -> None:
    if looks.empty:
        return
    figure.add_scatter(
        x=looks["inspection"].map(column) + offset,
        y=looks["theme"].map(row),
        mode="markers",
        name=name,
        marker={"symbol": symbol, "size": 11, "color": INK if symbol == "star" else MUTED},
        customdata=looks[["inspection", "theme"]],
        hovertext=[look_words(item) for item in each(looks)],
        hoverinfo="text",
    )
