"""What a report asks for: each recommendation whole and in order, priority actions and the board's apart."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from .lines import Heading, Line, Report, joined

SECTION = re.compile(
    r"(?:What needs to improve\b[^.]{0,50}|Recommendations?|Areas? for improvement:?|What does the (?P<board>L?SCB|.{0,40}Board)? ?.{0,25} ?need to improve\?*|"
    r"What does .{0,40} need to improve\?*)[\s:?]*\d*",
    re.IGNORECASE,
)
BOARD_PART = re.compile(
    r"(?:Section 2\b.*|(?:The |Inspection of the )?(?:effectiveness of the )?.{0,40}Safeguarding Children Board\b.*|.*\bL?SCB\b.*|.{0,30}\w*SCB (?:is|are|requires)\b.*)",
    re.IGNORECASE,
)
PRIORITY = re.compile(r"(?:Areas? for )?priority (?:and|or) immediate action|Priority actions?|Areas? for priority action", re.IGNORECASE)
SUBHEADING = re.compile(
    r"Areas? for improvement|Areas? for development|Immediately|Within (?:\w+) (?:months?|weeks?)|Recommendations?\b", re.IGNORECASE
)
AFTER = re.compile(
    r"Summary for children|Information about|.{0,40}\bstrengths\b|Progress since|What the|Inspection (?:findings|judge?ments?)|The experiences? |"
    r"Leadership, management|Key (?:strengths|judge?ment)|Executive summary|Main findings|Safeguarding outcomes|Outcomes for|Summary\b|Children who need help",
    re.IGNORECASE,
)
NOTHING = re.compile(
    r"(?:There (?:are|were) no|(?:The|This) inspection (?:did not find|found no|has not (?:found|identified)|identified no)(?: any)?|No) "
    r"(?:areas|priority|priorities|issues|recommendations|immediate)|None\b",
    re.IGNORECASE,
)
BULLET = re.compile(r"([◼■▪•●◾–−\u0336\uf000-\uf0ff-])(?:\s+|$)")
NUMBER = re.compile(r"(\d{1,3})\.(?!\d)\s*")
COLUMN = 8.0  # points


@dataclass
class Recommendation:
    """One recommendation: its printed number or none, its page, its words line by line."""

    number: int | None
    page: int
    priority: bool = False
    timescale: str | None = None
    board: bool = False
    lines: list[str] = field(default_factory=list)
    bullets: int = 0

    @property
    def text(self) -> str:
        """Its words, without bullet or number."""
        return re.sub(r"^(?:\d{1,3}\.|[^\w\s‘'“\"(])\s*", "", joined(self.lines)).strip()


class Asked(NamedTuple):
    """The recommendations of a report, the heading they stand under, and what is odd about them."""

    authority: list[Recommendation]
    board: list[Recommendation]
    heading: Heading | None
    oddity: str


def recommendations(report: Report, has_board: bool) -> Asked:
    """All that the report asks for. ``has_board``: whether this kind of report reviews a safeguarding board as well."""
    found: list[Recommendation] = []
    first, oddity, board = None, "", False
    end = -1
    for k, heading in enumerate(report.headings):
        opens = SECTION.fullmatch(heading.text)
        if has_board and heading.page > report.pages / 2 and BOARD_PART.fullmatch(heading.text) and not opens:
            board = True
        if heading.first < end or not (opens or (board and PRIORITY.fullmatch(heading.text))) or _is_contents(report, heading):
            continue
        its = board or (has_board and bool(re.search("SCB|Board", heading.text)))
        end = _section_end(report, k)
        items, odd = _items(report, heading, end, its)
        if not its:
            first, oddity = first or heading, oddity or odd
        found += items
    return Asked([item for item in found if not item.board], [item for item in found if item.board], first, oddity)


def _is_contents(report: Report, heading: Heading) -> bool:
    """Whether the heading is a line of the contents: a page number behind it, and the heading itself on a later page."""
    bare = re.sub(r"\s+\d{1,2}$", "", heading.text)
    return bare != heading.text and any(other.text.startswith(bare) for other in report.headings if other.page > heading.page)


def _section_end(report: Report, k: int) -> int:
    """Place of the heading that closes the section of heading ``k``."""
    opened = report.headings[k]
    for heading in report.headings[k + 1 :]:
        if PRIORITY.match(heading.text) or SUBHEADING.match(heading.text):
            continue
        if (
            (heading.size > report.body_size and heading.size >= opened.size - 0.6)
            or AFTER.match(heading.text)
            or BOARD_PART.fullmatch(heading.text)
        ):
            return heading.first
    return len(report.body)


def _items(report: Report, opened: Heading, end: int, board: bool) -> tuple[list[Recommendation], str]:
    """The items of one section: by number where they are numbered, else by bullet."""
    lines = report.body[opened.after : end]
    numbered = any(NUMBER.match(line.text) for line in lines) and not _one_number_before_bullets(lines)
    start = NUMBER if numbered else BULLET
    mark = next((line for line in lines if start.match(line.text)), None)
    items: list[Recommendation] = []
    titles = {heading.first: heading for heading in report.headings}
    priority, timescale, inside = False, None, False
    for i, line in enumerate(lines, opened.after):
        heading = titles.get(i)
        if heading or _is_topic(line, lines[: i - opened.after], mark):
            inside = False
            priority = bool(PRIORITY.match(line.text)) or (priority and not SUBHEADING.match(line.text))
            timescale = line.text.rstrip(": ").lower() if re.match(r"Immediately|Within", line.text, re.IGNORECASE) else timescale
        if mark and _begins(line, start, mark, numbered, items):
            match = start.match(line.text)
            items.append(Recommendation(int(match[1]) if numbered else None, line.page, priority, timescale, board))
            inside = True
        if inside:
            items[-1].lines.append(line.text)
            items[-1].bullets += numbered and bool(BULLET.match(line.text))
    return _settled(items, lines, numbered)


def _one_number_before_bullets(lines: tuple[Line, ...]) -> bool:
    """Whether one numbered sentence only introduces the bullets (2012, 2013)."""
    numbers = [line for line in lines if NUMBER.match(line.text)]
    return len(numbers) == 1 and sum(bool(BULLET.match(line.text)) for line in lines) > 1


def _begins(line: Line, start: re.Pattern, mark: Line, numbered: bool, items: list[Recommendation]) -> bool:
    match = start.match(line.text)
    if not match:
        return False
    if numbered:
        return not items or int(match[1]) == items[-1].number + 1
    return match[1] == start.match(mark.text)[1] and abs(line.left - mark.left) < COLUMN


def _is_topic(line: Line, before: tuple[Line, ...], mark: Line | None) -> bool:
    """Whether a plain line is a topic between two items: it begins in the number's column and is none, after a full stop."""
    if not mark or not before or NUMBER.match(line.text) or BULLET.match(line.text) or not mark.left:
        return False
    return abs(line.left - mark.left) < 3 and before[-1].text.endswith((".", ";", ")")) and not line.text.endswith(".")


def _settled(items: list[Recommendation], lines: tuple[Line, ...], numbered: bool) -> tuple[list[Recommendation], str]:
    """Items without those that ask for nothing; bullets in place of numbered titles that only group them."""
    items = [item for item in items if not NOTHING.match(item.text)]
    if numbered and len(items) > 1 and all(item.bullets > 1 and _is_title(_before_bullets(item)) for item in items):
        return [part for item in items for part in _bullets_of(item)], "Bullets are grouped under numbered titles; the bullets were taken."
    return items, ""


def _before_bullets(item: Recommendation) -> list[str]:
    first = next(i for i, text in enumerate(item.lines) if BULLET.match(text))
    return item.lines[:first]


def _is_title(lines: list[str]) -> bool:
    return len(joined(lines).split()) <= 16 and not joined(lines).endswith(".")


def _bullets_of(item: Recommendation) -> list[Recommendation]:
    parts: list[Recommendation] = []
    for text in item.lines[len(_before_bullets(item)) :]:
        if BULLET.match(text):
            parts.append(Recommendation(None, item.page, item.priority, item.timescale, item.board))
        parts[-1].lines.append(text)
    return parts
