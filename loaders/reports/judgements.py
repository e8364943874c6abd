"""Which framework a report belongs to, and every grade it gives: the box on the front, confirmed by its headings."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from ..records import vocabulary
from .found import Found, missing
from .grades import SAYS, Words, box, confirm, headings, part_of_set, plausible
from .lines import Report, joined

ENOUGH = 2
"""Confirmed rows that vouch for a row without a heading of its own, where the box is whole."""


class Book:
    """The frameworks and the grade scale, looked up by id."""

    def __init__(self, book: vocabulary.Frameworks, scale: vocabulary.Scale):
        self.frameworks = {framework.id: framework for framework in book.frameworks}
        self.scale = {grade.id: grade.rank for grade in scale.grades}

    def versions(self, kind: str) -> list[vocabulary.Framework]:
        """Frameworks of one kind, by age."""
        return [framework for framework in self.frameworks.values() if framework.kind == kind]


def fronts(report: Report) -> list[str]:
    """The first two pages as one text: with everything printed there, and without footnotes and footers."""
    return [report.front(), joined(line.text for line in report.body if line.page <= 2)]


def read(report: Report, kind: str, start: date | None, book: Book) -> tuple[Found, dict[str, Found]]:
    """The framework's id, and a grade for each of its judgements, as published or missing."""
    if kind == "ilacs":
        return _ilacs(report, start, book)
    framework = book.frameworks[kind]
    reader = {
        "sif": _single,
        "slac": _two_sets,
        "slac_2013": _closing_table,
        "focused_visit": lambda *_: {},
        "jtai": lambda *_: {},
    }[kind]
    known = Found(
        framework.id, 1, confirmed="its title and its box of grades" if framework.judgements else "its first sentence"
    )
    return _in_force(known, framework, start), reader(report, framework, book)


def _in_force(found: Found, framework: vocabulary.Framework, start: date | None) -> Found:
    opens, closes = framework.in_force_from, framework.in_force_to
    if start and ((opens and start < opens.first) or (closes and start > closes.last)):
        return found.doubted(f"It was not in force on {start}, the first day printed.")
    return found


def _ilacs(report: Report, start: date | None, book: Book) -> tuple[Found, dict[str, Found]]:
    """The version whose rows the box prints. Where two versions print the same rows, the day the inspection began decides."""
    read: dict[str, dict[str, Found]] = {}
    versions = book.versions("ilacs")
    for framework in versions:
        words = Words(framework)
        read[framework.id] = max((box(text, words, framework.judgements) for text in fronts(report)), key=len)
    whole = [framework for framework in versions if len(read[framework.id]) == len(framework.judgements)]
    longest = max(len(rows) for rows in read.values())
    fitting = [framework for framework in versions if len(read[framework.id]) == longest] if longest else versions
    at_the_time = [
        framework for framework in fitting if start and _in_force(Found(framework.id), framework, start).sure
    ]
    framework = next(iter(at_the_time or [max(whole or fitting, key=lambda version: len(version.judgements))]))
    found = _in_force(Found(framework.id, 1, confirmed="the rows of its box of grades"), framework, start)
    if framework not in whole:
        found = found.doubted("The box of grades does not hold all of its rows.")
    return found, _confirmed(report, framework, read[framework.id], book)


def _confirmed(report: Report, framework: vocabulary.Framework, rows: dict[str, Found], book: Book) -> dict[str, Found]:
    """Rows of the box held against the headings. A row without a heading stands only in a whole box that headings confirm."""
    words, found = Words(framework), {}
    for judgement in framework.judgements:
        row = rows.get(judgement.id) or missing(f"No grade stands right after the words {judgement.label!r}.")
        found[judgement.id] = confirm(row, headings(report, words, judgement), framework.grades)
    found = plausible(found, framework, book.scale)
    vouched = len(rows) == len(framework.judgements) and sum(bool(read.confirmed) for read in found.values()) >= ENOUGH
    vouched = vouched and not any(read.doubt for read in found.values())
    return {
        name: read if read.confirmed or vouched or read.value is None else _alone(read) for name, read in found.items()
    }


def _alone(read: Found) -> Found:
    return read if read.doubt else read.doubted("No heading repeats this grade.")


