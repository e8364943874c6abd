"""What the Overview tells, as cards: each with links to the paragraphs and the reports that it rests on."""

from __future__ import annotations

from markupsafe import Markup

from analysis import naming
from analysis.authority.evidence import asked_now, evidence
from analysis.authority.overview import story
from analysis.citations import page_link
from analysis.look_up import look_up
from analysis.recommendations.thread import followed_first, with_recommendations
from analysis.selection import Selection
from loaders import Dataset, kept
from ui import links, markup


@kept
def cards(ds: Dataset, selection: Selection) -> tuple[Markup, ...]:
    """Return what got worse, what got better and what keeps coming back as HTML, a card each: the worse first where anything fell."""
    told, rests_on = story(ds, selection.subject), evidence(ds, selection.subject)
    lists = [("What got worse", told.worse, "worse"), ("What got better", told.better, "better")]
    lists = [*(lists if told.fell else lists[::-1]), ("What keeps coming back", told.back, "back")]
    made = []
    for title, lines, kind in lists:
        themes = [links.anchor(ds, selection, "findings", label, theme=label) for label in rests_on[kind].themes]
        made.append(markup.fill("told", title=title, lines=lines, kind=kind, links=[*themes, *_reports(ds, rests_on[kind].inspections)]))  # fmt: skip
    return tuple(made)


def _reports(ds: Dataset, inspections: tuple[str, ...]) -> list[Markup]:
    """Links to the reports of inspections, each named by its date."""
    found = [(naming.column_heading(ds, inspection), page_link(ds, inspection)) for inspection in inspections]
    return [markup.fill("source", address=address, words=words) for words, address in found if address]


@kept
def asked(ds: Dataset, selection: Selection) -> Markup:
    """Return what Ofsted asks now as HTML: each request with its page; empty where no recommendations were read."""
    now = asked_now(ds, selection.subject)
    if now is None:
        return Markup()
    more = Markup()
    if options := with_recommendations(ds, selection):
        label = naming.inspection_label(ds, followed_first(ds, options))
        more = links.anchor(ds, selection, "actions", "What became of earlier recommendations", answers=label)
    return markup.fill("asked_now", line=now.line, requests=now.requests, more=more)


@kept
def reports(ds: Dataset, authorities: tuple[str, ...]) -> Markup:
    """Return a line of links to the reports of all inspections of these authorities, oldest first."""
    known = ds.inspections[ds.inspections["authority"].isin(authorities)].sort_values(["start", "inspection"])
    known = known[known["inspection"].isin(set(ds.grades["inspection"]))]
    names = look_up(ds, "authorities", "authority", "name")
    parts = []
    for authority in authorities:
        own = _reports(ds, tuple(known.loc[known["authority"] == authority, "inspection"]))
        parts.append(markup.fill("reports", name=names[authority], links=own) if own else Markup())
    return Markup().join(parts)
