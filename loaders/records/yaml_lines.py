"""YAML read safely, with the line of every value.

Closes the traps of YAML for hand-kept records: two equal keys (the last would win without a word), aliases (they can
expand without end), ``no`` read as false, dates turned into something else, files of any size or encoding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem, Refused

MAX_BYTES = 2_000_000  # the largest record, a coded report of 140 paragraphs, has about 90 kB
MAX_DEPTH = 20

Where = tuple[str | int, ...]
"""A path of keys and indexes."""

Lines = dict[Where, int]
Refuse = Callable[..., Refused]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, name: str) -> tuple[Any, Lines]:
    """Read one YAML file.

    Returns the plain data and the line (from 1) of every value, keyed by its path of keys and indexes. Dates stay
    text, as written. Raises ``Refused`` with the line where reading had to stop.
    """

    return parse_yaml(text_of(path, name), name)


def _refuser(name: str) -> Refuse:
    def refuse(line: int, message: str, field: str = "") -> Refused:
        return Refused(Problem(name, line, field, message))

    return refuse


def parse_yaml(text: str, name: str) -> tuple[Any, Lines]:
    """The same for the text of a file. ``name`` stands in the problems."""
    refuse = _refuser(name)
    _refuse_tabs(text, refuse)
    try:
        _refuse_traps(text, refuse)
        loader = _Loader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise refuse(mark.line + 1 if mark else 1, f"not valid YAML: {error.problem or error.context}.") from error
    except yaml.YAMLError as error:
        raise refuse(1, f"not valid YAML: {error}.") from error
    if root is None:
        raise refuse(1, "the file is empty. Copy data/template.yaml and fill it in, or delete the file.")
    lines: Lines = {}
    return _value(root, (), lines, refuse), lines


def text_of(path: Path, name: str) -> str:
    """Text of a file of UTF-8, with or without a byte order mark. Raises ``Refused`` where it is none, or far too large."""
    refuse = _refuser(name)
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise refuse(1, f"the file has {size:,} bytes; a record has at most {MAX_BYTES:,}. Is it the right file?")
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise refuse(line, "not UTF-8 text. Save the file as UTF-8.") from error


def _refuse_traps(text: str, refuse: Refuse) -> None:
    """Refuse aliases, tags and deep nesting, event by event: before anything expands, and before a parser recurses."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent):
            raise refuse(line, f"an alias (*{event.anchor}) is used. Write the value out: records hold no aliases.")
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > MAX_DEPTH:
            raise refuse(line, f"nested deeper than {MAX_DEPTH} levels. Is it the right file?")
        tag = getattr(event, "tag", None) if isinstance(event, yaml.NodeEvent) else None
        if tag:
            raise refuse(line, f"the tag {tag!r} is not allowed. Write a plain value.")


def _refuse_tabs(text: str, refuse: Refuse) -> None:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip(" ").startswith("\t") and line.strip():
            raise refuse(number, "indented with a tab. YAML is indented with spaces.")


def _value(node: yaml.Node, where: Where, lines: Lines, refuse: Refuse) -> Any:
    lines[where] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, where, lines, refuse)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*where, i), lines, refuse) for i, item in enumerate(node.value)]
    return _scalar(node) if isinstance(node, yaml.ScalarNode) else None


def _mapping(node: yaml.MappingNode, where: Where, lines: Lines, refuse: Refuse) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key, line = key_node.value, key_node.start_mark.line + 1
        if not isinstance(key, str):
            raise refuse(line, "a key that is itself a list or a mapping.", dotted(where))
        if key in result:
            first = lines[(*where, key)]
            raise refuse(line, f"the key {key!r} stands here twice (first in line {first}). Keep one.", dotted(where))
        result[key] = _value(value_node, (*where, key), lines, refuse)
        lines[(*where, key)] = line
    return result


def _scalar(node: yaml.ScalarNode) -> Any:
    """Null, whole numbers of sensible length, true and false; all else stays text as written, dates and ``no`` too."""
    kind = node.tag.rpartition(":")[2]
    if kind == "null":
        return None
    if kind == "int" and re.fullmatch(r"-?[0-9]{1,9}", node.value):
        return int(node.value)
    if kind == "bool" and node.value in ("true", "false"):
        return node.value == "true"
    return node.value


def dotted(where: Where) -> str:
    """Write a path of keys and indexes as ``grades.overall`` or ``findings[3].quote``."""
    text = ""
    for part in where:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def line_of(lines: Mapping[tuple, int], where: Where) -> int:
    """Line of a value, or of the nearest thing around it that stands in the file."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)
