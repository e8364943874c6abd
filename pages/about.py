"""How do you know? Method, sources, conflicts, data problems."""

import os

import streamlit as st

from analysis.about import accessibility_statement, method
from ui import heading, tables
from ui.plain import plain
from ui.view import View


def show(view: View) -> None:
    """Lay out the page About."""
    ds = view.ds
    heading.show(view, "About: method and sources")
    for title, text in method.sections(ds, plain):
        st.header(plain(title), anchor=method.ANCHORS.get(title, False))
        st.markdown(text)
        for caption, table in method.tables(ds, title):
            tables.show(ds, table, caption)

    st.header("Accessibility statement", anchor="accessibility")
    for title, text in accessibility_statement.sections(ds, os.environ):
        st.subheader(plain(title), anchor=False)
        st.markdown(text)
        if title == accessibility_statement.NOT_ACCESSIBLE:
            tables.show(ds, accessibility_statement.barriers(ds), "What does not work yet, and why")

    st.header("Data problems", anchor="data-problems")
    if ds.problems.empty:
        st.success("Every record loads. Nothing was left out.")
    else:
        tables.show(ds, ds.problems, "Records that were left out, and why")
