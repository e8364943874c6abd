"""What a report asks for: each recommendation whole and in order, priority actions and the board's apart."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import NamedTuple

from .lines import Heading, Line, Report, joined

SECTION = re.compile(
    r"(?:What needs to improve\b[^.]{0,50}|Recommendations?|Areas? for improvement:?|What does the (?P<board>L?SCB|.{0,40}Board)? ?.{0,25} ?need to improve\?*|"
    r"What does .{0,40} need to improve\?*)[\s:?]*\d*",
    re.IGNORECASE,
)
BOARD_PART = re.compile(
    r"(?:Section 2\b.*|(?:The |Inspection of the )?(?:effectiveness of the )?.{0,40}Safeguarding Children(?:'s)? Board\b.*|.*\b\w{0,5}SCB\b.*|.{0,30}\w*SCB (?:is|are|requires)\b.*)",
    re.IGNORECASE,
)
PRIORITY = re.compile(
    r"(?:(?:Areas? for )?priority (?:and|or) immediate actions?|Priority actions?|Areas? (?:for|of) priority actions?)[\s:.]*",
    re.IGNORECASE,
)
SUBHEADING = re.compile(
    r"Areas? for improvement|Areas? for development|Immediately|Within (?:\w+) (?:months?|weeks?)|Recommendations?\b",
    re.IGNORECASE,
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
NONE_ASKED = re.compile(
    r"^(?:there (?:are|were|is) (?:currently )?(?:no|none)\b|no (?:areas|priority|immediate)\b|none\b|not applicable\b)|"
    r"\b(?:(?:did|has|have|were|was) not (?:identif|found|find)|(?:identified|found) (?:no|none|nothing)\b|has no (?:areas|priority|immediate))",
    re.IGNORECASE,
)
BULLET = re.compile(r"([◼■▪•●◾◦➢–—⎯−\u0336\uf000-\uf0ff-])(?:\s+|$)")
NUMBER = re.compile(r"(\d{1,3})\.(?!\d)\s*")
COLUMN = 8.0  # points
MOST_PAGES, MOST, MOST_WORDS = 3, 35, 150  # of a list of recommendations; 2, 25 and 94 are the most seen
MOST_LINES, MOST_LISTS = 600, 20  # lines of a list that are read, and lists of a report
GAP = 1.4  # of a line's size: a line further below the one before it begins a paragraph
ROW = 1.2  # of a line's size: from one row to the next
PAGE = 842  # points: the height of A4


@dataclass
class Recommendation:
    """One recommendation: its printed number or none, its page, its words line by line, who is asked if the words say so."""

    number: int | None
    page: int
    priority: bool = False
    timescale: str | None = None
    board: bool = False
    lines: list[str] = field(default_factory=list)
    bullets: int = 0
    addressee: str | None = None

    @property
    def text(self) -> str:
        """Its words, without bullet or number."""
        return re.sub(r"^(?:\d{1,3}\.|[^\w\s‘'“\"(])\s*", "", joined(self.lines)).strip()


class Asked(NamedTuple):
    """The recommendations of a report, the heading they stand under, why their number may be wrong, and strengths it lists."""

    authority: list[Recommendation]
    board: list[Recommendation]
    heading: Heading | None
    doubt: str
    strengths: Sequence[Recommendation] = ()
    strengths_doubt: str = ""
    board_doubt: str = ""


def recommendations(report: Report, has_board: bool) -> Asked:
    """All that the report asks for. ``has_board``: whether this kind of report reviews a safeguarding board as well."""
    found: list[Recommendation] = []
    first, doubts, board = None, [], False
    end, lists = -1, 0
    for k, heading in enumerate(report.headings):
        opens = SECTION.fullmatch(heading.text)
        if has_board and heading.page > report.pages / 2 and BOARD_PART.fullmatch(heading.text) and not opens:
            board = True
        if heading.first < end or not (opens or PRIORITY.fullmatch(heading.text)) or _is_contents(report, heading):
            continue
        lists += 1
        if lists > MOST_LISTS:
            doubts.append("More headings than a report has ask for something.")
            break
        its = board or (has_board and bool(re.search("SCB|Board", heading.text)))
        lines = _without_what_follows(report, report.body[heading.after : _section_end(report, k)])
        end = heading.after + len(lines)
        items, doubt = items_under(report, heading, lines, bool(PRIORITY.fullmatch(heading.text)), its)
        if len(lines) == MOST_LINES:
            doubt = "The items run on for longer than such a list does."
        if not its:
            first = first or heading
            doubts += [doubt] if doubt else []
        found += items
    if first is None:
        doubts = ["No heading says what needs to improve."]
    own = [item for item in found if not item.board]
    if own and report.pages and _runs_on(own):
        doubts.append("The items run on for longer than such a list does.")
    its_own = [item for item in found if item.board]
    long = its_own and report.pages and _runs_on(its_own)
    runs_on = "The items run on for longer than such a list does." if long else ""
    return Asked(own, its_own, first, " ".join(doubts), board_doubt=runs_on)


def _runs_on(items: list[Recommendation]) -> bool:
    """Whether a list is longer than any seen: it may have taken in what stands after it."""
    return (
        items[-1].page - items[0].page > MOST_PAGES
        or len(items) > MOST
        or max(len(item.text.split()) for item in items) > MOST_WORDS
    )


def _is_contents(report: Report, heading: Heading) -> bool:
    """Whether the heading is a line of the contents: a page number behind it, and the heading itself on a later page."""
    bare = re.sub(r"\s+\d{1,2}$", "", heading.text)
    later = [other.text for other in report.headings if other.page > heading.page]
    return bare != heading.text and any(text.startswith(bare) for text in later)


def _section_end(report: Report, k: int) -> int:
    """Place of the heading that closes the section of heading ``k``, or where it is too long to be a list."""
    opened = report.headings[k]
    last = min(opened.after + MOST_LINES, len(report.body))
    for heading in islice(report.headings, k + 1, None):
        if heading.first >= last:
            break
        if PRIORITY.match(heading.text) or SUBHEADING.match(heading.text):
            continue
        if (
            (heading.size > report.body_size and heading.size >= opened.size - 0.6)
            or AFTER.match(heading.text)
            or BOARD_PART.fullmatch(heading.text)
        ):
            return heading.first
    return last


def items_under(
    report: Report, opened: Heading, lines: tuple[Line, ...], priority: bool, board: bool = False
) -> tuple[list[Recommendation], str]:
    """The items of one section, by number where they are numbered, else by bullet; and why their count is in doubt."""
    begins = next((line for line in lines if NUMBER.match(line.text) or BULLET.match(line.text)), None)
    numbered = begins is not None and bool(NUMBER.match(begins.text)) and not _introduces(begins, lines)
    start = NUMBER if numbered else BULLET
    mark = next((line for line in lines if start.match(line.text)), None)
    if mark is None:
        odd = any(not line.text[0].isalnum() or re.match(r"[a-z§] ", line.text) for line in lines)
        return [], "No item stands under the heading, only text." if odd or _breaks(report, lines) else ""
    titles = {heading.first for heading in report.headings}
    items: list[Recommendation] = []
    state, doubts = _State(priority=priority), []
    for i, line in enumerate(lines, opened.after):
        if i in titles or _is_topic(line, lines[i - opened.after - 1] if i > opened.after else None, mark):
            state.at_heading(line)
        match = start.match(line.text)
        if match and _begins(match, line, mark, numbered, items, state):
            number = int(match[1]) if numbered else None
            items.append(Recommendation(number, line.page, state.priority, state.timescale, board))
            state.inside = True
        elif doubt := _doubt(line, mark, numbered, state):
            doubts.append(doubt)
        if state.inside:
            items[-1].lines.append(line.text)
            items[-1].bullets += numbered and bool(BULLET.match(line.text))
    breaks = _breaks(report, lines, opened.after)
    plain = [line for i, line in breaks if i not in titles and not NUMBER.match(line.text)]
    if not numbered and any(not BULLET.match(line.text) for line in plain):
        doubts.append("A paragraph of the list carries no mark.")
    return _settled(items, numbered), " ".join(dict.fromkeys(doubts))


def _breaks(report: Report, lines: tuple[Line, ...], begin: int = 0) -> list[tuple[int, Line]]:
    """The lines that stand further below the line before them than the lines of one paragraph do.

    A line that is broken at its hyphen is one line with the row that follows it.
    """
    return [
        (begin + k, line)
        for k, (before, line) in enumerate(pairwise(lines), 1)
        if report.pages
        and line.page == before.page
        and (line.down - before.down) * PAGE > (GAP + ROW * before.text.count("\u2010")) * line.size
    ]


@dataclass
class _State:
    """Where the reading of a section stands: inside an item, under which subheading."""

    inside: bool = False
    priority: bool = False
    timescale: str | None = None

    def at_heading(self, line: Line) -> None:
        """Leave the item, and take what the subheading says."""
        self.inside = False
        self.priority = bool(PRIORITY.match(line.text)) or (self.priority and not SUBHEADING.match(line.text))
        if re.match(r"Immediately|Within", line.text, re.IGNORECASE):
            self.timescale = line.text.rstrip(": ").lower()


def _begins(
    match: re.Match, line: Line, mark: Line, numbered: bool, items: list[Recommendation], state: _State
) -> bool:
    if numbered:
        last = items[-1].number if items else None
        return last is None or int(match[1]) == last + 1 or (int(match[1]) == 1 and not state.inside)
    return match[1] == mark.text[0] and abs(line.left - mark.left) < COLUMN


def _doubt(line: Line, mark: Line, numbered: bool, state: _State) -> str:
    """Why a line that begins no item makes the count doubtful; '' where it does not."""
    if numbered and BULLET.match(line.text) and not state.inside:
        return "Numbers and bullets are mixed."
    number = NUMBER.match(line.text)
    if not numbered and number and not (0 < mark.left + COLUMN < line.left) and int(number[1]) < 4:
        return "Numbers and bullets are mixed."
    if numbered and number and line.left and abs(line.left - mark.left) < COLUMN / 2:
        return "A number is out of order."
    if not numbered and (match := BULLET.match(line.text)) and line.left:
        same_mark, same_place = match[1] == mark.text[0], abs(line.left - mark.left) < COLUMN
        if same_mark != same_place:
            return "The bullets are not of one kind, or not in one column."
    return ""


def _introduces(line: Line, lines: tuple[Line, ...]) -> bool:
    """Whether a numbered sentence only introduces bullets, as in 2012 and 2013 ('... should take the following action.')."""
    place = lines.index(line)
    sentence = joined(other.text for other in lines[place : place + 4])
    return bool(NUMBER.match(line.text)) and bool(re.search(r"take the following actions?\b", sentence, re.IGNORECASE))


def _without_what_follows(report: Report, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines up to the next numbered paragraph, where one introduces the bullets; in a text file also up to a heading."""
    numbers = [i for i, line in enumerate(lines) if NUMBER.match(line.text)]
    if numbers and _introduces(lines[numbers[0]], lines) and len(numbers) > 1:
        lines = lines[: numbers[1]]
    ends = [
        i
        for i, line in enumerate(lines)
        if i and not report.pages and AFTER.match(line.text) and lines[i - 1].text.endswith(".")
    ]
    return lines[: ends[0]] if ends else lines


