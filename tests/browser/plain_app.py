"""A page that shows each planted text in every kind of element that reads markdown (see ``test_plain_text.py``)."""

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.planted import TEXTS
from ui.plain import plain

for number, text in enumerate(TEXTS):
    shown = plain(text)
    with st.container(key=f"row-{number}"):
        for element in (st.markdown, st.caption, st.info, st.warning):
            element(shown)
        st.title(shown, anchor=False)
        st.header(shown, anchor=False)
        st.markdown(f"**{shown}** {shown}")
        with st.expander(f"**{shown}** {shown}"):
            pass
        st.radio(shown, [shown, f"{shown} {shown}"], key=f"radio-{number}")
        st.text_input(shown, key=f"field-{number}")
        st.button(shown, key=f"button-{number}")
