"""Plain links between pages that keep the selection."""

from __future__ import annotations

from urllib.parse import urlencode

import pandas as pd

from analysis.selection import Selection
from loaders import Dataset, kept

from . import markup
from .navigation import FRONT


def link(ds: Dataset, selection: Selection, path: str, **more: str) -> str:
    """Address of a page with the selection and more parameters, all in the words shown. No path: the front page."""
    return f"{path or './'}?{urlencode([*selection.to_query(ds), *more.items()])}"


def anchor(ds: Dataset, selection: Selection, path: str, words: str, **more: str) -> str:
    """A link as HTML, in the same window."""
    return markup.anchor(link(ds, selection, path, **more), words)


@kept
def to_each(ds: Dataset, selection: Selection, standings: pd.DataFrame) -> tuple[str, ...]:
    """Return the address of the front page about each authority of ``standings``, which are kept."""
    return tuple(link(ds, selection.with_authorities(authority), "") for authority in standings["authority"])


@kept
def next_steps(ds: Dataset, selection: Selection) -> str:
    """What to look at next: the question that each page answers."""
    pages = [(anchor(ds, selection, entry.path, entry.title), entry.question) for entry in FRONT if entry.path]
    return markup.fill("next", pages=pages)
