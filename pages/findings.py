"""Find and read the evidence, and cite it."""

from typing import Any

import streamlit as st

from analysis import citations, english, naming
from analysis.findings.evidence import Facets, as_table, codes_of, findings, sheet
from analysis.findings.reports import ENGLAND
from analysis.findings.sentences import nothing_found_sentence, reports_sentence
from ui import cards, controls, heading, markup, narrowing, panel
from ui.plain import plain
from ui.view import View

PER_PAGE = 10


def show(view: View) -> None:
    """Lay out the page Findings."""
    title = st.container()
    search, whose, turn = st.columns([3, 1, 1])
    with search:
        words = controls.type_words("Search summaries, quotes and themes", key="q", example="homeless teenagers")
    with whose:
        everywhere = narrowing.whose_box()
    with title:
        _title(view, everywhere)
    facets = (narrowing.of_england if everywhere else narrowing.of_those_chosen)(view, words)
    controls.offer_spelling(view.ds, words, "q")
    if facets is None or findings(view.ds, facets).empty:
        narrowed = everywhere or facets is None or narrowing.narrows(facets)
        st.warning(plain(nothing_found_sentence(view.ds, view.selection.authorities, narrowed)))
        return
    _found(view, facets, turn, everywhere)


def _title(view: View, everywhere: bool) -> None:
    """Whose findings these are: those of the chosen authorities, or of every report that was read."""
    if everywhere:
        heading.page("Findings", reports_sentence(view.ds))
    else:
        heading.show(view, "Findings")


def _found(view: View, facets: Facets, turn: Any, everywhere: bool) -> None:
    """What was found, a sheet at a time. ``turn``: the place for the number of the sheet."""
    ds, found, chosen = view.ds, findings(view.ds, facets), view.selection.authorities
    pages = -(-len(found) // PER_PAGE)
    number = turn.number_input(plain(f"List page (of {pages})"), 1, pages, key="sheet") if pages > 1 else 1
    part, before = sheet(ds, facets, number, PER_PAGE), (number - 1) * PER_PAGE
    count = english.sentence(english.counted(len(found), "paragraph"))[:-1]
    st.info(plain(f"{count} found; {before + 1} to {before + len(part.rows)} shown."))
    whose, whom = ("england", ENGLAND) if everywhere else ("-".join(chosen), naming.authorities_named(ds, chosen))
    panel.download(view, f"{whose}-findings", f"Findings: {whom}", as_table(ds, found))

    listing, pane = st.columns([3, 2])
    with listing:
        st.header("Paragraphs", anchor=False)
        cards.show(ds, part.part)
    with pane, st.container(key="reading-pane"):
        st.header("Reading pane", anchor=False)
        _reading_pane(view, part.rows, len(facets.authorities) > 1)


def _reading_pane(view: View, rows: dict[tuple[str, str], Any], several: bool) -> None:
    """One of the findings shown, whole, and how to cite it. ``rows``: those findings by inspection and paragraph."""
    ds, keys = view.ds, [*rows]
    places = {key: citations.place(ds, *key, None, several) for key in keys}
    reading = st.selectbox("Paragraph to read and cite", keys, format_func=lambda key: places[key])
    row = rows[reading]
    chips = markup.verdicts(codes_of(ds, *reading))
    st.html(markup.evidence(f"{row.place}. {row.section}", row.summary_marked, row.quote_marked, chips, row.link))
    st.caption("Citation: press the button at its right end to copy it.")
    st.code(citations.citation(ds, *reading), language=None, wrap_lines=True)
