"""Each judgement over time, on the common strands and as published."""

import streamlit as st

from analysis.grades.published import crosswalk, grade_meanings, published_grades
from exhibits.grades import grades_over_time
from exhibits.style import GRADES, NO_GRADE
from ui import heading, html, panel, selection

ds, chosen = selection.chosen()
heading.show(ds, chosen, "Grades")
view = st.radio("Show", ["Common strands", "As published"], key="view", horizontal=True, **selection.BOUND)

if view == "Common strands":
    for authority in chosen.authorities:
        panel.show(grades_over_time(ds, chosen.with_authorities(authority)))
else:
    for caption, table, grades in published_grades(ds, chosen):
        st.html(html.table(table, caption, [GRADES.get(grade) or NO_GRADE[grade] for grade in grades], "Grade as published"))
        panel.download(caption.partition(":")[0], table, chosen.date(ds), [caption])

with st.expander("What a grade meant under each framework, in Ofsted’s words"):
    st.html(html.table(grade_meanings(ds), "Definitions of the grades"))
with st.expander("Which judgement stands in which strand: the crosswalk"):
    st.html(html.table(crosswalk(ds), "Each judgement of each framework"))
