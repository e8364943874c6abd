"""The abbreviations of the page, spelt out above it, with a link to the glossary."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from analysis.about.abbreviations import explained
from ui import links, markup
from ui.view import View

_SCRIPT = Path(__file__).with_name("words_used.js")


def show(view: View) -> None:
    """A line that opens. Without the script it holds every abbreviation, with it those that the page shows."""
    glossary = links.link(view.ds, view.selection, "about") + "#glossary"
    st.html(markup.fill("abbreviations", entries=explained(view.ds), glossary=glossary))


def script() -> str:
    """The script that leaves in the list what stands on the page, and names it in the line that opens the list."""
    return _SCRIPT.read_text(encoding="utf-8")
