"""What a letter asks for: the list under each heading that asks, ended by the heading after it; and the strengths it lists."""

from __future__ import annotations

import re
from enum import Enum
from itertools import pairwise
from typing import NamedTuple

from .lines import Heading, Line, Report, joined
from .recommendations import BULLET, COLUMN, NONE_ASKED, NUMBER, Asked, Recommendation, items_under


class Part(Enum):
    """The part of a letter that a heading opens, with the words that tell it."""

    PRIORITY = r"(?:Areas? (?:for|of) )?priority (?:and immediate |or immediate )?actions?"
    IMPROVE = (
        r"What needs to improve\b[^.]{0,60}|Areas? (?:for|of) (?:improvement|development)s?|Recommendations?|"
        r"What does .{0,40} need to improve"
    )
    STRENGTHS = r".{0,30}\bstrengths|Areas? of strength|What is working well"
    FINDINGS = r"(?:Main |Key |Detailed )?findings"
    OVERVIEW = r"Overview|Headline findings|Context|Summary"
    CASE = r"(?:Case|Practice) stud(?:y|ies)\b.{0,80}|.{0,40}: (?:highly )?effective practice"
    NEXT = r"Next steps?"
    END = r"Yours sincerely|Yours faithfully"


CLOSING = re.compile(r"Ofsted will take the findings|Yours (?:sincerely|faithfully)|I am copying this letter|We have determined that")
"""What stands after the last list of a letter, where no heading does."""
ASKING = (Part.PRIORITY, Part.IMPROVE)
MOST = {"focused_visit": (3, 20, 150), "jtai": (9, 60, 350)}
"""Pages, items and words of an item that a list may have; 2, 12 and 164, and 8, 42 and 276, are the most seen."""
AGENCY = (
    r"[^.,;]{0,60}\b(?:police|constabulary|trust|NHS|CCG|ICB|integrated care board|council|local authority|children's (?:social care|services)|"
    r"probation|NPS|CRC|YOT|YOS|youth (?:justice|offending) (?:service|team)|health (?:leaders|services|partners|visitors)|schools|"
    r"partnership|partners|agencies|LSCB|LSCP|safeguarding board)\b[^.,;]{0,30}?"
)
ADDRESSED = re.compile(rf"(?P<who>{AGENCY}) (?:should|must|needs? to|ought to)\b", re.IGNORECASE)
REQUIRED_OF = re.compile(rf"\baction is required (?:by|from|of) (?P<who>{AGENCY}) to\b", re.IGNORECASE)


class Mark(NamedTuple):
    """A heading of a letter and the part that it opens; no part where the reader does not know it."""

    part: Part | None
    heading: Heading


def part_of(text: str) -> Part | None:
    """The part that a heading opens, whatever its case, its colon and the figure of a footnote behind it."""
    bare = re.sub(r"[\s:?.]*\d{0,2}[\s:?.]*$", "", text)
    return next((part for part in Part if re.fullmatch(part.value, bare, re.IGNORECASE)), None)


def marks(report: Report) -> list[Mark]:
    """Every heading of a letter, and every plain line that says no more than a known heading does, in order."""
    found = [Mark(part_of(heading.text), heading) for heading in report.headings]
    inside = {i for mark in found for i in range(mark.heading.first, mark.heading.after)}
    for i, line in enumerate(report.body):
        part = part_of(line.text) if i not in inside and len(line.text) < 90 and line.text[:1].isupper() else None
        if part and not (i and report.body[i - 1].text[-1:].isalnum() and _close(report.body[i - 1], line)):
            found.append(Mark(part, Heading(line.text, i, i + 1, line.size, line.page)))
    return sorted(found, key=lambda mark: mark.heading.first)


def _close(before: Line, line: Line) -> bool:
    """Whether a line stands in one paragraph with the line before it."""
    return line.page == before.page and 0 < line.down - before.down < 1.6 * line.size / 842 and bool(line.left)


