"""A report as lines of print, and what its print tells: body text, margins, headings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from ..documents import fold

LIST = re.compile(r"Recommendations:?")
SMALL_TABLE = re.compile(r"(?:Key )?judgement(?: judgement)? grade", re.IGNORECASE)
PAGE = 842  # points: the height of A4
SAME_ROW = 0.008  # of the page's height: a line so much higher than the one before it still stands beside it
WINDOW = 6  # lines: the longest heading with its grade
MARKUP = re.compile(r"^#{1,6}\s+|</?b>|\*\*")
OFSTED = re.compile(
    r"(?:(?:Ofsted|Piccadilly Gate|Store Street|Manchester|M1 2WD|Aviation House|125 Kingsway|London|WC2B 6SE|"
    r"[TEW]:?(?= )|Textphone:?|(?:enquiries|textphone)@ofsted\.|(?:https?://)?(?:www\.)?(?:ofsted\.)?gov\.uk(?:/ofsted)?|"
    r"[\d ]{3,16})[\s,]*+)++",
    re.IGNORECASE,
)
"""A line of Ofsted's own address, which stands on the first page of letters and the last of reports."""
TELLS_OFSTED = re.compile(
    r"Piccadilly Gate|M1 2WD|Aviation House|ofsted\.gov\.uk|gov\.uk/ofsted|Textphone|0300 123 1231", re.IGNORECASE
)


class Line(NamedTuple):
    """One line of print. ``left`` in points, ``down`` as a share of the page's height; both 0 in a text file."""

    page: int
    left: float
    down: float
    size: float
    bold: bool
    text: str


class Heading(NamedTuple):
    """A heading that may run over several lines: its words, and the places of its first line and of the line after it."""

    text: str
    first: int
    after: int
    size: float
    page: int


@dataclass(frozen=True)
class Report:
    """All lines of a report, in the order of its content. ``pages`` is 0 for a text file."""

    name: str
    lines: tuple[Line, ...]
    pages: int

    @cached_property
    def address(self) -> frozenset[int]:
        """Places of the lines of Ofsted's own address: it names a city that the report is not about."""
        places: set[int] = set()
        for of_ofsted, run in groupby(range(len(self.lines)), key=lambda i: bool(OFSTED.fullmatch(self.lines[i].text))):
            its = list(run)
            if of_ofsted and any(TELLS_OFSTED.search(self.lines[i].text) for i in its):
                places |= set(its)
        return frozenset(places)

    @cached_property
    def own(self) -> tuple[Line, ...]:
        """The lines without Ofsted's address."""
        return tuple(line for i, line in enumerate(self.lines) if i not in self.address)

    @cached_property
    def body_size(self) -> float:
        """Size in which most of the report is set."""
        letters: Counter[float] = Counter()
        for line in self.lines:
            letters[line.size] += len(line.text)
        return letters.most_common(1)[0][0] if letters else 0.0

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """The lines without Ofsted's address, footers, footnotes, raised figures and page numbers, which cut sentences in two."""
        return tuple(line for line in self.own if not self._is_margin(line))

    def _is_margin(self, line: Line) -> bool:
        if not self.pages:
            return bool(re.fullmatch(r"\d{1,3}", line.text)) or not line.text
        at_the_edge = line.down > 0.85 or line.down < 0.1
        return (
            line.size <= self.body_size - 2
            or (at_the_edge and bool(re.fullmatch(r"\d{1,3}", line.text)))
            or not line.text
        )

    @cached_property
    def headings(self) -> list[Heading]:
        """Runs of bold or large lines of the body, in order."""
        found, i = [], 0
        while i < len(self.body):
            after = self._heading_end(i)
            if after > i:
                run = self.body[i:after]
                found.append(Heading(joined(line.text for line in run), i, after, run[0].size, run[0].page))
            i = max(after, i + 1)
        return found

    def _heading_end(self, i: int) -> int:
        """Place after the last line of the heading that begins at ``i``; ``i`` itself where none does."""
        first, end = self.body[i], i
        if self._names_a_list(i):
            return i + 1
        while end < len(self.body) and end - i < 6 and self.stands_out(self.body[end]):
            line, before = self.body[end], self.body[end - 1]
            if end > i and (
                line.page != first.page
                or line.size != first.size
                or not -0.03 < line.down - before.down <= 1.6 * line.size / PAGE
            ):
                break
            end += 1
        return end

    def _names_a_list(self, i: int) -> bool:
        """Whether a line says "Recommendations" and no more, with the first of them below: one report prints it as body text."""
        below = self.body[i + 1].text if i + 1 < len(self.body) else ""
        return bool(LIST.fullmatch(self.body[i].text)) and below.startswith("1.")

    def stands_out(self, line: Line) -> bool:
        """Whether a line is set in bold or large type, as headings are."""
        return line.bold or line.size >= self.body_size + 1.5

    @cached_property
    def heading_places(self) -> list[int]:
        """Places of the body's lines that stand out, and of rows of a small table headed 'Key judgement, judgement grade'."""
        tables = [i for i, line in enumerate(self.body) if SMALL_TABLE.match(line.text)]
        rows = {i + k for i in tables for k in (1, 2, 3)}
        return [i for i, line in enumerate(self.body) if i in rows or self.stands_out(line)]

    @cached_property
    def heading_texts(self) -> list[tuple[int, str]]:
        """Page, and folded words from there on, of each of ``heading_places``: as many lines as a heading with its grade has."""
        return [
            (self.body[i].page, joined(line.text for line in self.body[i : i + WINDOW])) for i in self.heading_places
        ]

    @cached_property
    def text(self) -> str:
        """All words, folded, without Ofsted's address."""
        return joined(line.text for line in self.own)

    def front(self, pages: int = 2) -> str:
        """The words of the first pages, folded, footnotes and all, without Ofsted's address."""
        return joined(line.text for line in self.own if line.page <= pages)


