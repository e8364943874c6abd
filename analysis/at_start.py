"""What concerns all authorities, worked out together before the first visitor comes."""

from __future__ import annotations

from analysis.about.abbreviations import explained
from analysis.authority.overview import story
from analysis.authority.questions import committee_questions
from analysis.findings.evidence import codes_of
from analysis.findings.paragraphs import quotes, said
from analysis.recommendations.asked import asked_for
from analysis.selection import authority_names, in_words
from loaders import Dataset


def work_out(ds: Dataset) -> None:
    """Work out the looks, statuses, grades and words of all authorities, and tell the story of one, which asks for the rest."""
    for answer in (explained, quotes, said, asked_for):
        answer(ds)
    codes_of(ds, "", "")
    in_words("authority", "", ds)
    for authority in list(authority_names(ds).values())[:1]:
        story(ds, authority)
        committee_questions(ds, authority)
