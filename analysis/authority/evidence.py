"""What the Overview's cards rest on: the themes that they name, the inspections, and what Ofsted asks now."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.english import counted, sentence
from analysis.grades.comparability import moves, strand_cells
from analysis.naming import inspection_in_sentence, inspection_row
from analysis.recommendations.asked import Wanted, found, held
from analysis.themes.recurrence import theme_recurrence
from loaders import Dataset, kept

MOST = 6
"""Themes that a card leads to."""


class Evidence(NamedTuple):
    """Where to read what a card says: labels of themes, whose paragraphs can be read, and inspections, whose reports can."""

    themes: tuple[str, ...]
    inspections: tuple[str, ...]


@kept
def evidence(ds: Dataset, authority: str) -> dict[str, Evidence]:
    """What got worse, what got better and what keeps coming back rest on, by ``worse``, ``better`` and ``back``."""
    statuses, moved = theme_recurrence(ds, authority), moves(strand_cells(ds, [authority]))
    themes = {
        kind: tuple(statuses.loc[statuses["status"].isin(names), "label"])[:MOST]
        for kind, names in (
            ("worse", ["slipped_back"]),
            ("better", ["now_praised"]),
            ("back", ["recurring", "raised_again", "newly_raised"]),
        )
    }
    return {
        kind: Evidence(named, _both_ends(moved[moved["move"] == move]) if move else ())
        for (kind, named), move in zip(themes.items(), ("down", "up", None), strict=True)
    }


def _both_ends(moved: pd.DataFrame) -> tuple[str, ...]:
    return tuple(dict.fromkeys([*moved["later"], *moved["earlier"]]))


class Asked(NamedTuple):
    """What the latest report or letter asks for: its inspection, a line about it, and each request with its page."""

    inspection: str
    line: str
    requests: tuple[tuple[str, str, str | None], ...]
    """Our summary, its page in words, the address of the page."""


@kept
def asked_now(ds: Dataset, authority: str) -> Asked | None:
    """What the latest report or letter whose recommendations were read asks for; None where none was read."""
    read = held(ds, authority)
    if not read:
        return None
    rows = found(ds, Wanted(inspections=read[:1]))
    when = inspection_in_sentence(ds, read[0])
    if rows.empty:
        return Asked(read[0], sentence(f"{when} asked for nothing"), ())
    to_other = rows["addressee"].notna() & ~rows["addressee"].astype("str").str.contains("authority", na=False)
    line = f"{counted(len(rows), 'recommendation')} of {when}{', some of them to partners' if to_other.any() else ''}"
    requests = tuple(
        (
            row.summary,
            "" if pd.isna(row.page) else f"Page {int(row.page)}",
            row.link if isinstance(row.link, str) else None,
        )
        for row in rows.itertuples()
    )
    return Asked(inspection_row(ds, read[0]).inspection, sentence(line), requests)
