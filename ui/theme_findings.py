"""The findings behind a cell of a chart of themes, in place: under the chart that was clicked, with the boxes that choose them."""

from __future__ import annotations

import streamlit as st

from analysis import english, naming
from analysis.findings.evidence import Facets, as_table, coded_to_choose, findings
from analysis.themes.sentences import status_words
from exhibits.themes import themes_to_choose
from ui import cards, controls, markup, panel
from ui.plain import plain
from ui.view import View


def opened() -> str:
    """Name of the chart that was clicked last; empty where none was."""
    return st.session_state.get("opened", "")


def choose(chart: str, data: list) -> None:
    """Choose the inspection and the theme of the cell that was clicked, and open the findings under its chart."""
    st.session_state["inspection"], st.session_state["theme"] = data
    st.session_state["opened"], st.session_state["click"] = chart, st.session_state.get("click", 0) + 1


def show(view: View) -> str:
    """Boxes for a theme and an inspection, and the findings that they choose. Returns the theme."""
    ds, chosen = view.ds, view.selection
    labels = themes_to_choose(ds, chosen.subject)
    goal = st.container()
    theme_box, inspection_box = st.columns(2)
    with theme_box:
        label = "Theme (or click a cell above)"
        theme = controls.choose_theme(ds, label, labels) or next(iter(labels))
    with inspection_box:
        inspection = controls.choose_inspection(ds, "Inspection", coded_to_choose(ds, chosen))
    inspections = (inspection,) if inspection else ()
    found = findings(ds, Facets(authorities=chosen.authorities, inspections=inspections, themes=(theme,)))
    click, words = st.session_state.get("click", ""), status_words(ds, chosen.subject, theme)
    goal.html(markup.fill("goal", name="evidence", click=click, title=f"The findings: {labels[theme]}", text=words))
    count = english.sentence(english.counted(len(found), "paragraph"))[:-1]
    st.info(plain(f"{count} on {english.lower_first(labels[theme])}."))
    if len(found):
        st.html(markup.two_up(cards.as_html(ds, found)))
        title = f"Findings on {english.lower_first(labels[theme])}: {naming.authorities_named(ds, chosen.authorities)}"
        panel.download(view, "-".join([*chosen.authorities, theme]), title, as_table(ds, found))
    return theme
