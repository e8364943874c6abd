"""What the Overview's cards rest on: the themes that they name, the inspections, and what Ofsted asks now."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.english import counted, joined, sentence
from analysis.frameworks import graded_frameworks
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
    """What the latest report and the letters since ask for: the newest of them, a line about them, and each request with its page."""

    inspection: str
    line: str
    requests: tuple[tuple[str, str, str | None], ...]
    """Our summary, its page in words, the address of the page."""


@kept
def asked_now(ds: Dataset, authority: str) -> Asked | None:
    """What the latest full inspection and the visits after it ask for, the newest first; None where none was read.

    A visit looks at a part and takes nothing back.
    """
    read = held(ds, authority)
    if not read:
        return None
    full = [inspection_row(ds, name).framework in graded_frameworks(ds) for name in read]
    latest = read[: full.index(True) + 1] if any(full) else read[:1]
    rows = found(ds, Wanted(inspections=latest))
    if rows.empty:
        return Asked(read[0], sentence(f"{inspection_in_sentence(ds, read[0])} asked for nothing"), ())
    many = {name: int((rows["inspection"] == name).sum()) for name in latest}
    parts = [
        f"{counted(count, 'recommendation')} of {inspection_in_sentence(ds, name)}"
        for name, count in many.items()
        if count
    ]
    line = f"{joined(parts)}{'' if rows['asks_the_authority'].all() else ', some of them to partners'}"
    requests = tuple(
        (
            row.summary,
            "" if pd.isna(row.page) else f"Page {int(row.page)}",
            row.link if isinstance(row.link, str) else None,
        )
        for row in rows.itertuples()
    )
    return Asked(read[0], sentence(line), requests)
