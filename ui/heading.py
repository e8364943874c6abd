"""The top of a page: its title and leading sentence."""

from __future__ import annotations

import streamlit as st

from analysis import english, naming
from analysis.authority.sentences import short_list_sentence
from analysis.known import short_lists
from ui import markup
from ui.navigation import QUESTIONS
from ui.plain import plain
from ui.view import View


def page(title: str, lead: str = "") -> None:
    """Title and leading sentence, if there is one: all that heads a page that is about no one authority."""
    st.title(plain(title), anchor=False)
    if lead:
        st.html(markup.paragraph("lead", lead))


def show(view: View, title: str, lead: str = "") -> None:
    """Title and leading sentence, else the page's question; then what is not listed."""
    ds, selection = view.ds, view.selection
    page(title, lead)
    if not lead and title in QUESTIONS:
        question = english.lower_first(QUESTIONS[title])
        question = question.replace(" it ", " each ") if len(selection.authorities) > 1 else question
        names = naming.authorities_named(ds, selection.authorities)
        st.html(markup.paragraph("asked", f"{names}: {question}"))
    if len(short := short_lists(ds, selection.authorities, view.day)):
        st.html(markup.paragraph("short-list", short_list_sentence(ds, short)))
