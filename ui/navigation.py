"""The pages of the house: one literal list, which the shell, the addresses and the tests read."""

from __future__ import annotations

from typing import NamedTuple

PRODUCT = "Inspections over time"
PAGE = "page"
"""The parameter of the address that carries the name of a page that is none of ours."""
HEALTH = "healthz"
"""The address that says whether the dashboard can serve."""


def base_path(written: str) -> str:
    """The path that the dashboard is served under, from what the settings say: ``/council``; empty where there is none."""
    path = written.strip("/")
    return f"/{path}" if path else ""


class PageEntry(NamedTuple):
    """One page: its address, its title and the question that it answers. ``pages/__init__.py`` says what draws it."""

    path: str
    title: str
    question: str


FRONT = [
    PageEntry("", "Overview", "Where does this authority stand?"),
    PageEntry("timeline", "Timeline", "When was it inspected, with what result?"),
    PageEntry("grades", "Grades", "How was each part judged over time?"),
    PageEntry("themes", "Themes", "What keeps coming back?"),
    PageEntry("actions", "Recommendations", "What became of each recommendation?"),
    PageEntry("findings", "Findings", "What exactly did inspectors write?"),
    PageEntry("compare", "Compare", "How does it stand beside others?"),
    PageEntry("england", "England", "How do all authorities stand, and who moved?"),
    PageEntry("briefing", "Briefing", "What goes to the committee?"),
]
MORE = [
    PageEntry("add-report", "Add a report", "What would the next record say?"),
    PageEntry("about", "About", "How do you know?"),
]
OF_NO_ONE = {"England", "Add a report", "About"}
"""Titles of the pages that are about no one authority."""

QUESTIONS = {entry.title: entry.question for entry in (*FRONT, *MORE)}
