"""The selection bar: whose inspections, beside whom, as known on which day."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import english, naming
from analysis.comparison.sentences import ended_sentence, not_neighbours_sentence
from analysis.comparison.standings import not_neighbours, successors
from analysis.days import day_refusal, read_day
from analysis.selection import MOST, Selection, authority_names, days_to_choose, past_sentence
from loaders import Dataset
from ui import links, markup
from ui.plain import plain
from ui.view import View, current_selection, in_meeting, write_selection

SUBJECT, OTHERS, DAY, REFUSED, ONLY = "subject", "others", "day", "refused_day", "only"


def show(view: View) -> DeltaGenerator:
    """Draw the boxes for the selection, what there is to say of it, and the link that switches meeting mode.

    Returns the place below that link.
    """
    ds, selection = view.whole, view.selection
    _fill({SUBJECT: selection.subject, OTHERS: list(selection.others), DAY: english.day(view.day)})
    with st.container(horizontal=True, key="selection"):
        _boxes(ds, selection)
        switch = st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="switch")
    _remarks(ds, selection)
    words, more = "Meeting mode: one screen at a time", {"meeting": "true"}
    if in_meeting():
        words, more = "Leave the meeting", {}
    switch.html(markup.paragraph("switch", links.anchor(ds, selection, "", words, **more)), width="content")
    return switch


def ask(ds: Dataset) -> None:
    """Ask for an authority where the address names none that the data (whole) know."""
    names = {authority: name for name, authority in authority_names(ds).items()}
    st.title("Which authority?", anchor=False)
    st.selectbox(
        "Authority",
        list(names),
        None,
        format_func=names.get,
        key=ONLY,
        placeholder="Choose an authority",
        filter_mode="fuzzy",
        on_change=_choose_only,
        args=(ds,),
    )


def _boxes(ds: Dataset, selection: Selection) -> None:
    """Draw a box for the authority, for those beside it, and for the day.

    Their "fuzzy" search puts the name that was typed whole first, then names that begin so: that one Enter takes.
    """
    names = {authority: name for name, authority in authority_names(ds).items()}
    st.selectbox(
        "Authority",
        list(names),
        format_func=names.get,
        key=SUBJECT,
        filter_mode="fuzzy",
        on_change=_choose,
        args=(ds,),
    )
    st.multiselect(
        "Compare with",
        [name for name in names if name != selection.subject],
        format_func=names.get,
        key=OTHERS,
        max_selections=MOST - 1,
        placeholder="Add others",
        filter_mode="fuzzy",
        select_all=False,
        wrap=True,
        on_change=_choose,
        args=(ds,),
    )
    days = days_to_choose(ds, selection)
    st.selectbox(
        "As known on",
        days,
        key=DAY,
        accept_new_options=True,
        filter_mode="contains",
        on_change=_choose_day,
        args=(ds,),
    )


def _fill(boxes: dict[str, object]) -> None:
    """Let the boxes show what the address names, whatever they held before: after Back, or after words that are no day.

    A box that shows it already is left alone, or it would forget what somebody is typing in it.
    """
    st.session_state.update({key: value for key, value in boxes.items() if st.session_state.get(key) != value})


def _choose(ds: Dataset) -> None:
    """Write to the address who is chosen in the boxes."""
    subject = st.session_state[SUBJECT]
    others = [authority for authority in st.session_state[OTHERS] if authority != subject]
    write_selection(current_selection(ds).with_authorities(subject, *others), ds)


def _choose_only(ds: Dataset) -> None:
    """Write to the address the authority that was asked for. The box can be emptied, which chooses no one."""
    if st.session_state[ONLY]:
        write_selection(current_selection(ds).with_authorities(st.session_state[ONLY]), ds)


def _choose_day(ds: Dataset) -> None:
    """Write to the address the day that was typed or taken from the list, or keep the words why it cannot be chosen."""
    text = st.session_state[DAY]
    st.session_state[REFUSED] = day_refusal(ds, text)
    if not st.session_state[REFUSED]:
        write_selection(current_selection(ds).known_on(read_day(text), ds), ds)


def _choose_now(ds: Dataset) -> None:
    """Write to the address that the data are seen as known now."""
    write_selection(current_selection(ds).known_on(None, ds), ds)


def _remarks(ds: Dataset, selection: Selection) -> None:
    """Say what a reader of this selection should know."""
    if refused := st.session_state.pop(REFUSED, ""):
        st.html(markup.paragraph("remark refused", refused, role="alert"))
    if selection.as_at is not None:
        with st.container(horizontal=True, vertical_alignment="center", key="past"):
            st.html(markup.paragraph("remark", past_sentence(selection)), width="content")
            st.button("Back to what is known now", type="tertiary", on_click=_choose_now, args=(ds,))
    if apart := not_neighbours(ds, selection.authorities):
        st.caption(plain(not_neighbours_sentence(ds, apart)))
    for name in selection.authorities:
        if (followed := successors(ds, name)) is not None:
            there = {other: selection.with_authorities(other) for other in followed}
            then = [links.anchor(ds, there[other], "", naming.authority_name(ds, other)) for other in followed]
            st.html(markup.paragraph("ended", ended_sentence(ds, name), markup.listed(then)))
