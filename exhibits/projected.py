"""What is drawn on a screen of a meeting, as plain values: tiles in a grid, or bars on a line of years.

Pages write it as HTML, so that its letters grow with the screen: charts that are read at a desk are too small for a hall.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from analysis import english, naming
from analysis.authority.meeting import Picture, near
from analysis.comparison.all_strands import all_strands
from analysis.comparison.standings import states
from analysis.frameworks import strands
from analysis.grades.comparability import HINT, moves, strand_cells
from analysis.grades.spell_sentences import history_alt
from analysis.grades.spells import spells
from analysis.known import known_inspections
from analysis.look_up import each, look_up
from analysis.recommendations.thread import threads
from analysis.selection import Selection
from analysis.themes.recurrence import theme_looks, theme_recurrence
from loaders import Dataset, kept

from .history import first_shown
from .spans import SIGNS, why_none
from .strip import grade_strip, look_of
from .style import GRADES, INK, PAPER, SHADE, STANDS, STATES, Look

MOST_THEMES, MOST_LOOKS, MOST_YEARS = 5, 5, 6
"""Rows and columns of the themes' grid, and columns of the grades', that can be read from the back of a room."""
ONLY_ASKED = Look("★", SHADE, INK, "")
NOT_LOOKED = Look("·", PAPER, INK, "")
ASKED = ("★", "a recommendation asks for it")
MOVED = {"up": "better", "down": "worse", "same": "the same", "not comparable": "judged differently", "first": "first grade held here", "none": "no grade now"}  # fmt: skip
SHORTEST = 0.8
"""Share of a line, in percent, below which a bar could not be seen."""


class Part(NamedTuple):
    """A cell of a grid: a tile and what stands beside it, either of which may be missing. ``words``: what the tile means."""

    look: Look | None
    words: str
    beside: str = ""


class Span(NamedTuple):
    """A bar on a line of years: where it begins and how long it is, in percent, and how it looks."""

    left: float
    width: float
    look: Look
    sign: str = ""
    faint: bool = False


class Grid(NamedTuple):
    """A table of tiles. ``rows``: heading and cells of each; ``key``: look and meaning of each tile in it."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Part, ...]], ...]
    key: tuple[tuple[Look, str], ...]
    more: str = ""
    framed: bool = False
    """Whether the first row is the one that the others are set beside."""


class Lanes(NamedTuple):
    """Bars on one line of years. ``alt``: it in words; ``years``: place and name of each tick; ``now``: the look that stands."""

    alt: str
    years: tuple[tuple[float, str], ...]
    lanes: tuple[tuple[str, tuple[Span, ...], Part], ...]
    key: tuple[tuple[Look, str], ...]


class Steps(NamedTuple):
    """One step after the other, in words."""

    steps: tuple[str, ...]


Drawn = Grid | Lanes | Steps


@kept
def drawn(ds: Dataset, selection: Selection, picture: Picture) -> Drawn:
    """Return what a screen draws. Raises ``KeyError`` on a kind that does not exist."""
    return KINDS[picture.kind](ds, selection, picture.of)


def _grades(ds: Dataset, selection: Selection, of: tuple[str, ...]) -> Grid:
    """The latest grades, one column an inspection."""
    strip = grade_strip(ds, selection)
    years = list(dict.fromkeys(strip["year"]))
    shown = years[-MOST_YEARS:]
    rows = []
    for strand, part in strip.groupby("strand", sort=False):
        tiles = {cell.year: Part(look_of(cell), cell.words) for cell in each(part)}
        rows.append((str(strand), tuple(tiles[year] for year in shown)))
    more = f"Earlier inspections, from {years[0]}, stand on the next screen." if len(years) > len(shown) else ""
    return _grid("Grades by year the inspection began", shown, rows, more)


def _history(ds: Dataset, selection: Selection, of: tuple[str, ...]) -> Lanes:
    """How long each grade stood, and the one that stands now."""
    subject = selection.subject
    found, known = spells(ds, (subject,)), known_inspections(ds, subject)
    first, last = first_shown(ds, known), ds.as_at
    whole = (last - first).days

    def place(day: pd.Timestamp) -> float:
        return round(100 * (day - first).days / whole, 2)

    labels, lanes = look_up(ds, "strands", "strand", "label"), []
    key: dict[Look, str] = {}
    for strand in strands(ds):
        part = list(each(found[found["strand"] == strand]))
        spans = [_span(spell, place) for spell in part]
        now = Part(None, "", "none now")
        if part and isinstance(part[-1].grade, str) and pd.notna(part[-1].until):
            now = Part(look_of(part[-1]), part[-1].grade_as_published)
        lanes.append((labels[strand], tuple(spans), now))
        key |= {GRADES[spell.grade]: spell.grade_as_published for spell in part if isinstance(spell.grade, str)}
    visits = int((~known["inspection"].isin(set(ds.grades["inspection"]))).sum())
    step = 2 if whole < 365 * 12 else 4
    years = tuple((place(pd.Timestamp(year, 1, 1)), str(year)) for year in range(first.year + 1, last.year + 1) if year % step == 0)  # fmt: skip
    return Lanes(history_alt(ds, found, visits), years, tuple(lanes), _in_order(key))


def _span(spell: Any, place: Callable[[pd.Timestamp], float]) -> Span:
    until = spell.start if pd.isna(spell.until) else spell.until
    left = place(spell.start)
    width = max(SHORTEST, place(until) - left - 0.4)
    if not isinstance(spell.grade, str):
        return Span(left, width, Look("", SHADE, INK, ""), faint=True)
    sign = SIGNS.get(spell.move, "") if spell.move in ("up", "down", "not comparable") else ""
    return Span(left, width, look_of(spell), sign if width > 9 else "")


