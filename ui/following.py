"""The boxes of the page Recommendations that choose an inspection, and what narrows its recommendations, bound to the address."""

from __future__ import annotations

from typing import NamedTuple

import streamlit as st

from analysis import naming
from analysis.look_up import look_up
from analysis.recommendations.actions import choices_of_plan
from analysis.recommendations.thread import followed_first, with_recommendations
from ui import controls, narrowing
from ui.view import View

OF_PLAN = {"status", "lead"}
"""Parameters of an address that narrow the actions of a plan."""


class Picked(NamedTuple):
    """Whose recommendations are followed, and the statuses, leads and themes that narrow them; empty means all."""

    inspection: str
    statuses: tuple[str, ...]
    leads: tuple[str, ...]
    themes: tuple[str, ...]


def choose(view: View) -> Picked | None:
    """Boxes for the inspection, the newest first, and for what narrows its recommendations; None where none are held."""
    ds = view.ds
    options = with_recommendations(ds, view.selection)
    if not options:
        return None
    with controls.row("Which recommendations"):
        labels = {name: naming.inspection_label(ds, name) for name in options}
        inspection = controls.choose("Recommendations of", labels, key="answers", first=_first(view, options))
        with controls.fold(narrowing.NARROW, key="narrowed"):
            return Picked(inspection, *_filters(view, inspection))


def _first(view: View, options: list[str]) -> str:
    """The newest, which is asked now; the one that a plan answers where the address asks for words of a plan."""
    of_plan = "answers" not in st.session_state and OF_PLAN & set(st.query_params)
    return followed_first(view.ds, options) if of_plan else options[0]


def _filters(view: View, inspection: str) -> list[tuple[str, ...]]:
    """Boxes that narrow the recommendations of an inspection; those of a plan only where one answers it."""
    offered, labels = choices_of_plan(view.ds, inspection), look_up(view.ds, "themes", "theme", "label")
    boxes = {
        "status": ("Status in the plan", controls.as_shown(offered.statuses)),
        "lead": ("Lead, as printed", controls.as_shown(offered.leads)),
        "thread_theme": ("Theme", labels),
    }
    return [tuple(controls.choose_several(label, words, key=key)) for key, (label, words) in boxes.items()]
