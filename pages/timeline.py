"""When was it inspected, under which framework, with what result?"""

import streamlit as st

from analysis import naming
from analysis.authority.inspection_details import inspection_details, known_to_choose
from analysis.authority.overview import next_fact
from exhibits.timeline import timeline
from ui import controls, heading, links, markup, panel, tables
from ui.plain import plain
from ui.view import View


def show(view: View) -> None:
    """Lay out the page Timeline."""
    ds, chosen = view.ds, view.selection
    heading.show(view, "Timeline")
    panel.show(view, timeline(ds, chosen), on_choose=_choose)
    if coming := next_fact(ds, chosen.subject):
        st.html(markup.facts([coming]))

    st.header("One inspection or visit", anchor=False)
    options = known_to_choose(ds, chosen)
    if not options:
        st.info("Nothing is known by that day. Choose a later day above.")
        return
    label = "Choose one, or click a mark above"
    inspection = controls.choose_inspection(ds, label, options, "The latest") or options[-1]
    details, name = inspection_details(ds, inspection), naming.inspection_label(ds, inspection)
    tables.show(ds, details.facts, name)
    for note in details.notes:
        st.info(plain(note))
    if details.url:
        st.html(markup.paragraph("", markup.report(details.url)))
    if details.coded:
        st.html(links.anchor(ds, chosen, "findings", "Read its findings", inspection=name))


def _choose(data: list) -> None:
    """Choose the inspection of the mark that was clicked."""
    st.session_state["inspection"] = data[0]
