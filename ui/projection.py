"""The screens of a meeting as HTML, and all of them with the presenter's notes as a handout on paper."""

from __future__ import annotations

from markupsafe import Markup

from analysis import english
from analysis.authority.meeting import Screen, screens
from analysis.selection import Selection
from exhibits.projected import ASKED, Grid, Lanes, drawn
from exhibits.swatches import SIGNS
from exports.markup import tile
from loaders import Dataset, kept
from ui import markup


@kept
def screen(ds: Dataset, selection: Selection, number: int, kind: str = "screen") -> Markup:
    """Return a screen, counted from 1: its title, picture, lines and source. ``kind``: ``screen``, or ``sheet`` on paper."""
    deck = screens(ds, selection)
    shown = deck[number - 1]
    day = english.day(ds.as_at)
    return markup.fill("screen", kind=kind, screen=shown, picture=_picture(ds, selection, shown), day=day, number=f"{number} of {len(deck)}")  # fmt: skip


@kept
def notes(ds: Dataset, selection: Selection, number: int, level: int = 2) -> Markup:
    """Return what the presenter may say to a screen, with the paragraphs behind it. ``level``: of its heading."""
    return markup.fill("notes", level=level, notes=screens(ds, selection)[number - 1].notes)


@kept
def handout(ds: Dataset, selection: Selection) -> Markup:
    """Return all screens, each with its notes, to be printed."""
    sheets = [
        part
        for number in range(1, len(screens(ds, selection)) + 1)
        for part in (screen(ds, selection, number, "sheet"), notes(ds, selection, number, 3))
    ]
    return markup.fill("handout", sheets=sheets)


def _picture(ds: Dataset, selection: Selection, shown: Screen) -> Markup:
    if shown.picture is None:
        return Markup()
    figure = drawn(ds, selection, shown.picture)
    match figure:
        case Grid():
            return markup.fill("screen_grid", grid=figure, tile=tile, key=_key(figure))
        case Lanes():
            return markup.fill("screen_lanes", lanes=figure, tile=tile, key=_key(figure))
        case _:
            return markup.path(figure.steps)


def _key(figure: Grid | Lanes) -> Markup:
    """The letters and signs of a figure in words."""
    if isinstance(figure, Grid):
        seen = {part.beside for _, parts in figure.rows for part in parts}
        return markup.fill("screen_key", key=figure.key, signs=_signs(seen), more=figure.more, tile=tile)
    seen = {span.sign for _, spans, _ in figure.lanes for span in spans}
    return markup.fill("screen_key", key=figure.key, signs=_signs(seen), more="", tile=tile)


def _signs(seen: set[str]) -> list[tuple[str, str]]:
    return [pair for pair in (*SIGNS.values(), ASKED) if pair[0] in seen]
