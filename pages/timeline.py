"""When was it inspected, under which framework, with what result?"""

import streamlit as st

from analysis import naming
from analysis.authority.inspection_details import inspection_details, known_to_choose
from exhibits.timeline import timeline
from ui import controls, heading, html, links, panel
from ui.plain import plain
from ui.view import current_view

ds, chosen = current_view()
options = known_to_choose(ds, chosen)


def choose(data: list) -> None:
    """A click on a mark chooses its inspection below."""
    st.session_state["inspection"] = data[0]


heading.show(ds, chosen, "Timeline")
panel.show(timeline(ds, chosen), on_choose=choose)

st.header("One inspection or visit", anchor=False)
if not options:
    st.info("Nothing is known by that day. Choose a later day above.")
    st.stop()
inspection = controls.choose_inspection(ds, "Choose one, or click a mark above", options, "The latest") or options[-1]
details = inspection_details(ds, inspection)
st.html(html.table(details.facts, naming.inspection_label(ds, inspection)))
for note in details.notes:
    st.info(plain(note))
if details.url:
    st.html(f"<p>{html.report(details.url)}</p>")
if details.coded:
    st.html(links.anchor(ds, chosen, "findings", "Read its findings", inspection=naming.inspection_label(ds, inspection)))
