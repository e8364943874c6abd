"""The parts of the page England that tell of themes: what the latest reports say, and what became of themes over time."""

import streamlit as st

from analysis import naming
from analysis.comparison.standings import Comparison
from analysis.england.reports_read import parts
from analysis.england.theme_sentences import who_turned_sentence
from analysis.england.themes_of_england import ORDERS, first_pair, pairs_of_grades
from analysis.england.turned_round import DIRECTIONS, who_turned
from analysis.look_up import look_up
from exhibits.theme_grid import themes_by_grade
from exhibits.themes_of_england import theme_by_parts, themes_of_england
from exhibits.themes_over_time import one_theme_over_time, themes_over_time, turned_round
from ui import cards, controls, links, panel
from ui.plain import plain
from ui.screen import narrow
from ui.view import View

MOST = 6
"""Authorities that are shown at once."""


def reports_say(view: View, comparison: Comparison) -> None:
    """What the latest reports say, theme by theme; which themes divide two grades; one theme, and its findings."""
    ds = view.whole
    with controls.row(key="choices-read"):
        part = controls.choose("Reports counted", controls.as_shown(parts(ds, comparison)), key="part")
        order = controls.choose("Sort the themes", controls.as_shown(ORDERS), key="sorted")
    panel.show(view, themes_of_england(ds, comparison, part, order), on_choose=_choose)
    st.header("One theme, and its findings", anchor=False)
    theme = theme_box(view)
    panel.show(view, theme_by_parts(ds, comparison, theme))
    if read := links.to_reports(ds, view.selection, comparison, theme):
        st.html(read)
    if pairs := pairs_of_grades(ds, comparison):
        st.header("Which themes divide one grade from another?", anchor=False)
        with controls.row(key="choices-pair"):
            pair = controls.choose("Compare the grades", pairs, key="pair", first=first_pair(ds, comparison))
        panel.show(view, themes_by_grade(ds, comparison, *pair))


def over_time(view: View, comparison: Comparison) -> None:
    """Themes time by time, what followed where one was weak, and who turned it round or slipped."""
    ds, subject = view.whole, view.selection.subject
    panel.show(view, themes_over_time(ds, comparison))
    panel.show(view, turned_round(ds, comparison), on_choose=_choose)
    st.header("One theme: over time, and who turned it round", anchor=False)
    theme_place, direction_place = st.columns(2)
    with theme_place:
        theme = theme_box(view)
    with direction_place:
        direction = controls.choose("Authorities shown", DIRECTIONS, key="turned")
    panel.show(view, one_theme_over_time(ds, comparison, theme))
    found = who_turned(ds, subject, theme, direction, comparison)
    label, name = look_up(ds, "themes", "theme", "label")[theme], naming.authority_name(ds, subject)
    st.info(plain(who_turned_sentence(ds, label, name, len(found), min(len(found), MOST), direction)))
    if found:
        st.html(cards.who_turned(ds, found[:MOST], narrow()))
    if rest := found[MOST:]:
        with st.expander(plain(f"The other {len(rest)}")):
            st.html(cards.who_turned(ds, rest, narrow()))


def theme_box(view: View, label: str = "Theme (or click a bar above)") -> str:
    """The theme that the parts below it are about; the first of the codebook where none is chosen."""
    labels = look_up(view.whole, "themes", "theme", "label")
    none = f"The first: {next(iter(labels.values()))}"
    return controls.choose_theme(view.whole, label, labels, none) or next(iter(labels))


def _choose(data: list) -> None:
    """Choose the theme of the bar that was clicked."""
    st.session_state["theme"] = data[0]
