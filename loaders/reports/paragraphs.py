"""The numbered paragraphs of a report, each with its section; and where the report misnumbers, that it does."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from .grades import Words
from .lines import Line, Report, joined

NUMBERED = re.compile(r"(\d{1,3})(?:(\.)(?!\d)\s*|\s+(?=\S)|$)(.*)", re.DOTALL)
END = re.compile(
    r"The Office for Standards in Education|What the .{0,30}inspection judge?ments mean|Annex\b|Information about this inspection",
    re.IGNORECASE,
)
FEWEST = 20
"""Numbered paragraphs below which something is amiss; the shortest report met has 31."""
COLUMN = 8.0  # points: two lines begin in the same column
WRAPPED = 20  # lines of a paragraph that show where its text is wrapped
SAME = 3.0  # points: they do so without a doubt


@dataclass
class Paragraph:
    """One numbered paragraph: its printed number, its section and page, the lines it is made of."""

    number: int
    section: str
    page: int
    first: int
    lines: list[Line] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, without the number."""
        return re.sub(r"^\d{1,3}\.?\s*", "", joined(line.text for line in self.lines))


class Numbering(NamedTuple):
    """What is odd about the numbers of a report, and what is doubtful."""

    oddity: str
    doubt: str


def paragraphs(report: Report, words: Words) -> tuple[list[Paragraph], Numbering]:
    """All numbered paragraphs, and what is odd about their numbers."""
    found: list[Paragraph] = []
    oddities: list[str] = []
    ends = {heading.first for heading in report.headings if END.match(heading.text)}
    starts = {heading.first: heading for heading in report.headings}
    section, closed = "", False
    label = re.compile(
        rf"(?:{'|'.join(words.label(judgement) for judgement in words.framework.judgements)})", re.IGNORECASE
    )
    for i, line in enumerate(report.body):
        if heading := starts.get(i):
            closed = True
            if i in ends or heading.size > report.body_size or label.search(heading.text):
                section = _without_grade(heading.text, words)
        number = _number(line, found)
        odd = None if number is None else _accepted(number, line, i, report, found, label)
        if number is not None and odd is not None:
            oddities += [odd] if odd else []
            found.append(Paragraph(number, section, line.page, i, [line]))
            closed = False
        elif found and not closed and not END.match(line.text):
            found[-1].lines.append(line)
        else:
            closed = True
    return found, _numbering(report, found, oddities)


def _numbering(report: Report, found: list[Paragraph], oddities: list[str]) -> Numbering:
    """Doubt where a number is skipped, or where numbers go on in the column after the last paragraph that was accepted."""
    doubts = [oddity for oddity in oddities if "skipped" in oddity]
    last, begin = (found[-1].number, found[-1].first + 1) if found else (0, 0)
    column = [line for line in report.body[begin:] if not found or abs(line.left - found[-1].lines[0].left) < COLUMN]
    numbers = {int(match[1]) for line in column if (match := NUMBERED.match(line.text)) and match[2]}
    loose = {number for number in numbers if last + 1 < number <= last + 4}
    if len(loose) == 3:
        doubts.append(f"After number {last} the column goes on with other numbers.")
    if odd := _refused(report, found, begin):
        doubts.append(f"The number that begins {odd.text[:20]!r} on page {odd.page} follows none.")
    if not report.pages and 0 < len(found) < FEWEST:  # without columns, any line may look numbered
        doubts.append(f"Only {len(found)} paragraphs carry a number.")
    return Numbering(" ".join(oddities), " ".join(doubts))


def _refused(report: Report, found: list[Paragraph], begin: int) -> Line | None:
    """A line with a number that was not accepted though it stands in a column of numbers, or anywhere after the last one."""
    if not found or not report.pages:
        return None
    accepted = {paragraph.first for paragraph in found}
    columns = {paragraph.lines[0].left for paragraph in found}
    for i, line in enumerate(report.body[found[0].first :], found[0].first):
        match = NUMBERED.match(line.text)
        numbered = match and match[2] and i not in accepted
        if numbered and (i >= begin or any(abs(line.left - left) < SAME for left in columns)):
            return line
    return None


def _without_grade(heading: str, words: Words) -> str:
    return re.sub(
        rf"[\s:]{{0,9}}(?:\b(?:is|are)\b)?[\s:]{{0,9}}{words.grade}[\s.]*+$", "", heading, flags=re.IGNORECASE
    )


def _number(line: Line, found: list[Paragraph]) -> int | None:
    """The number that the line begins with, unless it begins in the column of the text that is wrapped below the numbers."""
    match = NUMBERED.match(line.text)
    if not match or not (match[2] or re.match(r"[A-Z‘'“]", match[3])):
        return None
    if found and line.left and not _in_column(line, found[-1:]):
        wrapped = {other.left for paragraph in found[-10:] for other in paragraph.lines[1:WRAPPED]}
        if any(abs(line.left - left) < COLUMN for left in wrapped):
            return None
    return int(match[1])


def _accepted(number: int, line: Line, i: int, report: Report, found: list[Paragraph], label: re.Pattern) -> str | None:
    """None where the line begins no paragraph; else what is odd about its number, or ''."""
    if line.page == 1 and report.pages and label.search(line.text):
        return None
    last = found[-1].number if found else 0
    printed = NUMBERED.match(line.text)
    stop = printed is not None and printed[2] == "."
    if number == last + 1 and stop:
        return ""
    if not found or not line.left or not _in_column(line, found[-10:]):
        return None
    if number == last + 1:
        return f"Number {number} is printed without its full stop."
    if number == 1 and last > 3 and _next_number(report, i) == 2:
        return f"The numbers begin again at 1 on page {line.page}."
    if number == last and stop and _next_number(report, i) == last + 1:
        return f"Number {number} is printed twice."
    if number == last + 2 and stop and _next_number(report, i) == last + 3:
        return f"Number {last + 1} is skipped."
    return None


def _in_column(line: Line, paragraphs: list[Paragraph]) -> bool:
    """Whether the line begins where a number of these paragraphs stands."""
    return any(abs(line.left - other.lines[0].left) < COLUMN for other in paragraphs)


def _next_number(report: Report, i: int) -> int | None:
    """The next number with a full stop that begins a line in the same column."""
    column = report.body[i].left
    for line in report.body[i + 1 : i + 120]:
        match = NUMBERED.match(line.text)
        if match and match[2] and abs(line.left - column) < COLUMN:
            return int(match[1])
    return None
