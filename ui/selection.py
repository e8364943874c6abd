"""The selection bar, bound to the address, and the selection as the pages read it."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import english, naming
from analysis.comparison.sentences import ended_sentence, not_neighbours_sentence
from analysis.comparison.standings import not_neighbours, successors
from analysis.selection import UNKNOWN, Selection, authority_names, canonical, day_words, explain_unknown, find_authorities, read_day
from loaders import Dataset, current
from ui import links
from ui.plain import plain

MOST = 6
"""Authorities that fit beside each other."""

BOUND = {"bind": "query-params", "persist_state": "session"}
"""For every widget whose value belongs to the address: it survives page switches, reload and Back."""


def bar(ds: Dataset) -> DeltaGenerator:
    """Draw the authority selector, the day and the link that switches meeting mode. Returns the place below that link."""
    names = {authority: name for name, authority in authority_names(ds).items()}
    if not names:
        st.error("No authority could be read from the data folder. Run python -m loaders check to see why.")
        st.stop()
    _seed(ds, names)
    authorities, day, switch = st.columns([5, 3, 4], vertical_alignment="bottom")
    with authorities:
        st.multiselect(
            "Authority (add others to compare)",
            options=list(names),
            format_func=names.get,
            key="authority",
            max_selections=MOST,
            placeholder="Choose an authority",
            **BOUND,
        )
    with day:
        st.selectbox("As known on", _days(ds), key="as_at", **BOUND)
    for value in st.query_params.get_all(UNKNOWN):
        st.warning(plain(explain_unknown(value, ds)))
    if apart := not_neighbours(ds, st.session_state["authority"]) if st.session_state["authority"] else []:
        st.caption(plain(not_neighbours_sentence(ds, apart)))
    _, selection = chosen()
    for name in selection.authorities:
        if (followed := successors(ds, name)) is not None:
            then = [links.anchor(ds, selection.with_authorities(other), "", naming.authority_name(ds, other)) for other in followed]
            st.html(f'<p class="ended">{escape(ended_sentence(ds, name))} {english.joined(then)}</p>')
    if not st.session_state["authority"]:
        st.info("Choose an authority above to see its inspections.")
        st.stop()
    words, more = ("Leave the meeting", {}) if in_meeting() else ("Meeting mode: one screen at a time", {"meeting": "true"})
    switch.html(f'<p class="switch">{links.anchor(ds, selection, "", words, **more)}</p>')
    return switch


def in_meeting() -> bool:
    """Whether the address asks for meeting mode. A plain link switches it, so that the address always says it."""
    return st.query_params.get("meeting") == "true"


def chosen() -> tuple[Dataset, Selection]:
    """The dataset and the selection that this page shows."""
    ds, day = current(), read_day(st.session_state["as_at"])
    return ds, Selection(tuple(st.session_state["authority"]), day if day != ds.as_at else None)


def report_problems(ds: Dataset) -> None:
    """A banner where records were left out, with a link to the list."""
    wrong = ds.problems[ds.problems["severity"] == "error"]
    if len(wrong):
        files = english.counted(wrong["file"].nunique(), "file of the data has", "files of the data have")
        st.warning(f"{plain(english.sentence(f'{files} errors and left out')[:-1])}. See [what is wrong](about#data-problems).")


def _seed(ds: Dataset, names: dict[str, str]) -> None:
    """Before the widgets are drawn: what the address says in other words, and what to show without any."""
    given = st.query_params.get_all("authority")
    better = canonical([("authority", value) for value in given], ds)
    if better != [("authority", value) for value in given]:
        st.session_state["authority"] = find_authorities(given, ds)[:MOST] or [next(iter(names))]
        for name, value in better:
            if name == UNKNOWN:
                st.warning(plain(explain_unknown(value, ds)))
    elif "authority" not in st.session_state and not given:
        st.session_state["authority"] = [next(iter(names))]


def _days(ds: Dataset) -> list[str]:
    """The data's own day, then each publication day of the chosen authorities and each day that Ofsted's yearly statistics
    stand at, newest first, and the day that the address asks for."""
    published = ds.inspections.loc[ds.inspections["authority"].isin(st.session_state["authority"]), "published"].dropna()
    yearly = pd.date_range("2018-03-31", ds.as_at, freq=pd.DateOffset(years=1))
    published = pd.concat([published, pd.Series(yearly)]).drop_duplicates().sort_values(ascending=False)
    asked = [
        words
        for value in st.query_params.get_all("as_at")
        if (day := read_day(value)) is not None and day <= ds.as_at and (words := day_words(day))
    ]
    return list(dict.fromkeys([day_words(ds.as_at), *(day_words(day) for day in published), *asked]))


def choose_inspection(ds: Dataset, label: str, options: list[str], none: str = "All of them") -> str | None:
    """A select box for one of the inspections, shared by the pages through the address; None for ``none``."""
    return _one_of("inspection", label, {name: naming.inspection_label(ds, name) for name in options}, none)


def choose_theme(ds: Dataset, label: str, options: list[str], none: str = "The first of the chart") -> str | None:
    """A select box for one of the themes, shared by the pages through the address; None for ``none``."""
    labels = ds.themes.set_index("theme")["label"]
    return _one_of("theme", label, {name: labels[name] for name in options}, none)


def _one_of(key: str, label: str, options: dict[str, str], none: str) -> str | None:
    if st.session_state.get(key) not in options:
        st.session_state.pop(key, None)
    return st.selectbox(plain(label), [None, *options], format_func=lambda name: none if name is None else options[name], key=key, **BOUND)
