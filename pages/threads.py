"""The part of the page Recommendations that follows one inspection: recommendation, action, and what the next one found."""

import streamlit as st

from analysis import english, naming
from analysis.known import known_inspections
from analysis.look_up import look_up
from analysis.recommendations.actions import choices_of_plan
from analysis.recommendations.sentences import no_recommendations_sentence
from analysis.recommendations.thread import (
    asked_once,
    followed_first,
    threads,
    with_recommendations,
)
from exhibits.deadlines import plan_deadlines
from exhibits.plan_progress import progress_of_plan
from ui import controls, followed_cards, links, markup, panel
from ui.plain import plain
from ui.view import View

WHOSE = "Quotes are Ofsted’s; the status of an action is the council’s claim; the reading is ours, by the rule on the About page."


def followed(view: View) -> None:
    """The recommendations of one inspection, each followed to what became of it."""
    ds, chosen = view.ds, view.selection
    options = with_recommendations(ds, chosen)
    if not options:
        _nothing(view)
        return
    labels = {name: naming.inspection_label(ds, name) for name in options}
    first = followed_first(ds, chosen, options)
    inspection = controls.choose("Recommendations of", labels, key="answers", first=first)
    filters = _filters(view, inspection)
    with st.spinner("Following each recommendation through later inspections"):
        shown = threads(ds, inspection, *filters)
    count = english.sentence(english.counted(len(shown), "recommendation"))[:-1]
    st.info(plain(f"{count} shown. {WHOSE}"))
    st.header("Each recommendation, and what became of it", anchor=False)
    st.html(followed_cards.listed(ds, inspection, shown))
    for thread in shown:
        followed_cards.show(ds, thread)
    for of_plan in filter(None, (plan_deadlines(ds, chosen, inspection), progress_of_plan(ds, chosen, inspection))):
        panel.show(view, of_plan)
    _still_true(view)


def _nothing(view: View) -> None:
    """What to say, and where to look, where no recommendation is held."""
    ds, chosen = view.ds, view.selection
    known = known_inspections(ds, chosen.subject)
    st.info(plain(no_recommendations_sentence(ds, chosen.subject, known)))
    for inspection in known["inspection"].tail(1):
        label = naming.inspection_label(ds, inspection)
        st.html(links.anchor(ds, chosen, "timeline", "See the latest on the timeline", inspection=label))


def _filters(view: View, inspection: str) -> tuple[tuple[str, ...], ...]:
    """Boxes that narrow the recommendations of an inspection: the statuses, leads and themes chosen."""
    ds = view.ds
    offered = choices_of_plan(ds, inspection)
    status_box, lead_box, theme_box = st.columns(3)
    with status_box:
        words = controls.as_shown(offered.statuses)
        statuses = controls.choose_several("Status in the plan", words, key="status", disabled=not words)
    with lead_box:
        words = controls.as_shown(offered.leads)
        leads = controls.choose_several("Lead, as printed", words, key="lead", disabled=not words)
    with theme_box:
        labels = look_up(ds, "themes", "theme", "label")
        themes = controls.choose_several("Theme", labels, key="thread_theme")
    return tuple(statuses), tuple(leads), tuple(themes)


def _still_true(view: View) -> None:
    """What Ofsted asked for once, and a later inspection found again without asking."""
    late = asked_once(view.ds, view.selection.subject)
    st.header("Asked once, still true later", anchor=False)
    st.caption(
        "A matter that Ofsted asked for once. A later inspection found the weakness still there, but did not ask again."
    )
    if not late:
        st.info("Nothing of this kind is known for this authority.")
    for summary, lines in late:
        st.html(markup.bullets(summary, lines, "back", level=3))
