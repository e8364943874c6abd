"""The data dictionary: what each column of each frame holds, from the contract and the models' own descriptions."""

from __future__ import annotations

import pandas as pd
from pydantic import BaseModel

from ..records import codings, plan_schema, schema, vocabulary
from ..records.problems import Problem
from .frames import COLUMNS

ROWS = {
    "authorities": "a local authority",
    "neighbours": "an authority and one of its statistical neighbours",
    "inspections": "an inspection or a visit",
    "grades": "a judgement given",
    "findings": "a paragraph of a report",
    "codes": "a theme coded in a paragraph",
    "recommendations": "a recommendation",
    "recommendation_themes": "a theme of a recommendation",
    "links": "a recommendation that returns to an earlier one",
    "speaks_to": "a paragraph that speaks to an earlier recommendation",
    "outcome_links": "a later paragraph that speaks to an expected outcome",
    "plans": "an action plan",
    "plan_versions": "a version of an action plan",
    "actions": "an action of a plan",
    "expected_outcomes": "an expected outcome of a plan",
    "frameworks": "an inspection framework",
    "judgements": "a judgement that a framework makes",
    "grade_scale": "a grade of the common scale",
    "grade_words": "a grade as a framework prints it",
    "strands": "a common column that judgements fall into",
    "fits": "how well a judgement fits its strand",
    "no_grade": "a reason why there is no grade",
    "themes": "a theme of the codebook",
    "verdicts": "a verdict of the codebook",
    "coding_rules": "a rule of the codebook",
    "glossary": "a term",
    "synonyms": "a word, and the group of words a search takes for one another",
    "question_rules": "a rule from which questions are made",
    "barriers": "a thing that some visitors cannot use",
    "sources": "a source document",
    "notes": "a conflict, gap or misprint in a source",
    "official_figures": "a count of Ofsted's statistics file",
    "codings": "a code given by one of two readers",
    "settlements": "a difference between the two readers, settled",
    "problems": "a thing wrong with a record",
}
"""What one row of each frame is."""

_MODELS: dict[str, tuple[type[BaseModel], ...]] = {
    "authorities": (vocabulary.Authority,),
    "inspections": (schema.Inspection, schema.Source, schema.Counts),
    "grades": (vocabulary.Judgement, schema.Grade),
    "findings": (schema.Finding,),
    "recommendations": (schema.Recommendation,),
    "links": (schema.ReturnsTo,),
    "speaks_to": (schema.SpeaksTo,),
    "outcome_links": (plan_schema.OutcomeLink,),
    "plans": (plan_schema.ActionPlan,),
    "plan_versions": (plan_schema.Version,),
    "actions": (plan_schema.Action,),
    "expected_outcomes": (plan_schema.ExpectedOutcome,),
    "frameworks": (vocabulary.Framework,),
    "judgements": (vocabulary.Judgement,),
    "grade_scale": (vocabulary.GradeOfScale,),
    "strands": (vocabulary.Strand,),
    "fits": (vocabulary.Fit,),
    "no_grade": (vocabulary.NoGrade,),
    "themes": (vocabulary.Theme,),
    "glossary": (vocabulary.Term,),
    "question_rules": (vocabulary.QuestionRule, vocabulary.Questions),
    "barriers": (vocabulary.Barrier, vocabulary.Accessibility),
    "sources": (schema.Source,),
    "notes": (schema.Note,),
    "official_figures": (vocabulary.OfficialFigures, vocabulary.OfficialFigure),
    "settlements": (codings.Difference,),
}

_KEYS = {
    "authority": "Id of the authority, as in the frame authorities.",
    "inspection": "Id of the inspection: authority, year it began, kind.",
    "plan": "Id of the action plan.",
    "recommendation": "Id of the recommendation within its inspection.",
    "earlier_inspection": "Id of the earlier inspection.",
    "earlier_recommendation": "Id of the earlier recommendation.",
    "action": "Id of the action within its plan.",
    "outcome": "Id of the expected outcome within its plan.",
    "framework": "Id of the framework.",
    "judgement": "Id of the judgement within its framework.",
    "judgement_label": "The judgement as Ofsted prints it.",
    "strand": "Id of the common column that the judgement falls into.",
    "grade": "The grade on the common scale; missing where the framework's word has no place on it.",
    "rank": "1 is best, 4 worst.",
    "no_grade": "Why there is no grade.",
    "theme": "Id of the theme, as in the frame themes.",
    "verdict": "strength, mixed or concern.",
    "paragraph": "Number of the paragraph; H1, H2 for unnumbered headline paragraphs.",
    "date_precision": "How precise the date is: day, month or year. A month stands as its first day.",
    "published_precision": "How precise the day of publication is.",
    "neighbour": "Id of the neighbour.",
    "primary": "Whether it is what is to get better, or only its context.",
    "record": "Id of the inspection or plan.",
    "reader": "first or second.",
    "progress": "Own words: what the plan reports.",
    "version_date": "Date of the plan's latest version.",
    "number_as_published": "The number printed beside the grade, if any.",
    "id": "The same id again, as the vocabulary file names it.",
    "synonyms": "Number of the group.",
    "group_label": "The group's name.",
}


def data_dictionary() -> pd.DataFrame:
    """One row per column of each frame. Columns: frame, column, type, meaning (empty where the name says it all)."""
    rows = [(frame, column, kind, _meaning(frame, column)) for frame, columns in COLUMNS.items() for column, kind in columns.items()]
    return pd.DataFrame(rows, columns=["frame", "column", "type", "meaning"])


def _meaning(frame: str, column: str) -> str:
    """The frame's own models know best, then the list of keys."""
    if frame == "problems":
        return {"severity": (Problem.__doc__ or "").splitlines()[0]}.get(column, "")
    for model in _MODELS.get(frame, ()):
        field = model.model_fields.get(column)
        if field is not None and field.description:
            return field.description.replace("`", "")
    return _KEYS.get(column, "")
