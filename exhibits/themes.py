"""The theme-recurrence charts: every theme of the codebook over an authority's coded inspections.

By recurrence there are two: what stands out, and what was never raised or never looked at, which a page may fold away.
"""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import plotly.graph_objects as go

from analysis import naming
from analysis.look_up import each, look_up, tuples
from analysis.selection import Selection
from analysis.themes.recurrence import STATUSES, theme_looks, theme_recurrence
from analysis.themes.sentences import (
    close_call_words,
    look_words,
    note_words,
    quiet_sentence,
    quiet_title,
    themes_alt,
    themes_sentence,
    themes_title,
)
from analysis.themes.shares import BALANCES, NOT_COVERED
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .theme_rows import CLOSE, Row, theme_rows

BY_RECURRENCE, BY_GROUP, BY_BALANCE = ORDERS = ("By recurrence", "By group", "By latest balance")
QUIET = ("mixed", "steady_strength", "not_covered")
"""The statuses of what was never raised: by recurrence they stand last, in a chart of their own."""

KEY = (
    "A bar to the left of its line counts the paragraphs that are concerns, one to the right the strengths; mixed ones lie "
    f"across it. Without a ground, the inspection did not look at the theme. **{CLOSE}** A close call: one paragraph decides "
    "the status."
)
HINT = "A click on a cell shows its findings."


@kept(most=FIGURES)
def theme_recurrence_chart(ds: Dataset, selection: Selection, order: str = BY_RECURRENCE) -> Exhibit:
    """Themes by coded inspections of the subject, under headings; the figure leaves out the ``quiet_themes``, the table does not.

    Columns of ``table``: Theme, Group, Status, one per inspection, Close call.
    """
    subject = selection.subject
    name = look_up(ds, "authorities", "authority", "name")[subject]
    looks, statuses = theme_looks(ds, subject), ordered(theme_recurrence(ds, subject), order)
    seen = statuses[statuses["theme"].isin(looks["theme"])]
    shown = seen if order != BY_RECURRENCE or seen["status"].isin(QUIET).all() else seen[~seen["status"].isin(QUIET)]
    return Exhibit(
        name=f"{subject}-themes",
        title=themes_title(name, seen),
        sentence=themes_sentence(ds, name, seen),
        alt=themes_alt(name, shown, looks),
        table=_table(ds, statuses if len(seen) else seen, looks),
        draw=_drawing(shown, looks, order) if len(seen) else None,
        voice=Voice.READING,
        sources=_sources(ds, looks),
        as_at=ds.as_at,
        key=KEY,
        hint=HINT if len(seen) else "",
    )


@kept(most=FIGURES)
def quiet_themes(ds: Dataset, selection: Selection) -> Exhibit | None:
    """The themes that were never raised, and those that no inspection looked at; None where the other chart has them all.

    Columns of ``table``: those of ``theme_recurrence_chart``.
    """
    subject = selection.subject
    name = look_up(ds, "authorities", "authority", "name")[subject]
    looks, statuses = theme_looks(ds, subject), ordered(theme_recurrence(ds, subject), BY_RECURRENCE)
    quiet = statuses["status"].isin(QUIET)
    shown = statuses[quiet]
    if quiet.all() or shown.empty:
        return None
    return Exhibit(
        name=f"{subject}-themes-never-raised",
        title=quiet_title(name, shown),
        sentence=quiet_sentence(shown),
        alt=themes_alt(name, shown, looks),
        table=_table(ds, shown, looks),
        draw=_drawing(shown, looks, BY_RECURRENCE),
        voice=Voice.READING,
        sources=_sources(ds, looks),
        as_at=ds.as_at,
        key=KEY,
        hint=HINT,
    )


def _sources(ds: Dataset, looks: pd.DataFrame) -> tuple[str, ...]:
    return tuple(naming.source_name(ds, inspection) for inspection in looks["inspection"].unique())


def ordered(statuses: pd.DataFrame, order: str) -> pd.DataFrame:
    """Themes in one of the ``ORDERS``. The order changes what stands first, never a status.

    Columns: those of ``statuses``.
    """
    rank = statuses["status"].map({name: i for i, name in enumerate(STATUSES)})
    balance = statuses["last_balance"].map({"weak": 0, "mixed": 1, "strong": 2}).fillna(3)
    keyed = statuses.assign(rank=rank, balance=balance, place=range(len(statuses)))
    keys = {BY_RECURRENCE: ["rank", "place"], BY_GROUP: ["place"], BY_BALANCE: ["balance", "place"]}[order]
    return keyed.sort_values(keys, ignore_index=True).drop(columns=["rank", "balance", "place"])


@kept
def themes_to_choose(ds: Dataset, authority: str) -> dict[str, str]:
    """Return each theme and its label, in the order of the chart."""
    statuses = ordered(theme_recurrence(ds, authority), BY_RECURRENCE)
    return dict(tuples(statuses, "theme", "label"))


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


def _drawing(statuses: pd.DataFrame, looks: pd.DataFrame, order: str) -> Callable[[Dataset, bool], go.Figure]:
    """What draws the themes under the headings of an order."""
    cells = looks.assign(column=looks["inspection"], words=[look_words(look) for look in each(looks)])
    inspections = list(looks["inspection"].unique())
    rows = _rows(statuses, order)
    return lambda ds, narrow: theme_rows(rows, cells, {name: naming.short_heading(ds, name) for name in inspections}, narrow)  # fmt: skip


def _rows(statuses: pd.DataFrame, order: str) -> list[Row]:
    """The themes with a row before each group that names it and counts it."""
    balances = statuses["last_balance"].fillna(NOT_COVERED).replace("none", NOT_COVERED).map(BALANCES)
    groups = {BY_RECURRENCE: statuses["status_label"], BY_GROUP: statuses["group_label"], BY_BALANCE: balances}[order]
    rows: list[Row] = []
    for heading, part in statuses.groupby(groups, sort=False):
        rows.append(Row(f"{heading} {len(part)}"))
        for theme in each(part):
            light = isinstance(theme.close_call, str)
            rows.append(Row(theme.label, theme.theme, note_words(theme, order != BY_RECURRENCE), light))
    return rows
