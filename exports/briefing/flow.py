"""How blocks flow over slides: where each stands, and where a list or a table goes on to the next slide."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import Any, NamedTuple

from exhibits.style import Look

from .paper import Bars, Block, Bullets, Cell, History, Rows, Text

LEFT, TOP, WIDTH, HEIGHT = 0.6, 1.5, 12.1, 5.35
"""The area of a slide below its title, in inches."""
BODY, CELL, SMALL = 20, 18, 18
"""Sizes of the letters, in points: of text, of tables, of remarks."""
MOST_ROWS = 8
"""Rows of a table on one slide."""
CHART, KEY, AXIS = 4.6, 0.44, 0.45
LANE = (0.42, 0.62)
"""Inches: height of a chart; of a drawn history a line of its key, its years below, and each lane, at least and at most."""
GAP, NEARLY = 0.12, 0.7
"""Inches between blocks; the share of a slide that is left below a lead-in."""


class Piece(NamedTuple):
    """A block, or a part of one, at its place below the title; in inches."""

    block: Block
    top: float
    height: float


class KeyPlace(NamedTuple):
    """Where a look and its words stand in the key of a drawn history: inches from the left of the slide, width of the box, line."""

    look: Look
    words: str
    left: float
    box: float
    line: int


def key_places(block: History) -> list[KeyPlace]:
    """The key of a history in as many lines as it takes."""
    places, x, line = [], LEFT, 0
    for look, words in block.key:
        box = 0.2 + 0.17 * len(look.letter)
        width = box + len(words) * CELL * 0.48 / 72 + 0.3
        if x > LEFT and x + width > LEFT + WIDTH:
            x, line = LEFT, line + 1
        places.append(KeyPlace(look, words, x, box, line))
        x += width
    return places


def pages(blocks: Iterable[Block]) -> list[list[Piece]]:
    """The pieces of each slide. A single item that is higher than a slide gets one of its own."""
    slides: list[list[Piece]] = [[]]
    top, blocks = 0.0, list(blocks)
    for block, after in zip_longest(blocks, blocks[1:]):
        if slides[-1] and isinstance(block, Text) and not _stays(block, after, HEIGHT - top):
            slides.append([])
            top = 0.0
        for part, height in _parts(block, HEIGHT - top, HEIGHT):
            if slides[-1] and top + height > HEIGHT:
                slides.append([])
                top = 0.0
            slides[-1].append(Piece(part, top, height))
            top += height + GAP
    return slides


def _stays(block: Text, after: Block | None, room: float) -> bool:
    """Whether a paragraph fits the room that is left, and with it the beginning of the list, table or chart that it leads to."""
    [(_, height)] = _parts(block, room, HEIGHT)
    if after is None or isinstance(after, Text):
        return height <= room
    left = room - height - GAP
    return left > 0 and next(_parts(after, left, HEIGHT))[1] <= left


def _parts(block: Block, room: float, whole: float) -> Iterator[tuple[Block, float]]:
    """A block in parts of which the first fits the room that is left and the others a slide, with their heights."""
    match block:
        case Text():
            yield block, _text(block.voice + block.text, SMALL if block.small else BODY, WIDTH) + 0.1
        case Bars():
            yield block, CHART
        case History():
            around, (least, most) = KEY * (key_places(block)[-1].line + 1) + AXIS, LANE
            lane = min(max((room - around) / len(block.lanes), least), most)
            yield block, around + lane * len(block.lanes)
        case Bullets():
            for items, height in _split(
                [(item, _text(item, BODY, WIDTH - 0.4) + 0.08) for item in block.items], 0.1, room, whole
            ):
                yield replace(block, items=items), height
        case Rows():
            head = _row(tuple(Cell(name) for name in block.heads), block.widths)
            for rows, height in _split(
                [(row, _row(row, block.widths)) for row in block.rows], head, room, whole, MOST_ROWS
            ):
                yield replace(block, rows=rows), height


def _split(
    items: list[tuple], start: float, room: float, whole: float, most: int = 99
) -> Iterator[tuple[tuple, float]]:
    """Runs of items that fit, ``most`` in each. The first takes the room that is left only where two go there and two stay over, or all do."""
    here, used = 0, start
    while here < min(len(items), most) and used + items[here][1] <= room:
        used += items[here][1]
        here += 1
    nearly_whole = here and room > NEARLY * whole  # only a lead-in stands above: it is not left alone
    limit = room if nearly_whole or here == len(items) or 2 <= here <= len(items) - 2 else whole
    runs: list[list[tuple[Any, float]]] = [[]]
    height = start
    for item, size in items:
        if runs[-1] and (height + size > limit or len(runs[-1]) == most):
            runs.append([])
            height, limit = start, whole
        runs[-1].append((item, size))
        height += size
    if len(runs) > 1 and len(runs[-1]) == 1 and len(runs[-2]) > 2:  # none stands alone
        runs[-1].insert(0, runs[-2].pop())
    for run in runs:
        yield tuple(item for item, _ in run), start + sum(size for _, size in run)


def _row(cells: tuple[Cell, ...], widths: tuple[float, ...]) -> float:
    shares = [WIDTH * width / sum(widths) - 0.2 for width in widths]
    return (
        max(
            _text(cell.look.letter if cell.look else cell.text, CELL, share)
            for cell, share in zip(cells, shares, strict=True)
        )
        + 0.1
    )


def _text(words: str, size: float, width: float) -> float:
    """Height of a text, reckoning a letter at 0.52 of its size and a line at 1.2."""
    letters = max(1, int(width * 72 / (size * 0.52)))
    return -(-max(1, len(words)) // letters) * size * 1.2 / 72
