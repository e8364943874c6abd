"""What a run shows: the data, and the selection that the address names.

The address alone decides, and its selection is written here alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from analysis.selection import Selection, authority_names, read_selection
from loaders import Dataset, as_known
from ui import controls, left_out

AUTHORITY, AS_AT = "authority", "as_at"
"""The parameters of the address that make a selection. The first repeats: the subject, then those beside it."""


@dataclass(frozen=True)
class View:
    """What a run shows: made once in it by the shell, and handed to everything that draws."""

    ds: Dataset
    """The data as known on the chosen day."""
    selection: Selection
    whole: Dataset
    """The data uncut by the day: for comparisons, which cut by a day of their own, and for the data's own day."""

    @property
    def day(self) -> pd.Timestamp:
        """The day that the view stands at."""
        return self.selection.date(self.whole)


def read_view(whole: Dataset) -> View | None:
    """Read the address, once in a run and before anything that shows it.

    None where the address names authorities, and the data know none of them. Stops the run where the data hold none.
    """
    # Nobody sees the widgets that hold the address: the style sheet hides them, and until then they are a pixel high.
    with st.container(height=1, border=False, key="address"):
        for name in (AUTHORITY, AS_AT):
            controls.hold_parameter(name)
    if not authority_names(whole):
        st.error("No authority could be read from the data folder. Run python -m loaders check to see why.")
        st.stop()
    left_out.check_page()
    left_out.check_parameters(whole, ("data", "meeting"))
    left_out.check_day(whole, st.session_state[AS_AT])
    if not left_out.check_authorities(whole, st.session_state[AUTHORITY]):
        return None
    selection = current_selection(whole)
    return View(as_known(whole, selection.date(whole)), selection, whole)


def current_selection(whole: Dataset) -> Selection:
    """Return the selection that the address names now: in a callback, perhaps a newer one than the view shows."""
    return read_selection(whole, st.session_state[AUTHORITY], *st.session_state[AS_AT][:1])


def write_selection(selection: Selection, whole: Dataset) -> None:
    """Write a selection to the address, from a callback: one step of the browser's history."""
    written: dict[str, list[str]] = {AUTHORITY: [], AS_AT: []}
    for name, value in selection.to_query(whole):
        written[name].append(value)
    st.session_state.update(written)


def in_meeting() -> bool:
    """Tell whether the address asks for meeting mode. A plain link switches it, so that the address always says it."""
    return st.query_params.get("meeting") == "true"
