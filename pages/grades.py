"""Each judgement over time, on the common strands and as published."""

import streamlit as st

from analysis.grades.published import crosswalk, grade_meanings, published_grades
from exhibits.grades import grades_over_time
from exhibits.style import GRADES, NO_GRADE
from ui import controls, heading, panel, tables
from ui.view import View


def show(view: View) -> None:
    """Lay out the page Grades."""
    ds, chosen = view.ds, view.selection
    heading.show(view, "Grades")
    if controls.choose_view(["Common strands", "As published"], key="view") == "Common strands":
        for authority in chosen.authorities:
            panel.show(view, grades_over_time(ds, chosen.with_authorities(authority)))
    else:
        for caption, table, grades in published_grades(ds, chosen):
            looks = [GRADES.get(grade) or NO_GRADE[grade] for grade in grades]
            tables.show(ds, table, caption, looks, "Grade as published")
            panel.download(view, caption.rpartition(":")[0], table, [caption])

    with st.expander("What a grade meant under each framework, in Ofsted’s words"):
        tables.show(ds, grade_meanings(ds), "Definitions of the grades")
    with st.expander("Which judgement stands in which strand: the crosswalk"):
        tables.show(ds, crosswalk(ds), "Each judgement of each framework")
