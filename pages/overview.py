"""Where does this authority stand, and what changed?"""

import streamlit as st

from analysis import wording
from exhibits.grades import grades_over_time
from ui import panel, selection

ds, chosen = selection.chosen()
st.title(wording.authority_name(ds, chosen.subject), anchor=False)
st.markdown(wording.standing_sentence(ds, chosen.subject, chosen.date(ds)))
panel.show(grades_over_time(ds, chosen))
