"""Records -> frames: one flat pandas frame per table of the contract.

Ids are strings; dates are ``datetime64`` (of a month or a year its first day, with the precision beside it); unknown is
missing. A frame without rows has the same columns and types.
"""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..records import page_words, plan_schema, schema, vocabulary
from ..records.contents import Records
from .contract import TABLES, frame
from .fields import joined, plain

Row = dict[str, object]
Rows = Iterator[tuple[str, Row]]
"""Rows with the table that each belongs to."""

LINKS = {"links": "earlier_inspection", "speaks_to": "earlier_inspection", "outcome_links": "inspection"}
"""Tables that lead to another inspection, and the column that names it: rows go where that one was left out."""


def build(records: Records) -> dict[str, pd.DataFrame]:
    """Make every frame of the contract, by name. Raises ``KeyError`` where a record has a field that no column takes."""
    rows: dict[str, list[Row]] = {name: [] for name in TABLES}
    for name, row in _rows(records):
        rows[name].append(row)
    rows["problems"] = [vars(problem) for problem in sorted(records.problems)]
    frames = {name: frame(name, rows[name]) for name in TABLES}
    for name, column in LINKS.items():
        frames[name] = frames[name][frames[name][column].isin(list(records.inspections))].reset_index(drop=True)
    return {name: in_order(name, table) for name, table in frames.items()}


def in_order(name: str, table: pd.DataFrame) -> pd.DataFrame:
    """Put the rows of a table into the order of their records, and inspections into that of time.

    Columns: those of ``table``.
    """
    record = record_column(table)
    if record is None:
        return table
    by = ["authority", "start", "inspection"] if name == "inspections" else record
    return table.sort_values(by, kind="stable", ignore_index=True)


def record_column(table: pd.DataFrame) -> str | None:
    """Return the column with the id of the record that a row stands in; None where no record holds the rows."""
    return next((column for column in ("record", "plan", "inspection") if column in table), None)


def _rows(records: Records) -> Rows:
    if not records.complete_vocabulary:
        return
    words = records.vocabulary
    yield from _scale_rows(words["scale"])
    for framework in words["frameworks"].frameworks:
        yield from _framework_rows(framework)
    yield from _theme_rows(words["themes"])
    yield "collection", plain(words["collection"])
    for known in words["collection"].lists:
        yield "lists", plain(known)
    yield from _authority_rows(words["authorities"])
    yield from _page_rows(words.get("glossary"), words.get("questions"), words.get("accessibility"))
    yield from _figure_rows(records)
    frameworks = {framework.id: framework for framework in words["frameworks"].frameworks}
    ranks = {grade.id: grade.rank for grade in words["scale"].grades}
    for record_id, inspection in records.inspections.items():
        yield from _inspection_rows(record_id, inspection, frameworks[inspection.framework], ranks, records)
    for record_id, plan in records.plans.items():
        yield from _plan_rows(record_id, plan, own=f"action_plans/{record_id}" in records.own)
    yield from _coding_rows(records)


def _scale_rows(scale: vocabulary.Scale) -> Rows:
    for grade in scale.grades:
        yield "grade_scale", {"grade": grade.id, **plain(grade)}
    for strand in scale.strands:
        yield "strands", {"strand": strand.id, **plain(strand)}
    for fit in scale.fits:
        yield "fits", {"fit": fit.id, **plain(fit)}
    for reason in scale.no_grade:
        yield "no_grade", {"no_grade": reason.id, **plain(reason)}


def _framework_rows(framework: vocabulary.Framework) -> Rows:
    key: Row = {"framework": framework.id}
    last = framework.in_force_to
    yield "frameworks", key | plain(framework) | {
        "in_force_to": last and last.last,
        "gives_grades": bool(framework.judgements),
    }  # fmt: skip
    for printed, common in framework.grades.items():
        meaning = framework.meanings.get(common) if common else None
        yield "grade_words", key | {"grade_as_published": printed, "grade": common, "meaning": meaning}
    for one in framework.sets:
        yield "sets", key | {"set": one.id} | plain(one)
    for judgement in framework.judgements:
        yield "judgements", key | {"judgement": judgement.id, **plain(judgement)}


