"""The abbreviations of the page, spelt out above it, with a link to the glossary."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from analysis.about.abbreviations import explained
from loaders import Dataset, kept
from ui import links
from ui.view import View

_SCRIPT = Path(__file__).with_name("words_used.js")


def show(view: View) -> None:
    """A line that opens. Without the script it holds every abbreviation, with it those that the page shows."""
    glossary = (
        f'<p><a href="{escape(links.link(view.ds, view.selection, "about"))}#glossary" target="_self">All terms: the glossary</a></p>'
    )
    st.html(f'<details class="words-used"><summary>Abbreviations, spelt out</summary><dl>{_entries(view.ds)}</dl>{glossary}</details>')


@kept
def _entries(ds: Dataset) -> str:
    """Every abbreviation with its meaning, as a list of terms."""
    return "".join(
        f'<div data-words="{escape(" ".join(entry.forms))}"><dt>{escape(" or ".join(entry.forms))}</dt><dd>{escape(f"{entry.term}. {entry.meaning}" if entry.term not in entry.forms else entry.meaning)}</dd></div>'
        for entry in explained(ds)
    )


def script() -> str:
    """The script that leaves in the list what stands on the page, and names it in the line that opens the list."""
    return _SCRIPT.read_text(encoding="utf-8")
