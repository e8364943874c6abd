"""Where does this authority stand, what changed, what keeps coming back?"""

import streamlit as st

from analysis import wording
from analysis.overview import story, then_and_now
from analysis.selection import compare_words, subject_only_sentence
from ui import heading, html, links, panel
from ui.view import current_view

ds, chosen = current_view()
day = chosen.date(ds)
told = story(ds, chosen.subject, day)

heading.show(ds, chosen, wording.authority_name(ds, chosen.subject), told.headline)
if chosen.others:
    link = links.anchor(ds, chosen, "compare", compare_words(ds, chosen))
    st.html(f'<p class="remark">{html.escape(subject_only_sentence(ds, chosen))} {link}</p>')
st.html(html.facts(told.facts))

better, back = st.columns(2)
better.html(html.bullets("What got better", told.better, "better"))
back.html(html.bullets("What keeps coming back", told.back, "back"))

if len(told.changes):
    st.header("What changed since the inspection before", anchor=False)
    st.html(html.table(told.changes, "Grades as Ofsted published them, strand by strand"))
    panel.download(f"{chosen.subject}-changes", told.changes, day, ["Ofsted, the inspections named in the table"])

pairs = then_and_now(ds, chosen.subject, day)
if len(pairs):
    st.header("Then and now", anchor=False)
    st.caption("Ofsted’s words on one theme, in two inspections.")
    for row in pairs.itertuples():
        then = wording.place(ds, row.earlier, row.earlier_paragraph), row.earlier_quote
        now = wording.place(ds, row.later, row.later_paragraph), row.later_quote
        st.html(html.pair(wording.pair_title(row.label, row.direction), then, now))

st.html(f'<div class="go-on"><h2>Go on</h2>{links.next_steps(ds, chosen)}</div>')
st.caption(
    f"Data as at {wording.day(day)}. Grades and quotes are Ofsted’s; what keeps coming back is our reading, by the rule on the About page."
)
