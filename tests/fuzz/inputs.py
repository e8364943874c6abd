"""Bytes made into hostile inputs: texts cut and joined, records with strange values, sheets with strange cells.

The same bytes always make the same input, so that what a fuzzer found is kept as a file and tried again in each run of the tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, TypeVar

T = TypeVar("T")

WORDS = [
    "", "~", "null", "true", "no", "-1", "0", "0x1f", "1e999", ".inf", "-.inf", ".nan", "NaN", "9" * 30, "9" * 5_000, "2022-02-30", "0000-00-00",
    "9999-12-31", "0001-01-01", "2022-03", "2022", "12:30:45", "[]", "{}", "[[1]]", "{a: b}", "{a: 1, a: 2}", "[" * 40, "{a: " * 40, "&a [*a]", "&a {b: *a}",
    "<<: *a", "<<: {a: 1}", "*a", "!!python/object/apply:os.system [ls]", "!!binary aGk=", "!!set {a}", "!x y", "? [a]", "? a\n: b", "- - - -", "|", ">-", "|9",
    "'", '"', '"\\x00"', '"\\ud800"', '"\\U0010ffff"', "\x00", "\x07", "\x1b[31m", "\x85", "\u2028", "\ufeff", "\ufdfa" * 50, "\u202e", "😀", "ﬁ", "\u0300" * 50,
    "a" * 10_000, "=1+1", "<script>", "javascript:alert(1)", "%YAML 9.9", "%TAG ! x", "---", "...", "\t", "\r", "\r\n", "# ", ": ", "- ", ", ",
]  # fmt: skip
"""Pieces of YAML, and of any text, that have broken readers somewhere."""

PRINT = [
    "Inspection of York local authority children’s services", "Inspection dates: 3 March to 14 March 2025", "Lead inspector:", "Judgement Grade", "Key judgement",
    "Overall effectiveness Good", "Requires improvement to be good", "Inadequate", "What needs to improve?", "# Recommendations", "- ", "■ ", "1. ", "99. ", "1.1 ",
    "Dear Ada", "Focused visit to York children’s services", "Joint targeted area inspection of York", "Main findings", "30 February 2020", "3 March 2012 to", "1/1/12",
    "Ofsted", "Piccadilly Gate", "local authority", "Safeguarding Children Board", "that the ", "within three months", "(", ")", "“", "’", "…", "\f", "\n\n", "\n# ", "**",
]  # fmt: skip
"""Pieces of print that the reader of reports looks for."""

CELLS: list[Any] = [
    None, "", "-", " ", "Good", "[x]", "E08000035", "Leeds", True, 0, -1, 1e308, float("inf"), float("nan"), 10**15, 44000, date(1, 1, 1), date(9999, 12, 31),
    datetime(2022, 3, 7, 12), "2022-03-07", "31/02/2022", "1 March 99999", "as at 31 March 2025", "as at 99 March 2025", "x" * 10_000, "\x00", "=1+1", "<a/>", "😀",
    "Inspection date", "Publication date", "Local authority area code", "Overall effectiveness",
]  # fmt: skip


class Choices:
    """Decisions read from bytes, one after the other; where they end, every decision is the first."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 0

    @property
    def left(self) -> bool:
        """Whether any byte is left."""
        return self.at < len(self.data)

    def number(self, most: int) -> int:
        """A number from 0 to ``most``."""
        size = 1 if most < 256 else 2
        part, self.at = self.data[self.at : self.at + size], self.at + size
        return int.from_bytes(part, "big") % (most + 1)

    def one_of(self, things: Sequence[T]) -> T:
        """One of some things."""
        return things[self.number(len(things) - 1)]


def text(choices: Choices, seeds: Sequence[str], words: Sequence[str]) -> str:
    """A text, with up to some dozen of its lines cut, repeated, moved, or given a word more."""
    lines = choices.one_of(seeds).splitlines(keepends=True) or [""]
    while choices.left and len(lines) < 20_000:
        act, at = choices.number(5), choices.number(len(lines) - 1)
        if act == 0 and len(lines) > 1:
            del lines[at]
        elif act == 1:
            lines[at:at] = [lines[at]] * choices.one_of([1, 2, 50, 1_000])
        elif act == 2:
            other = choices.number(len(lines) - 1)
            lines[at], lines[other] = lines[other], lines[at]
        else:
            place = choices.number(min(len(lines[at]), 250))
            cut = place + choices.one_of([0, 0, 1, 5, 1_000])
            lines[at] = lines[at][:place] + choices.one_of(words) * choices.one_of([1, 1, 2, 50]) + lines[at][cut:]
    return "".join(lines)


def changed(choices: Choices, value: Any) -> Any:
    """Plain data, with some of its parts taken away, moved, repeated, or made something else."""
    places = list(_places(value))
    while choices.left:
        holder, key = choices.one_of(places)
        act = choices.number(4)
        try:
            if act == 0:
                del holder[key]
            elif act == 1:
                holder[key] = [holder[key]] * choices.one_of([0, 1, 2, 100])
            elif act == 2:
                holder[key] = {choices.one_of(WORDS): holder[key]}
            elif act == 3:
                other, at = choices.one_of(places)
                holder[key] = other[at]
            else:
                holder[key] = choices.one_of(WORDS)
        except (KeyError, IndexError):  # taken away by an earlier choice
            continue
    return value


def _places(value: Any) -> Any:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in list(items):
        yield value, key
        yield from _places(part)


def sheets(choices: Choices, whole: dict[str, list[list]]) -> dict[str, list[list]]:
    """Sheets of a spreadsheet, with some of their cells, rows and names made something else."""
    made = {name: [list(row) for row in rows] for name, rows in whole.items()}
    while choices.left and made:
        name = choices.one_of(list(made))
        rows, act = made[name], choices.number(7)
        if act == 0:
            del made[name]
        elif act == 1:
            made[str(choices.one_of(CELLS))[:30] or "x"] = made.pop(name)
        elif rows:
            at = choices.number(len(rows) - 1)
            if act == 2:
                del rows[at]
            elif act == 3:
                rows.insert(choices.number(len(rows)), list(rows[at]))
            elif rows[at]:
                rows[at][choices.number(len(rows[at]) - 1)] = choices.one_of(CELLS)
    return made
