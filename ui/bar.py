"""The line of tools: whose inspections, beside whom, as known on which day, and what shares the page."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from analysis import english, naming
from analysis.comparison.neighbours import not_neighbours
from analysis.comparison.sentences import ended_sentence, not_neighbours_sentence
from analysis.comparison.standings import successors
from analysis.days import day_refusal, read_day
from analysis.selection import MOST, Selection, authority_names, days_to_choose, past_sentence
from loaders import Dataset
from ui import links, markup, takeaway
from ui.plain import plain
from ui.screen import narrow
from ui.view import View, current_selection, write_selection

SUBJECT, OTHERS, DAY, REFUSED = "subject", "others", "day", "refused_day"
REFUSALS = "refusals"
"""How many days were refused in this session."""
MEETING = "Meeting mode: one screen at a time"
Label = Literal["visible", "collapsed"]


def line(view: View, title: str) -> None:
    """Draw the one line of tools above a page, and below it what there is to say of the selection. ``title``: the page's.

    The day and what shares the page fold away behind buttons; on a narrow screen those beside the authority do too.
    """
    ds, selection = view.whole, view.selection
    _fill(view)
    takeaway.whole_page(view)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall", key="tools"):
        _subject_box(ds, selection, "collapsed")
        with (
            st.popover(plain(_beside(selection)), key="compared-with")
            if narrow()
            else st.container(key="compared-with")
        ):
            _others_box(ds, selection, "visible" if narrow() else "collapsed")
        with st.popover(plain(f"As known on {english.day(view.day)}"), key="known"):
            _day_box(view)
        with st.popover("Share", key="share"):
            takeaway.share(view, title, links.anchor(ds, selection, "", MEETING, meeting="true"))
    _remarks(ds, selection)


def show(view: View) -> None:
    """Draw the boxes for the selection one below the other, and what there is to say of it."""
    ds, selection = view.whole, view.selection
    _fill(view)
    _subject_box(ds, selection)
    _others_box(ds, selection)
    _day_box(view)
    _remarks(ds, selection)


def _beside(selection: Selection) -> str:
    """The words of the button behind which the box for others stands."""
    return f"Compare with {english.number(len(selection.others))}" if selection.others else "Compare"


def _subject_box(ds: Dataset, selection: Selection, label: Label = "visible") -> None:
    """Draw the box for the authority that the pages are about.

    Its "fuzzy" search puts the name that was typed whole first, then names that begin so: that one Enter takes.

    A box behind a button is first drawn when somebody opens it. By then the browser knows only what it begins with, so each box
    of the selection begins with what is chosen.
    """
    names = {authority: name for name, authority in authority_names(ds).items()}
    st.selectbox(
        "Authority",
        list(names),
        list(names).index(selection.subject),
        format_func=lambda authority: names.get(authority, authority),
        key=SUBJECT,
        filter_mode="fuzzy",
        label_visibility=label,
        on_change=_choose,
        args=(ds,),
    )


def _others_box(ds: Dataset, selection: Selection, label: Label = "visible") -> None:
    """Draw the box for the authorities beside it."""
    names = {authority: name for name, authority in authority_names(ds).items()}
    st.multiselect(
        "Compare with",
        [name for name in names if name != selection.subject],
        list(selection.others),
        format_func=lambda authority: names.get(authority, authority),
        key=OTHERS,
        max_selections=MOST - 1,
        placeholder="Compare with",
        filter_mode="fuzzy",
        select_all=False,
        wrap=True,
        label_visibility=label,
        on_change=_choose,
        args=(ds,),
    )


def _day_box(view: View) -> None:
    """Draw the box for the day, which takes any day that is typed.

    A closed popover keeps what was last typed in its box and sends it with whatever is done next. So each day, and each one after
    words that are none, has a box of its own.
    """
    shown = english.day(view.day)
    key = f"{DAY} {shown} {st.session_state.get(REFUSALS, 0)}"
    st.session_state.setdefault(key, shown)
    days = days_to_choose(view.whole, view.selection)
    st.selectbox(
        "As known on",
        days,
        days.index(shown),
        key=key,
        accept_new_options=True,
        filter_mode="contains",
        on_change=_choose_day,
        args=(view.whole, key),
    )


def _fill(view: View) -> None:
    """Let the boxes show what the address names, whatever they held before, as after Back.

    A box that shows it already is left alone, or it would forget what somebody is typing in it.
    """
    chosen = view.selection
    boxes = {SUBJECT: chosen.subject, OTHERS: list(chosen.others)}
    st.session_state.update({key: value for key, value in boxes.items() if st.session_state.get(key) != value})


def _choose(ds: Dataset) -> None:
    """Write to the address who is chosen in the boxes."""
    subject = st.session_state[SUBJECT]
    others = [authority for authority in st.session_state[OTHERS] if authority != subject]
    write_selection(current_selection(ds).with_authorities(subject, *others), ds)


def _choose_day(ds: Dataset, key: str) -> None:
    """Write to the address the day that was typed or taken from the list, or keep the words why it cannot be chosen."""
    text = st.session_state[key]
    st.session_state[REFUSED] = day_refusal(ds, text)
    if st.session_state[REFUSED]:
        st.session_state[REFUSALS] = st.session_state.get(REFUSALS, 0) + 1
    else:
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
