"""What a letter asks for: the list under each heading that asks, ended by the heading after it; and the strengths it lists."""

from __future__ import annotations

import re
from typing import NamedTuple

from .letter_doubts import ONLY_TEXT, among_findings, asks_for_nothing, doubts_of, interrupted, lost_mark, too_long
from .letter_parts import ASKING, CLOSING, Mark, Part, begins_item, marks
from .lines import Line, Report, joined
from .recommendations import Asked, Recommendation, items_under

AGENCY = (
    r"(?:Leaders (?:of|across|in) )?(?:(?!(?:of|between|into|by|in|for|with|to|at|is|are|was|were|has|have)\b)[\w'&-]+ ){0,7}?"
    r"(?:police|constabulary|trust|NHS|CCG|ICB|board|council|authority|services?|social care|probation|NPS|CRC|YOT|YOS|team|leaders|"
    r"partners|visitors|schools|partnership|agencies|LSCB|LSCP)"
)
"""Who may be asked, as words that stand alone: the last of them is a kind of body or of people."""
ADDRESSED = re.compile(rf"(?P<who>{AGENCY}) (?:should|must|needs? to|ought to)\b", re.IGNORECASE)
REQUIRED_OF = re.compile(rf"\baction is required (?:by|from|of) (?P<who>{AGENCY}) to\b", re.IGNORECASE)


class Section(NamedTuple):
    """What stands under a heading that lists: the heading, its lines, and the place of the heading that ends them."""

    mark: Mark
    lines: tuple[Line, ...]
    end: int


def asked_in_letter(report: Report, kind: str) -> Asked:
    """All that a letter asks for, priority actions told apart, each with its addressee; and the strengths it lists."""
    said = marks(report)
    found: list[Recommendation] = []
    strengths: list[Recommendation] = []
    lists = sections(report, said, kind)
    covered = {
        i
        for section in lists
        for i in range(section.mark.heading.first, section.mark.heading.after + len(section.lines))
    }
    doubts, weak = doubts_of(report, said, covered, kind), list[str]()
    for section in lists:
        items, doubt = items_under(report, section.mark.heading, section.lines, section.mark.part is Part.PRIORITY)
        doubt = doubt or lost_mark(report, section.lines)
        if section.mark.part is Part.STRENGTHS:
            strengths += items
            weak += [doubt or ONLY_TEXT] if doubt or not items else []
            continue
        found += [_addressed(item, section.lines, kind) for item in items]
        if not items and not asks_for_nothing(section.lines):
            doubt = doubt or ONLY_TEXT
        doubts += [why for why in (doubt, interrupted(report, said, section.end, items), too_long(items, kind)) if why]
    first = next((section.mark.heading for section in lists if section.mark.part in ASKING), None)
    return Asked(found, [], first, " ".join(dict.fromkeys(doubts)), strengths, " ".join(dict.fromkeys(weak)))


def sections(report: Report, said: list[Mark], kind: str) -> list[Section]:
    """The lists of a letter. In a letter of a visit a second list among the findings is a part of them."""
    found: list[Section] = []
    findings = next((mark.heading.first for mark in said if mark.part is Part.FINDINGS), None)
    for k, mark in enumerate(said):
        asked = any(section.mark.part is Part.IMPROVE for section in found)
        if mark.part in (*ASKING, Part.STRENGTHS) and not (asked and among_findings(mark, findings, kind)):
            found.append(Section(mark, *_lines_of(report, said, k, kind)))
    return found


def _lines_of(report: Report, said: list[Mark], k: int, kind: str) -> tuple[tuple[Line, ...], int]:
    """The lines under a heading, and the place of the heading that ends them."""
    place = k + 1
    while place < len(said) and kind == "jtai" and _is_topic(report, said, k, place):
        place += 1
    begin, end = said[k].heading.after, said[place].heading.first if place < len(said) else len(report.body)
    closed = next((i for i in range(begin, end) if CLOSING.match(report.body[i].text)), end)
    return report.body[begin:closed], place


def _is_topic(report: Report, said: list[Mark], k: int, place: int) -> bool:
    """Whether a heading is a topic of the list under heading ``k``. Priority actions have one at most, above the first of them."""
    heading = said[place].heading
    above = said[k].part is not Part.PRIORITY or heading.first == said[k].heading.after
    return said[place].part is None and above and begins_item(report, heading.after)


def _addressed(item: Recommendation, lines: tuple[Line, ...], kind: str) -> Recommendation:
    """The same item with who is asked, where its own words or those above the list say so."""
    above = joined(
        line.text for line in lines[: next((i for i, line in enumerate(lines) if line.text == item.lines[0]), 0)]
    )
    before = re.split(r"[◼■▪•●\uf000-\uf0ff]", above)[0]
    match = ADDRESSED.match(item.text) or REQUIRED_OF.search(before) or ADDRESSED.match(before)
    if match:
        item.addressee = re.sub(r"^The\b", "the", match["who"].strip())
    elif kind == "jtai":
        item.addressee = "the partnership"
    return item
