"""Find and read the evidence, and cite it."""

import streamlit as st

from analysis import citations, english
from analysis.authority.inspection_details import known_to_choose
from analysis.findings.evidence import Facets, as_table, codes_of, findings, sections
from ui import cards, controls, heading, html, panel
from ui.plain import plain
from ui.view import current_view

PER_PAGE = 10

ds, chosen = current_view()
heading.show(ds, chosen, "Findings")
coded = [i for i in known_to_choose(ds, chosen) if i in set(ds.findings["inspection"])]

search, turn = st.columns([3, 1])
with search:
    words = controls.type_words("Search summaries, quotes and themes", key="q", example="homeless teenagers")
left, middle, right, last = st.columns(4)
with left:
    inspection = controls.choose_inspection(ds, "Inspection", coded)
with middle:
    theme = controls.choose_theme(ds, "Theme", list(ds.themes["theme"]), "All of them")
with right:
    verdicts = controls.choose_several("Verdict", controls.as_shown(ds.verdicts["verdict"]), key="verdict")
picked = (inspection,) if inspection else ()
with last:
    offered = controls.as_shown(sections(ds, picked or coded))
    headings = controls.choose_several("Section of the report", offered, key="section")

facets = Facets(chosen.authorities, picked, (theme,) if theme else (), tuple(verdicts), tuple(headings), words)
found = findings(ds, facets)
if found.empty:
    st.warning("No paragraph matches. Take a word or a filter away, or choose another authority above.")
    st.stop()
pages = -(-len(found) // PER_PAGE)
shown = turn.number_input(plain(f"List page (of {pages})"), 1, pages, key="sheet") if pages > 1 else 1
part = found.iloc[(shown - 1) * PER_PAGE : shown * PER_PAGE]
st.info(
    plain(
        f"{english.sentence(english.counted(len(found), 'paragraph'))[:-1]} found; {(shown - 1) * PER_PAGE + 1} to {(shown - 1) * PER_PAGE + len(part)} shown."
    )
)
panel.download("-".join([*chosen.authorities, "findings"]), as_table(ds, found), chosen.date(ds))

listing, pane = st.columns([3, 2])
with listing:
    st.header("Paragraphs", anchor=False)
    cards.show(ds, part)
with pane, st.container(key="reading-pane"):
    st.header("Reading pane", anchor=False)
    keys = list(zip(part["inspection"], part["paragraph"], strict=True))
    reading = st.selectbox(
        "Paragraph to read and cite", keys, format_func=lambda key: citations.place(ds, *key, named=len(chosen.authorities) > 1)
    )
    row = found[(found["inspection"] == reading[0]) & (found["paragraph"] == reading[1])].iloc[0]
    st.html(
        html.evidence(
            f"{row['place']}. {row['section']}",
            row["summary_marked"],
            row["quote_marked"],
            html.verdicts(codes_of(ds, *reading)),
            row["link"],
        )
    )
    st.caption("Citation: press the button at its right end to copy it.")
    st.code(citations.citation(ds, *reading), language=None, wrap_lines=True)
