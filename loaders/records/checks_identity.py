"""Whether a record stands where it belongs: its folder and name beside its framework, days and title, and no other the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from . import schema, vocabulary
from .contents import Origin, Records
from .ids import parts_of
from .problems import Problem, one_of


class Words:
    """The vocabulary, looked up by id."""

    def __init__(self, records: Records):
        frameworks: vocabulary.Frameworks = records.vocabulary["frameworks"]
        themes: vocabulary.Themes = records.vocabulary["themes"]
        authorities: vocabulary.Authorities = records.vocabulary["authorities"]
        self.book = frameworks
        self.frameworks = {framework.id: framework for framework in frameworks.frameworks}
        self.themes = {theme.id for theme in themes.themes}
        self.groups = set(themes.groups)
        self.authorities = {authority.id: (authority.name, *authority.aliases) for authority in authorities.authorities}
        self.as_at: date = records.vocabulary["collection"].as_at
        self.begun: dict[tuple[str, str, date], str] = {}
        for record_id in sorted(set(records.inspections) - records.from_statistics):
            record = records.inspections[record_id]
            if _is_named_by_its_year(record_id, record):
                self.begun.setdefault(_event(record_id, record), record_id)


def identity_problems(record_id: str, record: schema.Inspection, origin: Origin, words: Words) -> Iterator[Problem]:
    """What makes no sense in the place and name of a record, beside what it says itself."""
    authority, _, name = record_id.partition("/")
    parts = parts_of(record_id)
    if authority not in words.authorities:
        known = one_of(authority, words.authorities, "an authority of authorities.csv")
        yield origin.problem((), f"the folder says {known}")
    kinds = {framework.kind for framework in words.frameworks.values()}
    if parts is None:
        yield origin.problem((), f"found the file name {name!r}; it is <year it began>-<kind>, such as 2022-ilacs.")
        return
    kind = parts.kind
    if kind not in kinds:
        yield origin.problem((), f"in the file name {one_of(kind, kinds, 'a kind of inspection')}")
    elif record.framework in words.frameworks and words.frameworks[record.framework].kind != kind:
        yield origin.problem(
            ("framework",),
            f"found {record.framework!r}, whose kind is {words.frameworks[record.framework].kind!r}, but the file name says {kind!r}. Mend one of the two.",
        )
    if parts.year != record.start.first.year:
        yield origin.problem(
            ("start",),
            f"found {record.start.first.year}, but the file name says {parts.year}. The file is named by the year the inspection began.",
        )
    if (
        record.start.precision == "day"
        and _is_named_by_its_year(record_id, record)
        and (first := words.begun.get(_event(record_id, record), record_id)) != record_id
    ):
        yield origin.problem(
            ("start",), f"found {record.start}, on which {first} began. It is the same inspection: keep one of the two."
        )
    yield from _title(authority, record, origin, words)
    if record.published and record.published.first > words.as_at:
        yield origin.problem(
            ("published",),
            f"found {record.published}, after {words.as_at}, the day that the data stand at. Move as_at in collection.yaml, and how far "
            "its lists reach, so that pages say from when it is known.",
            "warning",
        )


def _title(authority: str, record: schema.Inspection, origin: Origin, words: Words) -> Iterator[Problem]:
    """A title that names another authority than the folder does."""
    title, own = record.title or "", words.authorities.get(authority, ())
    if any(name.casefold() in title.casefold() for name in own):
        return
    for names in words.authorities.values():
        if re.search(rf"\b{re.escape(names[0])}\b", title):
            said = f"found {names[0]}, but the folder is that of {own[0] if own else authority}. Put the file where it belongs."
            yield origin.problem(("title",), said)
            return


def _event(record_id: str, record: schema.Inspection) -> tuple[str, str, date]:
    """Of whom, of which kind, and when: what no two records have in common."""
    parts = parts_of(record_id)
    return record_id.partition("/")[0], parts.kind if parts else record_id, record.start.first


def _is_named_by_its_year(record_id: str, record: schema.Inspection) -> bool:
    parts = parts_of(record_id)
    return parts is not None and parts.year == record.start.first.year
