"""The parts of the page England that tell what reports say: themes by report, by grade, and one theme whole."""

import streamlit as st

from analysis.comparison.standings import Comparison
from analysis.england.reports_read import parts
from analysis.england.themes_of_england import ORDERS, first_pair, pairs_of_grades
from analysis.look_up import look_up
from exhibits.theme_grid import themes_by_grade
from exhibits.themes_of_england import theme_by_parts, themes_of_england
from ui import controls, links, panel
from ui.view import View


def reports_say(view: View, comparison: Comparison) -> None:
    """What the latest reports say, theme by theme; which themes divide two grades; one theme, and its findings."""
    ds = view.whole
    left, right = st.columns(2)
    with left:
        part = controls.choose("Reports counted", controls.as_shown(parts(ds, comparison)), key="part")
    with right:
        order = controls.choose("Sort the themes", controls.as_shown(ORDERS), key="sorted")
    panel.show(view, themes_of_england(ds, comparison, part, order), on_choose=_choose)
    st.header("One theme, and its findings", anchor=False)
    theme = theme_box(view)
    panel.show(view, theme_by_parts(ds, comparison, theme))
    st.html(links.to_reports(ds, view.selection, comparison, theme))
    if pairs := pairs_of_grades(ds, comparison):
        st.header("Which themes divide one grade from another?", anchor=False)
        pair = controls.choose("Compare the grades", pairs, key="pair", first=first_pair(ds, comparison))
        panel.show(view, themes_by_grade(ds, comparison, *pair))


def theme_box(view: View) -> str:
    """The theme that the parts below it are about; the first of the codebook where none is chosen."""
    labels = look_up(view.whole, "themes", "theme", "label")
    none = f"The first: {next(iter(labels.values()))}"
    return controls.choose_theme(view.whole, "Theme (or click a bar above)", labels, none) or next(iter(labels))


def _choose(data: list) -> None:
    """Choose the theme of the bar that was clicked."""
    st.session_state["theme"] = data[0]
