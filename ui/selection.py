"""The selection bar, bound to the address, and the selection as the pages read it."""

from __future__ import annotations

import streamlit as st

from analysis.selection import Selection, authority_names
from loaders import Dataset, current

KEY = "authority"


def bar(ds: Dataset) -> None:
    """Draw the authority selector. Ids and other spellings in the address are understood; unknown values are named."""
    names = {authority: name for name, authority in authority_names(ds).items()}
    if not names:
        st.error("No authority could be read from the data folder. Run python -m loaders check to see why.")
        st.stop()
    given = st.query_params.get_all(KEY)
    found, messages = Selection.from_query({KEY: given}, ds)
    otherwise_spelt = bool(given) and [names[a] for a in found.authorities] != given
    if otherwise_spelt or KEY not in st.session_state:
        st.session_state[KEY] = list(found.authorities) or [next(iter(names))]
    st.multiselect(
        "Authorities: the first is the subject, the others are compared with it",
        options=list(names),
        format_func=names.get,
        key=KEY,
        bind="query-params",
        max_selections=4,
        placeholder="Choose an authority",
    )
    for message in messages:
        st.warning(message)
    if not st.session_state[KEY]:
        st.info("Choose an authority above to see its inspections.")
        st.stop()


def chosen() -> tuple[Dataset, Selection]:
    """The dataset and the selection that this page shows."""
    return current(), Selection(authorities=tuple(st.session_state[KEY]))


def report_problems(ds: Dataset) -> None:
    """A banner where records were left out, with a link to the list."""
    wrong = ds.problems[ds.problems["severity"] == "error"]
    if len(wrong):
        files = wrong["file"].nunique()
        st.warning(
            f"{files} {'file of the data has' if files == 1 else 'files of the data have'} errors and were left out. See [what is wrong](about#data-problems)."
        )
