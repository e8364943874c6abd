"""YAML read safely, with the line of every value.

Closes the traps of YAML for hand-kept records: two equal keys (the last would win without a word), aliases (they can
expand without end), ``no`` read as false, dates turned into something else, files of any size or encoding.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem, Refused

MAX_BYTES = 2_000_000  # the largest record, a coded report of 140 paragraphs, has about 90 kB
MAX_DEPTH = 20

Lines = dict[tuple, int]
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, name: str) -> tuple[Any, Lines]:
    """Read one YAML file.

    Returns the plain data and the line (from 1) of every value, keyed by its path of keys and indexes. Dates stay
    text, as written. Raises ``Refused`` with the line where reading had to stop.
    """

    def refuse(line: int, message: str, field: str = "") -> Refused:
        return Refused(Problem(name, line, field, message))

    text = _text(path, refuse)
    _refuse_deep(text, refuse)
    try:
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
    return _value(root, (), lines, set(), refuse), lines


def _text(path: Path, refuse) -> str:
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise refuse(1, f"the file has {size:,} bytes; a record has at most {MAX_BYTES:,}. Is it the right file?")
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise refuse(line, "not UTF-8 text. Save the file as UTF-8.") from error


def _refuse_deep(text: str, refuse) -> None:
    """Refuse nesting that a record never has, before a parser recurses into it. Quoted brackets count too: harmless."""
    for number, line in enumerate(text.splitlines(), start=1):
        if line.count("[") + line.count("{") > MAX_DEPTH * 5:
            raise refuse(number, "more brackets in one line than a record can hold. Is it the right file?")
        if len(line) - len(line.lstrip(" ")) > MAX_DEPTH * 8:
            raise refuse(number, f"indented deeper than {MAX_DEPTH} levels. Is it the right file?")
        if line[:1] == "\t" or (line.lstrip(" ")[:1] == "\t" and line.strip()):
            raise refuse(number, "indented with a tab. YAML is indented with spaces.")


def _value(node: yaml.Node, where: tuple, lines: Lines, seen: set[int], refuse) -> Any:
    line = node.start_mark.line + 1
    lines[where] = line
    if id(node) in seen:
        raise refuse(line, "an alias (*name) is used. Write the value out: records hold no aliases.", dotted(where))
    if len(where) > MAX_DEPTH:
        raise refuse(line, f"nested deeper than {MAX_DEPTH} levels.", dotted(where[:3]))
    seen.add(id(node))
    if isinstance(node, yaml.MappingNode):
        return _mapping(node, where, lines, seen, refuse)
    if isinstance(node, yaml.SequenceNode):
        return [_value(item, (*where, i), lines, seen, refuse) for i, item in enumerate(node.value)]
    return _scalar(node, line, where, refuse)


def _mapping(node: yaml.MappingNode, where: tuple, lines: Lines, seen: set[int], refuse) -> dict[str, Any]:
    result: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key, line = key_node.value, key_node.start_mark.line + 1
        if not isinstance(key, str):
            raise refuse(line, "a key that is itself a list or a mapping.", dotted(where))
        if key in result:
            first = lines[(*where, key)]
            raise refuse(line, f"the key {key!r} stands here twice (first in line {first}). Keep one.", dotted(where))
        result[key] = _value(value_node, (*where, key), lines, seen, refuse)
        lines[(*where, key)] = line
    return result


def _scalar(node: yaml.ScalarNode, line: int, where: tuple, refuse) -> Any:
    tag = node.tag.rpartition(":")[2]
    if tag == "null":
        return None
    if tag == "int" and node.value.lstrip("-").isdigit():
        return int(node.value)
    if tag == "bool" and node.value in ("true", "false"):
        return node.value == "true"
    if node.tag.startswith("tag:yaml.org,2002:") and tag in ("str", "int", "float", "bool", "timestamp"):
        return node.value
    raise refuse(line, f"the tag {node.tag!r} is not allowed. Write a plain value.", dotted(where))


def dotted(where: tuple) -> str:
    """Write a path of keys and indexes as ``grades.overall`` or ``findings[3].quote``."""
    text = ""
    for part in where:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def line_of(lines: Mapping[tuple, int], where: tuple) -> int:
    """Line of a value, or of the nearest thing around it that stands in the file."""
    while where and where not in lines:
        where = where[:-1]
    return lines.get(where, 1)
