"""Pieces of HTML that Streamlit has no widget for: real tables, the grade strip, cards of evidence. Text is escaped here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

import pandas as pd

from analysis.findings.search import MARK
from exhibits.strip import look_of
from exhibits.style import VERDICTS, Look
from exports.html import tile
from loaders.reports import Found


def table(frame: pd.DataFrame, caption: str, looks: Sequence[Look] = (), column: str = "", links: Sequence[str] = ()) -> str:
    """A frame as an accessible table: caption, headers with scope, a region that scrolls and takes the focus.

    ``looks``: one per row, drawn as a tile before the words in ``column``. ``links``: one address per row, for its first cell.
    """
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in frame.columns)
    tiled = list(frame.columns).index(column) if looks else None
    rows = "".join(
        _row(row, tiled, looks[i] if looks else None, links[i] if links else None) for i, row in enumerate(frame.itertuples(index=False))
    )
    label = escape(caption)
    return f'<div class="table-region" role="region" tabindex="0" aria-label="{label}"><table><caption>{label}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _row(row: tuple, tiled: int | None, look: Look | None, link: str | None) -> str:
    cells = ["" if pd.isna(value) else escape(str(value)) for value in row]
    if link is not None:
        cells[0] = f'<a href="{escape(link)}" target="_self">{cells[0]}</a>'
    if tiled is not None and look is not None:
        cells[tiled] = f"{tile(look)} {cells[tiled]}"
    return f'<tr><th scope="row">{cells[0]}</th>' + "".join(f"<td>{value}</td>" for value in cells[1:]) + "</tr>"


def grade_strip(strip: pd.DataFrame, caption: str) -> str:
    """One line of lettered tiles per strand. ``strip``: columns as ``exhibits.strip``."""
    years = list(dict.fromkeys(strip["year"]))
    head = "".join(f'<th scope="col">{escape(year)}</th>' for year in years)
    rows = ""
    for strand, part in strip.groupby("strand", sort=False):
        tiles = {cell.year: tile(look_of(cell), cell.words) for cell in part.itertuples()}
        rows += f'<tr><th scope="row">{escape(strand)}</th>' + "".join(f"<td>{tiles[year]}</td>" for year in years) + "</tr>"
    return f'<div class="strip" role="region" tabindex="0" aria-label="{escape(caption)}"><table><caption>{escape(caption)}</caption><thead><tr><td></td>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def verdicts(codes: Iterable[tuple[str, str]]) -> str:
    """Theme and verdict of a finding, as chips with sign and word. ``codes``: pairs of theme label and verdict."""
    chips = "".join(
        f'<li class="chip" style="background:{VERDICTS[v].fill};color:{VERDICTS[v].text}">{VERDICTS[v].letter} {escape(label)}: {escape(v)}</li>'
        for label, v in codes
    )
    return f'<ul class="chips">{chips}</ul>'


def marked(text: str) -> str:
    """Escaped text in which what was found is marked."""
    return escape(text).replace(MARK[0], "<mark>").replace(MARK[1], "</mark>")


def evidence(place: str, summary: str, quote: str, chips: str = "", link: object = None, note: str = "") -> str:
    """A card for one paragraph: where it stands, our summary, the quote, its verdicts. Summary and quote may be marked."""
    source = f'<p class="small">{report(link)}</p>' if isinstance(link, str) else ""
    after = f'<p class="small">{escape(note)}</p>' if note else ""
    return f'<article class="card"><h3>{escape(place)}</h3><p>{marked(summary)}</p><blockquote>“{marked(quote)}”</blockquote>{chips}{after}{source}</article>'


def report(url: str) -> str:
    """The link to the report itself."""
    return f'<a href="{escape(url)}">Open the report</a>'


def pair(title: str, then: tuple[str, str], now: tuple[str, str], labels: tuple[str, str] = ("Then", "Now")) -> str:
    """Two quotes on one theme side by side. ``then`` and ``now``: place and quote."""
    sides = "".join(
        f'<div><p class="small">{escape(label)}: {escape(place)}</p><blockquote>“{escape(quote)}”</blockquote></div>'
        for label, (place, quote) in zip(labels, (then, now), strict=True)
    )
    return f'<article class="card"><h3>{escape(title)}</h3><div class="pair">{sides}</div></article>'


def bullets(title: str, lines: Sequence[str], kind: str, level: int = 2) -> str:
    """A list under a heading of this level; ``kind`` styles it: ``better`` or ``back``."""
    return f'<section class="card {kind}"><h{level}>{escape(title)}</h{level}><ul>{"".join(f"<li>{escape(line)}</li>" for line in lines)}</ul></section>'


def path(steps: Sequence[str]) -> str:
    """The path of a thread over time, one step after the other."""
    return f'<ol class="path">{"".join(f"<li>{escape(step)}</li>" for step in steps)}</ol>' if steps else ""


def voice(label: str, text: str) -> str:
    """A line that says who says it."""
    return f'<p class="voice"><strong>{escape(label)}.</strong> {escape(text)}</p>'


def facts(items: Iterable[tuple[str, str, str]]) -> str:
    """A row of numbers. ``items``: label, value, note."""
    cells = "".join(
        f'<div><dt>{escape(label)}</dt><dd><span class="value">{escape(value)}</span><br><span class="small">{escape(note)}</span></dd></div>'
        for label, value, note in items
    )
    return f'<dl class="facts">{cells}</dl>'


def read_from(found: Found) -> str:
    """How sure a reader is of a value, where it stands, and the words it was read from."""
    look = found.doubt or found.value is None
    place = f", page {found.page}" if found.page else ""
    words = f" <q>{escape(found.words)}</q>" if found.words else ""
    more = "".join(
        f'<br><span class="small">{escape(text)}</span>'
        for text in (found.doubt, found.confirmed and f"Confirmed: {found.confirmed}")
        if text
    )
    return f'<p class="read {"look" if look else ""}"><strong>{escape(found.sureness.capitalize())}</strong>{place}{words}{more}</p>'


def numbered(items: Sequence[tuple[str, str, str]]) -> str:
    """A numbered list of whole texts. ``items``: text, where it stands, a further note."""
    rows = "".join(
        f'<li>{escape(text)} <span class="small">({escape(place)})</span>'
        + (f'<br><span class="small">{escape(note)}</span>' if note else "")
        + "</li>"
        for text, place, note in items
    )
    return f'<ol class="whole">{rows}</ol>' if items else ""


def page_of_text(lines: Sequence[str], label: str) -> str:
    """Lines of print as they stand on a page, in a region that scrolls and takes the focus."""
    return f'<div class="print" role="region" tabindex="0" aria-label="{escape(label)}">' + "<br>".join(map(escape, lines)) + "</div>"
