"""The format's manual, written from the models: the records' chapters of ``data/README.md`` and the JSON Schemas."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from . import codings, editions, page_words, plan_schema, schema, vocabulary

SCHEMAS: dict[str, type[BaseModel]] = {
    "inspection": schema.Inspection,
    "action-plan": plan_schema.ActionPlan,
    "framework": vocabulary.FrameworkFile,
    "scale": vocabulary.Scale,
    "themes": vocabulary.Themes,
    "collection": vocabulary.Collection,
    "glossary": page_words.Glossary,
    "questions": page_words.Questions,
    "accessibility": page_words.Accessibility,
    "edition": editions.EditionFile,
}

CSV_ROWS: tuple[type[BaseModel], ...] = (
    codings.CodingRow,
    editions.EditionRow,
    vocabulary.Authority,
    vocabulary.Neighbour,
)
"""Models of the rows of CSV files, whose fields are the columns."""

_INTRODUCTION = """# The data, field by field

This page is written by `python -m loaders manual` from the models in `loaders/records/` and the contract in
`loaders/dataset/`; a test holds it to them. To change a description, change it there.

One YAML file is one record, and its path is its id; what is a table is a CSV file (UTF-8, with commas, an empty cell where
nothing is known):

| what | where | id |
|---|---|---|
| an inspection or a visit | `inspections/<authority>/<year it began>-<kind>.yaml` | `york/2022-ilacs` |
| an action plan | `action_plans/<authority>/<year>-<name>.yaml` | `york/2022-action-plan` |
| two codings of a report, and how they were settled | `codings/<authority>/<year>-<kind>.csv` | `york/2022-ilacs` |
| what only Ofsted's statistics say, one edition | `statistics/<day>.csv`, and `<day>.yaml` beside it | `2025-03-31` |
| a framework | `frameworks/<id>.yaml` | `ilacs_2023` |
| the rest of the vocabulary | `collection.yaml`, `scale.yaml`, `themes.yaml`, `authorities.csv`, `neighbours.csv` | |

Begin from `template.yaml`, or for an action plan from `plan-template.yaml`. The first line of each file names its JSON Schema, so that an editor that speaks YAML
completes the fields and marks what is wrong. `python -m loaders check` says what is wrong with file, line and field;
`python -m loaders verify --sources FOLDER` looks up each quote, grade and name in the source.

Rules that hold everywhere:

- Unknown is `null`, with a note, never a guess. A date is as precise as its source: `2022-03-07`, `2012-03` or `2012`.
- A summary is in our own words and says only what its paragraph says. A quote is 4 to 25 words of one sentence, letter for letter.
- Grades stand as published; its framework's file maps them to the common scale.
- A field the format does not know, a key that stands twice, an alias or a tag is refused.
"""


def json_schema(name: str) -> str:
    """JSON Schema of one kind of file, as text. Raises ``KeyError`` on an unknown name."""
    plain = SCHEMAS[name].model_json_schema()
    return (
        json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **_editor_friendly(plain)},
            indent=1,
            ensure_ascii=False,
        )
        + "\n"
    )


def _editor_friendly(node: Any) -> Any:
    """Allow the short forms that the models also take: a grade as plain words, a paragraph as a number."""
    if isinstance(node, dict):
        if node.get("additionalProperties") == {"$ref": "#/$defs/Grade"}:
            node = {**node, "additionalProperties": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Grade"}]}}
        return {key: _editor_friendly(value) for key, value in node.items()}
    return [_editor_friendly(item) for item in node] if isinstance(node, list) else node


def chapters() -> str:
    """Return the chapters of ``data/README.md`` about the records, field by field."""
    parts = [_INTRODUCTION]
    for heading, top in (
        ("Inspections and visits", schema.Inspection),
        ("Action plans", plan_schema.ActionPlan),
        ("Codings", codings.CodingRow),
        ("Ofsted's statistics", editions.EditionFile),
        ("Rows of Ofsted's statistics", editions.EditionRow),
        ("Authorities", vocabulary.Authority),
        ("Neighbours", vocabulary.Neighbour),
        ("The collection", vocabulary.Collection),
        ("Frameworks", vocabulary.FrameworkFile),
        ("The common scale", vocabulary.Scale),
        ("Themes", vocabulary.Themes),
        ("Glossary", page_words.Glossary),
        ("Questions", page_words.Questions),
        ("Accessibility", page_words.Accessibility),
    ):
        parts.append(f"\n## {heading}\n")
        for model in _models(top):
            parts += _section(model, top)
    return "\n".join(parts) + "\n"


def _models(top: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and the models in its fields, each once, in order of appearance."""
    waiting, seen = [top], []
    while waiting:
        model = waiting.pop(0)
        if model in seen:
            continue
        seen.append(model)
        yield model
        waiting += [found for field in model.model_fields.values() for found in _inside(field.annotation)]


def _inside(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in getattr(annotation, "__args__", ()):
        yield from _inside(part)


def _section(model: type[BaseModel], top: type[BaseModel]) -> list[str]:
    described = model.model_json_schema()
    definitions, required = described.get("$defs", {}), set(described.get("required", []))
    lines = [] if model is top else [f"\n### {model.__name__}\n"]
    lines += [f"{(model.__doc__ or '').strip()}\n", "| field | value | needed | what it says |", "|---|---|---|---|"]
    for name, field in described.get("properties", {}).items():
        lines.append(
            f"| `{name}` | {_type(field, definitions)} | {'yes' if name in required else ''} | {field.get('description', '')} |"
        )
    return lines


def _type(field: dict[str, Any], definitions: dict[str, Any]) -> str:
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        values = definitions.get(name, {}).get("enum")
        return " · ".join(f"`{value}`" for value in values) if values else name
    if "enum" in field:
        return " · ".join(f"`{value}`" for value in field["enum"])
    if "anyOf" in field:
        kinds = dict.fromkeys(_type(part, definitions) for part in field["anyOf"])
        return " or ".join(kinds)
    if field.get("type") == "array":
        return f"list of {_type(field.get('items', {}), definitions)}"
    if field.get("type") == "object":
        return f"name: {_type(field.get('additionalProperties') or {'type': 'value'}, definitions)}"
    return {"string": "text", "boolean": "`true` or `false`", "integer": "number"}.get(
        field.get("type", ""), field.get("type", "value")
    )
