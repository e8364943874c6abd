"""Meeting mode: one screen at a time, large enough for a projector, moved by keys or buttons."""

from __future__ import annotations

import streamlit as st

from analysis import english
from analysis.authority.meeting import Screen, screens
from ui import bar, controls, markup
from ui.heading import strip_html
from ui.view import View


def show(view: View) -> None:
    """Draw the screen that the address asks for. The selection bar waits behind a button."""
    st.html(
        "<style>.product { display: none; } [data-testid=stMainBlockContainer] { padding-top: 3.6rem; padding-bottom: .5rem; }</style>"
    )
    place, places = st.container(), st.columns([2, 2, 2, 3, 3], vertical_alignment="bottom")
    with places[4], st.popover("Authority, day, leave", width="stretch"):
        bar.show(view)
    deck = screens(view.ds, view.selection)
    with places[3]:
        numbers = controls.as_shown(str(number) for number in range(1, len(deck) + 1))
        here = int(controls.choose("Screen", numbers, key="screen", label_visibility="collapsed"))
    places[0].button("First", shortcut="Home", on_click=_go, args=("1",), disabled=here == 1, width="stretch")
    places[1].button("Back", shortcut="Left", on_click=_go, args=(str(here - 1),), disabled=here == 1, width="stretch")
    last = here == len(deck)
    places[2].button("Next", shortcut="Right", on_click=_go, args=(str(here + 1),), disabled=last, width="stretch")
    with place:
        st.html(_screen(deck[here - 1], view, f"{here} of {len(deck)}"))


def _go(number: str) -> None:
    st.session_state["screen"] = number


def _screen(screen: Screen, view: View, number: str) -> str:
    """A screen as HTML: the grade strip of the subject, or its lines."""
    strip = (
        strip_html(view.ds, view.selection, "Grades by year the inspection began")
        if screen.figure == "grades"
        else None
    )
    return markup.fill("screen", screen=screen, strip=strip, day=english.day(view.day), number=number)
