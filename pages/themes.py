"""Which themes are praised or criticised again and again?"""

import streamlit as st

from analysis import english, naming
from analysis.findings.evidence import Facets, as_table, coded_to_choose, findings
from analysis.look_up import look_up
from analysis.themes.beside import praised_for, themes_beside
from analysis.themes.sentences import praised_sentence
from exhibits.theme_beside import theme_beside_others
from exhibits.themes import ORDERS, theme_recurrence_chart, themes_to_choose
from ui import cards, controls, heading, links, panel, tables
from ui.plain import plain
from ui.view import View

MOST = 6
"""Authorities that are shown at once."""


def show(view: View) -> None:
    """Lay out the page Themes."""
    ds, chosen = view.ds, view.selection
    heading.show(view, "Themes")
    order = controls.choose("Sort the themes", controls.as_shown(ORDERS), key="order")
    for authority in chosen.authorities:
        panel.show(view, theme_recurrence_chart(ds, chosen.with_authorities(authority), order), on_choose=_choose)

    st.header("The findings behind a cell", anchor=False)
    theme = _evidence(view)
    _beside(view, theme)


def _beside(view: View, theme: str) -> None:
    """The theme beside others, all themes beside others, and who is praised for it, the nearest first."""
    ds, chosen = view.ds, view.selection
    name = naming.authority_name(ds, chosen.subject)
    st.header("Beside others", anchor=False)
    panel.show(view, theme_beside_others(ds, chosen.subject, theme))
    with st.expander(plain(f"All themes: {name} beside its neighbours, its region and England")):
        tables.show(ds, themes_beside(ds, chosen.subject), "Each theme in the latest full inspection read")
        panel.download(view, f"{chosen.subject}-beside-others", themes_beside(ds, chosen.subject))
    found = praised_for(ds, chosen.subject, theme)
    label = look_up(ds, "themes", "theme", "label")[theme]
    st.header(plain(f"Who is praised for it: {english.lower_first(label)}"), anchor=False)
    st.info(plain(praised_sentence(ds, name, label, len(found), min(len(found), MOST))))
    if found:
        st.html(cards.praised_for(ds, found[:MOST]))
    if len(found) > MOST:
        st.html(links.to_strong(ds, chosen, theme, "Read all that the reports praise that are strong on it"))


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
