"""The abbreviations, spelt out in a list that opens above the page, with a link to the glossary."""

from __future__ import annotations

import streamlit as st

from analysis.about.abbreviations import explained
from loaders import Dataset, kept
from ui import links, markup
from ui.view import View


def show(view: View) -> None:
    """Draw a line that opens. The list holds every abbreviation; the browser shows those that stand on the page."""
    st.html(_listed(view.ds, links.link(view.ds, view.selection, "about") + "#glossary"))


@kept
def _listed(ds: Dataset, glossary: str) -> str:
    """The list, as HTML. ``glossary``: the address that it ends with."""
    return markup.fill("abbreviations", entries=explained(ds), glossary=glossary)
