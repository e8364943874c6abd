"""Records that a council added, said above every page that shows the council."""

from __future__ import annotations

import streamlit as st

from analysis.authority.own_records import own_records_sentence
from ui.plain import plain
from ui.view import View


def report(view: View) -> None:
    """A banner that names the council's own records of the chosen authorities; nothing where there is none."""
    if sentence := own_records_sentence(view.ds, view.selection.authorities):
        st.info(plain(sentence))
