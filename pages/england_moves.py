"""The part of the page England that tells how grades moved, and who moved fastest."""

from functools import partial

import streamlit as st

from analysis.comparison.standings import Comparison
from analysis.comparison.transitions import movement_grades
from analysis.england.movers import PAIR, movers, presets
from exhibits.movement import grade_flow, grade_matrix
from exhibits.movers import who_moved
from ui import comparing, controls, links, panel
from ui.view import View


def moves(view: View, comparison: Comparison) -> None:
    """Which grade became which, and under it who moved: a choice of moves, or any pair of grades, as a cell chooses it."""
    ds = view.whole
    panel.show(view, grade_matrix(ds, comparison), partial(_choose, view))
    st.header("Who moved, and how long did it take?", anchor=False)
    preset = _preset(view)
    pair = _pair(view) if preset == PAIR else ("", "")
    addresses = links.to_each_row(ds, view.selection, movers(ds, comparison, preset, *pair))
    panel.show(view, who_moved(ds, comparison, preset, *pair), partial(comparing.make_subject, view), addresses)
    panel.show(view, grade_flow(ds, comparison))


def _preset(view: View) -> str:
    """Chips for a choice of moves. An address that names grades, and no choice, asks for the pair."""
    words = presets(view.whole)
    if "moved" not in st.session_state and {"from", "to"} & set(st.query_params):
        st.session_state["moved"] = words[PAIR]
    chosen = controls.choose_view(list(words.values()), key="moved", label="Moves shown")
    return next(preset for preset, label in words.items() if label == chosen)


def _pair(view: View) -> tuple[str, str]:
    """Boxes for the grade before and the grade after."""
    grades = movement_grades(view.whole)
    left, right = st.columns(2)
    with left:
        before = controls.choose("From", grades, key="from", first=list(grades)[-2])
    with right:
        return before, controls.choose("To", grades, key="to")


def _choose(view: View, data: list) -> None:
    """Choose the pair of grades of the cell that was clicked."""
    st.session_state["moved"] = presets(view.whole)[PAIR]
    st.session_state["from"], st.session_state["to"] = data
