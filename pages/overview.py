"""Where does this authority stand, what changed, what keeps coming back?"""

import streamlit as st

from analysis import naming
from analysis.authority.in_words import latest_words
from analysis.authority.overview import story
from analysis.authority.sentences import NOTHING_OF_THE_KIND, freshness_sentence, in_words_sentence, in_words_title
from analysis.selection import compare_words, subject_only_sentence
from exhibits.history import history
from ui import cards, heading, links, markup, panel, tables, told
from ui.plain import plain
from ui.screen import narrow
from ui.view import View


def show(view: View) -> None:
    """Lay out the page Overview: the picture first, then what it comes to, each with its evidence.

    On a narrow screen what was before waits below the picture, which the whole answer would push out of sight.
    """
    ds, chosen = view.ds, view.selection
    found = story(ds, chosen.subject)
    heading.show(view, naming.authority_name(ds, chosen.subject), found.standing if narrow() else found.headline)
    if chosen.others:
        link = links.anchor(ds, chosen, "compare", compare_words(ds, chosen))
        st.html(markup.paragraph("remark", subject_only_sentence(ds, chosen), link))
    panel.show(view, history(ds, chosen))
    if narrow() and found.added:
        st.html(markup.paragraph("lead", found.added))
    for place, card in zip(st.columns(3), told.cards(ds, chosen), strict=True):
        place.html(card)
    if asked := told.asked(ds, chosen):
        st.html(asked)
    st.html(markup.facts(found.facts))

    if len(found.changes):
        st.header("What changed since the inspection before", anchor=False)
        tables.show(ds, found.changes, "Grades as Ofsted published them, strand by strand")
        sources = ["Ofsted, the inspections named in the table"]
        title = f"{naming.authority_name(ds, chosen.subject)}: what changed since the inspection before"
        panel.download(view, f"{chosen.subject}-changes", title, found.changes, sources)
    _in_words(view)
    _then_and_now(view)
    st.html(links.next_steps(ds, chosen))
    st.caption(
        f"{plain(freshness_sentence(ds, (chosen.subject,)))} Grades and quotes are Ofsted’s; what keeps coming back is our "
        "reading, by the rule on the About page."
    )


def _in_words(view: View) -> None:
    """What the latest full inspection praised and criticised most, in its words."""
    told = latest_words(view.ds, view.selection.subject)
    if told is not None:
        st.header(plain(in_words_title(view.ds, told.inspection)), anchor=False)
        st.caption(plain(in_words_sentence(view.ds, told.inspection)))
        for place, card in zip(st.columns(2), cards.in_words(view.ds, view.selection.subject), strict=True):
            place.html(card or markup.paragraph("small", NOTHING_OF_THE_KIND))


def _then_and_now(view: View) -> None:
    """Ofsted's words on the themes that changed most, in two inspections."""
    if pairs := cards.turned(view.ds, view.selection.subject):
        st.header("Then and now", anchor=False)
        st.caption("Ofsted’s words on one theme, in two inspections.")
        st.html(pairs)
