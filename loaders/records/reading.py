"""YAML files -> records, with file, line and field in every error.

A file that is wrong is left out and reported; the others load.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from . import codings, plan_schema, schema, vocabulary
from .problems import Problem, Refused, one_of
from .yaml_lines import Lines, dotted, line_of, read_yaml

VOCABULARY = {
    "frameworks": vocabulary.Frameworks,
    "themes": vocabulary.Themes,
    "authorities": vocabulary.Authorities,
    "glossary": vocabulary.Glossary,
    "questions": vocabulary.Questions,
    "accessibility": vocabulary.Accessibility,
    "official_figures": vocabulary.OfficialFigures,
}
REQUIRED = ("frameworks", "themes", "authorities")
"""Without these no record can be understood."""

OPTIONAL = ("official_figures", "accessibility")
"""A data folder without Ofsted's statistics or a list of barriers is still whole."""

CODING_FILES = {"first": codings.Coding, "second": codings.Coding, "settled": codings.Settlement}


@dataclass(frozen=True)
class Origin:
    """Where a record was read from: the file's name as users see it, and the line of each value."""

    file: str
    lines: Lines = field(default_factory=dict, compare=False, repr=False)

    def problem(self, where: tuple, message: str, severity: str = "error") -> Problem:
        """A problem at a path of keys and indexes in this file."""
        return Problem(self.file, line_of(self.lines, where), dotted(where), message, severity)


@dataclass
class Records:
    """All that was read: models by id, where each came from, and what was wrong."""

    vocabulary: dict[str, Any] = field(default_factory=dict)
    inspections: dict[str, schema.Inspection] = field(default_factory=dict)
    plans: dict[str, plan_schema.ActionPlan] = field(default_factory=dict)
    codings: dict[str, dict[str, Any]] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    inspection_ids: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @property
    def complete_vocabulary(self) -> bool:
        """Whether frameworks, themes and authorities all loaded."""
        return all(name in self.vocabulary for name in REQUIRED)


class DataFolderError(FileNotFoundError):
    """The data folder does not exist or is not a folder."""


def read_records(folder: str | Path) -> Records:
    """Read every record under ``folder``. Raises ``DataFolderError`` where there is no such folder."""
    folder = Path(folder)
    if not folder.is_dir():
        raise DataFolderError(f"no data folder at {folder.as_posix()!r}. Give the folder that holds inspections/ and frameworks.yaml.")
    records = Records()
    _read_vocabulary(records, folder)
    for path, record_id in _files(records, folder, "inspections", depth=2):
        read = _read(records, folder, path, schema.Inspection, record_id)
        if read is not None:
            records.inspections[record_id] = read
    for path, record_id in _files(records, folder, "action_plans", depth=2):
        read = _read(records, folder, path, plan_schema.ActionPlan, f"action_plans/{record_id}")
        if read is not None:
            records.plans[record_id] = read
    _read_codings(records, folder)
    if not records.inspection_ids:
        records.problems.append(
            Problem(
                f"{folder.as_posix()}/inspections",
                1,
                "",
                "holds no record. Copy data/template.yaml to inspections/<authority>/<year>-<kind>.yaml and fill it in.",
            )
        )
    return records


def read_vocabulary(folder: str | Path) -> dict[str, Any]:
    """The vocabulary alone, by name. Raises ``Refused`` with its first problem where frameworks, themes or authorities are wrong."""
    records = Records()
    _read_vocabulary(records, Path(folder))
    if not records.complete_vocabulary:
        raise Refused(records.problems[0])
    return records.vocabulary


def _read_vocabulary(records: Records, folder: Path) -> None:
    for name, model in VOCABULARY.items():
        if name in OPTIONAL and not (folder / f"{name}.yaml").exists():
            continue
        read = _read(records, folder, folder / f"{name}.yaml", model, name)
        if read is not None:
            records.vocabulary[name] = read


