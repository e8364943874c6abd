"""What the latest full inspection of an authority praised and criticised, in the words of the report."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from analysis.comparison.standings import Comparison
from analysis.england.reports_read import latest_read
from analysis.findings.paragraphs import Spoken, spoken
from analysis.frameworks import strands
from analysis.look_up import look_up
from analysis.themes.recurrence import Look
from analysis.themes.shares import looks_by_inspection
from loaders import Dataset, kept

MOST = 3
"""Themes on each side."""

Lines = tuple[tuple[str, Spoken], ...]
"""Label of a theme, and what is said of it."""


class LatestWords(NamedTuple):
    """The inspection, and what it praised and criticised most."""

    inspection: str
    praised: Lines
    criticised: Lines


@kept
def latest_words(ds: Dataset, authority: str) -> LatestWords | None:
    """Return the words of the latest full inspection; None where that was not read paragraph by paragraph.

    Praised are themes that are strong, those that can be quoted and have most strengths first; criticised those that are weak, then those that
    Ofsted asked for, then the others with a concern or a reservation. No paragraph stands twice.
    """
    read = latest_read(ds, Comparison((authority,), authority, "itself", strands(ds)[0], ds.as_at))
    if read.empty:
        return None
    inspection = read["inspection"].iloc[0]
    looks = looks_by_inspection(ds).get(inspection, {})
    praised = sorted((t for t, look in looks.items() if look.balance == "strong"), key=lambda t: -looks[t].strengths)
    weak = sorted((t for t, look in looks.items() if look.concerns + look.mixed), key=lambda t: _hardest(looks[t]))
    return LatestWords(
        inspection,
        _lines(_quotes_first(_said(ds, inspection, praised, ["strength"]))),
        _lines(_said(ds, inspection, weak, ["concern", "mixed"])),
    )


def _hardest(look: Look) -> tuple[bool, bool, int, int]:
    return look.balance != "weak", not look.asked, -look.concerns, -look.mixed


def _said(ds: Dataset, inspection: str, themes: Iterable[str], verdicts: list[str]) -> list[tuple[str, Spoken]]:
    labels = look_up(ds, "themes", "theme", "label")
    every = ((labels[theme], spoken(ds, inspection, theme, verdicts)) for theme in themes)
    return [(label, said) for label, said in every if said is not None]


def _quotes_first(lines: list[tuple[str, Spoken]]) -> list[tuple[str, Spoken]]:
    return sorted(lines, key=lambda line: not line[1].quoted)


def _lines(lines: list[tuple[str, Spoken]]) -> Lines:
    """The first of them, no paragraph twice."""
    by_paragraph: dict[str, tuple[str, Spoken]] = {}
    for label, said in lines:
        by_paragraph.setdefault(said.paragraph, (label, said))
    return tuple(by_paragraph.values())[:MOST]