def _figure_rows(records: Records) -> Rows:
    """What the latest edition of Ofsted's statistics counts."""
    if records.editions:
        about = max((edition.about for edition in records.editions), key=lambda about: about.as_at)
        for figure in about.figures:
            yield "official_figures", {"file": about.file, "title": about.title, "as_at": about.as_at} | plain(figure)


def _theme_rows(codebook: vocabulary.Themes) -> Rows:
    for theme in codebook.themes:
        yield "themes", {"theme": theme.id, **plain(theme), "group_label": codebook.groups.get(theme.group)}
    for verdict, meaning in codebook.verdicts.items():
        yield "verdicts", {"verdict": verdict, "id": verdict, "meaning": meaning}
    for rule in codebook.rules:
        yield "coding_rules", {"rule": rule}


def _authority_rows(known: vocabulary.Authorities) -> Rows:
    for authority in known.authorities:
        yield (
            "authorities",
            {"authority": authority.id} | plain(authority) | {"aliases": joined(authority.aliases, "; ")},
        )
    for neighbour in known.neighbours:
        yield "neighbours", plain(neighbour)


def _page_rows(
    glossary: page_words.Glossary | None,
    questions: page_words.Questions | None,
    accessibility: page_words.Accessibility | None,
) -> Rows:
    terms = glossary.terms if glossary else []
    for term in terms:
        yield "glossary", plain(term) | {"also": joined(term.also, "; ")}
    groups = [[term.term, *filter(None, [term.short]), *term.also] for term in terms]
    groups += glossary.synonyms if glossary else []
    for number, group in enumerate(group for group in groups if len(group) > 1):
        for word in dict.fromkeys(group):
            yield "synonyms", {"group": number, "word": word}
    if questions:
        for rule in questions.rules:
            yield "question_rules", {"rule": rule.id} | plain(questions) | plain(rule)
    if accessibility:
        for barrier in accessibility.barriers:
            yield "barriers", plain(barrier) | plain(accessibility)


def _inspection_rows(
    record_id: str, record: schema.Inspection, framework: vocabulary.Framework, ranks: dict[str, int], records: Records
) -> Rows:
    key = _key("inspection", record_id)
    counts = plain(record.counts)
    if record.recommendations:
        counts["recommendations"] = sum(1 for r in record.recommendations if framework.asks_the_authority(r.set))
    yield "inspections", key | plain(record) | counts | {
        "kind": framework.kind,
        "date_precision": record.start.precision,
        "published_precision": record.published and record.published.precision,
        "url": record.source.url,
        "own": f"inspections/{record_id}" in records.own,
    }  # fmt: skip
    yield from _source_rows(record_id, record.source, record.notes, record_id in records.from_statistics)
    themes: vocabulary.Themes = records.vocabulary["themes"]
    judgements = {judgement.id: judgement for judgement in framework.judgements}
    for name in sorted(record.grades, key=list(judgements).index):
        yield "grades", key | _grade_row(record, framework, judgements[name], record.grades[name], ranks)
    for finding in record.findings:
        yield from _finding_rows(key, finding)
    for recommendation in record.recommendations:
        asks = framework.asks_the_authority(recommendation.set) and themes.name_the_authority(recommendation.addressee)
        yield from _recommendation_rows(key, recommendation, asks)


def _grade_row(
    record: schema.Inspection,
    framework: vocabulary.Framework,
    judgement: vocabulary.Judgement,
    grade: schema.Grade,
    ranks: dict[str, int],
) -> Row:
    common = framework.grades[grade.as_published]
    of_judgement = judgement.model_dump(include={"strand", "fit", "covers", "set", "leads", "indicative"})
    return plain(grade) | of_judgement | {
        "framework": record.framework,
        "start": record.start.first,
        "judgement": judgement.id,
        "judgement_label": judgement.label,
        "grade_as_published": grade.as_published,
        "number_as_published": grade.number,
        "grade": common,
        "rank": ranks.get(common) if common else None,
        "no_grade": None if common else "not_judged",
    }  # fmt: skip


