"""What Ofsted asked for: one inspection followed thread by thread, or all that was asked, here or in all of England."""

import streamlit as st

from analysis.recommendations.asked_sentences import england_asked_sentence
from pages import threads
from ui import asked, controls, following, heading, narrowing
from ui.view import View

FOLLOWED, ALL = "What became of each", "All that was asked"
OPENED_BY = dict.fromkeys(("q", "of", "which", "tag", "sheet"), ALL)
"""Parameters of an address that belong to one part of the page."""


def show(view: View) -> None:
    """Lay out the page Recommendations."""
    title = st.container()
    with controls.row(key="parts"):
        part = controls.choose_view([FOLLOWED, ALL], "show", opened_by=OPENED_BY)
        everywhere = part == ALL and narrowing.whose_box()
        picked = following.choose(view) if part == FOLLOWED else None
    with title:
        if everywhere:
            heading.page("Recommendations", england_asked_sentence(view.ds))
        else:
            heading.show(view, "Recommendations", asked.told(view) if part == ALL else threads.told(view, picked))
    if part == FOLLOWED:
        threads.followed(view, picked)
    elif everywhere:
        asked.of_england(view)
    else:
        asked.of_subject(view)
