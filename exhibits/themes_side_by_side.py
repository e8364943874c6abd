"""Themes of a few authorities on the same rows: the full inspection on which each of them stands."""

from __future__ import annotations

import pandas as pd

from analysis import naming
from analysis.comparison.sentences import comparison_sources
from analysis.comparison.side_by_side import coded_standings, contrasts, themes_side_by_side
from analysis.comparison.standings import Comparison
from analysis.grades.sentences import LONGEST_ALT
from analysis.look_up import each, look_up
from analysis.themes.recurrence import looks_in
from analysis.themes.sentences import look_words, side_by_side_sentence, side_by_side_title
from analysis.themes.shares import BALANCES, balance_of
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .theme_rows import Row, theme_rows

WIDEST = 4
"""Columns beside whose headings whole names have room on a wide screen."""
STANDS = ("weak", "mixed", "strong", "not_covered")
"""How the first of them can stand: the headings, the worst first."""


@kept(most=FIGURES)
def themes_beside_each_other(ds: Dataset, comparison: Comparison) -> Exhibit:
    """Themes by authority, under headings that say how the first of those read stands.

    Columns of ``table``: Theme, then one per authority whose latest full inspection was read.
    """
    read = coded_standings(ds, comparison)
    names = {authority: naming.authority_name(ds, authority) for authority in read}
    cells = _cells(ds, read)
    rows = _rows(ds, read, names) if len(read) > 1 else []
    table = themes_side_by_side(ds, comparison) if rows else pd.DataFrame()
    contrasted = contrasts(ds, comparison)
    sentence = side_by_side_sentence(list(names.values()), contrasted)
    title = side_by_side_title(list(names.values()), contrasted)
    dates = {name: naming.short_heading(ds, inspection).split(", ")[0] for name, inspection in read.items()}
    heads = {name: f"{names[name]}, {dates[name]}" for name in read}
    tiles = look_up(ds, "authorities", "authority", "short")
    short = {name: tiles[name] if isinstance(tiles[name], str) else names[name] for name in read}
    return Exhibit(
        name=f"{comparison.authorities[0]}-themes-side-by-side",
        title=title,
        sentence=sentence,
        alt=_alt(
            f"Chart of {len(ds.themes)} themes, one row each, a column for each of {len(read)} authorities.",
            sentence,
            title,
        ),
        table=table,
        draw=(
            lambda ds, narrow: theme_rows(rows, cells, heads, narrow, short if narrow or len(read) > WIDEST else names)
        )
        if rows
        else None,
        voice=Voice.READING,
        sources=comparison_sources(ds, pd.Series(list(read.values()), dtype="str")),
        as_at=comparison.day,
        key="A bar to the left of its line counts the paragraphs that are concerns, one to the right the strengths; mixed ones "
        "lie across it. Reports differ in length, so compare the sides of a bar, never its length."
        if rows
        else "",
        hint="A click on a cell shows its findings." if rows else "",
    )


def _cells(ds: Dataset, read: dict[str, str]) -> pd.DataFrame:
    """What each inspection says of each theme, as ``theme_rows`` takes it."""
    found = [
        {
            "column": authority,
            "inspection": inspection,
            "theme": seen.theme,
            **seen.look._asdict(),
            "summary_only": not seen.look.asked and seen.look.balance == "none",
            "words": look_words(seen.look),
        }
        for authority, inspection in read.items()
        for seen in looks_in(ds, authority, inspection)
    ]
    return pd.DataFrame(found)


def _rows(ds: Dataset, read: dict[str, str], names: dict[str, str]) -> list[Row]:
    first = next(iter(read))
    rows: list[Row] = []
    for stand in STANDS:
        themes = [theme for theme in each(ds.themes) if balance_of(ds, read[first], theme.theme) == stand]
        if themes:
            rows.append(Row(f"{names[first]}: {BALANCES[stand].lower()} {len(themes)}"))
            rows += [Row(theme.label, theme.theme) for theme in themes]
    return rows


def _alt(chart: str, sentence: str, title: str) -> str:
    """What is heard in one go: the sentence, or where that is long the title."""
    return f"{chart} {sentence}" if len(f"{chart} {sentence}") <= LONGEST_ALT else f"{chart} {title}."
