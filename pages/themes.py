"""Which themes are praised or criticised again and again?"""

import streamlit as st

from analysis import english, naming
from analysis.authority.inspection_details import known_to_choose
from analysis.findings.evidence import Facets, as_table, findings, praised_elsewhere
from analysis.themes.recurrence import theme_recurrence
from exhibits.themes import ORDERS, ordered, theme_recurrence_chart
from ui import cards, controls, heading, panel
from ui.plain import plain
from ui.view import current_view

ds, chosen = current_view()
statuses = ordered(theme_recurrence(ds, chosen.subject), ORDERS[0])
labels = dict(zip(statuses["theme"], statuses["label"], strict=True))


def choose(data: list) -> None:
    """A click on a cell chooses its inspection and theme below."""
    st.session_state["inspection"], st.session_state["theme"] = data


heading.show(ds, chosen, "Themes")
order = controls.choose("Sort the themes", controls.as_shown(ORDERS), key="order")
for authority in chosen.authorities:
    panel.show(theme_recurrence_chart(ds, chosen.with_authorities(authority), order), on_choose=choose)

st.header("The findings behind a cell", anchor=False)
coded = [i for i in known_to_choose(ds, chosen) if i in set(ds.findings["inspection"])]
theme_box, inspection_box = st.columns(2)
with theme_box:
    theme = controls.choose_theme(ds, "Theme (or click a cell above)", statuses["theme"]) or statuses["theme"].iloc[0]
with inspection_box:
    inspection = controls.choose_inspection(ds, "Inspection", coded)
facets = Facets(authorities=chosen.authorities, inspections=(inspection,) if inspection else (), themes=(theme,))
found = findings(ds, facets)
st.info(plain(f"{english.sentence(english.counted(len(found), 'paragraph'))[:-1]} on {english.lower_first(labels[theme])}."))
cards.show(ds, found)
if len(found):
    panel.download("-".join([*chosen.authorities, theme]), as_table(ds, found), chosen.date(ds))

elsewhere = praised_elsewhere(ds, theme, chosen.subject)
if len(elsewhere):
    st.header("What others are praised for on this theme", anchor=False)
    for authority, part in elsewhere.groupby("authority", sort=False):
        st.markdown(f"**{plain(naming.authority_name(ds, authority))}**")
        cards.show(ds, part)
