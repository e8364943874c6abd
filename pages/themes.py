"""Which themes are praised or criticised again and again?"""

import streamlit as st

from exhibits.themes import ORDERS, theme_recurrence_chart
from ui import panel, selection

ds, chosen = selection.chosen()
st.title("Themes", anchor=False)
order = st.selectbox("Sort the themes", ORDERS, key="order")
for authority in chosen.authorities:
    panel.show(theme_recurrence_chart(ds, chosen.with_authorities(authority), order))
