"""Meeting mode: one screen at a time, large enough for a projector, moved by keys, a presenter's remote or buttons."""

from __future__ import annotations

import streamlit as st

from analysis.authority.meeting import screens
from ui import bar, controls, links, markup, projection, theme
from ui.plain import plain
from ui.view import View

NOTES = "Presenter’s notes"


def show(view: View) -> None:
    """Draw the screen that the address asks for, and one slim bar of controls below it. ``keyboard.js`` presses its buttons."""
    ds, chosen = view.ds, view.selection
    deck = screens(ds, chosen)
    theme.of_meeting()
    with st.container(key="stage"):
        place = st.container()
    with st.container(key="meeting-bar", horizontal=True, vertical_alignment="center"):
        with st.container(
            key="meeting-moves", horizontal=True, vertical_alignment="center", gap="small", width="content"
        ):
            here = _moves(len(deck))
        with st.container(
            key="meeting-tools", horizontal=True, vertical_alignment="center", gap="small", width="content"
        ):
            noted = controls.switch(NOTES, key="notes")
            with st.popover("Authority and day"):
                bar.show(view)
            st.html(markup.paragraph("switch", links.anchor(ds, chosen, "", "Leave the meeting")), width="content")
    with place:
        st.html(projection.screen(ds, chosen, here))
        if noted:
            st.html(projection.notes(ds, chosen, here))
        st.html(projection.handout(ds, chosen))


def _moves(last: int) -> int:
    """Draw the buttons that lead from screen to screen, and return the number of the screen to show."""
    places = [
        st.container(key=f"move-{name}", width="content") for name in ("first", "back", "screen", "of", "next", "last")
    ]
    with places[2]:
        numbers = controls.as_shown(str(number) for number in range(1, last + 1))
        here = int(controls.choose("Screen", numbers, key="screen", label_visibility="collapsed"))
    places[3].html(markup.paragraph("of", f"of {last}"))
    for place, words, goal, there in (
        (places[0], "First", 1, here > 1),
        (places[1], "Back", here - 1, here > 1),
        (places[4], "Next", here + 1, here < last),
        (places[5], "Last", last, here < last),
    ):
        place.button(plain(words), key=f"go-{words.lower()}", on_click=_go, args=(str(goal),), disabled=not there)
    return here


def _go(number: str) -> None:
    st.session_state["screen"] = number
