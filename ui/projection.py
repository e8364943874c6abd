"""The screens of a meeting as HTML, and all of them with the presenter's notes as a handout on paper."""

from __future__ import annotations

from markupsafe import Markup

from analysis import english
from analysis.authority.meeting import Screen, screens
from analysis.selection import Selection
from exhibits.projected import ASKED, Grid, Lanes, drawn
from exhibits.swatches import IN_BRACKETS, SIGNS
from exports.markup import tile
from loaders import Dataset, kept
from ui import markup

NO_GRADE = ("▭", "no grade of its own, or none held")


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
        parts = [part for _, parts in figure.rows for part in parts]
        seen, letters = {part.beside for part in parts}, [part.look.letter for part in parts if part.look]
        return markup.fill("screen_key", key=figure.key, signs=_signs(seen, letters), more=figure.more, tile=tile)
    bars = [span for _, spans, _ in figure.lanes for span in spans]
    seen = {span.sign for span in bars} | {NO_GRADE[0] for span in bars if span.faint}
    signs = _signs(seen, [span.look.letter for span in bars])
    return markup.fill("screen_key", key=figure.key, signs=signs, more="", tile=tile)


def _signs(seen: set[str], letters: list[str]) -> list[tuple[str, str]]:
    """What signs that were seen mean, and brackets around a letter."""
    brackets = [IN_BRACKETS] if any(letter.startswith("(") for letter in letters) else []
    return [*brackets, *(pair for pair in (*SIGNS.values(), NO_GRADE, ASKED) if pair[0] in seen)]