def _read_codings(records: Records, folder: Path) -> None:
    for path, file_id in _files(records, folder, "codings", depth=3):
        record_id, _, name = file_id.rpartition("/")
        if name not in CODING_FILES:
            records.problems.append(Problem(_name(folder, path), 1, "", one_of(name, CODING_FILES, "a name that this folder knows")))
            continue
        read = _read(records, folder, path, CODING_FILES[name], f"codings/{file_id}")
        if read is not None:
            records.codings.setdefault(record_id, {})[name] = read


def _files(records: Records, folder: Path, part: str, depth: int) -> Iterator[tuple[Path, str]]:
    """Every YAML file below ``folder/part`` with its id, which is its path. Two files with one id are reported."""
    known: dict[str, Path] = {}
    root = folder / part
    for path in sorted(p for p in root.rglob("*") if p.is_file() and p.suffix.lower() in (".yaml", ".yml")):
        place = path.relative_to(root).with_suffix("")
        record_id = place.as_posix()
        name = _name(folder, path)
        if len(place.parts) != depth:
            records.problems.append(
                Problem(
                    name,
                    1,
                    "",
                    f"stands in the wrong folder. Records of this part are {part}/{'<authority>/<name>' if depth == 2 else '<authority>/<inspection>/<name>'}.yaml.",
                )
            )
        elif record_id.lower() in known:
            records.problems.append(
                Problem(
                    name, 1, "", f"has the same id as {_name(folder, known[record_id.lower()])}: {record_id}. Keep one of the two files."
                )
            )
        else:
            known[record_id.lower()] = path
            if part == "inspections":
                records.inspection_ids.add(record_id)
            yield path, record_id


def _name(folder: Path, path: Path) -> str:
    return (Path(folder.name or folder.resolve().name) / path.relative_to(folder)).as_posix()


def _read(records: Records, folder: Path, path: Path, model: type[BaseModel], record_id: str) -> Any:
    """One file as a model, or None with the problems noted."""
    name = _name(folder, path)
    try:
        data, lines = read_yaml(path, name)
    except FileNotFoundError:
        records.problems.append(Problem(name, 1, "", "the file is missing. Every data folder needs it."))
        return None
    except OSError as error:
        records.problems.append(Problem(name, 1, "", f"cannot be read ({error.strerror})."))
        return None
    except Refused as refused:
        records.problems.append(refused.problem)
        return None
    origin = records.origins[record_id] = Origin(name, lines)
    return validated(records, origin, data, model)


def validated(records: Records, origin: Origin, data: Any, model: type[BaseModel]) -> Any:
    """Plain data as a model, or None with the problems noted."""
    if not isinstance(data, dict):
        records.problems.append(origin.problem((), f"holds a {type(data).__name__}, not fields and values. Begin from data/template.yaml."))
        return None
    try:
        return model.model_validate(data)
    except ValidationError as error:
        records.problems += [_explain(origin, model, item) for item in error.errors()]
        return None


def _explain(origin: Origin, model: type[BaseModel], error: Mapping[str, Any]) -> Problem:
    """One pydantic error in the words of this format: what was found, and what to do."""
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


def _field_names(model: type[BaseModel]) -> set[str]:
    """Names of all fields of a model and of the models inside it."""
    names: set[str] = set()
    for definition in model.model_json_schema().get("$defs", {}).values():
        names |= set(definition.get("properties", {}))
    return names | set(model.model_fields)


def twice(origin: Origin, field: str, ids: list[str], around: tuple = (), key: str = "id") -> Iterator[Problem]:
    """Every id that stands twice, at its second place."""
    seen: dict[str, int] = {}
    for i, value in enumerate(ids):
        where = (*around, field, i, key)
        if value in seen:
            line = origin.problem((*around, field, seen[value], key), "").line
            yield origin.problem(where, f"found {value!r} twice (first in line {line}). Each {key} stands once.")
        seen.setdefault(value, i)
