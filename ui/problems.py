"""Files of the data that have errors, said above every page."""

from __future__ import annotations

import streamlit as st

from analysis import english
from loaders import Dataset
from ui.plain import plain


def report(ds: Dataset) -> None:
    """A banner where files have errors, which says what is shown in their place, with a link to the list."""
    wrong = ds.problems[ds.problems["severity"] == "error"]
    if len(wrong):
        files = english.counted(wrong["file"].nunique(), "file of the data has", "files of the data have")
        shown = "errors since a change, so you see the data as they were before it" if ds.outdated else "errors and left out"
        st.warning(f"{plain(english.sentence(f'{files} {shown}'))} See [what is wrong](about#data-problems).")
