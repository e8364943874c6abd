"""Why what a letter asks for may have been read wrongly: each reason in words for the person who looks at it."""

from __future__ import annotations

from itertools import pairwise, takewhile

from .letter_parts import ASKING, Mark, Part, begins_item
from .letters import TITLE
from .lines import Line, Report, joined
from .recommendations import BULLET, COLUMN, NONE_ASKED, NUMBER, Recommendation

ONLY_TEXT = "No item stands under the heading, only text."
MOST = {"focused_visit": (3, 20, 150), "jtai": (9, 60, 350)}
"""Pages, items and words of an item that a list may have; 2, 12 and 164, and 8, 42 and 276, are the most seen."""
FULL = 0.9
"""Share of the longest line that a line has, at least, where the first word of the next would not fit on it."""


def doubts_of(report: Report, said: list[Mark], covered: set[int], kind: str) -> list[str]:
    """Doubts of a letter's headings as a whole. ``covered``: the places of the lines that stand in a list."""
    found = [
        f"Items stand under the heading {mark.heading.text[:60]!r}, which the reader does not know."
        for k, mark in _after_title(said)
        if mark.part is None and mark.heading.first not in covered and _lists(report, said, k)
    ]
    if any(mark.part is Part.OVERVIEW and _lists(report, said, k) for k, mark in _after_title(said)):
        found.append("Items stand under the headline, where letters have text.")
    return found + (_of_a_visit(said) if kind == "focused_visit" else _of_a_joint_inspection(said))


def _after_title(said: list[Mark]) -> list[tuple[int, Mark]]:
    """The headings below the title and below what belongs to it, with their places."""
    title = next((k for k, mark in enumerate(said) if TITLE.match(mark.heading.text)), -1)
    while (
        0 <= title < len(said) - 1
        and said[title + 1].part is None
        and said[title + 1].heading.first == said[title].heading.after
    ):
        title += 1
    return list(enumerate(said))[title + 1 :]


def _lists(report: Report, said: list[Mark], k: int) -> bool:
    """Whether items stand between a heading and the next."""
    end = said[k + 1].heading.first if k + 1 < len(said) else len(report.body)
    return any(begins_item(report, i) for i in range(said[k].heading.after, end))


def _of_a_visit(said: list[Mark]) -> list[str]:
    found = []
    findings = next((mark.heading.first for mark in said if mark.part is Part.FINDINGS), None)
    asking = [k for k, mark in enumerate(said) if mark.part in ASKING]
    above = [mark.part for _, mark in takewhile(lambda one: one[1].part is not Part.END, _after_title(said))]
    if not asking and ((Part.OVERVIEW, Part.FINDINGS) not in pairwise(above) or None in above):
        found.append("No heading says what needs to improve.")
    if findings is None and asking and (asking[-1] + 1 == len(said) or said[asking[-1] + 1].part in (None, Part.END)):
        found.append("No heading says where the findings begin: the list may have taken them in.")
    improve = [mark for mark in said if mark.part is Part.IMPROVE]
    if any(among_findings(mark, findings, "focused_visit") for mark in improve[1:]):
        found.append("A second list stands among the findings. It was taken for a part of them.")
    return found


def _of_a_joint_inspection(said: list[Mark]) -> list[str]:
    return [] if any(mark.part in ASKING for mark in said) else ["No heading says what needs to improve."]


def among_findings(mark: Mark, findings: int | None, kind: str) -> bool:
    """Whether a heading stands below the one that opens the findings of a visit."""
    return (
        kind == "focused_visit" and mark.part is Part.IMPROVE and findings is not None and mark.heading.first > findings
    )


def asks_for_nothing(lines: tuple[Line, ...]) -> bool:
    """Whether the words under a heading say that there is nothing to do."""
    words = BULLET.sub("", joined(line.text for line in lines), count=1)
    return len(words.split()) < 30 and bool(NONE_ASKED.search(words))


def lost_mark(report: Report, lines: tuple[Line, ...]) -> str:
    """Why an item may have lost its bullet: a line ends early, and below it begins what would have fitted on it."""
    whole = [line for line in lines if "\u2010" not in line.text]
    longest = max((len(line.text) for line in whole), default=0)
    for before, line in pairwise(lines):
        marked = BULLET.match(line.text) or NUMBER.match(line.text) or report.stands_out(line)
        begins = line.text[:1].isupper() and not before.text.endswith(":") and bool(line.left)
        if (
            begins
            and not marked
            and before in whole
            and len(before.text) + len(line.text.split()[0]) + 1 < FULL * longest
        ):
            return "A paragraph of the list carries no mark."
    return ""


def interrupted(report: Report, said: list[Mark], end: int, items: list[Recommendation]) -> str:
    """Why a list may go on behind the case study that ends it: its bullets do."""
    if end >= len(said) or said[end].part is not Part.CASE or not items:
        return ""
    after = next((mark.heading.first for mark in said[end + 1 :] if mark.part), len(report.body))
    mark, column = items[-1].lines[0][0], next(line.left for line in report.body if line.text == items[-1].lines[0])
    lines = report.body[said[end].heading.after : after]
    same = [line for line in lines if line.text[0] == mark and abs(line.left - column) < COLUMN]
    return "A case study interrupts the list: it may go on behind it." if same else ""


def too_long(items: list[Recommendation], kind: str) -> str:
    """Why a list may have taken in what stands after it: it is longer than any seen."""
    pages, most, words = MOST[kind]
    if items and (
        items[-1].page - items[0].page > pages
        or len(items) > most
        or max(len(item.text.split()) for item in items) > words
    ):
        return "The items run on for longer than such a list does."
    return ""
