"""The abbreviations, spelt out in a list that opens above the page, with a link to the glossary."""

from __future__ import annotations

import streamlit as st

from analysis.about.abbreviations import explained
from ui import links, markup
from ui.view import View


def show(view: View) -> None:
    """Draw a line that opens. The list holds every abbreviation; the browser shows those that stand on the page."""
    glossary = links.link(view.ds, view.selection, "about") + "#glossary"
    st.html(markup.fill("abbreviations", entries=explained(view.ds), glossary=glossary))
