"""Where each field of a record goes: into the column of its own name, or to the place that ``ELSEWHERE`` names."""

from __future__ import annotations

from enum import Enum

from ..records import codings, editions, page_words, plan_schema, schema, vocabulary
from ..records.partial_date import PartialDate
from ..records.schema import Model

TABLE_OF: dict[type[Model], str] = {
    schema.Inspection: "inspections",
    schema.Counts: "inspections",
    schema.Source: "sources",
    schema.Note: "notes",
    schema.Grade: "grades",
    schema.Finding: "findings",
    schema.SpeaksTo: "speaks_to",
    schema.Recommendation: "recommendations",
    schema.RecommendationThemes: "recommendation_themes",
    schema.ReturnsTo: "links",
    plan_schema.ActionPlan: "plans",
    plan_schema.Board: "plans",
    plan_schema.Version: "plan_versions",
    plan_schema.PlanRecommendation: "plan_recommendations",
    plan_schema.Action: "actions",
    plan_schema.EarlierAction: "action_versions",
    plan_schema.ExpectedOutcome: "expected_outcomes",
    plan_schema.OutcomeLink: "outcome_links",
    codings.CodingRow: "recommendation_codings",
    vocabulary.Scale: "grade_scale",
    vocabulary.GradeOfScale: "grade_scale",
    vocabulary.Strand: "strands",
    vocabulary.Fit: "fits",
    vocabulary.NoGrade: "no_grade",
    vocabulary.FrameworkFile: "frameworks",
    vocabulary.Framework: "frameworks",
    vocabulary.JudgementSet: "sets",
    vocabulary.Judgement: "judgements",
    vocabulary.Themes: "themes",
    vocabulary.Theme: "themes",
    vocabulary.Collection: "collection",
    vocabulary.KnownList: "lists",
    vocabulary.Authority: "authorities",
    vocabulary.Neighbour: "neighbours",
    page_words.Glossary: "glossary",
    page_words.Term: "glossary",
    page_words.Questions: "question_rules",
    page_words.QuestionRule: "question_rules",
    page_words.Accessibility: "barriers",
    page_words.Barrier: "barriers",
    editions.EditionFile: "sources",
    editions.EditionRow: "inspections",
    editions.OfficialFigure: "official_figures",
}
"""The table that takes the fields of a model, each in the column of its name."""

FRAMEWORK = {"grades": "grade_words", "meanings": "grade_words.meaning", "sets": "sets", "judgements": "judgements"}

ELSEWHERE: dict[type[Model], dict[str, str]] = {
    schema.Inspection: {
        "source": "sources",
        "counts": "inspections",
        "grades": "grades",
        "recommendations": "recommendations",
        "findings": "findings",
        "notes": "notes",
    },
    codings.CodingRow: {"paragraph": "recommendation_codings.recommendation"},
    schema.Grade: {"as_published": "grades.grade_as_published", "number": "grades.number_as_published"},
    schema.Finding: {"codes": "codes", "speaks_to": "speaks_to"},
    schema.SpeaksTo: {
        "inspection": "speaks_to.earlier_inspection",
        "recommendation": "speaks_to.earlier_recommendation",
    },
    schema.Recommendation: {
        "id": "recommendations.recommendation",
        "themes": "recommendation_themes",
        "returns_to": "links",
    },
    schema.RecommendationThemes: {"other": "recommendation_themes.theme"},
    schema.ReturnsTo: {"inspection": "links.earlier_inspection", "recommendation": "links.earlier_recommendation"},
    plan_schema.ActionPlan: {
        "responds_to": "plans.inspection",
        "source": "sources",
        "versions": "plan_versions",
        "recommendations": "plan_recommendations",
        "notes": "notes",
    },
    plan_schema.Board: {
        "name": "plans.board",
        "meets": "plans.board_meets",
        "chair": "plans.board_chair",
        "attended_by": "plans.board_attended_by",
        "note": "plans.board_note",
    },
    plan_schema.PlanRecommendation: {"actions": "actions", "expected_outcomes": "expected_outcomes"},
    plan_schema.Action: {"id": "actions.action", "progress_summary": "actions.progress", "earlier": "action_versions"},
    plan_schema.ExpectedOutcome: {"id": "expected_outcomes.outcome", "later": "outcome_links"},
    vocabulary.Scale: {"grades": "grade_scale", "strands": "strands", "fits": "fits", "no_grade": "no_grade"},
    vocabulary.FrameworkFile: FRAMEWORK,
    vocabulary.Framework: FRAMEWORK,
    vocabulary.JudgementSet: {"id": "sets.set"},
    vocabulary.Themes: {
        "rules": "coding_rules",
        "verdicts": "verdicts",
        "groups": "themes.group_label",
        "themes": "themes",
    },
    vocabulary.Authority: {"id": "authorities.authority"},
    vocabulary.Collection: {"lists": "lists"},
    page_words.Glossary: {"terms": "glossary", "synonyms": "synonyms"},
    page_words.Questions: {"rules": "question_rules"},
    page_words.QuestionRule: {"id": "question_rules.rule"},
    page_words.Accessibility: {"barriers": "barriers"},
    editions.EditionFile: {"as_at": "official_figures.as_at", "figures": "official_figures"},
    editions.EditionRow: {"grades": "grades"},
}
"""Fields that no column of their name takes, and where they go: a table, or one of its columns."""

ORDER_AND_TYPES = {
    "order": "The rows of the table stand in this order.",
    "statistics_types": "Words by which the reader of Ofsted's statistics knows the kind.",
}

NOT_SHOWN: dict[type[Model], dict[str, str]] = {
    schema.Inspection: {
        "not_given": "Excuses a grade that is not there. A note says why to readers.",
        "not_printed": "Excuses a day that the source does not print. A note says from where it is known.",
    },
    vocabulary.FrameworkFile: ORDER_AND_TYPES,
    vocabulary.Framework: ORDER_AND_TYPES,
    vocabulary.Themes: {"names_of_the_authority": "Decides what recommendations.asks_the_authority says."},
    editions.EditionFile: {"columns": "Where the reader of the statistics found each column."},
    vocabulary.Judgement: {"printed": "Words by which the reader of reports finds the judgement."},
}
"""Fields that stand in no table, and why."""


def plain(model: Model) -> dict[str, object]:
    """Return the fields of a model that go into columns of their own name; a list as text, partial dates as their first day.

    A field that is new to the format is among them, so that ``contract.frame`` refuses it until a column takes it.
    """
    left_out = {*ELSEWHERE.get(type(model), {}), *NOT_SHOWN.get(type(model), {})}
    return {name: _flat(getattr(model, name)) for name in type(model).model_fields if name not in left_out}


def _flat(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, PartialDate):
        return value.first
    if isinstance(value, list):
        return joined(value)
    return value


def joined(values: list[str], between: str = ", ") -> str | None:
    """Join values into one text; None where there are none."""
    return between.join(values) or None
