"""When was it inspected, under which framework, with what result?"""

import streamlit as st

from exhibits.timeline import timeline
from ui import panel, selection

ds, chosen = selection.chosen()
st.title("Timeline", anchor=False)
panel.show(timeline(ds, chosen))
