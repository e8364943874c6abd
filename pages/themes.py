"""Which themes are praised or criticised again and again?"""

from functools import partial

import streamlit as st

from analysis import english, naming
from analysis.comparison.standings import compared
from analysis.frameworks import strands
from analysis.look_up import look_up
from analysis.themes.beside import praised_for, themes_beside
from analysis.themes.sentences import folded_words, praised_sentence
from exhibits import Exhibit
from exhibits.theme_beside import theme_beside_others
from exhibits.themes import ORDERS, quiet_themes, theme_recurrence_chart
from exhibits.themes_side_by_side import themes_beside_each_other
from ui import cards, controls, heading, links, markup, panel, tables, theme_findings
from ui.plain import plain
from ui.view import View

MOST = 6
"""Authorities that are shown at once."""


def show(view: View) -> None:
    """Lay out the page Themes: the charts, and under the one that was clicked last the findings behind its cell."""
    heading.show(view, "Themes")
    charts = _charts(view)
    opened, theme = theme_findings.opened(), ""
    for exhibit, folded in charts:
        with st.container(key=f"folded-{exhibit.name}"):
            place = st.expander(plain(folded), expanded=exhibit.name == opened) if folded else st.container()
        with place:
            asked = links.to_themes(view.ds, view.selection, exhibit.table)
            panel.show(view, exhibit, partial(theme_findings.choose, exhibit.name), asked)
            if exhibit.name == opened:
                theme = theme_findings.show(view)
    _beside(view, theme or theme_findings.show(view))


def _charts(view: View) -> list[tuple[Exhibit, str]]:
    """The charts in order, each with the words under which it is folded away, if it is."""
    ds, chosen = view.ds, view.selection
    with controls.row():
        order = controls.choose("Sort the themes", controls.as_shown(ORDERS), key="order")
    subject, *others = [chosen.with_authorities(authority) for authority in chosen.authorities]
    charts = [(theme_recurrence_chart(ds, subject, order), "")]
    if others:
        together = compared(ds, chosen, "chosen", strands(ds)[0], day=ds.as_at)
        charts.insert(0, (themes_beside_each_other(ds, together), ""))
    if order == ORDERS[0] and (quiet := quiet_themes(ds, subject)):
        charts.append((quiet, folded_words(len(quiet.table))))
    for one in others:
        other = theme_recurrence_chart(ds, one, order)
        charts.append((other, f"Inspection by inspection: {other.title}"))
    return charts


def _beside(view: View, theme: str) -> None:
    """The theme beside others, all themes beside others, and who is praised for it, the nearest first."""
    ds, chosen = view.ds, view.selection
    name = naming.authority_name(ds, chosen.subject)
    st.header("Beside others", anchor=False)
    panel.show(view, theme_beside_others(ds, chosen.subject, theme))
    with st.expander(plain(f"All themes: {name} beside its neighbours, its region and England")):
        tables.show(ds, themes_beside(ds, chosen.subject), "Each theme in the latest full inspection read")
        title = f"Themes of {name} beside its neighbours, its region and England"
        panel.download(view, f"{chosen.subject}-beside-others", title, themes_beside(ds, chosen.subject))
    found = praised_for(ds, chosen.subject, theme)
    label = look_up(ds, "themes", "theme", "label")[theme]
    st.header(plain(f"Who is praised for it: {english.lower_first(label)}"), anchor=False)
    st.info(plain(praised_sentence(ds, name, label, len(found), min(len(found), MOST))))
    if found:
        st.html(markup.two_up(cards.praised_for(ds, found[:MOST])))
    if len(found) > MOST:
        st.html(links.to_strong(ds, chosen, theme, "Read all that the reports praise that are strong on it"))
