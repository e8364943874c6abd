"""The committee's paper, whatever its format: sections made of sentences, lists, tables and bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from exhibits.style import Look

LANGUAGE = "en-GB"
GLOSSARY = "glossary"
"""Name of the section that explains the terms of the others."""
FIELDS = (
    ("Meeting", "name and date of the meeting"),
    ("Report of", "name and post of the author"),
    ("Decision", "Members are asked to …"),
)
"""What a council fills in: name of each field, and what stands in it until then."""


class Cell(NamedTuple):
    """A cell of a table. With a look it is drawn as a lettered tile, and ``text`` is what the letter means."""

    text: str
    look: Look | None = None


@dataclass(frozen=True)
class Text:
    """A paragraph. ``voice``: who says it, in bold before it. ``nothing``: it only says why there is nothing to say."""

    text: str
    voice: str = ""
    small: bool = False
    nothing: bool = False


@dataclass(frozen=True)
class Bullets:
    """A list; numbered where its items are asked or referred to."""

    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Rows:
    """A table. The first column heads its rows. ``widths``: shares of the line. ``alt``: the table in a sentence."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    alt: str


@dataclass(frozen=True)
class Bars:
    """A bar chart of counts: native where the format has charts, else a table with bars."""

    caption: str
    bars: tuple[tuple[str, int], ...]
    alt: str


APART = "≠"
"""Between grades that may not be compared."""


class Span(NamedTuple):
    """A grade, or none, for as long as it stood. ``start``, ``end``: in years, 2012.25; ``words``: what it is, in ``short`` where it
    has no letter; ``apart``: whether the one before may not be compared with it.
    """

    start: float
    end: float
    look: Look
    words: str
    apart: bool = False
    short: str = ""


@dataclass(frozen=True)
class History:
    """Grades over time, a lane for each strand: drawn where the format draws, else the table, with letter and word in each cell.

    ``key``: each look that is in it, with its words.
    """

    table: Rows
    lanes: tuple[tuple[str, tuple[Span, ...]], ...]
    key: tuple[tuple[Look, str], ...]


Block = Text | Bullets | Rows | Bars | History


@dataclass(frozen=True)
class Section:
    """A titled part of the paper. ``finding``: what it comes to, the title of its slides."""

    name: str
    title: str
    blocks: tuple[Block, ...]
    finding: str = ""


@dataclass(frozen=True)
class Paper:
    """The whole paper. ``footer`` stands on each page beside its number."""

    title: str
    purpose: str
    sections: tuple[Section, ...]
    as_at: pd.Timestamp
    footer: str
    file_stem: str

    def words(self) -> str:
        """Everything that it says, for the glossary and the tests."""
        return "\n".join([self.title, self.purpose, *(line for section in self.sections for line in _lines(section))])


def rows(caption: str, frame: pd.DataFrame, widths: Sequence[float], alt: str) -> Rows:
    """A frame of words as a table."""
    cells = tuple(
        tuple(Cell("" if pd.isna(value) else str(value)) for value in row) for row in frame.itertuples(index=False)
    )
    return Rows(caption, tuple(str(name) for name in frame.columns), cells, tuple(widths), alt)


def _lines(section: Section) -> list[str]:
    lines = [section.title]
    for block in section.blocks:
        match block:
            case Text(text=text):
                lines.append(text)
            case Bullets(items=items):
                lines += items
            case (
                Rows(caption=caption, heads=heads, rows=body)
                | History(table=Rows(caption=caption, heads=heads, rows=body))
            ):
                lines += [caption, " ".join(heads), *(" ".join(cell.text for cell in row) for row in body)]
            case Bars(caption=caption, bars=bars):
                lines += [caption, *(f"{label} {count}" for label, count in bars)]
    return lines