def _single(report: Report, framework: vocabulary.Framework, book: Book) -> dict[str, Found]:
    """A single inspection: the headline gives the overall grade, the box five more, a sentence the board's."""
    words = Words(framework)
    apart = ("overall_effectiveness", "safeguarding_board")
    inside = [judgement for judgement in framework.judgements if judgement.id not in apart]
    rows = max((box(text, words, inside) for text in fronts(report)), key=len)
    found = {
        judgement.id: confirm(
            rows.get(judgement.id) or missing(f"No grade stands right after the words {judgement.label!r}."),
            headings(report, words, judgement),
            framework.grades,
        )
        for judgement in inside
    }
    whole = len(rows) == len(inside) and sum(bool(read.confirmed) for read in found.values()) >= ENOUGH
    found = {name: read if read.confirmed or whole else _alone(read) for name, read in found.items()}
    by_id = {judgement.id: judgement for judgement in framework.judgements}
    overall = _overall(report, words, framework)
    found = {"overall_effectiveness": overall, **found}
    if not is_reinspection(report):
        everywhere = headings(report, words, by_id["safeguarding_board"], range(1, 1000))
        found["safeguarding_board"] = _first_of(everywhere[:1], everywhere[1:], framework)
    return _by_the_rule(plausible(found, framework, book.scale), framework, book)


def _overall(report: Report, words: Words, framework: vocabulary.Framework) -> Found:
    """The grade of the headline: a heading of the front page, or a line of it that says nothing else."""
    judgement = next(judgement for judgement in framework.judgements if judgement.id == "overall_effectiveness")
    whole = re.compile(rf"{words.label(judgement)}{SAYS}{words.grade}\.?", re.IGNORECASE)
    lines = [line.text for line in report.body if line.page == 1]
    plain = [match for i in range(len(lines)) for k in (1, 2) if (match := whole.fullmatch(joined(lines[i : i + k])))]
    front = headings(report, words, judgement, range(1, 3)) or [
        Found(words.as_published(match["grade"]), 1, match.group()) for match in plain
    ]
    return _first_of(front, headings(report, words, judgement, range(3, 9)), framework)


def _first_of(first: list[Found], more: list[Found], framework: vocabulary.Framework) -> Found:
    read = first[0] if first else missing("No heading gives this grade.")
    return confirm(read, [*first[1:], *more], framework.grades)


def is_reinspection(report: Report) -> bool:
    """Whether the title says that this is a re-inspection, which reviews no board."""
    return bool(re.search(r"\bRe-? ?inspection of services", report.front(1), re.IGNORECASE))


def _by_the_rule(found: dict[str, Found], framework: vocabulary.Framework, book: Book) -> dict[str, Found]:
    """Ofsted's own rule for single inspections: inadequate overall if, and only if, one of the three key judgements is."""
    worst = max(book.scale.values())

    def inadequate(name: str) -> bool | None:
        grade = framework.grades.get(found[name].value)
        return book.scale[grade] == worst if grade else None

    overall = inadequate("overall_effectiveness")
    key = [inadequate(name) for name in ("help_and_protection", "looked_after", "leadership")]
    if overall is not None and None not in key and overall != any(key):
        found["overall_effectiveness"] = found["overall_effectiveness"].doubted(
            "It does not follow from the three key judgements."
        )
    elif overall is not None and None not in key and not found["overall_effectiveness"].confirmed:
        found["overall_effectiveness"] = replace(
            found["overall_effectiveness"], confirmed="it fits the three key judgements"
        )
    return found


def _closing_table(report: Report, framework: vocabulary.Framework, book: Book) -> dict[str, Found]:
    """The looked-after inspections of 2013: a table at the end, and a grade under each heading."""
    _, _, table = report.text.rpartition("Record of main findings")
    return _confirmed(report, framework, box(table, Words(framework), framework.judgements), book)


def _two_sets(report: Report, framework: vocabulary.Framework, book: Book) -> dict[str, Found]:
    """The inspections to 2012: a closing table in two sets, whose labels are partly the same."""
    words = Words(framework)
    chapters, _, table = report.text.rpartition("Record of main findings")
    found: dict[str, Found] = {}
    for judgement in framework.judgements:
        own, grade = part_of_set(table, judgement, framework), rf"{words.label(judgement)}[\s.:]*+{words.grade}"
        row = re.search(grade, own, re.IGNORECASE)
        read = (
            Found(words.as_published(row["grade"]), report.pages or 1, row.group())
            if row
            else missing(f"The closing table gives no grade for {judgement.label!r}.")
        )
        again = re.finditer(
            rf"{words.label(judgement)}{SAYS_GRADE}{words.grade}\)?",
            part_of_set(chapters, judgement, framework),
            re.IGNORECASE,
        )
        repeated = [Found(words.as_published(match["grade"]), None, match.group()) for match in again]
        found[judgement.id] = confirm(read, repeated, framework.grades)
    return found


SAYS_GRADE = r"\s*Grade \d \("
"""How a chapter of 2012 prints the grade under its heading."""
