"""Findings as cards: where it stands, our summary, the quote, its verdicts, the report."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.findings.evidence import codes_of
from loaders import Dataset
from ui import html


def show(ds: Dataset, found: pd.DataFrame, note: str = "") -> None:
    """One card per finding (columns as ``analysis.evidence.findings``)."""
    cards = [
        html.evidence(row.place, row.summary_marked, row.quote_marked, html.verdicts(codes_of(ds, row.inspection, row.paragraph)), row.link, note)
        for row in found.itertuples()
    ]  # fmt: skip
    if cards:
        st.html("".join(cards))
