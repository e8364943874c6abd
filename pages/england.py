"""All authorities of England: where they stand, how grades moved, how long it took."""

from functools import partial

import streamlit as st

from analysis import english, naming
from analysis.comparison.standings import Comparison, counts, england, states
from analysis.england.every_authority import matching
from analysis.england.reconciliation import agrees, code_differences, reconciliation
from analysis.england.sentences import england_sentence
from exhibits.stacks import distribution_by_region, distribution_over_time
from exhibits.standing import grades_by_date, look_of_each
from exhibits.tile_map import tile_map
from pages import england_asked, england_moves, england_themes, england_years
from ui import comparing, controls, heading, links, panel, tables
from ui.plain import plain
from ui.view import View


def show(view: View) -> None:
    """Lay out the page England. A comparison cuts the whole data by a day of its own."""
    title = st.container()
    with controls.row(key="parts"):
        part = controls.choose_view(list(PARTS), key="england")
        comparison = _comparison(view)
    with title:
        stand = england_sentence(view.whole, comparison, counts(view.whole, comparison), states(view.whole))
        heading.page(f"England: {len(comparison.authorities)} authorities", stand)
    comparing.left_aside(view.whole, comparison, view.selection)
    PARTS[part](view, comparison)
    comparing.counted(view.whole, comparison)


def _comparison(view: View) -> Comparison:
    """Boxes for the judgement and the days, and the comparison of all authorities that they choose."""
    with controls.row("Judgement"):
        strand = comparing.strand_box(view.whole)
        basis, stand = comparing.options(view.selection)
    return england(view.whole, strand, view.selection.as_at, basis, stand)


def _standings(view: View, comparison: Comparison) -> None:
    chosen = tile_map(view.whole, comparison, view.selection.authorities)
    panel.show(view, chosen, partial(comparing.make_subject, view))
    for exhibit in (distribution_over_time, distribution_by_region):
        panel.show(view, exhibit(view.whole, comparison))


def _every_authority(view: View, comparison: Comparison) -> None:
    text = controls.type_words("Find an authority or a region", key="find", example="Leeds, or South West")
    table, found = matching(view.whole, comparison, text)
    st.info(plain(f"{english.sentence(english.counted(len(table), 'authority', 'authorities'))[:-1]} shown."))
    addresses = links.to_each(view.whole, view.selection, found)
    tables.show(view.whole, table, "Every authority, by name", look_of_each(view.whole, found), "Grade", addresses)
    title = f"Every authority of England: {naming.strand_title(view.whole, comparison.strand)}"
    panel.download(view, f"england-{comparison.strand}", title, table, as_at=comparison.day)
    panel.show(view, grades_by_date(view.whole, comparison))


def _check(view: View, _comparison: Comparison) -> None:
    checked = reconciliation(view.whole)
    st.info(plain(agrees(view.whole, checked)))
    tables.show(view.whole, checked, "Counts of Ofsted’s statistics file and of our records")
    caption = "Where codes differ: authorities are joined on the code in use, earlier ones lead to it"
    tables.show(view.whole, code_differences(view.whole), caption)


PARTS = {
    "Where they stand": _standings,
    "What reports say": england_themes.reports_say,
    "Themes over time": england_themes.over_time,
    "What Ofsted asks for": england_asked.asks_for,
    "How grades moved": england_moves.moves,
    "Year by year": england_years.year_by_year,
    "How long it takes": england_years.how_long,
    "Every authority": _every_authority,
    "Check against Ofsted": _check,
}
