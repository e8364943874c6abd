"""What each section of the committee's paper comes to, in one line: the titles of its slides."""

from __future__ import annotations

from analysis import english, naming
from analysis.authority.meeting import OPEN, findings
from analysis.recommendations.asked import Wanted, found
from analysis.recommendations.thread import followed_first, threads, with_recommendations
from analysis.selection import Selection
from loaders import Dataset, kept

AS_ON_SCREEN = {
    "standing": "grades",
    "changes": "changes",
    "coming-back": "back",
    "neighbours": "neighbours",
    "questions": "questions",
}
"""Sections that say what a screen of a meeting says."""


@kept
def section_finding(ds: Dataset, selection: Selection, name: str) -> str:
    """Return what a section comes to; empty where its own title says enough."""
    if name in AS_ON_SCREEN:
        return findings(ds, selection).get(AS_ON_SCREEN[name], "")
    subject = naming.authority_name(ds, selection.subject)
    if name == "recommendations" and (options := with_recommendations(ds, selection)):
        inspection = followed_first(ds, options)
        followed = threads(ds, inspection)
        still = sum(thread.reading in OPEN for thread in followed)
        asked = f"{english.counted(len(followed), 'recommendation')} of {naming.inspection_in_sentence(ds, inspection)}"
        return f"{subject}: {english.number(still)} of {asked} still open"
    if name == "asked" and len(requests := found(ds, Wanted(authorities=(selection.subject,)))):
        latest = requests[requests["inspection"] == requests["inspection"].iloc[0]]
        return f"{subject}: {english.counted(len(latest), 'recommendation')} of {naming.inspection_in_sentence(ds, latest['inspection'].iloc[0])}"
    return ""
