"""Pieces of HTML that Streamlit has no widget for. What each looks like stands in ``ui/templates/``, where all text is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

import pandas as pd
from markupsafe import Markup

from analysis import english
from analysis.findings.paragraphs import Spoken
from analysis.findings.search import MARK
from exhibits.style import VERDICTS, Look
from exports import markup
from exports.markup import tile
from loaders.reports.found import Found

fill = markup.filler(Path(__file__).with_name("templates"))
"""Fill a template of pages: its name, and all that it asks for."""


def table(
    frame: pd.DataFrame, caption: str, looks: Sequence[Look] = (), column: str = "", links: Sequence[str] = ()
) -> Markup:
    """Make an accessible table of a frame.

    ``looks``: one per row, drawn as a tile before the words in ``column``. ``links``: one address per row, for its first cell.
    """
    rows: list[list[str | Markup]] = [
        ["" if pd.isna(value) else _cell(str(value)) for value in row]
        for row in frame.itertuples(index=False, name=None)
    ]
    for row, address in zip(rows, links, strict=bool(links)):
        row[0] = anchor(address, row[0])
    if looks:
        place = list(frame.columns).index(column)
        for row, look in zip(rows, looks, strict=True):
            row[place] = Markup("{} {}").format(tile(look), row[place])
    return markup.table(caption, map(str, frame.columns), rows)


def _cell(text: str) -> str | Markup:
    """A text as it is; an address of a report as a link in words."""
    return report(text) if text.startswith("https://") and " " not in text else text


def tabled(caption: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Markup:
    """Make an accessible table of rows of words."""
    return markup.table(caption, heads, rows)


def verdicts(codes: Iterable[tuple[str, str]]) -> Markup:
    """Make theme and verdict of a finding into chips with sign and word. ``codes``: pairs of theme label and verdict."""
    return fill("chips", codes=[(VERDICTS[verdict], label, verdict) for label, verdict in codes])


def marked(text: str) -> Markup:
    """Escape a text and mark in it what was found."""
    return Markup(Markup.escape(text).replace(MARK[0], Markup("<mark>")).replace(MARK[1], Markup("</mark>")))


def evidence(place: str, summary: str, quote: str, chips: str = "", link: object = None, note: str = "") -> Markup:
    """Make a card for one paragraph: where it stands, our summary, the quote, its verdicts. Summary and quote may be marked."""
    url = link if isinstance(link, str) else ""
    return fill("evidence", place=place, summary=marked(summary), quote=marked(quote), chips=chips, note=note, url=url)


def report(url: str) -> Markup:
    """Make the link to the report itself."""
    return fill("report", url=url)


def anchor(address: str, words: str) -> Markup:
    """Make a link to another page, in the same window."""
    return fill("anchor", address=address, words=words)


def paragraph(kind: str, *parts: str, role: str = "") -> Markup:
    """Make a paragraph, of a class or none, of parts with a blank between them; with a role, it is announced."""
    return fill("paragraph", kind=kind, parts=parts, role=role)


def listed(pieces: Sequence[Markup]) -> Markup:
    """Join pieces of HTML as a sentence lists things: with commas and an *and*."""
    return Markup(english.joined(["{}"] * len(pieces))).format(*pieces)


def pair(
    title: str,
    sides: Sequence[tuple[str, str, Spoken]],
    links: Sequence[str | None] = (None, None),
    note: str = "",
    folded: bool = False,
) -> Markup:
    """Set what two paragraphs say of one theme side by side. ``sides``: whose or when, place and words of each; ``folded``: behind the title."""
    return fill("pair", title=title, sides=sides, links=links, note=note, folded=folded)


def bullets(title: str, lines: Sequence[str], kind: str, level: int = 2) -> Markup:
    """Make a list under a heading of this level; ``kind`` styles it: ``better`` or ``back``."""
    return fill("list", title=title, lines=lines, kind=kind, level=level)


def path(steps: Sequence[str]) -> Markup:
    """Show the path of a thread over time, one step after the other."""
    return fill("path", steps=steps) if steps else Markup()


# Typed, because a text that is still to be escaped equals the piece of HTML with the same letters.
@lru_cache(maxsize=2048, typed=True)
def voice(label: str, text: str, reason: str = "") -> Markup:
    """Say who says it, and under it the reason, if there is one."""
    return fill("voice", label=label, text=text, reason=reason)


def one_below_another(parts: Sequence[Markup]) -> Markup:
    """Set pieces of HTML one below another, with the space between them that elements of a page have."""
    return fill("pieces", parts=parts)


def two_up(cards: Markup) -> Markup:
    """Set cards that are written as HTML in two columns, where there is room for both."""
    return fill("two_up", cards=cards)


def facts(items: Iterable[tuple[str, str, str]]) -> Markup:
    """Make a row of numbers. ``items``: label, value, note."""
    return fill("facts", items=items)


def read_from(found: Found) -> Markup:
    """Say how sure a reader is of a value, where it stands, and the words it was read from."""
    more = [text for text in (found.doubt, found.confirmed and f"Confirmed: {found.confirmed}") if text]
    return fill("read_from", found=found, look=bool(found.doubt) or found.value is None, more=more)


def numbered(items: Sequence[tuple[str, str, str]]) -> Markup:
    """Make a numbered list of whole texts. ``items``: text, where it stands, a further note."""
    return fill("numbered", items=items) if items else Markup()


def page_of_text(lines: Sequence[str], label: str) -> Markup:
    """Show lines of print as they stand on a page, in a region that scrolls and takes the focus."""
    return fill("print", lines=lines, label=label)
