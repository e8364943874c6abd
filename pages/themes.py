"""Which themes are praised or criticised again and again?"""

import streamlit as st

from analysis import english, naming
from analysis.findings.evidence import Facets, as_table, coded_to_choose, findings, praised_elsewhere
from exhibits.themes import ORDERS, theme_recurrence_chart, themes_to_choose
from ui import cards, controls, heading, panel
from ui.plain import plain
from ui.view import View


def show(view: View) -> None:
    """Lay out the page Themes."""
    ds, chosen = view.ds, view.selection
    heading.show(view, "Themes")
    order = controls.choose("Sort the themes", controls.as_shown(ORDERS), key="order")
    for authority in chosen.authorities:
        panel.show(view, theme_recurrence_chart(ds, chosen.with_authorities(authority), order), on_choose=_choose)

    st.header("The findings behind a cell", anchor=False)
    theme = _evidence(view)
    elsewhere = praised_elsewhere(ds, theme, chosen.subject)
    if elsewhere:
        st.header("What others are praised for on this theme", anchor=False)
    for authority, part in elsewhere:
        st.markdown(f"**{plain(naming.authority_name(ds, authority))}**")
        cards.show(ds, part)


def _choose(data: list) -> None:
    """Choose the inspection and the theme of the cell that was clicked."""
    st.session_state["inspection"], st.session_state["theme"] = data


def _evidence(view: View) -> str:
    """Boxes for a theme and an inspection, and the findings that they choose. Returns the theme."""
    ds, chosen = view.ds, view.selection
    labels = themes_to_choose(ds, chosen.subject)
    coded = coded_to_choose(ds, chosen)
    theme_box, inspection_box = st.columns(2)
    with theme_box:
        label = "Theme (or click a cell above)"
        theme = controls.choose_theme(ds, label, labels) or next(iter(labels))
    with inspection_box:
        inspection = controls.choose_inspection(ds, "Inspection", coded)
    inspections = (inspection,) if inspection else ()
    found = findings(ds, Facets(authorities=chosen.authorities, inspections=inspections, themes=(theme,)))
    count = english.sentence(english.counted(len(found), "paragraph"))[:-1]
    st.info(plain(f"{count} on {english.lower_first(labels[theme])}."))
    cards.show(ds, found)
    if len(found):
        panel.download(view, "-".join([*chosen.authorities, theme]), as_table(ds, found))
    return theme
