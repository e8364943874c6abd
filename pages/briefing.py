"""The committee's paper: choose its sections, look at it, take it away."""

from functools import partial

import streamlit as st

from analysis.authority.questions import agenda
from exports.briefing import CHOICES, FORMATS, as_html, briefing
from exports.briefing.paper import Paper
from loaders import Dataset
from ui import controls, heading, markup, takeaway
from ui.plain import plain
from ui.view import View


def show(view: View) -> None:
    """Lay out the page Briefing."""
    heading.show(view, "Briefing", "A paper for the committee, made from the same evidence as these pages.")
    picked = controls.choose_several(
        "Sections of the paper", CHOICES, key="sections", placeholder="Choose", first=CHOICES
    )
    try:
        with st.spinner("Writing the paper"):
            paper = briefing(view.ds, view.selection, tuple(picked), takeaway.page_address(view))
    except ValueError as refused:
        st.warning(plain(refused))
        return
    _paper(view.ds, paper)
    _questions(view)


def _paper(ds: Dataset, paper: Paper) -> None:
    """The paper, with a button for each format."""
    with st.container(horizontal=True, key="take-paper"):
        for form, (label, mime, write) in FORMATS.items():
            takeaway.download(label, f"{paper.file_stem}.{form}", mime, partial(write, paper))
    st.caption(
        "Word and slides hold native tables and charts, which you can edit. The web page needs no network and prints on A4."
    )
    st.html(markup.fill("paper_on_page", title=paper.title, purpose=paper.purpose, body=as_html(ds, paper)))


def _questions(view: View) -> None:
    """Each question for the committee as an agenda item to copy."""
    items = agenda(view.ds, view.selection.subject)
    if not items:
        return
    st.header("Questions, ready for an agenda", anchor=False)
    for item in items:
        copy = takeaway.copy_text("Copy as an agenda item", item)
        st.html(markup.fill("agenda", item=item, copy=copy))
