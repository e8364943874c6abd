"""Plain links between pages that keep the selection."""

from __future__ import annotations

from urllib.parse import urlencode

import pandas as pd
from markupsafe import Markup

from analysis import english
from analysis.comparison.standings import Comparison
from analysis.england.themes_of_england import theme_by_part
from analysis.findings.reports import ENGLAND, LATEST
from analysis.look_up import look_up
from analysis.selection import Selection
from analysis.themes.shares import BALANCES, NOT_COVERED
from loaders import Dataset, kept

from . import markup
from .navigation import FRONT


def link(ds: Dataset, selection: Selection, path: str, **more: str) -> str:
    """Address of a page with the selection and more parameters, all in the words shown. No path: the front page."""
    return f"{path or './'}?{urlencode([*selection.to_query(ds), *more.items()])}"


def anchor(ds: Dataset, selection: Selection, path: str, words: str, **more: str) -> Markup:
    """A link as HTML, in the same window."""
    return markup.anchor(link(ds, selection, path, **more), words)


@kept
def to_each(ds: Dataset, selection: Selection, standings: pd.DataFrame) -> tuple[str, ...]:
    """Return the address of the front page about each authority of ``standings``, which are kept."""
    return tuple(
        link(ds, selection.with_authorities(authority), "") for authority in standings["authority"].drop_duplicates()
    )


@kept
def to_each_row(ds: Dataset, selection: Selection, rows: pd.DataFrame) -> tuple[str, ...]:
    """Return the address of the front page about the authority of each row, which are kept and may repeat one."""
    return tuple(link(ds, selection.with_authorities(authority), "") for authority in rows["authority"])


@kept
def to_themes(ds: Dataset, selection: Selection, table: pd.DataFrame) -> tuple[str, ...]:
    """Return the address of the findings on each ``Theme`` of a table, which is kept; none where it is empty."""
    labels = table["Theme"] if len(table) else ()
    return tuple(f"{link(ds, selection, 'themes', theme=label)}#evidence" for label in labels)


@kept
def to_reports(ds: Dataset, selection: Selection, comparison: Comparison, theme: str) -> str:
    """Links to what the latest reports of all England say on a theme: of those that are weak on it, mixed and strong. Empty without any."""
    known = selection.known_on(comparison.day, ds)
    label = look_up(ds, "themes", "theme", "label")[theme]
    table = theme_by_part(ds, comparison, theme).iloc[0]
    shared = {"of": ENGLAND, "reports": LATEST, "theme": label}
    pages = [
        (
            anchor(ds, known, "findings", f"{words} on it: {table[stand]}", **shared, stands=words),
            f"what {'this report says' if table[stand] == 1 else 'these reports say'}",
        )
        for stand, words in BALANCES.items()
        if stand != NOT_COVERED and table[stand]
    ]
    return markup.fill("next", title=f"Read it: {english.lower_first(label)}", pages=pages) if pages else ""


def to_strong(ds: Dataset, selection: Selection, theme: str, words: str) -> Markup:
    """A link to all that is praised on a theme in the latest reports of England that are strong on it."""
    label = look_up(ds, "themes", "theme", "label")[theme]
    asked = {"of": ENGLAND, "reports": LATEST, "theme": label, "stands": BALANCES["strong"], "verdict": "strength"}
    return anchor(ds, selection, "findings", words, **asked)


def to_turned(ds: Dataset, selection: Selection, label: str, words: str) -> Markup:
    """A link to all of England that turned a theme round. ``label``: of the theme."""
    return anchor(ds, selection, "england", words, england="Themes over time", theme=label)


@kept
def next_steps(ds: Dataset, selection: Selection) -> str:
    """What to look at next: the question that each page answers."""
    pages = [(anchor(ds, selection, entry.path, entry.title), entry.question) for entry in FRONT if entry.path]
    return markup.fill("next", title="Go on", pages=pages)