def _is_topic(line: Line, before: Line | None, mark: Line | None) -> bool:
    """Whether a plain line is a topic between two items: it begins in the number's column and is none, after a full stop."""
    if not mark or not before or NUMBER.match(line.text) or BULLET.match(line.text) or not mark.left:
        return False
    return abs(line.left - mark.left) < 3 and before.text.endswith((".", ";", ")")) and not line.text.endswith(".")


def _settled(items: list[Recommendation], numbered: bool) -> list[Recommendation]:
    """Items without those that ask for nothing; bullets in place of numbered titles that only group them."""
    items = [item for item in items if not (NOTHING.match(item.text) or (item.priority and _asks_nothing(item.text)))]
    if numbered and len(items) > 1 and all(item.bullets > 1 and _is_title(_before_bullets(item)) for item in items):
        return [part for item in items for part in _bullets_of(item)]
    return items


def _asks_nothing(text: str) -> bool:
    """Whether an item under 'Priority and immediate action' says that there is none."""
    return len(text.split()) < 30 and bool(NONE_ASKED.search(text))


def _before_bullets(item: Recommendation) -> list[str]:
    first = next(i for i, text in enumerate(item.lines) if BULLET.match(text))
    return item.lines[:first]


def _is_title(lines: list[str]) -> bool:
    return len(joined(lines).split()) <= 16 and not joined(lines).endswith((".", ":"))


def _bullets_of(item: Recommendation) -> list[Recommendation]:
    parts: list[Recommendation] = []
    for text in item.lines[len(_before_bullets(item)) :]:
        if BULLET.match(text):
            parts.append(Recommendation(None, item.page, item.priority, item.timescale, item.board))
        parts[-1].lines.append(text)
    return parts
