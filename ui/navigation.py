"""The pages of the house: one literal list, which the shell, the addresses and the tests read."""

from __future__ import annotations

from typing import NamedTuple

PRODUCT = "Inspections over time"


class PageEntry(NamedTuple):
    """One page: its address, its file in ``pages/``, its title and the question that it answers."""

    path: str
    file: str
    title: str
    question: str


FRONT = [
    PageEntry("", "overview.py", "Overview", "Where does this authority stand?"),
    PageEntry("timeline", "timeline.py", "Timeline", "When was it inspected, with what result?"),
    PageEntry("grades", "grades.py", "Grades", "How was each part judged over time?"),
    PageEntry("themes", "themes.py", "Themes", "What keeps coming back?"),
    PageEntry("actions", "actions.py", "Recommendations", "What became of each recommendation?"),
    PageEntry("findings", "findings.py", "Findings", "What exactly did inspectors write?"),
    PageEntry("compare", "compare.py", "Compare", "How does it stand beside others?"),
]
MORE = [
    PageEntry("england", "england.py", "England", "How do all authorities stand, and who moved?"),
    PageEntry("briefing", "briefing.py", "Briefing", "What goes to the committee?"),
    PageEntry("add-report", "add_report.py", "Add a report", "What would the next record say?"),
    PageEntry("about", "about.py", "About", "How do you know?"),
]
OF_NO_ONE = {"England", "Add a report", "About"}
"""Titles of the pages that are about no one authority."""

QUESTIONS = {entry.title: entry.question for entry in (*FRONT, *MORE)}
