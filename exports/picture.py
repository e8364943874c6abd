"""What a picture of a figure says around it: title, sentence and signs above, source, date and terms below.

The picture itself is made in the browser from the figure on the page (``ui/browser/takeaway.js``), which adds the address.
"""

from __future__ import annotations

import textwrap
from html import escape
from typing import TypedDict

from analysis import english
from exhibits import Exhibit
from exhibits.style import INK, MUTED, PAPER

from .names import file_stem

WIDTH = 1200  # pixels; a PNG has three times as many, 300 to the inch on an A3 sheet
EDGE = 20
TITLE, TEXT, SMALL = 24, 16, 13
"""Sizes of the letters, in pixels."""
SPACING = 1.3  # plotly's own, from line to line
FONT = "Arial, Helvetica, Liberation Sans, sans-serif"
"""A font that every program has: a picture takes none with it."""


class Block(TypedDict):
    """Some lines of one size: their text as plotly reads it, and how far from the top or bottom edge they stand."""

    text: str
    size: int
    colour: str
    offset: float


class Picture(TypedDict):
    """All that the browser needs: file name, width, room above and below, and the blocks that stand there."""

    name: str
    width: int
    edge: int
    font: str
    paper: str
    above: list[Block]
    below: list[Block]
    top: float
    bottom: float


def picture(exhibit: Exhibit) -> Picture:
    """The frame of texts round an exhibit's figure. The last line of ``below`` is left for the address."""
    above = [
        (f"<b>{escape(line)}</b>", TITLE, INK) for line in _lines(exhibit.title, TITLE)
    ] + [(escape(line), TEXT, INK) for line in _lines(f"{exhibit.said_by}. {exhibit.sentence}", TEXT)]  # fmt: skip
    key = [(_bold(line), TEXT, INK) for line in _lines(exhibit.key, TEXT)]
    origin = f"Source: {'; '.join(exhibit.sources) or 'none held'}. Data as at {english.day(exhibit.as_at)}."
    source = [(escape(line), SMALL, MUTED) for line in _lines(origin, SMALL)]
    start = _height(key) + (EDGE / 2 if key else 0)
    return Picture(
        name=file_stem(exhibit.name, exhibit.as_at),
        width=WIDTH,
        edge=EDGE,
        font=FONT,
        paper=PAPER,
        above=_stacked(above),
        below=_stacked(key) + _stacked(source, start),
        top=_height(above) + 2 * EDGE,
        bottom=start + _height(source) + SMALL * SPACING + 2 * EDGE,
    )


def _lines(text: str, size: int) -> list[str]:
    """Lines that fit between the edges even in a wide font: a letter is reckoned at half its size."""
    return textwrap.wrap(text, int((WIDTH - 2 * EDGE) / (size * 0.5)))


def _bold(line: str) -> str:
    """The signs of a key, which stand between double stars, in bold."""
    parts = escape(line).split("**")
    return "".join(f"<b>{part}</b>" if number % 2 else part for number, part in enumerate(parts))


def _height(lines: list[tuple[str, int, str]]) -> float:
    return sum(size * SPACING for _, size, _ in lines)


def _stacked(lines: list[tuple[str, int, str]], offset: float = 0.0) -> list[Block]:
    """One block per line, each as far down as the lines before it are high."""
    blocks = []
    for text, size, colour in lines:
        blocks.append(Block(text=text, size=size, colour=colour, offset=offset))
        offset += size * SPACING
    return blocks
