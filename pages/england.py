"""All authorities of England: where they stand, how grades moved, how long it took."""

import streamlit as st

from analysis import english
from analysis.comparison.standings import counts, england, states
from analysis.comparison.transitions import movement_grades, transitions, transitions_table
from analysis.england.every_authority import matching, moved_between
from analysis.england.reconciliation import agrees, code_differences, reconciliation
from analysis.england.sentences import england_sentence, moved_sentence
from exhibits.intervals import time_between, time_to_report, waiting_times
from exhibits.movement import grade_flow, grade_matrix
from exhibits.stacks import distribution_by_region, distribution_over_time
from exhibits.standing import grades_by_date
from exhibits.style import STATES
from exhibits.tile_map import tile_map
from exhibits.visits import visits_by_theme_chart
from loaders import current
from ui import comparing, controls, heading, html, links, panel
from ui.plain import plain
from ui.view import current_view

VIEWS = ["Where they stand", "How grades moved", "How long it takes", "Every authority", "Check against Ofsted"]

_, chosen = current_view()
ds = current()  # a comparison cuts it by its own basis
title = st.container()
judgement, counted, until = st.columns(3)
with judgement:
    strand = comparing.strand_box(ds)
with counted:
    basis = comparing.basis_box()
with until:
    stand = comparing.until_box(chosen)
comparison = england(ds, strand, chosen.as_at, basis, stand)
words = states(ds)
with title:
    heading.page(f"England: {len(comparison.authorities)} authorities", england_sentence(ds, comparison, counts(ds, comparison), words))
comparing.notes(ds, comparison, chosen)
shown = controls.choose_view(VIEWS, key="england")

if shown == VIEWS[0]:
    panel.show(tile_map(ds, comparison, chosen.authorities))
    for exhibit in (distribution_over_time, distribution_by_region):
        panel.show(exhibit(ds, comparison))
elif shown == VIEWS[1]:
    panel.show(grade_matrix(ds, comparison))
    panel.show(grade_flow(ds, comparison))
    st.header("Who moved from one grade to another, and how long did it take?", anchor=False)
    left, right = st.columns(2)
    grades = movement_grades(ds)
    with left:
        before = controls.choose("From", grades, key="from", first=list(grades)[2])
    with right:
        after = controls.choose("To", grades, key="to")
    moved = moved_between(transitions(ds, comparison), before, after)
    st.info(plain(moved_sentence(moved, grades[before], grades[after], comparison.strand)))
    if len(moved):
        st.html(html.table(transitions_table(ds, moved), "Each move, and the time from start to start"))
elif shown == VIEWS[2]:
    for exhibit in (time_between, waiting_times, time_to_report, visits_by_theme_chart):
        panel.show(exhibit(ds, comparison))
elif shown == VIEWS[3]:
    text = controls.type_words("Find an authority or a region", key="find", example="Leeds, or South West")
    table, found = matching(ds, comparison, text)
    st.info(plain(f"{english.sentence(english.counted(len(table), 'authority', 'authorities'))[:-1]} shown."))
    addresses = [links.link(ds, chosen.with_authorities(name), "") for name in found["authority"]]
    st.html(html.table(table, "Every authority, by name", [STATES[state] for state in found["state"]], "Grade", addresses))
    panel.download(f"england-{strand}", table, comparison.day)
    panel.show(grades_by_date(ds, comparison))
else:
    checked = reconciliation(ds)
    st.info(plain(agrees(checked)))
    st.html(html.table(checked, "Counts of Ofsted’s statistics file and of our records"))
    st.html(html.table(code_differences(ds), "Where codes differ: authorities are joined on the code in use, earlier ones lead to it"))
