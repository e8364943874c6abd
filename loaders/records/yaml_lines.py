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

from .hidden import fault_of
from .problems import Problem, Refused

MAX_BYTES = 500_000  # the largest record, a coded report of 140 paragraphs, has about 90 kB
MAX_DEPTH = 20
MAX_VALUES = 20_000  # the largest record has 1,400

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
    loader = _Loader(text)
    try:
        return _Reading(loader.get_event, refuse).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise refuse(mark.line + 1 if mark else 1, f"not valid YAML: {error.problem or error.context}.") from error
    except yaml.YAMLError as error:
        raise refuse(1, f"not valid YAML: {error}.") from error
    finally:
        loader.dispose()


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


def _refuse_tabs(text: str, refuse: Refuse) -> None:
    if "\t" not in text:
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if line.lstrip(" ").startswith("\t") and line.strip():
            raise refuse(number, "indented with a tab. YAML is indented with spaces.")


class _Reading:
    """The parser's events made into plain data in one pass: whatever is refused is refused before anything expands."""

    def __init__(self, next_event: Callable[[], Any], refuse: Refuse):
        self.next_event, self.refuse = next_event, refuse
        self.lines: Lines = {}
        self.depth = 0

    def document(self) -> tuple[Any, Lines]:
        """Read the only document of a file."""
        self.next_event()  # the start of the stream
        if isinstance(self.next_event(), yaml.StreamEndEvent):
            raise self.refuse(1, "the file is empty. Copy data/template.yaml and fill it in, or delete the file.")
        event = self.next_event()
        self.lines[()] = _line(event)
        data = self.value(event, ())
        self.next_event()  # the end of the document
        event = self.next_event()
        if not isinstance(event, yaml.StreamEndEvent):
            raise self.refuse(_line(event), "not valid YAML: but found another document.")
        return data, self.lines

    def value(self, event: Any, where: Where) -> Any:
        """Read the value that begins with an event. Aliases, tags, deep nesting and values without end are refused."""
        if isinstance(event, yaml.AliasEvent):
            raise self.refuse(
                _line(event), f"an alias (*{event.anchor}) is used. Write the value out: records hold no aliases."
            )
        if len(self.lines) > MAX_VALUES:
            raise self.refuse(_line(event), f"holds more than {MAX_VALUES:,} values. Is it the right file?")
        if event.tag:
            raise self.refuse(_line(event), f"the tag {event.tag!r} is not allowed. Write a plain value.")
        if isinstance(event, yaml.ScalarEvent):
            if fault := fault_of(event.value):
                raise self.refuse(_line(event), fault, dotted(where))
            return _plain(event.value) if event.implicit[0] else event.value
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.refuse(_line(event), f"nested deeper than {MAX_DEPTH} levels. Is it the right file?")
        read = self.mapping(where) if isinstance(event, yaml.MappingStartEvent) else self.sequence(where)
        self.depth -= 1
        return read

    def sequence(self, where: Where) -> list[Any]:
        """Read the items up to the end of a list."""
        items: list[Any] = []
        while not isinstance(event := self.next_event(), yaml.SequenceEndEvent):
            place = (*where, len(items))
            self.lines[place] = _line(event)
            items.append(self.value(event, place))
        return items

    def mapping(self, where: Where) -> dict[str, Any]:
        """Read keys and values up to the end of a mapping. Two equal keys are refused."""
        result: dict[str, Any] = {}
        while not isinstance(event := self.next_event(), yaml.MappingEndEvent):
            line = _line(event)
            self.value(event, where)
            if not isinstance(event, yaml.ScalarEvent):
                raise self.refuse(line, "a key that is itself a list or a mapping.", dotted(where))
            key, place = event.value, (*where, event.value)
            if key in result:
                raise self.refuse(
                    line,
                    f"the key {key!r} stands here twice (first in line {self.lines[place]}). Keep one.",
                    dotted(where),
                )
            self.lines[place] = line
            result[key] = self.value(self.next_event(), place)
        return result


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _plain(text: str) -> str | int | bool | None:
    """Null, whole numbers of sensible length, true and false; all else stays text as written, dates and ``no`` too."""
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if _NUMBER.fullmatch(text) else text


_WORDS = {"": None, "~": None, "null": None, "Null": None, "NULL": None, "true": True, "false": False}
_NUMBER = re.compile(r"-?(?:0[0-7]{0,8}|[1-9][0-9]{0,8})")


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
