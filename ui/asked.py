"""All that Ofsted asked for on a page: boxes that narrow it, bound to the address, cards a sheet at a time, and its table."""

from __future__ import annotations

import streamlit as st

from analysis.findings.reports import ENGLAND
from analysis.look_up import look_up
from analysis.naming import authority_name
from analysis.recommendations.asked import (
    AGAIN,
    PRIORITY,
    Wanted,
    as_table,
    by_theme,
    found,
    held,
    offered,
    sheet,
)
from analysis.recommendations.asked_sentences import all_asked_sentence, coded_would_add, found_sentence
from analysis.recommendations.national_framework import TAGS
from loaders import Dataset
from ui import cards, controls, markup, narrowing, panel, tables
from ui.plain import plain
from ui.view import View

PER_PAGE = 20


def told(view: View) -> str:
    """How much was asked of the authority, for the head of the page."""
    ds, subject = view.ds, view.selection.subject
    return all_asked_sentence(ds, subject, found(ds, Wanted(authorities=(subject,))), len(held(ds, subject)))


def of_subject(view: View) -> None:
    """All that the authority was asked, by theme and by inspection."""
    ds, subject = view.ds, view.selection.subject
    inspections = held(ds, subject)
    everything = found(ds, Wanted(authorities=(subject,)))
    if not inspections:
        return
    if more := coded_would_add(ds, inspections):
        st.caption(plain(more))
    if len(everything):
        st.header("By theme", anchor=False)
        tables.show(ds, by_theme(ds, everything), "How often each main theme was asked for, and when")
    st.header("By inspection, the newest first", anchor=False)
    words = _words_box()
    inspection_box, others = st.columns([1, 3])
    with inspection_box:
        inspection = controls.choose_inspection(ds, "Inspection", inspections)
    with others:
        wanted = _shared_boxes(ds, words)
    picked = (inspection,) if inspection else ()
    listing(
        view,
        wanted._replace(authorities=(subject,), inspections=picked),
        f"{subject}-recommendations",
        authority_name(ds, subject),
    )


def of_england(view: View) -> None:
    """All that was asked in England, found by words and by boxes."""
    ds, words = view.ds, _words_box()
    wanted = _shared_boxes(ds, words)
    grades, frameworks, regions = narrowing.report_boxes(st.columns(3), lambda column: offered(ds, column))
    wanted = wanted._replace(grades=grades, frameworks=frameworks, regions=regions)
    listing(view, wanted, "england-recommendations", ENGLAND)


def listing(view: View, wanted: Wanted, name: str, whom: str) -> None:
    """What is wanted as cards, a sheet at a time, and the table of it all. ``name``: of the files; ``whom``: asked."""
    ds, rows = view.ds, found(view.ds, wanted)
    controls.offer_spelling(ds, wanted.words, "q")
    sheets = max(-(-len(rows) // PER_PAGE), 1)
    number = st.number_input(plain(f"List page (of {sheets})"), 1, sheets, key="sheet") if sheets > 1 else 1
    part = sheet(ds, wanted, number, PER_PAGE)
    before = (number - 1) * PER_PAGE
    st.info(plain(found_sentence(len(rows), before + 1, before + len(part))))
    if rows.empty:
        return
    st.html(markup.two_up(cards.asked(ds, part)))
    panel.download(view, name, f"Recommendations: {whom}", as_table(ds, rows))
    with st.expander("One table of those shown"):
        tables.show(ds, as_table(ds, part), "Recommendations shown")


def _words_box() -> str:
    return controls.type_words("Search what was asked", key="q", example="supervision of social workers")


def _shared_boxes(ds: Dataset, words: str) -> Wanted:
    """Boxes for theme, priority and framework tag, and what they choose together with the words."""
    theme_box, shown_box, tag_box = st.columns(3)
    with theme_box:
        theme = controls.choose_theme(ds, "Main theme", look_up(ds, "themes", "theme", "label"), "All of them")
    with shown_box:
        shown = controls.choose("Shown", controls.as_shown((PRIORITY, AGAIN)), key="which", none="All of them")
    with tag_box:
        tags = {name: f"{name}: {TAGS[name]}" if name in TAGS else name for name in offered(ds, "tag")}
        chosen = controls.choose_several("National Framework", tags, key="tag")
    return Wanted(themes=(theme,) if theme else (), tags=tuple(chosen), shown=shown, words=words)
