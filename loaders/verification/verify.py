"""Every quote, grade, day and name of a record looked up in its source.

A record says only what its source says; this is the machine's part of that promise.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from ..documents import UnreadableDocument, fold
from ..records import plan_schema, schema, vocabulary
from ..records.contents import Origin, Records
from ..records.problems import Problem
from ..reports.grades import Words, part_of_set
from .days import prints_day, prints_span
from .sources import COPIED_WORDS, SourceText, find_source, read_source, runs
from .statistics import verify_edition

GRADE_DISTANCE = 60  # letters between a judgement's label and its grade: a heading's leader dots and line breaks

DAYS = ("start", "end", "published")


@dataclass
class Verification:
    """What was looked up: how many quotes, grades, days and names, in how many sources, and what was not found."""

    sources: int = 0
    quotes: int = 0
    grades: int = 0
    days: int = 0
    names: int = 0
    summaries: int = 0
    problems: list[Problem] = field(default_factory=list)


def verify(records: Records, folders: Iterable[Path], only: Collection[str] | None = None) -> Verification:
    """Look up everything that the records quote in the sources found in or below ``folders``.

    ``only``: ids of the records, plans and editions to look at; all by default.
    """
    folders, result = list(folders), Verification()
    cache: dict[str, SourceText] = {}
    plans = {f"action_plans/{record_id}": plan for record_id, plan in records.plans.items()}
    everything: dict[str, schema.Inspection | plan_schema.ActionPlan] = {**records.inspections, **plans}
    for record_id, record in everything.items():
        if (
            record.source.file is None
            or record_id in records.from_statistics
            or (only is not None and record_id not in only)
        ):
            continue
        origin = records.origins[record_id]
        source = _source(record.source.file, folders, origin, cache)
        if isinstance(source, Problem):
            result.problems.append(source)
            continue
        result.sources += 1
        pages = _source(record.source.pdf, folders, origin, cache) if record.source.pdf else source
        if isinstance(pages, Problem):
            result.problems.append(pages)
            pages = source
        _verify_record(record, origin, source, pages, records, result)
    for edition in records.editions:
        if only is not None and f"statistics/{edition.name}" not in only:
            continue
        result.sources += 1
        result.grades += sum(len(row.grades) for row in edition.rows.values())
        result.problems += verify_edition(edition, records, folders)
    result.problems.sort()
    return result


def _source(name: str, folders: list[Path], origin: Origin, cache: dict[str, SourceText]) -> SourceText | Problem:
    if name not in cache:
        path = find_source(name, folders)
        if path is None:
            looked = ", ".join(folder.as_posix() for folder in folders)
            return origin.problem(
                ("source", "file"), f"found {name!r}; no such file in {looked}. Give its folder with --sources."
            )
        try:
            cache[name] = read_source(path)
        except UnreadableDocument as error:
            return origin.problem(("source", "file"), f"{path.name} cannot be read ({error}).")
    return cache[name]


def _verify_record(
    record: schema.Inspection | plan_schema.ActionPlan,
    origin: Origin,
    source: SourceText,
    pages: SourceText,
    records: Records,
    result: Verification,
) -> None:
    for where, quote, page in quotes(record):
        result.quotes += 1
        if not source.holds(quote):
            result.problems.append(
                origin.problem(
                    where, f"found {quote!r}; it is not in {source.path.name}. Quote the source letter for letter."
                )
            )
        elif page and len(pages.pages) > 1 and not pages.holds_at(quote, page):
            result.problems.append(
                origin.problem(
                    where, f"the quote is not on page {page} of {pages.path.name}, nor on the next. Mend the page."
                )
            )
    for where, summary in summaries(record):
        result.summaries += 1
        copied = next((run for run in runs(summary) if run in source.runs_of_words), None)
        if copied:
            result.problems.append(
                origin.problem(
                    where,
                    f"{COPIED_WORDS} words in a row are the source's: {' '.join(copied)!r}. Say it in your own words.",
                    "warning",
                )
            )
    if isinstance(record, schema.Inspection):
        _verify_facts(record, origin, source, records, result)


def quotes(record: schema.Inspection | plan_schema.ActionPlan) -> Iterator[tuple[tuple, str, int | None]]:
    """Every quote of a record: its path, its words and its page if known."""
    if isinstance(record, schema.Inspection):
        for i, finding in enumerate(record.findings):
            yield ("findings", i, "quote"), finding.quote, finding.page
        for i, recommendation in enumerate(record.recommendations):
            yield ("recommendations", i, "quote"), recommendation.quote, recommendation.page
        return
    for i, entry in enumerate(record.recommendations):
        where = ("recommendations", i)
        yield (*where, "heading"), entry.heading, None
        for k, action in enumerate(entry.actions):
            yield (*where, "actions", k, "quote"), action.quote, None
            yield (*where, "actions", k, "leads"), action.leads, None
            if action.progress_quote:
                yield (*where, "actions", k, "progress_quote"), action.progress_quote, None
        for k, outcome in enumerate(entry.expected_outcomes):
            yield (*where, "expected_outcomes", k, "quote"), outcome.quote, None


def summaries(record: schema.Inspection | plan_schema.ActionPlan) -> Iterator[tuple[tuple, str]]:
    """Every summary in our own words: its path and its words."""
    if isinstance(record, schema.Inspection):
        for name in ("findings", "recommendations"):
            for i, entry in enumerate(getattr(record, name)):
                yield (name, i, "summary"), entry.summary
        return
    for i, entry in enumerate(record.recommendations):
        for k, action in enumerate(entry.actions):
            yield ("recommendations", i, "actions", k, "summary"), action.summary
            if action.progress_summary:
                yield ("recommendations", i, "actions", k, "progress_summary"), action.progress_summary
        for k, outcome in enumerate(entry.expected_outcomes):
            yield ("recommendations", i, "expected_outcomes", k, "summary"), outcome.summary


def _verify_facts(
    record: schema.Inspection, origin: Origin, source: SourceText, records: Records, result: Verification
) -> None:
    book: vocabulary.Frameworks = records.vocabulary["frameworks"]
    framework = next(f for f in book.frameworks if f.id == record.framework)
    text = fold("\n".join(source.pages))
    for judgement in framework.judgements:
        grade = record.grades.get(judgement.id)
        if grade is None:
            continue
        result.grades += 1
        if not _printed(judgement, grade, framework, text):
            result.problems.append(
                origin.problem(
                    ("grades", judgement.id),
                    f"found {grade.as_published!r}; {source.path.name} does not print it beside {judgement.label!r}.",
                )
            )
    days = {name: day.first for name in DAYS if (day := getattr(record, name)) and day.precision == "day"}
    result.days += len(days)
    result.problems += _day_problems(days, record, origin, source, text)
    if record.lead_inspector:
        result.names += 1
        if not source.holds(record.lead_inspector):
            result.problems.append(
                origin.problem(
                    ("lead_inspector",), f"found {record.lead_inspector!r}; the name is not in {source.path.name}."
                )
            )


def _day_problems(
    days: dict[str, date], record: schema.Inspection, origin: Origin, source: SourceText, text: str
) -> Iterator[Problem]:
    """Say where a day is not printed and the record does not say so, or it is and the record denies it."""
    absent = [name for name, day in days.items() if not prints_day(text, day)]
    denied: list[str] = list(record.not_printed)
    for name in absent:
        if name not in denied:
            yield origin.problem(
                (name,),
                f"found {days[name]}; {source.path.name} does not print that day. Mend it, or add {name} to not_printed with a note that says from where it is known.",
            )
    for name in denied:
        if name in days and name not in absent:
            yield origin.problem(
                ("not_printed",), f"{source.path.name} prints {days[name]}. Take {name} out of not_printed."
            )
    start, end = days.get("start"), days.get("end")
    if (
        start
        and end
        and start != end
        and not {"start", "end"} & {*absent, *denied}
        and not prints_span(text, start, end)
    ):
        yield origin.problem(
            ("start",),
            f"found {start} to {end}; {source.path.name} prints these days, but not as the first and last of a span. Mend one of the two.",
        )


def _printed(judgement: vocabulary.Judgement, grade: schema.Grade, framework: vocabulary.Framework, text: str) -> bool:
    """Whether the source prints this grade, and no other, right after the judgement's label (or its number where it has one)."""
    if judgement.set:
        chapters, _, table = text.rpartition("Record of main findings")
        text, numbered = part_of_set(table, judgement, framework), part_of_set(chapters, judgement, framework)
        if grade.number and not _follows(judgement, grade, framework, numbered, grade.number):
            return False
    return _follows(judgement, grade, framework, text)


def _follows(
    judgement: vocabulary.Judgement,
    grade: schema.Grade,
    framework: vocabulary.Framework,
    text: str,
    number: int | None = None,
) -> bool:
    """Whether the first grade printed after any place where the label stands is this one, with its number where one is asked for."""
    known = Words(framework)
    for place in re.finditer(known.label(judgement), text, re.IGNORECASE):
        after = text[place.end() : place.end() + GRADE_DISTANCE + len(grade.as_published)]
        first = re.search(rf"(?:Grade (?P<number>\d) \()?{known.grade}", after, re.IGNORECASE)
        if (
            first
            and known.as_published(first["grade"]) == grade.as_published
            and (number is None or first["number"] == str(number))
        ):
            return True
    return False
