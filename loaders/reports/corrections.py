"""A draft corrected by a person, value by value: what they write replaces what was read, and says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ..records import partial_date, vocabulary
from .draft import Draft
from .found import Found, missing
from .front import Authority

BY_HAND = "corrected by hand"
DAYS = ("start", "end", "published")


def corrected(draft: Draft, written: Mapping[str, Any], vocabularies: Mapping[str, Any]) -> Draft:
    """The draft with these values in place of those read; fields as in ``Draft.facts``, and ``variant``.

    Dates and authority as text (an authority by its id), None for what stays unknown. A value that is the one read keeps
    its place and its doubt. Raises ``ValueError``, in words for the person, where a date is none.
    """
    framework = next(
        f for f in vocabularies["frameworks"].frameworks if f.id == written.get("framework", draft.framework.id)
    )
    values = {
        name: _value(name, value, vocabularies)
        for name, value in written.items()
        if name not in ("framework", "variant")
    }
    single: dict[str, Any] = {
        name: _found(draft.facts[name], values[name])
        for name in ("authority", "lead_inspector", "visit_theme", *DAYS)
        if name in values
    }
    version = draft.version if framework is draft.framework else Found(framework.id, words=BY_HAND)
    made = replace(
        draft,
        framework=framework,
        version=version,
        variant=written.get("variant", draft.variant),
        grades={
            judgement.id: _grade(draft, judgement, values, framework)
            for judgement in framework.judgements
            if _wanted(judgement, draft, values)
        },
        recommendation_count=_found(
            draft.recommendation_count, values.get("recommendations", draft.recommendation_count.value)
        ),
        paragraph_count=_found(draft.paragraph_count, values.get("paragraphs", draft.paragraph_count.value)),
    )
    return replace(made, **single)


def _value(name: str, value: Any, vocabularies: Mapping[str, Any]) -> Any:
    if value is None or value == "":
        return None
    if name == "authority":
        return next(Authority(a.id, a.ons_code) for a in vocabularies["authorities"].authorities if a.id == value)
    if name in DAYS:
        day = partial_date.parse(str(value).strip())
        return day.first if isinstance(day, partial_date.PartialDate) and day.precision == "day" else str(day)
    return value.strip() if isinstance(value, str) else value


def _found(read: Found, value: Any) -> Found:
    if value == read.value:
        return read
    return Found(value, words=BY_HAND) if value is not None else missing("Left empty by hand.")


def _wanted(judgement: vocabulary.Judgement, draft: Draft, values: Mapping[str, Any]) -> bool:
    return (
        judgement.id != "safeguarding_board"
        or judgement.id in draft.grades
        or bool(values.get(f"grades.{judgement.id}"))
    )


def _grade(
    draft: Draft, judgement: vocabulary.Judgement, values: Mapping[str, Any], framework: vocabulary.Framework
) -> Found:
    read = draft.grades.get(judgement.id) or missing("The report was read as one of another framework.")
    value = values.get(f"grades.{judgement.id}", read.value)
    return _found(read, value if value in framework.grades else None)
