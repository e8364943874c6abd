"""Recommendation, action, and what the next inspection found: one thread each."""

import streamlit as st

from analysis import english, naming
from analysis.known import known_inspections
from analysis.recommendations.sentences import no_recommendations_sentence, still_true_words
from analysis.recommendations.thread import actions_of, followed_first, threads, with_recommendations
from analysis.recommendations.threads import still_true
from exhibits import Voice
from exhibits.deadlines import plan_deadlines
from ui import cards, controls, heading, html, links, panel
from ui.plain import plain
from ui.view import current_view

ds, chosen = current_view()
heading.show(ds, chosen, "Recommendations")
options = with_recommendations(ds, chosen)
if not options:
    known = known_inspections(ds, chosen.subject)
    st.info(plain(no_recommendations_sentence(ds, chosen.subject, known)))
    for inspection in known["inspection"].tail(1):
        st.html(links.anchor(ds, chosen, "timeline", "See the latest on the timeline", inspection=naming.inspection_label(ds, inspection)))
    st.stop()
inspection = controls.choose(
    "Recommendations of",
    {name: naming.inspection_label(ds, name) for name in options},
    key="answers",
    first=followed_first(ds, chosen, options),
)
plan = actions_of(ds, chosen.subject).query("inspection == @inspection")
status_box, lead_box, theme_box = st.columns(3)
with status_box:
    words = controls.as_shown(plan["status_label"])
    statuses = controls.choose_several("Status in the plan", words, key="status", disabled=plan.empty)
with lead_box:
    words = controls.as_shown(sorted(plan["leads"]))
    leads = controls.choose_several("Lead, as printed", words, key="lead", disabled=plan.empty)
with theme_box:
    labels = dict(zip(ds.themes["theme"], ds.themes["label"], strict=True))
    themes = controls.choose_several("Theme", labels, key="thread_theme")

with st.spinner("Following each recommendation through later inspections"):
    shown = threads(ds, inspection, tuple(statuses), tuple(leads), tuple(themes))
st.info(
    f"{plain(english.sentence(english.counted(len(shown), 'recommendation'))[:-1])} shown. Quotes are Ofsted’s; the status of an action is the council’s claim; the reading is ours, by the rule on the About page."
)
st.header("Each recommendation, and what became of it", anchor=False)
for thread in shown:
    row = thread.recommendation
    with st.expander(f"**{plain(row['recommendation'])}** {plain(row['summary'])}  \n**Reading now:** {plain(thread.headline)}"):
        st.html(html.voice(Voice.OFSTED, f"“{row['quote']}”") + html.path(thread.steps))
        if thread.progress:
            st.html(html.voice(Voice.COUNCIL, thread.progress))
            st.html(html.table(thread.actions, f"Actions for {row['recommendation']}"))
            st.html(html.table(thread.outcomes, f"Expected outcomes of {row['recommendation']}, and what came of them"))
        for title, why, found in thread.later:
            st.html(html.voice(Voice.OFSTED, title) + (f'<p class="small">{html.escape(why)}</p>' if why else ""))
            cards.show(ds, found)
        st.html(html.voice(Voice.READING, thread.headline + f" Main theme: {english.joined(thread.themes)}."))
strip = plan_deadlines(ds, chosen, inspection)
if strip:
    panel.show(strip)

st.header("Asked once, still true later", anchor=False)
late = still_true(ds, chosen.subject)
st.caption("A matter that Ofsted asked for once. A later inspection found the weakness still there, but did not ask again.")
if late.empty:
    st.info("Nothing of this kind is known for this authority.")
summaries = ds.recommendations.set_index(["inspection", "recommendation"])["summary"]
for matter, found in late.groupby(["inspection", "recommendation"], sort=False):
    told = [line for row in found.itertuples() for line in (still_true_words(ds, row), row.why)]
    st.html(html.bullets(summaries[matter], told, "back", level=3))
