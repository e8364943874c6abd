"""The committee's paper: choose its sections, look at it, take it away."""

import streamlit as st

from analysis.authority.questions import committee_questions
from analysis.authority.sentences import agenda_item
from exports.briefing import CHOICES, FORMATS, briefing
from exports.briefing.html import body
from ui import controls, heading, html, takeaway
from ui.plain import plain
from ui.view import current_view

ds, chosen = current_view()
heading.show(ds, chosen, "Briefing", "A paper for the committee, made from the same evidence as these pages.")
picked = controls.choose_several("Sections of the paper", CHOICES, key="sections", placeholder="Choose", first=CHOICES)
address = takeaway.page_address(ds, chosen)

try:
    with st.spinner("Writing the paper"):
        paper = briefing(ds, chosen, tuple(picked), address)
except ValueError as refused:
    st.warning(plain(refused))
    st.stop()
with st.container(horizontal=True, key="take-paper"):
    for form, (label, mime, write) in FORMATS.items():
        takeaway.download(label, f"{paper.file_stem}.{form}", mime, lambda write=write: write(paper))
st.caption("Word and slides hold native tables and charts, which you can edit. The web page needs no network and prints on A4.")
st.html(f'<article class="paper"><h2>{html.escape(paper.title)}</h2><p>{html.escape(paper.purpose)}</p>{body(paper)}</article>')

questions = committee_questions(ds, chosen.subject)
if len(questions):
    st.header("Questions, ready for an agenda", anchor=False)
    for row in questions.itertuples():
        item = agenda_item(ds, row)
        st.html(f'<article class="card"><p>{html.escape(item)}</p>{takeaway.copy_text("Copy as an agenda item", item)}</article>')