def _finding_rows(key: Row, finding: schema.Finding) -> Rows:
    yield "findings", key | plain(finding)
    about = key | {"paragraph": finding.paragraph}
    for theme, verdict in finding.codes.items():
        yield "codes", about | {"theme": theme, "verdict": verdict.value, "is_summary": finding.is_summary}
    for link in finding.speaks_to:
        yield "speaks_to", about | plain(link) | _earlier(link)


def _recommendation_rows(key: Row, recommendation: schema.Recommendation, asks_the_authority: bool) -> Rows:
    about = key | {"recommendation": recommendation.id}
    yield "recommendations", about | plain(recommendation) | {"asks_the_authority": asks_the_authority}
    themes = recommendation.themes
    for theme in themes.primary + themes.other:
        yield "recommendation_themes", about | {"theme": theme, "primary": theme in themes.primary}
    for link in recommendation.returns_to:
        yield "links", about | plain(link) | _earlier(link)


def _earlier(link: schema.ReturnsTo | schema.SpeaksTo) -> Row:
    return {"earlier_inspection": link.inspection, "earlier_recommendation": link.recommendation}


def _plan_rows(record_id: str, plan: plan_schema.ActionPlan, own: bool) -> Rows:
    key = _key("plan", record_id)
    last, board = plan.versions[-1], plan.board
    overseen = {f"board_{name}": value for name, value in board.model_dump(exclude={"name"}).items()} if board else {}
    yield "plans", key | plain(plan) | overseen | {
        "inspection": plan.responds_to,
        "version": last.version,
        "version_date": last.date,
        "board": board and board.name,
        "own": own,
    }  # fmt: skip
    yield from _source_rows(record_id, plan.source, plan.notes)
    for version in plan.versions:
        yield "plan_versions", key | plain(version)
    for entry in plan.recommendations:
        about = key | {"inspection": plan.responds_to}
        yield "plan_recommendations", about | plain(entry)
        about["recommendation"] = entry.recommendation
        for action in entry.actions:
            yield from _action_versions(key, plan, action)
            yield "actions", about | plain(action) | {"action": action.id, "progress": action.progress_summary}
        for outcome in entry.expected_outcomes:
            yield "expected_outcomes", about | {"outcome": outcome.id, **plain(outcome)}
            for link in outcome.later:
                yield "outcome_links", key | {"outcome": outcome.id, **plain(link)}


def _action_versions(key: Row, plan: plan_schema.ActionPlan, action: plan_schema.Action) -> Rows:
    """What each version says of an action: the earlier ones that are held, and the last."""
    dates = {version.version: version.date for version in plan.versions}
    said = {one.version: plain(one) for one in action.earlier}
    last = {name: value for name, value in plain(action).items() if name in plan_schema.EarlierAction.model_fields}
    said[plan.versions[-1].version] = last
    for version, row in said.items():
        yield "action_versions", key | row | {"action": action.id, "version": version, "date": dates[version]}


def _source_rows(record_id: str, source: schema.Source, notes: list[schema.Note], statistics: bool = False) -> Rows:
    key = _key("record", record_id)
    yield "sources", key | plain(source) | {"statistics": statistics}
    for note in notes:
        yield "notes", key | plain(note)


def _coding_rows(records: Records) -> Rows:
    for record_id, rows in records.codings.items():
        about: Row = {"inspection": record_id}
        of_paragraphs = [row for row in rows if not row.of_recommendation]
        for reader in ("first", "second"):
            for row in of_paragraphs:
                if verdict := getattr(row, reader):
                    yield (
                        "codings",
                        about | {"reader": reader, "paragraph": row.paragraph, "theme": row.theme, "verdict": verdict},
                    )
        for row in of_paragraphs if records.inspections[record_id].readings == 2 else ():
            if row.differs:
                yield "settlements", about | plain(row) | {"paragraph": row.paragraph}
        for row in rows:
            if row.of_recommendation:
                yield "recommendation_codings", about | plain(row) | {"recommendation": row.paragraph}


def _key(name: str, record_id: str) -> Row:
    """The id of a record and of the authority in whose folder it stands."""
    return {name: record_id, "authority": record_id.partition("/")[0]}