def _changes(ds: Dataset, selection: Selection, of: tuple[str, ...]) -> Grid:
    """The grade before, the grade now, and the change."""
    cells = strand_cells(ds, [selection.subject])
    by_inspection = {(cell.inspection, cell.strand): cell for cell in each(cells)}
    rows = []
    for row in each(moves(cells)):
        before = by_inspection.get((row.earlier, row.strand))
        after = by_inspection.get((row.later, row.strand))
        sign = SIGNS.get(row.move, "")
        rows.append((naming.strand_title(ds, row.strand), (_dated(ds, before), _dated(ds, after), Part(None, "", f"{sign} {MOVED[row.move]}".strip()))))  # fmt: skip
    return _grid("Each strand against the grade before", ["Before", "Now", "Change"], rows)


def _dated(ds: Dataset, cell: Any) -> Part:
    if cell is None:
        return Part(None, "", "none held")
    if not isinstance(cell.grade, str):
        return Part(None, "", "with another strand" if cell.no_grade == "judged_together" else why_none(ds, cell))
    return Part(look_of(cell), cell.grade_as_published, f"{cell.start:%Y}")


def _themes(ds: Dataset, selection: Selection, of: tuple[str, ...]) -> Grid:
    """Themes of some statuses by inspection: weak, mixed, strong, or only asked for."""
    statuses, looks = theme_recurrence(ds, selection.subject), theme_looks(ds, selection.subject)
    found = [row for status in of for row in each(statuses[statuses["status"] == status])]
    inspections = list(dict.fromkeys(looks.sort_values("start")["inspection"]))[-MOST_LOOKS:]
    stand = {(row.inspection, row.theme): row for row in each(looks)}
    rows = []
    for row in found[:MOST_THEMES]:
        cells = tuple(_look(stand.get((inspection, row.theme))) for inspection in inspections)
        rows.append((row.label, (*cells, Part(None, "", row.status_label))))
    heads = [f"{naming.inspection_row(ds, inspection).start:%b %Y}" for inspection in inspections]
    left = len(found) - len(rows)
    more = english.sentence(f"and {english.counted(left, 'more theme')}") if left else ""
    return _grid("What each inspection said of each theme", [*heads, "In short"], rows, more)


def _look(look: Any) -> Part:
    if look is None:
        return Part(NOT_LOOKED, "not looked at")
    if look.balance == "none":
        return Part(ONLY_ASKED, "only a recommendation") if look.asked else Part(NOT_LOOKED, "not looked at")
    words = {"weak": "weak", "mixed": "mixed", "strong": "strong"}[look.balance]
    return Part(STANDS[look.balance], words, ASKED[0] if look.asked else "")


def _neighbours(ds: Dataset, selection: Selection, of: tuple[str, ...]) -> Grid:
    """The latest grades of the subject and of some of the others."""
    rows, words = all_strands(ds, near(ds, selection)), states(ds)
    authorities = list(dict.fromkeys(rows["authority"]))
    first, last = map(int, of)
    shown = [authorities[0], *authorities[1:][first:last]]
    labels, body = look_up(ds, "strands", "strand", "label"), []
    for authority in shown:
        part = list(each(rows[rows["authority"] == authority]))
        tiles = [Part(STATES[cell.state], words[cell.state], SIGNS.get(cell.move, "")) for cell in part]
        when = f"{part[0].start:%b %Y}" if pd.notna(part[0].start) else "none yet"
        body.append((naming.authority_name(ds, authority), (*tiles, Part(None, "", when))))
    heads = [labels[strand] for strand in dict.fromkeys(rows["strand"])]
    return _grid("Latest full inspection of each", [*heads, "Inspected"], body)._replace(framed=True)


def _path(ds: Dataset, selection: Selection, of: tuple[str, ...]) -> Steps:
    """A recommendation from the report that made it to the last that looked."""
    inspection, name = of
    thread = next(one for one in threads(ds, inspection) if one.recommendation["recommendation"] == name)
    asked = f"{english.day(naming.inspection_row(ds, inspection).start, 'month')}: asked"
    return Steps((asked, *thread.steps))


def _grid(caption: str, heads: Sequence[str], rows: Sequence[tuple[str, tuple[Part, ...]]], more: str = "") -> Grid:
    looks = {part.look: part.words for _, parts in rows for part in parts if part.look is not None}
    key = {look._replace(letter=look.letter.strip("()")): words.removesuffix(HINT) for look, words in looks.items()}
    return Grid(caption, tuple(heads), tuple(rows), _in_order(key), more)


def _in_order(key: dict[Look, str]) -> tuple[tuple[Look, str], ...]:
    """The key, grades from best to worst first; with each letter once."""
    order = [look.letter for look in (*GRADES.values(), *STANDS.values())]
    by_letter = {look.letter: (look, words) for look, words in key.items()}
    return tuple(sorted(by_letter.values(), key=lambda one: order.index(one[0].letter) if one[0].letter in order else len(order)))  # fmt: skip


KINDS: dict[str, Callable[[Dataset, Selection, tuple[str, ...]], Drawn]] = {
    "grades": _grades,
    "history": _history,
    "changes": _changes,
    "themes": _themes,
    "neighbours": _neighbours,
    "path": _path,
}
