"""The controls of the pages that compare many authorities, bound to the address."""

from __future__ import annotations

import streamlit as st

from analysis.comparability import STRANDS
from analysis.comparison import BASES, GROUPS
from loaders import Dataset
from ui.selection import BOUND


def strand_box(ds: Dataset) -> str:
    """Which strand is compared; ``overall`` where the address names none."""
    labels = ds.strands.set_index("strand")["label"]
    return st.selectbox("Judgement", STRANDS, format_func=labels.get, key="strand", **BOUND)


def basis_box() -> str:
    """On which basis inspections count."""
    return st.selectbox("Count by", list(BASES), format_func=BASES.get, key="basis", **BOUND)


def group_box(several: bool) -> str:
    """Whom the subject is compared with; ``several``: whether more than one authority is chosen above."""
    options = list(GROUPS) if several else [name for name in GROUPS if name != "chosen"]
    if st.session_state.get("group") not in options:
        st.session_state.pop("group", None)
    return st.selectbox("Compare with", options, format_func=GROUPS.get, key="group", **BOUND)
