"""The parts of a letter, told by the words of its headings."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from .lines import PAGE, Heading, Line, Report
from .recommendations import BULLET, NUMBER


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


CLOSING = re.compile(
    r"Ofsted will take the findings|Yours (?:sincerely|faithfully)|I am copying this letter|We have determined that"
)
"""What stands after the last list of a letter, where no heading does."""
ASKING = (Part.PRIORITY, Part.IMPROVE)


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
    return line.page == before.page and 0 < line.down - before.down < 1.6 * line.size / PAGE and bool(line.left)


def begins_item(report: Report, i: int) -> bool:
    """Whether a line of the body begins an item, by a bullet or a number."""
    return i < len(report.body) and bool(BULLET.match(report.body[i].text) or NUMBER.match(report.body[i].text))
