"""The section of the committee's paper on what Ofsted asked: here most lately, and of the statistical neighbours."""

from __future__ import annotations

import pandas as pd

from analysis import naming
from analysis.comparison.standings import england
from analysis.england.asked import latest_near, times_asked
from analysis.frameworks import strands
from analysis.known import known_inspections
from analysis.look_up import each, look_up
from analysis.recommendations.addressed import asked_themes
from analysis.recommendations.asked import Wanted, found
from analysis.recommendations.asked_sentences import card_note, latest_asked_sentence, near_asked_sentence
from analysis.recommendations.sentences import no_recommendations_sentence
from analysis.selection import Selection
from exhibits import Voice
from loaders import Dataset

from .paper import Block, Bullets, Text, rows

MOST_THEMES = 10
"""Main themes in the table of what neighbours were asked."""


def asked(ds: Dataset, selection: Selection) -> list[Block]:
    """The latest recommendations, and how many statistical neighbours were asked for each main theme."""
    subject = selection.subject
    mine = found(ds, Wanted(authorities=(subject,)))
    latest = mine[mine["inspection"] == mine["inspection"].iloc[0]] if len(mine) else mine
    return [*_latest(ds, subject, latest), *_near(ds, subject, latest)]


def _latest(ds: Dataset, subject: str, latest: pd.DataFrame) -> list[Block]:
    if latest.empty:
        return [Text(no_recommendations_sentence(ds, subject, known_inspections(ds, subject)), nothing=True)]
    intro = latest_asked_sentence(ds, latest["inspection"].iloc[0], len(latest))
    lines = tuple(f"{row.summary} “{row.quote}” ({row.place}). {card_note(row)}" for row in each(latest))
    return [Text(intro), Bullets(lines)]


def _near(ds: Dataset, subject: str, latest: pd.DataFrame) -> list[Block]:
    name = naming.authority_name(ds, subject)
    near = latest_near(ds, england(ds, strands(ds)[0], ds.as_at), subject)
    intro = near_asked_sentence(name, len(near))
    if not near:
        return [Text(intro, nothing=True)]
    counts, labels = times_asked(ds, near), look_up(ds, "themes", "theme", "label")
    reported = set(latest["inspection"])
    most = counts[counts > 0].sort_values(ascending=False, kind="stable").head(MOST_THEMES)
    ours = {theme for inspection, theme in asked_themes(ds) if inspection in reported}
    table = pd.DataFrame(
        [(labels[theme], f"{count} of {len(near)}", "Yes" if theme in ours else "No") for theme, count in most.items()],
        columns=["Main theme", "Neighbours that were asked", f"{name}, latest report"],
    )
    return [Text(intro, Voice.READING), rows("What neighbours were asked", table, (5, 2.5, 2.5), intro)]
