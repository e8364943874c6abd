"""The inspections of each authority in order of time, with their dates and grades, by plain loops over the files (``by_hand``)."""

import re
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tests.live.by_hand import Files, began, first_day, graded, read

MONTHS = (
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
)  # fmt: skip


class Grade(NamedTuple):
    """A grade: as printed, its id, its rank, and how well its judgement fits the strand."""

    printed: str
    id: str
    rank: int
    fit: str


class Held(NamedTuple):
    """An inspection or visit: its framework, its grades by strand in their order, and by words of its own where it has these."""

    name: str
    record: dict
    framework: str
    grades: dict[str, Grade]
    own: dict[str, Grade]

    @property
    def began(self) -> str:
        """First day, or the first of the month or year as known."""
        return began(self.record)


class Scale(NamedTuple):
    """What all frameworks are brought to: ranks of grades, phrases and labels of strands, the strands compared."""

    ranks: dict[str, int]
    labels: dict[str, str]
    phrases: dict[str, str]
    strands: dict[str, str]
    compared: list[str]


def read_scale(folder: Path) -> Scale:
    """Read it from ``scale.yaml``."""
    scale = read(folder / "scale.yaml")
    return Scale(
        {grade["id"]: grade["rank"] for grade in scale["grades"]},
        {grade["id"]: grade["label"] for grade in scale["grades"]},
        {strand["id"]: strand["phrase"] for strand in scale["strands"] if strand.get("phrase")},
        {strand["id"]: strand["label"] for strand in scale["strands"]},
        [strand["id"] for strand in scale["strands"] if strand.get("compared")],
    )


def histories(files: Files, scale: Scale) -> dict[str, list[Held]]:
    """Return what is held of each authority, in order of time."""
    found: dict[str, list[Held]] = {}
    every = files.records | files.rows
    for name, record in sorted(every.items(), key=lambda item: (began(item[1]), item[0])):
        framework = record.get("framework") or _version(files, kind_of(name), began(record))
        grades, own = _grades(files, scale, record, framework)
        found.setdefault(name.split("/")[0], []).append(Held(name, record, framework, grades, own))
    return found


def _version(files: Files, kind: str, day: str) -> str:
    """The version of a kind that was in force on a day; where none was yet, the first."""
    versions = {first_day(about["in_force_from"]): name for name, about in files.frameworks.items() if about["kind"] == kind}  # fmt: skip
    return versions[max((first for first in versions if first <= day), default=min(versions))]


def kind_of(name: str) -> str:
    """``focused-visit`` of ``york/2023-focused-visit-2``."""
    return re.fullmatch(r".+/\d{4}-(.+?)(?:-\d+)?", name)[1]


def _grades(files: Files, scale: Scale, record: dict, framework: str) -> tuple[dict[str, Grade], dict[str, Grade]]:
    about, grades, own = files.frameworks[framework], {}, {}
    for judgement in about.get("judgements", []):
        given = record["grades"].get(judgement["id"]) if "grades" in record else record.get(judgement.get("statistics"))
        printed = given["as_published"] if isinstance(given, dict) else given
        grade = about["grades"].get(printed)
        if grade is None:
            continue
        one = Grade(printed, grade, scale.ranks[grade], judgement["fit"])
        if judgement.get("leads") and judgement["strand"] in scale.phrases:
            grades.setdefault(judgement["strand"], one)
        if judgement.get("phrase"):
            own[judgement["phrase"]] = one
    ordered = {strand: grades[strand] for strand in scale.phrases if strand in grades}
    return ordered, own


def when(held: Held) -> str:
    """``of March 2022``, ``of February and March 2025``, ``of 2012``, ``published in July 2012``."""
    start, end = held.record.get("start"), held.record.get("end") or None
    if not start:
        return f"published in {month(held.record['published'])}"
    if len(str(start)) == 4:
        return f"of {start}"
    if not end or month(start) == month(end):
        return f"of {month(start)}"
    (first, year), (last, then) = month(start).split(), month(end).split()
    names = [f"{date(2000, number, 1):%B}" for number in range(1, 13)]
    between = "and" if (names.index(last) - names.index(first)) % 12 == 1 else "to"
    return f"of {first} {between} {last} {then}" if year == then else f"of {first} {year} {between} {last} {then}"


def month(written: object) -> str:
    """``March 2022``; of a year alone that year."""
    text = str(written)
    return text if len(text) == 4 else f"{MONTHS[int(text[5:7]) - 1]} {text[:4]}"


def opened(held: Held) -> str:
    """The month in which it began, or was published where no day on site is known; the year where that alone is."""
    start = held.record.get("start") or held.record.get("published")
    return month(start)


def in_words(files: Files, held: Held) -> str:
    """``the inspection of March 2022``, ``the focused visit of August 2023``."""
    about = files.frameworks[held.framework]
    kind = "inspection" if graded(files, {"framework": held.framework}) else about["label"].lower()
    return f"the {kind} {when(held)}"


def comparable(earlier: Held, later: Held, strand: str) -> bool:
    """Whether two grades on a strand may be called a rise or a fall."""
    return earlier.framework == later.framework or earlier.grades[strand].fit == later.grades[strand].fit == "same"


class Move(NamedTuple):
    """Two grades on one strand, and what became of the first: ``up``, ``down``, ``same``, or ``unlike`` where that may not be said."""

    strand: str
    earlier: Held
    later: Held
    what: str


def moves_between(strand: str, earlier: Held, later: Held) -> Move:
    """Return the move from one graded inspection to another on a strand that both gave."""
    if not comparable(earlier, later, strand):
        return Move(strand, earlier, later, "unlike")
    change = earlier.grades[strand].rank - later.grades[strand].rank
    return Move(strand, earlier, later, "up" if change > 0 else "down" if change < 0 else "same")


def all_moves(held: list[Held], strands: list[str]) -> list[Move]:
    """Every move from one grade to the next, strand by strand, in order of time."""
    found = []
    for strand in strands:
        given = [one for one in held if strand in one.grades]
        found += [moves_between(strand, *pair) for pair in pairwise(given)]
    return found


def latest_moves(held: list[Held], strands: list[str]) -> list[Move]:
    """The moves that the latest graded inspection made."""
    last = [one for one in held if set(strands) & set(one.grades)][-1:]
    return [move for move in all_moves(held, strands) if [move.later] == last]


def days(record: dict) -> date:
    """Its first day."""
    return date.fromisoformat(began(record))
