"""A draft: everything that was read of a report, each value with its place and how sure the reader is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..documents import fold
from ..records import vocabulary
from . import front, intake, judgements, letters
from .found import Found, missing
from .grades import Words
from .judgements import Book
from .letter_lists import asked_in_letter
from .lines import Report, joined, top_to_bottom
from .paragraphs import Numbering, Paragraph, paragraphs
from .recognise import kind_of
from .recommendations import Asked, recommendations

SHORT_DAYS = 5
"""A first period on site of this many days or fewer is a short inspection; the report prints no word for it."""
LICENCE = "Open Government Licence"


@dataclass
class Draft:
    """What was read of one report."""

    name: str
    framework: vocabulary.Framework
    version: Found
    title: str
    authority: Found
    start: Found
    end: Found
    published: Found
    lead_inspector: Found
    variant: str | None
    licence: str | None
    visit_theme: Found
    inspectors: Found
    agencies: Found
    grades: dict[str, Found]
    asked: Asked
    recommendation_count: Found
    paragraphs: list[Paragraph]
    paragraph_count: Found
    report: Report = field(repr=False)

    @property
    def facts(self) -> dict[str, Found]:
        """Every single value by its field, grades as ``grades.<judgement>``."""
        return {
            "framework": self.version,
            "authority": self.authority,
            "start": self.start,
            "end": self.end,
            "published": self.published,
            "lead_inspector": self.lead_inspector,
            **self._of_a_letter(),
            **{f"grades.{judgement}": found for judgement, found in self.grades.items()},
            "recommendations": self.recommendation_count,
            **self._of_a_board(),
            "paragraphs": self.paragraph_count,
        }

    @property
    def is_letter(self) -> bool:
        """Whether it is the letter of a visit or of a joint inspection, which gives no grades."""
        return self.framework.id in letters.KINDS

    def _of_a_board(self) -> dict[str, Found]:
        if "safeguarding_board" not in self.grades:
            return {}
        return {
            "board_recommendations": Found(
                len(self.asked.board), words="asked of the safeguarding board", doubt=self.asked.board_doubt
            )
        }

    def _of_a_letter(self) -> dict[str, Found]:
        if not self.is_letter:
            return {}
        if self.framework.id == "focused_visit":
            return {"visit_theme": self.visit_theme, "inspectors": self.inspectors}
        strengths = Found(len(self.asked.strengths), words="listed as strengths", doubt=self.asked.strengths_doubt)
        listed = {"strengths": strengths} if self.asked.strengths or self.asked.strengths_doubt else {}
        return {"visit_theme": self.visit_theme, "agencies": self.agencies, **listed}

    @property
    def unsure(self) -> dict[str, str]:
        """Fields that a person must look at, and why."""
        silent = {"lead_inspector"} if self.is_letter and self.lead_inspector.value is None else set()
        return {
            name: found.doubt
            for name, found in self.facts.items()
            if not (found.sure or name in silent or self._not_judged(name))
        }

    def _not_judged(self, name: str) -> bool:
        """Whether the report prints words that are no grade."""
        found = self.facts[name]
        return (
            name.startswith("grades.")
            and found.value is not None
            and self.framework.grades.get(found.value) is None
            and not found.doubt
        )


def draft_file(path: Path, vocabularies: dict[str, Any]) -> Draft:
    """Draft a record from a PDF or text file. Raises ``Refused`` with the reason, ``OSError`` where it cannot be opened."""
    return draft(intake.read_file(path), vocabularies)


def draft(report: Report, vocabularies: dict[str, Any]) -> Draft:
    """Draft a record from the lines of a report. ``vocabularies``: ``Records.vocabulary``. Raises ``Refused``."""
    kind = kind_of(report)
    report = top_to_bottom(report) if kind in letters.KINDS else report
    book = Book(vocabularies["frameworks"], vocabularies["scale"])
    letter = letters.front_of(report) if kind in letters.KINDS else None
    start, end, published = (
        letters.days(report, kind) if letter else (*front.inspection_dates(report), front.published(report))
    )
    version, grades = judgements.read(report, kind, start.value, book)
    framework = book.frameworks[version.value]
    heading = letter.title if letter else _heading(report)
    asked = asked_in_letter(report, kind) if letter else recommendations(report, has_board=kind == "sif")
    numbered, numbering = ([], Numbering("", "")) if letter else paragraphs(report, Words(framework))
    return Draft(
        name=report.name,
        framework=framework,
        version=version,
        title=heading if letter else re.sub(r"^.*?(?=\b(?:Re-? ?)?inspection of\b)", "", heading, flags=re.IGNORECASE),
        authority=front.authority(
            report, vocabularies["authorities"].authorities, heading, letter.sentence if letter else ""
        ),
        start=start,
        end=end,
        published=published,
        lead_inspector=letters.lead(letter) if letter else front.lead_inspector(report),
        variant=_variant(report, kind, start),
        licence=LICENCE if LICENCE in report.text else None,
        visit_theme=letters.theme(letter, kind) if letter else Found(),
        inspectors=letters.inspectors(letter) if letter else Found(),
        agencies=letters.agencies(letter) if letter else Found(),
        grades=grades,
        asked=asked,
        recommendation_count=_asked_count(asked),
        paragraphs=numbered,
        paragraph_count=_paragraph_count(numbered, numbering),
        report=report,
    )


def _heading(report: Report) -> str:
    """The words above the dates on the front; where it prints none, its first heading."""
    words: list[str] = []
    for line in report.own[:40]:
        text = fold(line.text)
        if line.page > 1:
            break
        if front.DATES_LABEL.match(text) or front.LEAD_LABEL.match(text):
            return joined(words)
        if not text.isdigit():
            words.append(line.text)
    return next((heading.text for heading in report.headings if heading.page <= 1), "")


def _variant(report: Report, kind: str, start: Found) -> str | None:
    if kind == "sif":
        return "reinspection" if judgements.is_reinspection(report) else "full"
    if kind != "ilacs" or not start.sure:
        return None
    first, last = front.first_period(start.words)
    return ("short" if (last - first).days < SHORT_DAYS else "standard") if first and last else None


def _asked_count(asked: Asked) -> Found:
    if asked.heading is None and asked.doubt:
        return missing(asked.doubt)
    if asked.heading is None:
        return Found(0, words="the findings follow the headline, and nothing is asked for")
    return Found(len(asked.authority), asked.heading.page, asked.heading.text, doubt=asked.doubt)


def _paragraph_count(numbered: list[Paragraph], numbering: Numbering) -> Found:
    if numbered:
        read = Found(len(numbered), numbered[0].page, f"1 to {numbered[-1].number}", numbering.oddity)
    else:
        read = Found(0, None, "no paragraph carries a number")
    return read.doubted(numbering.doubt) if numbering.doubt else read
