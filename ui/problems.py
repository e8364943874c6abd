"""Files of the data that have errors, said above every page."""

from __future__ import annotations

import streamlit as st

from analysis import english
from loaders import Dataset, kept
from ui.plain import plain

LEFT_OUT = ("file of the data has errors and is left out", "files of the data have errors and are left out")
BEFORE = (
    "file of the data has errors since a change, so you see the data as they were before it",
    "files of the data have errors since a change, so you see the data as they were before it",
)


def report(ds: Dataset) -> None:
    """A banner where files have errors, which says what is shown in their place, with a link to the list."""
    if sentence := _sentence(ds):
        st.warning(f"{plain(sentence)} See [what is wrong](about#data-problems).")


@kept
def _sentence(ds: Dataset) -> str:
    """Say how many files have errors, and what is shown in their place; empty where none has."""
    wrong = ds.problems[ds.problems["severity"] == "error"]
    files = english.counted(wrong["file"].nunique(), *(BEFORE if ds.outdated else LEFT_OUT))
    return english.sentence(files) if len(wrong) else ""
