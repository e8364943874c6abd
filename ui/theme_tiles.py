"""How several authorities stand on each theme, as a table of lettered tiles. It is written as HTML once, and kept."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from analysis import naming
from analysis.comparison.side_by_side import balances
from analysis.comparison.standings import Comparison
from analysis.look_up import each
from analysis.themes.recurrence import Look
from analysis.themes.shares import BALANCES, NOT_COVERED
from exhibits.style import STANDS, VERDICTS
from exports.markup import table, tile
from loaders import Dataset, kept
from ui import markup

ASKED = "R"
"""The sign of a recommendation."""


@kept
def how_each_stood(ds: Dataset, comparison: Comparison) -> Markup:
    """Return themes by authority as HTML, with its key: the inspection on which each stands, where it was read in full."""
    found = {(row.authority, row.theme): row for row in each(balances(ds, comparison))}
    read, raised = {authority for authority, _ in found}, {theme for _, theme in found}
    authorities = [authority for authority in comparison.authorities if authority in read]
    rows = [
        [theme.label, *(_cell(found.get((authority, theme.theme))) for authority in authorities)]
        for theme in each(ds.themes)
        if theme.theme in raised
    ]
    heads = ["Theme", *(naming.authority_name(ds, authority) for authority in authorities)]
    return _key() + table("How each theme stood", heads, rows, region="table-region stood")


def _cell(row: Any) -> Markup:
    """A tile that says how the inspection stood, with its words for those who do not see it, and its paragraphs as signs."""
    if row is None:
        return tile(STANDS[NOT_COVERED], BALANCES[NOT_COVERED])
    stands = NOT_COVERED if row.balance == "none" else row.balance
    drawn = tile(STANDS[stands], f"{BALANCES[stands]}: {row.words}")
    return markup.fill("stood", stands=stands, tile=drawn, signs=_signs(row.look))


def _signs(look: Look) -> str:
    """The paragraphs of a theme as signs: ``3+ 1± R``."""
    counts = zip((look.strengths, look.mixed, look.concerns), VERDICTS.values(), strict=True)
    return " ".join(
        [*(f"{count}{verdict.letter}" for count, verdict in counts if count), *([ASKED] if look.asked else [])]
    )


def _key() -> Markup:
    """What tiles and signs mean."""
    signs = [f"{look.letter} {verdict}" for verdict, look in VERDICTS.items()]
    tiles = [(stands, tile(STANDS[stands]), words.lower()) for stands, words in BALANCES.items()]
    return markup.fill("stood_key", tiles=tiles, signs=[*signs, f"{ASKED} a recommendation"])
