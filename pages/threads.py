"""The part of the page Recommendations that follows one inspection: recommendation, action, and what the next one found."""

import streamlit as st
from markupsafe import Markup

from analysis import english, naming
from analysis.known import known_inspections
from analysis.recommendations.actions import plans_answering
from analysis.recommendations.sentences import became_sentence, no_recommendations_sentence
from analysis.recommendations.thread import (
    asked_once,
    threads,
    with_recommendations,
)
from exhibits.deadlines import plan_deadlines
from exhibits.plan_progress import progress_of_plan
from ui import followed_cards, links, markup, panel
from ui.following import Picked
from ui.plain import plain
from ui.view import View

WHOSE = "Quotes are Ofsted’s; the status of an action is the council’s claim; the reading is ours, by the rule on the About page."


def told(view: View, picked: Picked | None) -> str:
    """What became of the recommendations of the inspection, for the head of the page."""
    if picked is None:
        return ""
    readings = [thread.reading for thread in threads(view.ds, picked.inspection)]
    return became_sentence(view.ds, picked.inspection, readings)


def followed(view: View, picked: Picked | None) -> None:
    """The recommendations of one inspection, each followed to what became of it."""
    ds = view.ds
    if picked is None:
        _nothing(view)
        return
    with st.spinner("Following each recommendation through later inspections"):
        shown = threads(ds, *picked)
    st.header("Each recommendation, and what became of it", anchor=False)
    if any(picked[1:]):
        count = english.sentence(english.counted(len(shown), "recommendation"))[:-1]
        st.info(plain(f"{count} shown."))
    st.html(followed_cards.listed(ds, picked.inspection, shown))
    for thread in shown:
        followed_cards.show(ds, thread)
    if others := _others(view, picked.inspection):
        st.html(others)
    st.caption(WHOSE)
    for plan in plans_answering(ds, picked.inspection):
        panel.show(view, plan_deadlines(ds, plan))
        if progress := progress_of_plan(ds, plan):
            panel.show(view, progress)
    _still_true(view)


def _others(view: View, shown: str) -> str:
    """Links to the recommendations of the other inspections, newest first."""
    ds, chosen = view.ds, view.selection
    labels = [naming.inspection_label(ds, name) for name in with_recommendations(ds, chosen) if name != shown]
    pages = [(links.anchor(ds, chosen, "actions", label, answers=label), "") for label in labels]
    return markup.fill("next", title="Asked at other inspections", pages=pages) if pages else ""


def _nothing(view: View) -> None:
    """What to say, and where to look, where no recommendation is held."""
    ds, chosen = view.ds, view.selection
    known = known_inspections(ds, chosen.subject)
    st.info(plain(no_recommendations_sentence(ds, chosen.subject, known)))
    for inspection in known["inspection"].tail(1):
        label = naming.inspection_label(ds, inspection)
        st.html(links.anchor(ds, chosen, "timeline", "See the latest on the timeline", inspection=label))


def _still_true(view: View) -> None:
    """What Ofsted asked for once, and a later inspection found again without asking."""
    late = asked_once(view.ds, view.selection.subject)
    st.header("Asked once, still true later", anchor=False)
    st.caption(
        "A matter that Ofsted asked for once. A later inspection found the weakness still there, but did not ask again."
    )
    if not late:
        st.info("Nothing of this kind is known for this authority.")
    shown = [markup.bullets(summary, lines, "back", level=3) for summary, lines in late]
    if shown:
        st.html(markup.two_up(Markup().join(shown)))
