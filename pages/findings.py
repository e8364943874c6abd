"""Find and read the evidence, and cite it."""

import streamlit as st

from analysis import citations, english
from analysis.findings.evidence import Facets, as_table, coded_to_choose, codes_of, findings, sections, sheet
from analysis.look_up import look_up
from ui import cards, controls, heading, markup, panel
from ui.plain import plain
from ui.view import View

PER_PAGE = 10


def show(view: View) -> None:
    """Lay out the page Findings."""
    ds, chosen = view.ds, view.selection
    heading.show(view, "Findings")
    search, turn = st.columns([3, 1])
    with search:
        words = controls.type_words("Search summaries, quotes and themes", key="q", example="homeless teenagers")
    facets = _facets(view, words)
    found = findings(ds, facets)
    if found.empty:
        st.warning("No paragraph matches. Take a word or a filter away, or choose another authority above.")
        return
    pages = -(-len(found) // PER_PAGE)
    number = turn.number_input(plain(f"List page (of {pages})"), 1, pages, key="sheet") if pages > 1 else 1
    part, before = sheet(ds, facets, number, PER_PAGE), (number - 1) * PER_PAGE
    count = english.sentence(english.counted(len(found), "paragraph"))[:-1]
    st.info(plain(f"{count} found; {before + 1} to {before + len(part.rows)} shown."))
    panel.download(view, "-".join([*chosen.authorities, "findings"]), as_table(ds, found))

    listing, pane = st.columns([3, 2])
    with listing:
        st.header("Paragraphs", anchor=False)
        cards.show(ds, part.part)
    with pane, st.container(key="reading-pane"):
        st.header("Reading pane", anchor=False)
        _reading_pane(view, part.rows)


def _facets(view: View, words: str) -> Facets:
    """Boxes that narrow the findings, and what they choose together with the words."""
    ds, chosen = view.ds, view.selection
    coded = coded_to_choose(ds, chosen)
    left, middle, right, last = st.columns(4)
    with left:
        inspection = controls.choose_inspection(ds, "Inspection", coded)
    with middle:
        theme = controls.choose_theme(ds, "Theme", look_up(ds, "themes", "theme", "label"), "All of them")
    with right:
        verdicts = controls.choose_several("Verdict", look_up(ds, "verdicts", "verdict", "verdict"), key="verdict")
    picked = (inspection,) if inspection else ()
    with last:
        offered = controls.as_shown(sections(ds, picked or coded))
        headings = controls.choose_several("Section of the report", offered, key="section")
    themes = (theme,) if theme else ()
    return Facets(chosen.authorities, picked, themes, tuple(verdicts), tuple(headings), words)


def _reading_pane(view: View, rows: dict[tuple[str, str], tuple]) -> None:
    """One of the findings shown, whole, and how to cite it. ``rows``: those findings by inspection and paragraph."""
    ds, several = view.ds, len(view.selection.authorities) > 1
    reading = st.selectbox("Paragraph to read and cite", list(rows), format_func=lambda key: citations.place(ds, *key, named=several))
    row = rows[reading]
    chips = markup.verdicts(codes_of(ds, *reading))
    st.html(markup.evidence(f"{row.place}. {row.section}", row.summary_marked, row.quote_marked, chips, row.link))
    st.caption("Citation: press the button at its right end to copy it.")
    st.code(citations.citation(ds, *reading), language=None, wrap_lines=True)
