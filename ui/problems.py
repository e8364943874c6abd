"""Records that were left out, said above every page."""

from __future__ import annotations

import streamlit as st

from analysis import english
from loaders import Dataset, kept
from ui.plain import plain


def report(ds: Dataset) -> None:
    """A banner where records were left out, with a link to the list."""
    if sentence := _sentence(ds):
        st.warning(f"{plain(sentence)} See [what is wrong](about#data-problems).")


@kept
def _sentence(ds: Dataset) -> str:
    """Say how many files have errors; empty where none has."""
    wrong = ds.problems[ds.problems["severity"] == "error"]
    files = english.counted(wrong["file"].nunique(), "file of the data has", "files of the data have")
    return english.sentence(f"{files} errors and left out") if len(wrong) else ""
