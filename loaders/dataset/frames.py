"""Records -> frames: one flat pandas frame per kind of row.

``COLUMNS`` is the contract: name and type of every column of every frame. Ids are strings; dates are ``datetime64``
(of a month or a year its first day, with the precision beside it); unknown is missing. A frame without rows has
the same columns and types.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from ..records import plan_schema, schema, vocabulary
from ..records.reading import Records

Row = dict[str, Any]

TYPES = {"text": "str", "date": "datetime64[s]", "number": "Int64", "flag": "bool"}

COLUMNS: dict[str, dict[str, str]] = {
    "authorities": {"authority": "text", "name": "text", "ons_code": "text", "dfe_code": "text", "urn": "text", "region": "text", "status": "text", "aliases": "text", "reports_checked": "date", "ofsted_region": "text", "successors": "text", "short": "text", "tile_column": "number", "tile_row": "number"},
    "neighbours": {"authority": "text", "neighbour": "text", "rank": "number"},
    "inspections": {"inspection": "text", "authority": "text", "framework": "text", "kind": "text", "start": "date", "end": "date", "date_precision": "text", "published": "date", "published_precision": "text", "lead_inspector": "text", "url": "text", "depth": "text", "visit_theme": "text", "focus": "text", "variant": "text", "title": "text", "summary": "text", "recommendations": "number", "board_recommendations": "number", "numbered_paragraphs": "number"},
    "grades": {"inspection": "text", "authority": "text", "framework": "text", "start": "date", "judgement": "text", "judgement_label": "text", "strand": "text", "fit": "text", "covers": "text", "grade_as_published": "text", "grade": "text", "rank": "number", "set": "text", "number_as_published": "number", "leads": "flag", "indicative": "flag", "no_grade": "text", "note": "text"},
    "findings": {"inspection": "text", "authority": "text", "paragraph": "text", "section": "text", "summary": "text", "quote": "text", "is_summary": "flag", "page": "number", "supports": "text"},
    "codes": {"inspection": "text", "authority": "text", "paragraph": "text", "theme": "text", "verdict": "text", "is_summary": "flag"},
    "recommendations": {"inspection": "text", "authority": "text", "recommendation": "text", "summary": "text", "quote": "text", "timescale": "text", "priority_action": "flag", "addressee": "text", "for_whom": "text", "set": "text", "national_framework": "text", "paragraph": "text", "page": "number"},
    "recommendation_themes": {"inspection": "text", "authority": "text", "recommendation": "text", "theme": "text", "primary": "flag"},
    "links": {"inspection": "text", "authority": "text", "recommendation": "text", "earlier_inspection": "text", "earlier_recommendation": "text", "extent": "text", "basis": "text", "why": "text"},
    "speaks_to": {"inspection": "text", "authority": "text", "paragraph": "text", "earlier_inspection": "text", "earlier_recommendation": "text", "says": "text", "basis": "text", "why": "text"},
    "outcome_links": {"plan": "text", "authority": "text", "outcome": "text", "inspection": "text", "paragraph": "text", "says": "text", "why": "text"},
    "plans": {"plan": "text", "authority": "text", "inspection": "text", "title": "text", "version": "text", "version_date": "date", "board": "text", "board_meets": "text", "board_chair": "text", "board_attended_by": "text", "board_note": "text"},
    "plan_versions": {"plan": "text", "authority": "text", "version": "text", "date": "date", "note": "text"},
    "actions": {"plan": "text", "authority": "text", "inspection": "text", "recommendation": "text", "action": "text", "summary": "text", "leads": "text", "deadline": "date", "deadline_as_published": "text", "status": "text", "status_as_published": "text", "quote": "text", "progress": "text", "progress_quote": "text", "note": "text"},
    "expected_outcomes": {"plan": "text", "authority": "text", "inspection": "text", "recommendation": "text", "outcome": "text", "summary": "text", "quote": "text"},
    "frameworks": {"framework": "text", "id": "text", "label": "text", "short_label": "text", "kind": "text", "part_of": "text", "in_force_from": "date", "in_force_to": "date", "note": "text"},
    "judgements": {"framework": "text", "judgement": "text", "id": "text", "label": "text", "set": "text", "strand": "text", "fit": "text", "leads": "flag", "indicative": "flag", "covers": "text", "also_covers": "text", "why": "text"},
    "grade_scale": {"grade": "text", "id": "text", "label": "text", "rank": "number", "note": "text"},
    "grade_words": {"framework": "text", "grade_as_published": "text", "grade": "text", "meaning": "text"},
    "strands": {"strand": "text", "id": "text", "label": "text"},
    "fits": {"fit": "text", "id": "text", "label": "text", "meaning": "text"},
    "no_grade": {"no_grade": "text", "id": "text", "label": "text", "short_label": "text", "meaning": "text"},
    "themes": {"theme": "text", "id": "text", "label": "text", "group": "text", "group_label": "text", "definition": "text"},
    "verdicts": {"verdict": "text", "id": "text", "meaning": "text"},
    "coding_rules": {"rule": "text"},
    "glossary": {"term": "text", "short": "text", "meaning": "text", "also": "text"},
    "synonyms": {"group": "number", "word": "text"},
    "question_rules": {"rule": "text", "ask": "text", "words": "text", "most": "number"},
    "barriers": {"what": "text", "criterion": "text", "why": "text", "prepared": "date", "tested": "date"},
    "sources": {"record": "text", "authority": "text", "file": "text", "pdf": "text", "title": "text", "publisher": "text", "url": "text", "licence": "text", "checked": "date"},
    "notes": {"record": "text", "authority": "text", "kind": "text", "text": "text", "paragraphs": "text"},
    "official_figures": {"file": "text", "title": "text", "as_at": "date", "measure": "text", "of": "text", "grade": "text", "value": "number"},
    "codings": {"inspection": "text", "reader": "text", "paragraph": "text", "theme": "text", "verdict": "text"},
    "settlements": {"inspection": "text", "paragraph": "text", "theme": "text", "first": "text", "second": "text", "settled": "text", "reason": "text"},
    "problems": {"file": "text", "line": "number", "field": "text", "message": "text", "severity": "text"},
}  # fmt: skip


LINKS = {"links": "earlier_inspection", "speaks_to": "earlier_inspection", "outcome_links": "inspection"}
"""Frames that lead to another inspection, and the column that names it: rows go where that one was left out."""


def build(records: Records) -> dict[str, pd.DataFrame]:
    """Every frame of the contract, by name."""
    rows: dict[str, list[Row]] = {name: [] for name in COLUMNS}
    if records.complete_vocabulary:
        for name, row in _vocabulary_rows(records.vocabulary):
            rows[name].append(row)
        frameworks = {framework.id: framework for framework in records.vocabulary["frameworks"].frameworks}
        ranks = {grade.id: grade.rank for grade in records.vocabulary["frameworks"].grade_scale}
        for record_id, inspection in records.inspections.items():
            for name, row in _inspection_rows(record_id, inspection, frameworks[inspection.framework], ranks):
                rows[name].append(row)
        for record_id, plan in records.plans.items():
            for name, row in _plan_rows(record_id, plan):
                rows[name].append(row)
        for name, row in _coding_rows(records):
            rows[name].append(row)
    rows["problems"] = [vars(problem) for problem in sorted(records.problems)]
    frames = {name: frame(name, rows[name]) for name in COLUMNS}
    for name, column in LINKS.items():
        frames[name] = frames[name][frames[name][column].isin(list(records.inspections))].reset_index(drop=True)
    frames["inspections"] = frames["inspections"].sort_values(["authority", "start", "inspection"], ignore_index=True)
    return frames


def frame(name: str, rows: list[Row]) -> pd.DataFrame:
    """Rows as the frame ``name`` of the contract, with its columns and types. A field that no column takes is an error."""
    columns = COLUMNS[name]
    unknown = {field for row in rows for field in row} - set(columns)
    if unknown:
        raise KeyError(f"the frame {name!r} has no column for {sorted(unknown)}")
    table = pd.DataFrame(rows, columns=list(columns))
    return table.astype({column: TYPES[kind] for column, kind in columns.items()})


def _vocabulary_rows(words: dict[str, Any]) -> Iterator[tuple[str, Row]]:
    book: vocabulary.Frameworks = words["frameworks"]
    for name, key, entries in (
        ("grade_scale", "grade", book.grade_scale),
        ("strands", "strand", book.strands),
        ("fits", "fit", book.fits),
        ("no_grade", "no_grade", book.no_grade),
    ):
        for entry in entries:
            yield name, {key: entry.id, **entry.model_dump()}
    for framework in book.frameworks:
        plain = framework.model_dump(exclude={"judgements", "grades", "meanings", "in_force_from", "in_force_to"})
        first, last = framework.in_force_from, framework.in_force_to
        yield "frameworks", {"framework": framework.id, **plain, "in_force_from": first and first.first, "in_force_to": last and last.last}
        for printed, grade in framework.grades.items():
            yield (
                "grade_words",
                {"framework": framework.id, "grade_as_published": printed, "grade": grade, "meaning": framework.meanings.get(grade)},
            )
        for judgement in framework.judgements:
            yield (
                "judgements",
                {
                    "framework": framework.id,
                    "judgement": judgement.id,
                    **judgement.model_dump(exclude={"printed", "also_covers"}),
                    "also_covers": ", ".join(judgement.also_covers) or None,
                },
            )
    codebook: vocabulary.Themes = words["themes"]
    for theme in codebook.themes:
        yield "themes", {"theme": theme.id, **theme.model_dump(), "group_label": codebook.groups.get(theme.group)}
    for verdict, meaning in codebook.verdicts.items():
        yield "verdicts", {"verdict": verdict, "id": verdict, "meaning": meaning}
    for rule in codebook.rules:
        yield "coding_rules", {"rule": rule}
    yield from _reading_rows(words.get("glossary"), words.get("questions"))
    if accessibility := words.get("accessibility"):
        for barrier in accessibility.barriers:
            yield "barriers", {**barrier.model_dump(), **accessibility.model_dump(exclude={"barriers"})}
    if official := words.get("official_figures"):
        for figure in official.figures:
            yield "official_figures", official.model_dump(exclude={"figures"}) | figure.model_dump()
    for authority in words["authorities"].authorities:
        yield (
            "authorities",
            {
                "authority": authority.id,
                **authority.model_dump(exclude={"id", "neighbours", "aliases", "successors", "tile"}),
                "successors": ", ".join(authority.successors) or None,
                "aliases": "; ".join(authority.aliases) or None,
                **dict(zip(("tile_column", "tile_row"), authority.tile or (None, None), strict=True)),
            },
        )
        for rank, neighbour in enumerate(authority.neighbours, start=1):
            yield "neighbours", {"authority": authority.id, "neighbour": neighbour, "rank": rank}


def _reading_rows(glossary: vocabulary.Glossary | None, questions: vocabulary.Questions | None) -> Iterator[tuple[str, Row]]:
    terms = glossary.terms if glossary else []
    for term in terms:
        yield "glossary", term.model_dump() | {"also": "; ".join(term.also) or None}
    groups = [[term.term, *filter(None, [term.short]), *term.also] for term in terms] + (glossary.synonyms if glossary else [])
    for number, group in enumerate(group for group in groups if len(group) > 1):
        for word in dict.fromkeys(group):
            yield "synonyms", {"group": number, "word": word}
    for rule in questions.rules if questions else ():
        yield "question_rules", {"rule": rule.id, "ask": rule.ask, "words": rule.words, "most": questions.most}


def _inspection_rows(
    record_id: str, record: schema.Inspection, framework: vocabulary.Framework, ranks: dict[str, int]
) -> Iterator[tuple[str, Row]]:
    key = {"inspection": record_id, "authority": record_id.partition("/")[0]}
    counts = record.counts.model_dump()
    if record.recommendations:
        counts["recommendations"] = sum(1 for r in record.recommendations if r.set != "safeguarding_board")
    yield "inspections", key | record.model_dump(include={"framework", "lead_inspector", "depth", "visit_theme", "variant", "title", "summary"}) | counts | {
        "kind": framework.kind,
        "start": record.start.first,
        "date_precision": record.start.precision,
        "end": record.end and record.end.first,
        "published": record.published and record.published.first,
        "published_precision": record.published and record.published.precision,
        "url": record.source.url,
        "focus": ", ".join(record.focus) or None,
    }  # fmt: skip
    yield from _source_rows(record_id, record.source, record.notes)
    judgements = {judgement.id: judgement for judgement in framework.judgements}
    for name in sorted(record.grades, key=list(judgements).index):
        yield "grades", key | _grade_row(record, framework, judgements[name], record.grades[name], ranks)
    for finding in record.findings:
        yield (
            "findings",
            key | finding.model_dump(exclude={"codes", "supports", "speaks_to"}) | {"supports": ", ".join(finding.supports) or None},
        )
        for theme, verdict in finding.codes.items():
            yield "codes", key | {"paragraph": finding.paragraph, "theme": theme, "verdict": verdict, "is_summary": finding.is_summary}
        for link in finding.speaks_to:
            yield (
                "speaks_to",
                key
                | {
                    "paragraph": finding.paragraph,
                    "earlier_inspection": link.inspection,
                    "earlier_recommendation": link.recommendation,
                    **link.model_dump(exclude={"inspection", "recommendation"}),
                },
            )
    for recommendation in record.recommendations:
        name = {"recommendation": recommendation.id}
        yield "recommendations", key | name | recommendation.model_dump(exclude={"id", "themes", "returns_to"})
        for theme in recommendation.themes.primary + recommendation.themes.other:
            yield "recommendation_themes", key | name | {"theme": theme, "primary": theme in recommendation.themes.primary}
        for link in recommendation.returns_to:
            yield (
                "links",
                key
                | name
                | {
                    "earlier_inspection": link.inspection,
                    "earlier_recommendation": link.recommendation,
                    **link.model_dump(exclude={"inspection", "recommendation"}),
                },
            )


def _grade_row(
    record: schema.Inspection, framework: vocabulary.Framework, judgement: vocabulary.Judgement, grade: schema.Grade, ranks: dict[str, int]
) -> Row:
    common = framework.grades[grade.as_published]
    return {
        "framework": record.framework,
        "start": record.start.first,
        "judgement": judgement.id,
        "judgement_label": judgement.label,
        **judgement.model_dump(include={"strand", "fit", "covers", "set", "leads", "indicative"}),
        "grade_as_published": grade.as_published,
        "number_as_published": grade.number,
        "grade": common,
        "rank": ranks.get(common),
        "no_grade": None if common else "not_judged",
        "note": grade.note,
    }


def _plan_rows(record_id: str, plan: plan_schema.ActionPlan) -> Iterator[tuple[str, Row]]:
    key = {"plan": record_id, "authority": record_id.partition("/")[0]}
    last, board = plan.versions[-1], plan.board or plan_schema.Board(name="not named")
    yield (
        "plans",
        key
        | {
            "inspection": plan.responds_to,
            "title": plan.title,
            "version": last.version,
            "version_date": last.date,
            "board": plan.board and plan.board.name,
            **{f"board_{name}": value for name, value in board.model_dump(exclude={"name"}).items()},
        },
    )
    yield from _source_rows(record_id, plan.source, plan.notes)
    for version in plan.versions:
        yield "plan_versions", key | version.model_dump()
    for entry in plan.recommendations:
        about = key | {"inspection": plan.responds_to, "recommendation": entry.recommendation}
        for action in entry.actions:
            yield (
                "actions",
                about | action.model_dump(exclude={"id", "progress_summary"}) | {"action": action.id, "progress": action.progress_summary},
            )
        for outcome in entry.expected_outcomes:
            yield "expected_outcomes", about | {"outcome": outcome.id, **outcome.model_dump(exclude={"id", "later"})}
            for link in outcome.later:
                yield "outcome_links", key | {"outcome": outcome.id, **link.model_dump()}


def _source_rows(record_id: str, source: schema.Source, notes: list[schema.Note]) -> Iterator[tuple[str, Row]]:
    key = {"record": record_id, "authority": record_id.partition("/")[0]}
    yield "sources", key | source.model_dump()
    for note in notes:
        yield "notes", key | {"kind": note.kind, "text": note.text, "paragraphs": ", ".join(note.paragraphs) or None}


def _coding_rows(records: Records) -> Iterator[tuple[str, Row]]:
    for record_id, files in records.codings.items():
        for reader in ("first", "second"):
            for paragraph, codes in files[reader].codes.items() if reader in files else ():
                for theme, verdict in codes.items():
                    yield "codings", {"inspection": record_id, "reader": reader, "paragraph": paragraph, "theme": theme, "verdict": verdict}
        for difference in files["settled"].differences if "settled" in files else ():
            yield "settlements", {"inspection": record_id, **difference.model_dump()}