def top_to_bottom(report: Report) -> Report:
    """The report with the blocks of each page from its top to its foot: a PDF may hold a box or an address out of its place."""
    if not report.pages:
        return report
    blocks: list[list[Line]] = []
    before: Line | None = None
    for line in report.lines:
        if before is None or line.page != before.page or before.down - line.down > SAME_ROW:
            blocks.append([])
        blocks[-1].append(line)
        before = line
    blocks.sort(key=lambda block: (block[0].page, block[0].down))
    return replace(report, lines=tuple(line for block in blocks for line in block))


def joined(texts: Iterable[str]) -> str:
    """Lines as one folded text. A word broken at its hyphen is put together; ``16- and 17-year-olds`` keeps its blank."""
    text = fold("\n".join(texts).replace("\u2010\n", "\u2010"))
    return re.sub(r"(?<=\w)-(?=(?:and|or|to) )", "- ", text)


def of_text(name: str, text: str) -> Report:
    """A report from plain text or Markdown. Bold where the text marks it so, or where a short block stands alone."""
    lines: list[Line] = []
    for _, block in groupby(text.replace("\f", "\n").splitlines(), key=lambda row: bool(row.strip())):
        rows = list(block)
        words = [MARKUP.sub("", row).strip() for row in rows]
        listed = next((i for i, text in enumerate(words) if re.match(r"\d{1,3}\.|[^\w\s‘'“\"(]", text)), len(words))
        short = (
            0 < listed <= 3
            and words[0][:1].isupper()
            and len(" ".join(words[:listed])) < 200
            and not words[listed - 1].endswith((".", ",", ";"))
        )
        for i, (row, said) in enumerate(zip(rows, words, strict=True)):
            marked = row.lstrip().startswith("#") or bool(re.fullmatch(r"\s*\*\*.*\*\*\s*", row))
            lines.append(Line(1, 0.0, 0.0, 12.0, marked or (short and i < listed), said))
    return Report(name, tuple(line for line in lines if line.text), 0)
