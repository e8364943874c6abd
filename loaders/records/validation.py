"""Plain data -> models, with every fault in the words of this format: what was found, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from .contents import Origin, Records
from .problems import MOST_PROBLEMS, Problem, one_of

M = TypeVar("M", bound=BaseModel)


def validated(records: Records, origin: Origin, data: Any, model: type[M]) -> M | None:
    """Plain data as a model, or None with the problems noted."""
    if not isinstance(data, dict):
        message = f"holds a {type(data).__name__}, not fields and values. Begin from data/template.yaml."
        records.problems.append(origin.problem((), message))
        return None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        faults = error.errors(include_url=False)
        records.problems += [_explain(origin, model, item) for item in faults[:MOST_PROBLEMS]]
        if len(faults) > MOST_PROBLEMS:
            message = f"has {len(faults) - MOST_PROBLEMS:,} faults more. Mend these first. Is it the right file?"
            records.problems.append(origin.problem((), message))
        return None


def _explain(origin: Origin, model: type[BaseModel], error: Mapping[str, Any]) -> Problem:
    where = tuple(part for part in error["loc"] if part != "[key]")
    kind, found, context = error["type"], error["input"], error.get("ctx") or {}
    if kind == "extra_forbidden":
        return origin.problem(where, one_of(where[-1], _field_names(model), "a field of this format"))
    if kind == "missing":
        return origin.problem(where, "is missing. Add it; data/README.md says what it holds.")
    if kind in ("enum", "literal_error"):
        allowed = [word.strip(" '") for word in str(context["expected"]).replace(" or ", ", ").split(",")]
        return origin.problem(where, one_of(found, allowed, "a value of this field"))
    if kind == "value_error":
        return origin.problem(where, f"found {_short(found)}; {context['error']}.")
    if kind in ("too_short", "too_long"):
        return origin.problem(where, f"has {len(found)} entries; {error['msg'].lower()}.")
    return origin.problem(where, f"found {_short(found)}; {error['msg'][0].lower()}{error['msg'][1:]}.")


def _short(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…'"


@cache
def _field_names(model: type[BaseModel]) -> set[str]:
    """Names of all fields of a model and of the models inside it."""
    names: set[str] = set()
    for definition in model.model_json_schema().get("$defs", {}).values():
        names |= set(definition.get("properties", {}))
    return names | set(model.model_fields)
