"""Against its statistical neighbours, its region, or any chosen set."""

import streamlit as st

from analysis import citations, naming
from analysis.comparison.sentences import compare_sentence, next_words, subject_move_sentence, too_few_coded_sentence
from analysis.comparison.side_by_side import praised_where_criticised, themes_side_by_side
from analysis.comparison.standings import compared, standings, states, successors
from analysis.comparison.transitions import next_inspection, transitions, transitions_table
from exhibits.intervals import time_since_last
from exhibits.standing import grades_by_date, where_each_stands
from loaders import current
from ui import comparing, heading, html, panel
from ui.plain import plain
from ui.view import current_view

_, chosen = current_view()
ds = current()  # a comparison cuts it by its own basis
title = st.container()
whom, judgement, counted, until = st.columns(4)
with whom:
    group = comparing.group_box(chosen)
with judgement:
    strand = comparing.strand_box(ds)
with counted:
    basis = comparing.basis_box()
with until:
    stand = comparing.until_box(chosen)
comparison = compared(ds, chosen, group, strand, basis, stand, chosen.as_at)
name = naming.authority_name(ds, chosen.subject)
with title:
    heading.show(ds, chosen, f"Compare {name}", compare_sentence(ds, comparison, standings(ds, comparison), states(ds)))
comparing.notes(ds, comparison, chosen)

panel.show(where_each_stands(ds, comparison))
pairs = transitions(ds, comparison)
st.info(plain(subject_move_sentence(ds, comparison, pairs)))
panel.show(grades_by_date(ds, comparison))
if len(pairs):
    with st.expander("From one full inspection to the next: each authority’s last move, and how long it took"):
        st.html(html.table(transitions_table(ds, pairs.groupby("authority").tail(1)), "The last two full inspections of each authority"))
panel.show(time_since_last(ds, comparison))
if successors(ds, chosen.subject) is None:
    st.info(plain(next_words(name, *next_inspection(ds, chosen.subject, chosen.date(ds)))))

st.header("Themes side by side", anchor=False)
themes = themes_side_by_side(ds, comparison)
if len(themes.columns) < 3:
    st.info(plain(too_few_coded_sentence(ds)))
    st.stop()
st.caption(
    "Our reading, by the published rule, of the full inspection on which each of them stands. Numbers are never compared between inspections."
)
st.html(html.table(themes, "How each theme stood"))
found = praised_where_criticised(ds, comparison)
if len(found):
    st.subheader(plain(f"What others are praised for where {name} is not"), anchor=False)
    for row in found.itertuples():
        ours = citations.place(ds, row.ours_inspection, row.ours), row.ours_quote
        theirs = citations.place(ds, row.theirs_inspection, row.theirs), row.theirs_quote
        st.html(html.pair(row.label, ours, theirs, (name, naming.authority_name(ds, row.other))))
