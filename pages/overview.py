"""Where does this authority stand, what changed, what keeps coming back?"""

import streamlit as st

from analysis import citations, english, naming
from analysis.authority.overview import story
from analysis.selection import compare_words, subject_only_sentence
from analysis.themes.sentences import pair_title
from analysis.themes.then_and_now import then_and_now
from ui import heading, html, links, panel
from ui.plain import plain
from ui.view import View


def show(view: View) -> None:
    """Lay out the page Overview."""
    ds, chosen = view.ds, view.selection
    told = story(ds, chosen.subject)
    heading.show(view, naming.authority_name(ds, chosen.subject), told.headline)
    if chosen.others:
        link = links.anchor(ds, chosen, "compare", compare_words(ds, chosen))
        st.html(f'<p class="remark">{html.escape(subject_only_sentence(ds, chosen))} {link}</p>')
    st.html(html.facts(told.facts))

    cards = [("What got worse", told.worse, "worse"), ("What got better", told.better, "better")]
    cards = [*(cards if told.fell else cards[::-1]), ("What keeps coming back", told.back, "back")]
    for place, card in zip(st.columns(3), cards, strict=True):
        place.html(html.bullets(*card))

    if len(told.changes):
        st.header("What changed since the inspection before", anchor=False)
        st.html(html.table(told.changes, "Grades as Ofsted published them, strand by strand"))
        sources = ["Ofsted, the inspections named in the table"]
        panel.download(view, f"{chosen.subject}-changes", told.changes, sources)
    _then_and_now(view)
    st.html(f'<div class="go-on"><h2>Go on</h2>{links.next_steps(ds, chosen)}</div>')
    st.caption(
        f"Data as at {plain(english.day(view.day))}. Grades and quotes are Ofsted’s; what keeps coming back is our "
        "reading, by the rule on the About page."
    )


def _then_and_now(view: View) -> None:
    """Ofsted's words on the themes that changed most, in two inspections."""
    ds = view.ds
    pairs = then_and_now(ds, view.selection.subject)
    if len(pairs):
        st.header("Then and now", anchor=False)
        st.caption("Ofsted’s words on one theme, in two inspections.")
    for row in pairs.itertuples():
        then = citations.place(ds, row.earlier, row.earlier_paragraph), row.earlier_quote
        now = citations.place(ds, row.later, row.later_paragraph), row.later_quote
        st.html(html.pair(pair_title(row.label, row.direction), then, now))
