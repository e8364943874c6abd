"""Cards as a reader meets them: their HTML, read back into the place, words, verdicts, link and note of each."""

import re
from html import unescape
from typing import NamedTuple

LINK = r'<a href="(?P<url{0}>[^"]*)">(?P<link{0}>[^<]*)</a>'
_CARD = re.compile(
    r'<article class="card"><h3>(?P<place>[^<]*)</h3><p>(?P<summary>[^<]*)(?: <span class="small">' + LINK.format("") + r"\s*</span>)?</p>"
    r'(?:<blockquote>“(?P<quote>[^<]*)”</blockquote>)?(?P<chips><ul class="chips">.*?</ul>)?\s*(?:<p class="small">(?P<note>[^<]*)</p>)?\s*</article>\s*',
    re.S,
)  # fmt: skip
_SIDE = r'<div><p class="small">(?P<label{0}>[^<:]*): (?P<place{0}>[^<]*?)(?:\. ' + LINK + r"\s*)?</p>(?P<words{0}><blockquote>[^<]*</blockquote>|<p>[^<]*</p>)\s*</div>\s*"  # fmt: skip
_PAIR = re.compile(
    r'<article class="card"><h3>(?P<title>[^<]*)</h3><div class="pair">\s*' + _SIDE.format(1) + _SIDE.format(2)
    + r'</div>(?:<p class="small">(?P<note>[^<]*)</p>)?</article>\s*'
)  # fmt: skip
_LINE = re.compile(
    r"<h4>(?P<label>[^<]*)</h4>\s*(?P<words><blockquote>[^<]*</blockquote>|<p>[^<]*</p>)\s*"
    r'<p class="small">(?P<place>[^<]*?)(?:\. ' + LINK.format("") + r"\s*)?</p>\s*"
)


class Card(NamedTuple):
    """A card of one paragraph or recommendation. What it does not have is empty."""

    place: str
    summary: str
    quote: str
    chips: tuple[str, ...]
    url: str
    link: str
    note: str


class Side(NamedTuple):
    """What one paragraph says of a theme, beside another or alone: whose or when, where it stands, and its words."""

    label: str
    place: str
    words: str
    url: str


class Pair(NamedTuple):
    """A card with two sides."""

    title: str
    sides: tuple[Side, Side]
    note: str


def read_cards(html: str) -> list[Card]:
    """Read cards of paragraphs and recommendations. Nothing may be left over."""
    return [
        Card(one["place"], one["summary"], one["quote"], chips(one["chips"]), one["url"], one["link"], one["note"])
        for one in _all(_CARD, html)
    ]


def read_pairs(html: str) -> list[Pair]:
    """Read cards with two sides. Nothing may be left over."""
    return [
        Pair(one["title"], (_side(one, "1"), _side(one, "2")), one["note"])
        for one in _all(_PAIR, html)
    ]  # fmt: skip


def read_lines(html: str) -> tuple[str, list[Side]]:
    """Read a card of many themes: its title, and what it says of each."""
    head = re.match(r'<section class="card \w+"><h3>([^<]*)</h3>\s*', html)
    return unescape(head[1]), [_side(one, "") for one in _all(_LINE, html[head.end() :].removesuffix("</section>\n").removesuffix("</section>"))]  # fmt: skip


def chips(html: str) -> tuple[str, ...]:
    """Theme and verdict of each chip, without its sign."""
    return tuple(unescape(text).partition(" ")[2] for text in re.findall(r"<li[^>]*>([^<]*)</li>", html))


def _all(pattern: re.Pattern, html: str) -> list[dict[str, str]]:
    """Each thing of a pattern, one straight after the other, in plain text."""
    found, at = [], 0
    while at < len(html):
        one = pattern.match(html, at)
        assert one, f"not understood: {html[at : at + 400]}"
        found.append({name: text if name == "chips" else unescape(text or "") for name, text in one.groupdict("").items()})  # fmt: skip
        at = one.end()
    return found


def _side(one: dict[str, str], number: str) -> Side:
    words = re.sub(r"</?(?:blockquote|p)>", "", one[f"words{number}"])
    return Side(one[f"label{number}"], one[f"place{number}"], words, one[f"url{number}"])
