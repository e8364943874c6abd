"""The part of the page England that tells what Ofsted asks for, and of whom."""

import streamlit as st

from analysis.comparison.standings import Comparison
from analysis.england.asked import WAYS, asked_twice
from analysis.findings.reports import ENGLAND
from analysis.look_up import look_up
from analysis.recommendations.asked import Wanted, found
from analysis.recommendations.asked_sentences import asked_twice_sentence
from exhibits.asked import what_is_asked
from pages.england_themes import theme_box
from ui import asked, controls, panel
from ui.plain import plain
from ui.view import View


def asks_for(view: View, comparison: Comparison) -> None:
    """Main themes by how often they are asked for; one theme, and all who were asked for it, in which words."""
    way = controls.choose("Told apart by", controls.as_shown(WAYS), key="by")
    panel.show(view, what_is_asked(view.whole, comparison, way, view.selection.subject))
    st.header("One theme, and who was asked for it", anchor=False)
    theme = theme_box(view, "Theme")
    wanted, label = Wanted(themes=(theme,)), look_up(view.ds, "themes", "theme", "label")[theme]
    twice = asked_twice(view.ds, theme)
    st.info(plain(asked_twice_sentence(view.ds, theme, found(view.ds, wanted), twice)))
    asked.listing(view, wanted, f"england-asked-{theme.replace('_', '-')}", f"{ENGLAND}, {label}")
