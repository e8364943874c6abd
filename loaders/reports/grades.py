"""Grades: tied to their judgement's words in the box on the front, and held against every heading that repeats them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..documents import fold
from ..records import vocabulary
from .found import Found
from .lines import Report

NUMBER = r"(?:\d(?:\.\d)?\.?\s+)?"
SAYS = r"[\s.:]*+(?:\b(?:is|are)(?: that it(?: is)?)?\b)?[\s.:]*+(?:Grade \d \(?)?"
"""What may stand between a judgement's words and its grade."""
BEFORE = r"(?:The graded judge?ment (?:for|about|of)(?: the)?\s+)?(?:The\s+)?(?:experiences?(?: and progress)? of\s+)?"
"""What a heading may print before a judgement's words."""


@dataclass(frozen=True)
class Words:
    """The words of a framework as regular expressions: its judgements' labels and its grades."""

    framework: vocabulary.Framework

    def label(self, judgement: vocabulary.Judgement) -> str:
        """Any of the ways in which a judgement's label is printed."""
        return "(?:" + "|".join(judgement.printed or [re.escape(fold(judgement.label))]) + ")"

    @property
    def grade(self) -> str:
        """Any grade of the framework, the longest words first, so that half a grade never counts."""
        words = sorted(self.framework.grades, key=len, reverse=True)
        return r"\b(?P<grade>" + "|".join(re.escape(word).replace(r"s\ ", r"s?\ ", 1) for word in words) + r")(?!\w)"

    def as_published(self, words: str) -> str:
        """A grade as the framework writes it, whatever its case and its verb."""

        def plain(word: str) -> str:
            return word.lower().replace("s ", " ", 1)

        return next(word for word in self.framework.grades if plain(word) == plain(words))


def box(text: str, words: Words, judgements: list[vocabulary.Judgement]) -> dict[str, Found]:
    """Grades of the longest unbroken run of 'label, grade' rows, by judgement id.

    A label that no grade follows at once, or a grade that no label precedes, ends the run: prose never joins it.
    """
    label = "|".join(f"(?P<{judgement.id}>{words.label(judgement)})" for judgement in judgements)
    row = re.compile(rf"{NUMBER}(?:{label})[\s.:]*+{words.grade}\.?(?: Grade \d)?(?:\s+\d\b(?!\.))?\s*", re.IGNORECASE)
    best: dict[str, Found] = {}
    for start in re.finditer(label, text, re.IGNORECASE):
        rows, place = {}, start.start()
        while match := row.match(text, place):
            name = next(judgement.id for judgement in judgements if match[judgement.id])
            if name in rows:
                break
            rows[name] = Found(words.as_published(match["grade"]), 1, match.group().strip())
            place = match.end()
        if len(rows) > len(best):
            best = rows
    return best


def headings(
    report: Report, words: Words, judgement: vocabulary.Judgement, pages: range = range(2, 1000)
) -> list[Found]:
    """Every heading on these pages that repeats the judgement's grade right after its words."""
    whole = re.compile(rf"{BEFORE}{words.label(judgement)}{SAYS}{words.grade}", re.IGNORECASE)
    found = []
    for page, text in report.heading_texts:
        if report.pages and page not in pages:
            continue
        if match := whole.match(text):
            found.append(Found(words.as_published(match["grade"]), page, match.group()))
    return found


def part_of_set(text: str, judgement: vocabulary.Judgement, framework: vocabulary.Framework) -> str:
    """The text from the heading of the judgement's set to that of the next set: some labels stand in more than one set."""
    place = next(i for i, one in enumerate(framework.sets) if one.id == judgement.set)
    first, *others = (text.find(one.label) for one in framework.sets[place:])
    return text[first : others[0] if others else None]


def confirm(read: Found, repeated: list[Found], grades: dict[str, str | None]) -> Found:
    """A grade held against the headings that repeat it."""
    if read.value is None:
        return read
    against = [other for other in repeated if grades[other.value] != grades[read.value]]
    if against:
        other = against[0]
        return read.doubted(f"The front says {read.value!r}, but page {other.page} says {other.words!r}.")
    return replace(read, confirmed=f"page {repeated[0].page}: {repeated[0].words}") if repeated else read


def plausible(found: dict[str, Found], framework: vocabulary.Framework, scale: dict[str, int]) -> dict[str, Found]:
    """The same, the overall grade doubted where it is better than the best or worse than the worst of the others."""
    ranks = {name: scale[grade] for name, read in found.items() if (grade := framework.grades.get(read.value))}
    others = [rank for name, rank in ranks.items() if name not in ("overall_effectiveness", "safeguarding_board")]
    overall = ranks.get("overall_effectiveness")
    if overall and others and not min(others) <= overall <= max(others):
        found["overall_effectiveness"] = found["overall_effectiveness"].doubted(
            "It is better than the best, or worse than the worst, of the other grades."
        )
    return found
