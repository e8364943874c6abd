"""Records that were left out, said above every page."""

from __future__ import annotations

import streamlit as st

from analysis import english
from loaders import Dataset
from ui.plain import plain


def report(ds: Dataset) -> None:
    """A banner where records were left out, with a link to the list."""
    wrong = ds.problems[ds.problems["severity"] == "error"]
    if len(wrong):
        files = english.counted(wrong["file"].nunique(), "file of the data has", "files of the data have")
        st.warning(f"{plain(english.sentence(f'{files} errors and left out'))} See [what is wrong](about#data-problems).")
