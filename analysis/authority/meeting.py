"""What meeting mode shows, screen by screen, in a fixed order."""

from __future__ import annotations

from typing import NamedTuple

from analysis import english, naming
from analysis.authority.overview import story
from analysis.authority.questions import committee_questions
from analysis.authority.sentences import short_list_sentence
from analysis.grades.sentences import leading_grades
from analysis.known import known_inspections, short_lists
from analysis.look_up import look_up
from analysis.recommendations.thread import threads
from analysis.recommendations.threads import recommendation_headlines
from analysis.selection import Selection
from loaders import Dataset, kept

OPEN = ("asked_again", "asked_again_in_part", "still_a_concern", "mixed")
"""Readings that leave a thread open."""


class Screen(NamedTuple):
    """One screen: its title, who says it, its lines, its source. ``figure`` names an exhibit to draw instead of lines."""

    title: str
    voice: str
    lines: list[str]
    source: str
    figure: str | None = None


LINE, MOST_LINES = 78, 10
"""Letters in a line at 24 pixels, and lines that a screen holds beside its title and source."""


def _paged(title: str, voice: str, lines: list[str], source: str) -> list[Screen]:
    """As many screens as the lines need."""
    pages: list[list[str]] = [[]]
    height = 0
    for line in lines:
        needed = -(-len(line) // LINE)
        if pages[-1] and height + needed > MOST_LINES:
            pages.append([])
            height = 0
        pages[-1].append(line)
        height += needed
    return [
        Screen(title + (f" ({n} of {len(pages)})" if len(pages) > 1 else ""), voice, part, source)
        for n, part in enumerate(pages, start=1)
    ]


@kept
def screens(ds: Dataset, selection: Selection) -> tuple[Screen, ...]:
    """Headline, grades, what changed, what got worse and better, what keeps coming back, each open thread, questions. Kept while a meeting turns its pages."""
    subject, day = selection.subject, ds.as_at
    told = story(ds, subject)
    known = known_inspections(ds, subject)["inspection"]
    graded = _last(ds, [inspection for inspection in known if len(leading_grades(ds, inspection))])
    held = look_up(ds, "findings", "inspection", "authority")
    coded = [inspection for inspection in known if inspection in held]
    read = _last(ds, coded) if coded else graded
    lists = short_lists(ds, [subject], day)
    short = [short_list_sentence(ds, lists)] if len(lists) else []
    changes = [f"{row.Strand}: {row.Now}. {english.sentence(row.Change)}" for row in told.changes.itertuples()]
    return (
        Screen(naming.authority_name(ds, subject), "Ofsted said", [told.headline, *short], graded),
        Screen("Grades over time", "Ofsted said", [], graded, figure="grades"),
        *_paged("What changed", "Ofsted said", changes or ["There is no earlier grade to compare with."], graded),
        *_paged("What got worse", "Our reading, by the published rule", told.worse, read),
        *_paged("What got better", "Our reading, by the published rule", told.better, read),
        *_paged("What keeps coming back", "Our reading, by the published rule", told.back, read),
        *_open_threads(ds, selection),
        *_questions(ds, selection, read),
    )


def _last(ds: Dataset, inspections: list[str]) -> str:
    """The newest of the documents that a screen rests on, by name."""
    return naming.source_name(ds, inspections[-1]) if inspections else "no report is held here"


def _open_threads(ds: Dataset, selection: Selection) -> list[Screen]:
    """One screen per recommendation of the last two inspections followed whose latest reading leaves it open."""
    headlines = recommendation_headlines(ds, selection.subject)
    still_open = headlines[headlines["reading"].isin(OPEN)]
    shown = []
    for inspection in list(dict.fromkeys(still_open["inspection"]))[::-1][:2]:
        names = set(still_open.loc[still_open["inspection"] == inspection, "recommendation"])
        for thread in threads(ds, inspection):
            row = thread.recommendation
            if row["recommendation"] in names:
                lines = [
                    row["summary"],
                    *thread.steps,
                    *([f"The council reported: {thread.progress}"] if thread.progress else []),
                ]
                shown.append(
                    Screen(
                        f"Open: recommendation {row['recommendation'][1:]} of {naming.inspection_in_sentence(ds, inspection).removeprefix('the ')}",
                        "Our reading, by the published rule",
                        lines,
                        naming.source_name(ds, inspection),
                    )
                )
    return shown


def _questions(ds: Dataset, selection: Selection, source: str) -> list[Screen]:
    questions = committee_questions(ds, selection.subject)
    lines = [f"{row.question} (Ask: {row.ask}.)" for row in questions.itertuples()]
    if not lines:
        return [
            Screen(
                "Questions to ask",
                "Our reading, by the published rule",
                ["No rule gives rise to a question now."],
                source,
            )
        ]
    return _paged("Questions to ask", "Our reading, by the published rule", lines, source)
