"""Against its statistical neighbours, its region, or any chosen set."""

from functools import partial

import streamlit as st

from analysis import naming
from analysis.comparison.all_strands import all_strands
from analysis.comparison.sentences import compare_sentence, next_words, subject_move_sentence
from analysis.comparison.side_by_side import coded_standings, too_few_coded_sentence
from analysis.comparison.standings import Comparison, compared, standings, states, successors
from analysis.comparison.transitions import last_transitions, next_inspection, transitions, transitions_table
from analysis.england.theme_sentences import elsewhere_words, lessons_sentence
from analysis.england.turned_round import lessons
from exhibits.intervals import time_since_last
from exhibits.standing import grades_by_date
from exhibits.standing_matrix import where_each_stands
from loaders import Dataset
from ui import cards, comparing, controls, heading, links, panel, tables, theme_tiles
from ui.plain import plain
from ui.screen import narrow
from ui.view import View

MOST = 3
"""Authorities that are shown for one theme."""


def show(view: View) -> None:
    """Lay out the page Compare. A comparison cuts the whole data by a day of its own."""
    ds, chosen = view.whole, view.selection
    title = st.container()
    comparison = _comparison(view)
    name = naming.authority_name(ds, chosen.subject)
    with title:
        lead = compare_sentence(ds, comparison, standings(ds, comparison), states(ds))
        heading.show(view, f"Compare {name}", lead)
    comparing.left_aside(ds, comparison, chosen)
    matrix = where_each_stands(ds, comparison)
    panel.show(
        view, matrix, partial(comparing.make_subject, view), links.to_each(ds, chosen, all_strands(ds, comparison))
    )
    comparing.counted(ds, comparison)
    _moves(view, comparison)
    panel.show(view, time_since_last(ds, comparison))
    if successors(ds, chosen.subject) is None:
        st.info(plain(next_words(ds, name, *next_inspection(ds, chosen.subject, view.day))))
    _themes(ds, comparison, name)
    _lessons(view, comparison, name)


def _comparison(view: View) -> Comparison:
    """Boxes for whom, on what, by which day and up to which, and the comparison that they choose."""
    with controls.row("Choose what is compared"):
        group = comparing.group_box(view.selection)
        strand = comparing.strand_box(view.whole)
        basis, stand = comparing.options(view.selection)
    return compared(view.whole, view.selection, group, strand, basis, stand, view.selection.as_at)


def _moves(view: View, comparison: Comparison) -> None:
    """How each got to where it stands."""
    ds = view.whole
    pairs = transitions(ds, comparison)
    st.info(plain(subject_move_sentence(ds, comparison, pairs)))
    panel.show(view, grades_by_date(ds, comparison))
    if len(pairs):
        with st.expander("From one full inspection to the next: each authority’s last move, and how long it took"):
            table = transitions_table(ds, last_transitions(ds, comparison))
            tables.show(ds, table, "The last two full inspections of each authority")


def _themes(ds: Dataset, comparison: Comparison, name: str) -> None:
    """Theme by theme, and the words of others where the subject was criticised and they were praised."""
    st.header("Themes side by side", anchor=False)
    if len(coded_standings(ds, comparison)) < 2:
        st.info(plain(too_few_coded_sentence()))
        return
    st.caption(
        "Our reading, by the published rule, of the full inspection on which each of them stands. "
        "Numbers are never compared between inspections."
    )
    st.html(theme_tiles.how_each_stood(ds, comparison))
    if found := cards.praised(ds, comparison, name, narrow()):
        st.subheader(plain(f"What others are praised for where {name} is not"), anchor=False)
        st.html(found)


def _lessons(view: View, comparison: Comparison, name: str) -> None:
    """What keeps coming back for the subject, and those shown that turned it round: where to learn from."""
    ds, subject = view.ds, view.selection.subject
    found = lessons(ds, subject, comparison.authorities)
    st.header("What keeps coming back, and who turned it round", anchor=False)
    st.info(plain(lessons_sentence(ds, found, name)))
    for lesson in found:
        if lesson.turned:
            st.subheader(plain(f"{lesson.label} ({lesson.status.lower()})"), anchor=False)
            st.html(cards.who_turned(ds, lesson.turned[:MOST], narrow()))
        if lesson.elsewhere:
            st.html(links.to_turned(ds, view.selection, lesson.label, elsewhere_words(lesson)))
