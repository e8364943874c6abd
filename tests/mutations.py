"""Change every quote, grade, day and theme of the real records, one at a time, and count what ``check`` and ``verify`` find.

    python -m tests.mutations --sources ../shared/reports --sources ../shared/visits --sources ../shared/sources

A change is legitimate where nothing can tell: a theme that one reader gave, a day that the source does not print. Many
changes stand in one pass, so that each source is read once: each problem names the place it is about.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from loaders import DATA
from loaders.records import schema
from loaders.records.checks import check
from loaders.records.contents import Origin, Records
from loaders.records.partial_date import PartialDate
from loaders.records.reading import read_records
from loaders.verification.verify import DAYS, verify

FOUND, LEGITIMATE, MISSED = "found", "legitimate", "not found"
DAYS_APART = (-1, 1, 7, 365)

Changed = tuple[schema.Inspection, dict[str, str]]
"""A record with a change at each of some places, and the places as problems name them, with what holds where none is found."""


def one_letter(record: schema.Inspection, records: Records) -> Changed:
    """Every quote with one letter of its longest inner word changed."""
    return _quotes(
        record, lambda quote: _changed(quote, lambda word: word[:1] + ("x" if word[1:2] != "x" else "y") + word[2:])
    )


def one_word(record: schema.Inspection, records: Records) -> Changed:
    """Every quote with its longest inner word left out."""
    return _quotes(record, lambda quote: _changed(quote, lambda word: ""))


def _changed(quote: str, change: Callable[[str], str]) -> str:
    """The quote with its longest inner word changed: without its first or last word it would be a quote all the same."""
    words = quote.split()
    at = max(range(1, len(words) - 1), key=lambda i: len(words[i]), default=0)
    return " ".join([*words[:at], *filter(None, [change(words[at])]), *words[at + 1 :]])


def _quotes(record: schema.Inspection, change: Callable[[str], str]) -> Changed:
    places: dict[str, str] = {}
    lists = {}
    for name in ("findings", "recommendations"):
        entries = getattr(record, name)
        lists[name] = [entry.model_copy(update={"quote": change(entry.quote)}) for entry in entries]
        places |= {f"{name}[{i}].quote": MISSED for i in range(len(entries))}
    return record.model_copy(update=lists), places


def next_grade(by: int) -> Callable[[schema.Inspection, Records], Changed]:
    """Every grade as the one that stands so many places further on in the framework's list of grades."""

    def change(record: schema.Inspection, records: Records) -> Changed:
        framework = next(f for f in records.vocabulary["frameworks"].frameworks if f.id == record.framework)
        words = list({grade: word for word, grade in reversed(framework.grades.items()) if grade}.values())
        grades = {}
        for judgement, grade in record.grades.items():
            others = [word for word in words if framework.grades[word] != framework.grades.get(grade.as_published)]
            grades[judgement] = grade.model_copy(update={"as_published": others[by % len(others)]})
        return _bare(record, grades=grades), {f"grades.{judgement}": MISSED for judgement in grades}

    return change


def other_day(name: str, apart: int) -> Callable[[schema.Inspection, Records], Changed]:
    """One day of each record, so many days earlier or later."""

    def change(record: schema.Inspection, records: Records) -> Changed:
        day: PartialDate | None = getattr(record, name)
        if day is None or day.precision != "day":
            return record, {}
        told = LEGITIMATE if name in record.not_printed else MISSED
        return _bare(record, **{name: day._replace(first=day.first + timedelta(apart))}), {name: told}

    return change


def next_theme(record: schema.Inspection, records: Records) -> Changed:
    """Every theme of a paragraph as the next one of the codebook that the paragraph does not have."""
    themes = [theme.id for theme in records.vocabulary["themes"].themes]
    findings, places = [], {}
    for finding in record.findings:
        codes: dict[str, schema.Verdict] = {}
        for theme, verdict in finding.codes.items():
            at = themes.index(theme)
            other = next(t for t in (*themes[at + 1 :], *themes) if t not in finding.codes and t not in codes)
            codes[other] = verdict
            places[f"paragraph {finding.paragraph}, {theme}"] = MISSED if record.readings == 2 else LEGITIMATE
        findings.append(finding.model_copy(update={"codes": codes}))
    return record.model_copy(update={"findings": findings}), places


def _bare(record: schema.Inspection, **update: object) -> schema.Inspection:
    """The record without what is not looked at, so that a pass costs little."""
    return record.model_copy(update={"findings": [], "recommendations": [], **update})


KINDS = {
    "quote: a letter changed": [one_letter],
    "quote: a word left out": [one_word],
    "grade: another one": [next_grade(by) for by in (0, 1, 2)],
    **{f"day: {name}": [other_day(name, apart) for apart in DAYS_APART] for name in DAYS},
    "theme: another one": [next_theme],
}


def score(folder: Path, sources: list[Path], only: Collection[str] | None = None) -> dict[str, Counter[str]]:
    """Count by kind of change how many were found, could be legitimate, and were not found. ``only``: some records."""
    records = read_records(folder)
    chosen = {
        name: record
        for name, record in records.inspections.items()
        if record.source.file and name not in records.from_statistics and (only is None or name in only)
    }
    every = Records(records.vocabulary)
    expected: dict[tuple[str, str, str], tuple[str, str]] = {}
    found: set[tuple[str, str, str]] = set()
    changes = [(kind, change) for kind, several in KINDS.items() for change in several]
    for number, (kind, change) in enumerate(changes):
        for name, record in chosen.items():
            changed, places = change(record, records)
            expected |= {(str(number), name, place): (kind, told) for place, told in places.items()}
            variant = f"{number}:{name}"
            every.inspections[variant] = records.inspections[name] = changed
            every.origins[variant] = Origin(variant)
        found |= {(str(number), *place) for place in _checked(replace(records, problems=[]), chosen)}
        records.inspections |= chosen
    for problem in verify(every, sources).problems:
        found.add((*problem.file.split(":"), problem.field))  # type: ignore[arg-type]
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    for place, (kind, told) in expected.items():
        counts[kind][FOUND if place in found else told] += 1
    return counts


def _checked(records: Records, chosen: Collection[str]) -> Iterator[tuple[str, str]]:
    """Record and place of every problem that ``check`` finds. A day out of its order or framework may be told at another."""
    names = {records.origins[name].file: name for name in chosen}
    codings = {records.origins[f"codings/{name}"].file: name for name in chosen if name in records.codings}
    inspections = dict(records.inspections)
    check(replace(records, inspections=inspections, codings=dict(records.codings), plans=dict(records.plans)))
    for problem in records.problems:
        if problem.file in codings:
            yield codings[problem.file], problem.message.partition(":")[0]
        if problem.file in names:
            yield names[problem.file], problem.field
            if problem.field in (*DAYS, "framework"):
                yield from ((names[problem.file], day) for day in DAYS)


def main() -> None:
    """Print the counts as a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sources", action="append", required=True, type=Path, metavar="DIR")
    counts = score(DATA, parser.parse_args().sources)
    print("| change | made | found | legitimate | not found | found of those that can be |")
    print("|---|---|---|---|---|---|")
    for kind, told in counts.items():
        can_be = told[FOUND] + told[MISSED]
        share = f"{told[FOUND] / can_be:.2%}" if can_be else "none"
        print(f"| {kind} | {told.total()} | {told[FOUND]} | {told[LEGITIMATE]} | {told[MISSED]} | {share} |")


if __name__ == "__main__":
    main()