def asked_in_letter(report: Report, kind: str) -> Asked:
    """All that a letter asks for, priority actions told apart, each with its addressee; and the strengths it lists."""
    found: list[Recommendation] = []
    strengths: list[Recommendation] = []
    first, doubts = None, []
    said = marks(report)
    findings = [mark.heading.first for mark in said if mark.part is Part.FINDINGS]
    for k, mark in enumerate(said):
        if mark.part not in (*ASKING, Part.STRENGTHS):
            continue
        lines, end = _lines_of(report, said, k, kind)
        if kind == "focused_visit" and mark.part is Part.IMPROVE and found and findings and mark.heading.first > findings[0]:
            doubts.append("A second list stands among the findings. It was taken for a part of them.")
            continue
        items, doubt = items_under(report, mark.heading, lines, mark.part is Part.PRIORITY)
        if mark.part is Part.STRENGTHS:
            strengths += items
            continue
        first = first or mark.heading
        found += [_addressed(item, lines, kind) for item in items]
        if not items and not doubt and not _asks_for_nothing(lines):
            doubt = "No item stands under the heading, only text."
        doubts += [why for why in (doubt, _interrupted(report, said, end, items), _too_long(items, kind)) if why]
    doubts += _without_list(report, said, kind) if first is None else _unknown(said, kind)
    return Asked(found, [], first, " ".join(dict.fromkeys(doubts)), strengths)


def _lines_of(report: Report, said: list[Mark], k: int, kind: str) -> tuple[tuple[Line, ...], int]:
    """The lines under a heading, and the place of the heading that ends them."""
    topics = [mark.part is None and kind == "jtai" and _is_item(report, mark.heading.after) for mark in said]
    place = next((i for i in range(k + 1, len(said)) if not topics[i]), len(said))
    begin, end = said[k].heading.after, said[place].heading.first if place < len(said) else len(report.body)
    closed = next((i for i in range(begin, end) if CLOSING.match(report.body[i].text)), end)
    return report.body[begin:closed], place


def _asks_for_nothing(lines: tuple[Line, ...]) -> bool:
    """Whether the words under a heading say that there is nothing to do."""
    words = BULLET.sub("", joined(line.text for line in lines), count=1)
    return len(words.split()) < 30 and bool(NONE_ASKED.search(words))


def _is_item(report: Report, i: int) -> bool:
    return i < len(report.body) and bool(BULLET.match(report.body[i].text) or NUMBER.match(report.body[i].text))


def _addressed(item: Recommendation, lines: tuple[Line, ...], kind: str) -> Recommendation:
    """The same item with who is asked, where its own words or those above the list say so."""
    above = joined(line.text for line in lines[: next((i for i, line in enumerate(lines) if line.text == item.lines[0]), 0)])
    before = re.split(r"[◼■▪•●\uf000-\uf0ff]", above)[0]
    match = ADDRESSED.match(item.text) or REQUIRED_OF.search(before) or ADDRESSED.match(before)
    if match:
        item.addressee = re.sub(r"^The\b", "the", match["who"].strip())
    elif kind == "jtai":
        item.addressee = "the partnership"
    return item


def _interrupted(report: Report, said: list[Mark], end: int, items: list[Recommendation]) -> str:
    """Why a list may go on behind the case study that ends it: its bullets do."""
    if end >= len(said) or said[end].part is not Part.CASE or not items:
        return ""
    after = next((mark.heading.first for mark in said[end + 1 :] if mark.part), len(report.body))
    mark, column = items[-1].lines[0][0], next(line.left for line in report.body if line.text == items[-1].lines[0])
    lines = report.body[said[end].heading.after : after]
    same = [line for line in lines if line.text[0] == mark and abs(line.left - column) < COLUMN]
    return "A case study interrupts the list: it may go on behind it." if same else ""


def _too_long(items: list[Recommendation], kind: str) -> str:
    pages, most, words = MOST[kind]
    if items and (items[-1].page - items[0].page > pages or len(items) > most or max(len(item.text.split()) for item in items) > words):
        return "The items run on for longer than such a list does."
    return ""


def _without_list(report: Report, said: list[Mark], kind: str) -> list[str]:
    """Why a letter without a list may ask for something all the same; nothing where its findings follow the headline at once."""
    parts = [mark.part for mark in said if mark.part is not Part.END]
    if kind == "focused_visit" and (Part.OVERVIEW, Part.FINDINGS) in pairwise(parts):
        return []
    return ["No heading says what needs to improve."]


def _unknown(said: list[Mark], kind: str) -> list[str]:
    """A heading above the findings that the reader does not know: a list may stand under it."""
    if kind != "focused_visit":
        return []
    places = [k for k, mark in enumerate(said) if mark.part is Part.OVERVIEW]
    closed = [k for k, mark in enumerate(said) if mark.part is Part.FINDINGS]
    between = said[places[0] : closed[0]] if places and closed else []
    return [f"The reader does not know the heading {mark.heading.text!r}." for mark in between if mark.part is None]
