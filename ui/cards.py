"""Findings as cards, alone and in pairs. Each is written as HTML once, and kept with the data that it shows."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from markupsafe import Markup

from analysis import citations, naming
from analysis.comparison.side_by_side import praised_where_criticised
from analysis.comparison.standings import Comparison
from analysis.findings.evidence import codes_of
from analysis.look_up import each
from analysis.themes.sentences import pair_title
from analysis.themes.then_and_now import then_and_now
from loaders import Dataset, kept
from ui import markup


def show(ds: Dataset, found: pd.DataFrame, note: str = "") -> None:
    """One card per finding (columns as ``analysis.evidence.findings``)."""
    if cards := as_html(ds, found, note):
        st.html(cards)


@kept
def as_html(ds: Dataset, found: pd.DataFrame, note: str = "") -> Markup:
    """Return findings that are kept as HTML, one card each."""
    return Markup().join(
        markup.evidence(row.place, row.summary_marked, row.quote_marked, markup.verdicts(codes_of(ds, row.inspection, row.paragraph)), row.link, note)
        for row in each(found)
    )  # fmt: skip


@kept
def turned(ds: Dataset, authority: str) -> str:
    """Return the themes that turned for an authority as HTML: one card each, with a quote then and one now."""
    return Markup().join(
        markup.pair(
            pair_title(row.label, row.direction),
            (citations.place(ds, row.earlier, row.earlier_paragraph), row.earlier_quote),
            (citations.place(ds, row.later, row.later_paragraph), row.later_quote),
        )
        for row in each(then_and_now(ds, authority))
    )


@kept
def praised(ds: Dataset, comparison: Comparison, name: str) -> str:
    """Return what others are praised for where the subject is criticised, as HTML: one card a theme. ``name``: its own."""
    return Markup().join(
        markup.pair(
            row.label,
            (citations.place(ds, row.ours_inspection, row.ours), row.ours_quote),
            (citations.place(ds, row.theirs_inspection, row.theirs), row.theirs_quote),
            (name, naming.authority_name(ds, row.other)),
        )
        for row in each(praised_where_criticised(ds, comparison))
    )
