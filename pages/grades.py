"""Each judgement over time, on the common strands."""

import streamlit as st

from exhibits.grades import grades_over_time
from ui import panel, selection

ds, chosen = selection.chosen()
st.title("Grades", anchor=False)
for authority in chosen.authorities:
    panel.show(grades_over_time(ds, chosen.with_authorities(authority)))
