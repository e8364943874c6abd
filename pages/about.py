"""How do you know? Method, sources, conflicts, data problems."""

import streamlit as st

from analysis import method
from ui import html, selection

ds, chosen = selection.chosen()
st.title("About: method and sources", anchor=False)

for heading, text in method.sections(ds):
    st.header(heading, anchor=False)
    st.markdown(text)
    for caption, table in method.tables(ds, heading):
        st.html(html.table(table, caption))

st.header("Data problems", anchor="data-problems")
if ds.problems.empty:
    st.success("Every record loads. Nothing was left out.")
else:
    st.html(html.table(ds.problems, "Records that were left out, and why"))
