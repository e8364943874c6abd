"""Draft a record from a report: read it, correct it beside the words it came from, take it away."""

import streamlit as st

from ui import draft_form, markup
from ui.plain import plain
from ui.view import View


def show(view: View) -> None:
    """Lay out the page Add a report."""
    ds = view.whole
    st.title("Add a report", anchor=False)
    st.html(
        markup.paragraph(
            "lead", "Upload a report and get a draft of its record. Each value stands beside the words it came from."
        )
    )
    st.markdown(
        "It reads inspection reports from 2012 to today, and letters of focused visits and joint inspections. It never guesses. "
        "What it cannot read, or what the report says in two ways, is left for you to fill in. **Nothing is kept here**: the report is "
        "forgotten when you leave."
    )
    read = draft_form.upload(ds)
    if read is None:
        return
    st.header(plain(read.title or read.name), anchor=False)
    draft_form.look_at(read)
    st.subheader("Facts and grades", anchor=False)
    st.caption(
        "Correct a value in its field. Beside it you see how sure the reader is, on which page the value stands, and the words themselves."
    )
    made = draft_form.fields(ds, read)
    draft_form.asked(ds, read)
    draft_form.pages(read)
    st.subheader("The record", anchor=False)
    if made is not None:
        draft_form.result(ds, made)
