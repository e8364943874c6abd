"""Pieces of HTML that pages and papers share."""

from __future__ import annotations

from html import escape

from exhibits.style import Look


def tile(look: Look, words: str = "") -> str:
    """A lettered tile, with its words for those who do not see it where they do not stand beside it."""
    return f'<span class="tile" style="background:{look.fill};color:{look.text}" title="{escape(words)}"><span aria-hidden="true">{escape(look.letter)}</span><span class="unseen">{escape(words)}</span></span>'
