"""A theme of one authority beside others: its statistical neighbours, its region and England; and who is praised for it."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.comparison.neighbours import nearness
from analysis.comparison.standings import Comparison, compared, england
from analysis.england.reports_read import latest_read
from analysis.findings.paragraphs import Spoken, spoken
from analysis.frameworks import strands
from analysis.look_up import each, look_up
from analysis.naming import authority_name
from analysis.selection import Selection
from analysis.themes.recurrence import Look
from analysis.themes.shares import BALANCES, balance_of, looks_by_inspection, theme_shares
from loaders import Dataset, kept


class Own(NamedTuple):
    """The latest full inspection of an authority that was read, and what it says of a theme (None where nothing)."""

    inspection: str
    look: Look | None
    balance: str


@kept
def own_look(ds: Dataset, authority: str, theme: str) -> Own | None:
    """Return how an authority stands on a theme; None where the inspection on which it stands was not read."""
    found = latest_read(ds, Comparison((authority,), authority, "itself", strands(ds)[0], ds.as_at))
    if found.empty:
        return None
    inspection = found["inspection"].iloc[0]
    look = looks_by_inspection(ds).get(inspection, {}).get(theme)
    return Own(inspection, look, balance_of(ds, inspection, theme))


@kept
def groups(ds: Dataset, authority: str) -> dict[str, tuple[str, ...]]:
    """Return the latest full inspections read of those that an authority stands beside, by who they are.

    They are its statistical neighbours without itself, its region and England. A group of which none was read is left out.
    """
    strand, chosen = strands(ds)[0], Selection((authority,))
    near = compared(ds, chosen, "neighbours", strand, day=ds.as_at)
    around = compared(ds, chosen, "region", strand, day=ds.as_at)
    region = look_up(ds, "authorities", "authority", "region")[authority]
    found = {
        "Its statistical neighbours": _read(ds, near, authority),
        str(region): _read(ds, around),
        "England": _read(ds, england(ds, strand, ds.as_at)),
    }
    return {words: inspections for words, inspections in found.items() if inspections}


def _read(ds: Dataset, comparison: Comparison, without: str = "") -> tuple[str, ...]:
    read = latest_read(ds, comparison)
    return tuple(read.loc[read["authority"] != without, "inspection"])


@kept
def theme_beside(ds: Dataset, authority: str, theme: str) -> pd.DataFrame:
    """One row per group on one theme. Columns: who, strong, mixed, weak, not_covered, asked, base."""
    rows = []
    for who, inspections in groups(ds, authority).items():
        row = theme_shares(ds, inspections).set_index("theme").loc[theme]
        rows.append((who, *(int(row[balance]) for balance in BALANCES), int(row["asked"]), int(row["base"])))
    return pd.DataFrame(rows, columns=["who", *BALANCES, "asked", "base"])


@kept
def themes_beside(ds: Dataset, authority: str) -> pd.DataFrame:
    """Every theme as shown, in words such as ``6 strong, 2 mixed, 1 weak of 10``.

    Columns: Theme, one per group (the authority itself first).
    """
    shares = {who: theme_shares(ds, inspections) for who, inspections in groups(ds, authority).items()}
    name = authority_name(ds, authority)
    rows = []
    for place, theme in enumerate(each(ds.themes)):
        own = own_look(ds, authority, theme.theme)
        row = {"Theme": theme.label, name: BALANCES[own.balance] if own else "Not read here"}
        for who, table in shares.items():
            found = table.iloc[place]
            row[who] = f"{found['strong']} strong, {found['mixed']} mixed, {found['weak']} weak of {found['base']}"
        rows.append(row)
    return pd.DataFrame(rows)


class Praised(NamedTuple):
    """An authority whose latest full inspection is strong on a theme: how near it is, and the paragraph that says so."""

    authority: str
    near: str
    said: Spoken


@kept
def praised_for(ds: Dataset, subject: str, theme: str) -> tuple[Praised, ...]:
    """Return the others whose latest full inspection is strong on a theme: the nearest first (``comparison.neighbours.nearness``)."""
    near, found = nearness(ds, subject), []
    for row in each(latest_read(ds, england(ds, strands(ds)[0], ds.as_at))):
        if row.authority != subject and balance_of(ds, row.inspection, theme) == "strong":
            said = spoken(ds, row.inspection, theme, ["strength"])
            if said is not None:
                found.append(Praised(row.authority, near[row.authority][1], said))
    return tuple(sorted(found, key=lambda one: near[one.authority][0]))
