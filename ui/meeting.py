"""Meeting mode: one screen at a time, large enough for a projector, moved by keys or buttons."""

from __future__ import annotations

from html import escape

import streamlit as st

from analysis import english
from analysis.authority.meeting import Screen, screens
from analysis.selection import Selection
from exhibits.strip import grade_strip
from loaders import Dataset
from ui import html, selection


def show(ds: Dataset) -> None:
    """Draw the screen that the address asks for. The selection bar waits behind a button."""
    st.html("<style>.product { display: none; } [data-testid=stMainBlockContainer] { padding-top: 3.6rem; padding-bottom: .5rem; }</style>")
    place, controls = st.container(), st.columns([2, 2, 2, 3, 3], vertical_alignment="bottom")
    with controls[4], st.popover("Authority, day, leave", width="stretch"):
        selection.bar(ds)
    _, chosen = selection.chosen()
    shown = screens(ds, chosen)
    names = [str(number) for number in range(1, len(shown) + 1)]
    if st.session_state.get("screen", "1") not in names:
        st.session_state["screen"] = names[-1]
    controls[3].selectbox("Screen", names, key="screen", label_visibility="collapsed", **selection.BOUND)
    here = int(st.session_state["screen"])
    controls[0].button("First", shortcut="Home", on_click=_go, args=("1",), disabled=here == 1, width="stretch")
    controls[1].button("Back", shortcut="Left", on_click=_go, args=(str(here - 1),), disabled=here == 1, width="stretch")
    controls[2].button("Next", shortcut="Right", on_click=_go, args=(str(here + 1),), disabled=here == len(shown), width="stretch")
    with place:
        st.html(_screen(shown[here - 1], ds, chosen, f"{here} of {len(shown)}"))


def _go(number: str) -> None:
    st.session_state["screen"] = number


def _screen(screen: Screen, ds: Dataset, chosen: Selection, number: str) -> str:
    if screen.figure == "grades":
        strip = grade_strip(ds, chosen)
        body = html.grade_strip(strip, "Grades by year the inspection began") if len(strip) else "<p>No graded inspection is held here.</p>"
    elif len(screen.lines) == 1:
        body = f'<p class="alone">{escape(screen.lines[0])}</p>'
    else:
        body = "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in screen.lines) + "</ul>"
    return f'<section class="screen"><h1>{escape(screen.title)}</h1><p class="voice"><strong>{escape(screen.voice)}</strong></p>{body}<p class="source">Source: {escape(screen.source)}. Data as at {english.day(chosen.date(ds))}. Screen {number}.</p></section>'
