"""Figures as plotly hands them to the browser, read back into the marks that a reader sees."""

import base64
import re
from itertools import chain

import numpy as np

from exhibits import Exhibit
from tests.live.histories import MONTHS
from tests.live.reading import one_wording
from tests.live.world import World

LETTERS = {"Outstanding": "O", "Good": "G", "Requires improvement to be good": "RI", "Adequate": "A", "Inadequate": "I"}


def traces(ds, exhibit: Exhibit, narrow: bool = False) -> list[dict]:
    """The traces of a figure, their packed numbers as lists."""
    return [unpacked(trace) for trace in exhibit.drawn(ds, narrow).to_dict()["data"]]


def unpacked(part):
    """A part of a figure in which numbers that plotly packs are lists again."""
    if isinstance(part, dict) and "bdata" in part:
        values = np.frombuffer(base64.b64decode(part["bdata"]), dtype=part["dtype"])
        shape = [int(size) for size in str(part.get("shape", len(values))).split(",")]
        return values.reshape(shape).tolist()
    if isinstance(part, dict):
        return {name: unpacked(value) for name, value in part.items()}
    return part


def letter(words: str) -> str:
    """The letter of a grade, in whatever wording; empty of what is no grade."""
    return LETTERS.get(one_wording(re.split(r" \(|, ", words)[0]), "")


def every(marks: list[dict], name: str) -> list:
    """One list of all marks of all traces that have one."""
    return list(chain.from_iterable(trace[name] for trace in marks if trace.get(name) is not None and "text" in trace))


def bars(world: World, marks: list[dict]) -> list[tuple[str, str, str]]:
    """Strand, letter and first day of each grade that is drawn as a bar; what goes on hatched has its letter once."""
    found = []
    for trace in marks:
        for text, data, base in zip(trace.get("text") or [], trace.get("customdata") or [], trace.get("base") or [], strict=False):  # fmt: skip
            if plain(text) in LETTERS.values():
                found.append((world.scale.strands[data[1]], plain(text), base[:10]))
    return found


def plain(text: str) -> str:
    """The letter in a mark, without brackets and signs."""
    return re.sub(r"</?b>|[()\u2005▲▼ ]", "", text)


def iso(words: str) -> str:
    """``2022-03-07`` of ``7 March 2022``; of a month or a year its first day."""
    *day, year = words.split()
    month = MONTHS.index(day[-1]) + 1 if day else 1
    return f"{year}-{month:02}-{int(day[0]) if len(day) == 2 else 1:02}"
