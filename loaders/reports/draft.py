"""A draft: everything that was read of a report, each value with its place and how sure the reader is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..documents import fold
from ..records import vocabulary
from . import front, intake, judgements
from .found import Found, missing
from .grades import Words
from .judgements import Book
from .lines import Report, joined
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
    visit_theme: str | None
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
            **{f"grades.{judgement}": found for judgement, found in self.grades.items()},
            "recommendations": self.recommendation_count,
            "paragraphs": self.paragraph_count,
        }

    @property
    def unsure(self) -> dict[str, str]:
        """Fields that a person must look at, and why."""
        return {name: found.doubt for name, found in self.facts.items() if not found.sure and not self._not_judged(name)}

    def _not_judged(self, name: str) -> bool:
        """Whether the report prints words that are no grade."""
        found = self.facts[name]
        return name.startswith("grades.") and found.value is not None and self.framework.grades.get(found.value) is None and not found.doubt


def draft_file(path: Path, vocabularies: dict[str, Any]) -> Draft:
    """Draft a record from a PDF or text file. Raises ``Refused`` with the reason, ``OSError`` where it cannot be opened."""
    return draft(intake.read_file(path), vocabularies)


def draft(report: Report, vocabularies: dict[str, Any]) -> Draft:
    """Draft a record from the lines of a report. ``vocabularies``: ``Records.vocabulary``. Raises ``Refused``."""
    kind = kind_of(report)
    book = Book(vocabularies["frameworks"], vocabularies["scale"])
    start, end, published = _days(report, kind)
    version, grades = judgements.read(report, kind, start.value, book)
    framework = book.frameworks[version.value]
    heading = _heading(report)
    asked = recommendations(report, has_board=kind == "sif")
    numbered, numbering = paragraphs(report, Words(framework))
    return Draft(
        name=report.name,
        framework=framework,
        version=version,
        title=re.sub(r"^.*?(?=\b(?:Re-? ?)?inspection of\b)", "", heading, flags=re.IGNORECASE),
        authority=front.authority(report, vocabularies["authorities"].authorities, heading),
        start=start,
        end=end,
        published=published,
        lead_inspector=front.lead_inspector(report),
        variant=_variant(report, kind, start),
        licence=LICENCE if LICENCE in report.text else None,
        visit_theme=_visit_theme(report) if kind == "focused_visit" else None,
        grades=grades,
        asked=asked,
        recommendation_count=_asked_count(asked),
        paragraphs=numbered,
        paragraph_count=_paragraph_count(numbered, numbering),
        report=report,
    )


def _days(report: Report, kind: str) -> tuple[Found, Found, Found]:
    if kind == "focused_visit":
        return front.visit_dates(report)
    return *front.inspection_dates(report), front.published(report)


def _heading(report: Report) -> str:
    """The words above the dates on the front, or the subject of a letter."""
    words: list[str] = []
    for line in report.lines[:40]:
        text = fold(line.text)
        if front.DATES_LABEL.match(text) or front.LEAD_LABEL.match(text) or line.page > 1:
            return joined(words)
        if not text.isdigit():
            words.append(line.text)
    subject = front.VISIT_TITLE.search(report.front(1))
    return subject.group() if subject else ""


def _variant(report: Report, kind: str, start: Found) -> str | None:
    if kind == "sif":
        return "reinspection" if judgements.is_reinspection(report) else "full"
    if kind != "ilacs" or not start.sure:
        return None
    first, last = front.first_period(start.words)
    return ("short" if (last - first).days < SHORT_DAYS else "standard") if first and last else None


def _visit_theme(report: Report) -> str | None:
    match = front.VISIT_THEME.search(report.front(2))
    return match["theme"].strip() if match else None


def _asked_count(asked: Asked) -> Found:
    if asked.heading is None:
        return missing("No heading says what needs to improve.")
    return Found(len(asked.authority), asked.heading.page, asked.heading.text, doubt=asked.doubt)


def _paragraph_count(numbered: list[Paragraph], numbering: Numbering) -> Found:
    if numbered:
        read = Found(len(numbered), numbered[0].page, f"1 to {numbered[-1].number}", numbering.oddity)
    else:
        read = Found(0, None, "no paragraph carries a number")
    return read.doubted(numbering.doubt) if numbering.doubt else read
