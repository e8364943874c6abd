"""What single paragraphs say of a theme, found by inspection and theme. Paragraphs that only sum up others are left out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from analysis.look_up import tuples
from loaders import Dataset, kept

FEW = 2
"""Themes of a paragraph whose quote is taken to speak of the main one: of three or four, it is often of another."""


class Said(NamedTuple):
    """What a paragraph says of a theme.

    ``place``: which of the themes it is that the paragraph is coded with, the main one 0; ``plain``: whether it has few themes
    and all have this verdict, so that its one quote hardly speaks of another, and never says the opposite.
    """

    paragraph: str
    verdict: str
    place: int
    plain: bool

    @property
    def quotable(self) -> bool:
        """Whether the quote of the paragraph can stand for the theme, as far as the codes tell."""
        return self.place == 0 and self.plain


@kept
def said(ds: Dataset) -> dict[tuple[str, str], list[Said]]:
    """Return what is said of each theme: by inspection and theme, in order of the report."""
    codes: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for inspection, paragraph, theme, verdict, is_summary in tuples(
        ds.codes, "inspection", "paragraph", "theme", "verdict", "is_summary"
    ):
        if not is_summary:
            codes.setdefault((inspection, paragraph), []).append((theme, verdict))
    found: dict[tuple[str, str], list[Said]] = {}
    for (inspection, paragraph), there in codes.items():
        plain = len(there) <= FEW and len({verdict for _, verdict in there}) == 1
        for place, (theme, verdict) in enumerate(there):
            found.setdefault((inspection, theme), []).append(Said(paragraph, verdict, place, plain))
    return found


def first_with(ds: Dataset, inspection: str, theme: str, verdicts: Iterable[str]) -> str | None:
    """Return the first paragraph of an inspection with a verdict on a theme; the earlier verdicts are asked first."""
    there = said(ds).get((inspection, theme), [])
    return next((one.paragraph for verdict in verdicts for one in there if one.verdict == verdict), None)


class Spoken(NamedTuple):
    """What a paragraph says of a theme, to be shown: its quote, or our summary of it where the quote may be of something else.

    A paragraph has one quote. It is shown where the theme is the main one of two at most that have the same verdict: else
    it might speak of another theme, or say the opposite.
    """

    inspection: str
    paragraph: str
    page: int | None
    text: str
    quoted: bool

    @property
    def words(self) -> str:
        """The quote in quotation marks, or the summary, said to be in our words."""
        return f"“{self.text}”" if self.quoted else f"{self.text} (In our words.)"


def spoken(ds: Dataset, inspection: str, theme: str, verdicts: Iterable[str]) -> Spoken | None:
    """Return what an inspection says of a theme with a verdict most plainly; the earlier verdicts are asked first.

    The first paragraph whose quote can be shown, else one among whose themes it stands as far in front as may be. None
    where no paragraph has the verdicts.
    """
    there = sorted(said(ds).get((inspection, theme), []), key=lambda one: (not one.quotable, one.place))
    one = next((one for verdict in verdicts for one in there if one.verdict == verdict), None)
    if one is None:
        return None
    key = (inspection, one.paragraph)
    text = quotes(ds)[key] if one.quotable else summaries(ds)[key]
    page = _column(ds, "page")[key]
    return Spoken(inspection, one.paragraph, None if pd.isna(page) else int(page), text, one.quotable)


@kept
def _column(ds: Dataset, name: str) -> dict[tuple[str, str], Any]:
    keys = tuples(ds.findings, "inspection", "paragraph")
    return dict(zip(keys, ds.findings[name].tolist(), strict=True))


@kept
def quotes(ds: Dataset) -> dict[tuple[str, str], str]:
    """Return the quote of each finding, by inspection and paragraph."""
    return _column(ds, "quote")


@kept
def summaries(ds: Dataset) -> dict[tuple[str, str], str]:
    """Return our summary of each finding, by inspection and paragraph."""
    return _column(ds, "summary")
