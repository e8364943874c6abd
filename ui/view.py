"""What a run shows: the data, and the selection that the address names.

The address alone decides, and its selection is written here alone.
"""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

import loaders
from analysis.selection import Selection, authority_names, read_selection
from loaders import Dataset
from ui import controls, left_out

AUTHORITY, AS_AT = "authority", "as_at"
"""The parameters of the address that make a selection. The first repeats: the subject, then those beside it."""


class View(NamedTuple):
    """The data, and the selection made from them."""

    ds: Dataset
    selection: Selection


def read_view() -> View | None:
    """Read the address, once in a run and before anything that shows it.

    The data are whole, whatever day is chosen. None where the address names authorities, and the data know none of them.
    Stops the run where the data hold no authority.
    """
    # Nobody sees the widgets that hold the address: the style sheet hides them, and until then they are a pixel high.
    with st.container(height=1, border=False, key="address"):
        for name in (AUTHORITY, AS_AT):
            controls.hold_parameter(name)
    if not authority_names(loaders.current()):
        st.error("No authority could be read from the data folder. Run python -m loaders check to see why.")
        st.stop()
    ds = loaders.current()
    left_out.check_parameters(ds, ("data", "meeting"))
    left_out.check_day(ds, st.session_state[AS_AT])
    return View(ds, current_selection()) if left_out.check_authorities(ds, st.session_state[AUTHORITY]) else None


def current_selection() -> Selection:
    """Return the selection that the address names."""
    return read_selection(loaders.current(), st.session_state[AUTHORITY], *st.session_state[AS_AT][:1])


def current_view() -> View:
    """Return the view that this run shows: the data as known on the chosen day, and the selection."""
    ds, selection = loaders.current(), current_selection()
    return View(loaders.as_known(ds, selection.date(ds)), selection)


def write_selection(selection: Selection) -> None:
    """Write a selection to the address, from a callback: one step of the browser's history."""
    ds, written = loaders.current(), {AUTHORITY: [], AS_AT: []}
    for name, value in selection.to_query(ds):
        written[name].append(value)
    st.session_state.update(written)


def in_meeting() -> bool:
    """Tell whether the address asks for meeting mode. A plain link switches it, so that the address always says it."""
    return st.query_params.get("meeting") == "true"
