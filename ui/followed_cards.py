"""One recommendation followed through time, as a part that unfolds, and the list of all of them that heads a printed sheet."""

from __future__ import annotations

import streamlit as st

from analysis import english, naming
from analysis.recommendations.thread import Thread, key_evidence
from exhibits import Voice
from loaders import Dataset
from ui import cards, markup, tables
from ui.plain import plain


def listed(ds: Dataset, inspection: str, shown: list[Thread]) -> str:
    """All recommendations in one table, which stands before the details on paper."""
    rows = [
        (thread.recommendation["recommendation"], thread.recommendation["summary"], thread.headline) for thread in shown
    ]
    label = naming.inspection_label(ds, inspection)
    return markup.fill("list_first", table=markup.tabled(label, ("", "Ofsted asked", "Reading now"), rows))


def show(ds: Dataset, thread: Thread) -> None:
    """One recommendation: Ofsted's words, the council's actions, what later inspections found, our reading."""
    row = thread.recommendation
    name, reading = row["recommendation"], thread.headline
    with st.expander(f"**{plain(name)}** {plain(row['summary'])}  \n**Reading now:** {plain(reading)}"):
        parts = [markup.voice(Voice.OFSTED, f"“{row['quote']}”") + markup.path(thread.steps)]
        if thread.progress:
            parts.append(markup.voice(Voice.COUNCIL, thread.progress))
            parts.append(tables.as_html(ds, thread.actions, f"Actions for {name}"))
            parts.append(tables.as_html(ds, thread.outcomes, f"Expected outcomes of {name}, and what came of them"))
        for title, why, found in thread.later:
            parts += [markup.voice(Voice.READING, title, why), cards.as_html(ds, found)]
        if rests := key_evidence(ds, row["inspection"], name):
            parts.append(markup.voice("What the reading rests on", f"{rests[0]} ({rests[1]})"))
        parts.append(markup.voice(Voice.READING, f"{reading} Main theme: {english.joined(thread.themes)}."))
        # One piece for all: each element of a page costs the server and the browser a message.
        st.html(markup.one_below_another(parts))
