"""How well the reader reads: every value of known reports held against what a careful reading found, by era.

The reading's columns are those of ``all_reports.csv``, one row per file, grades as ids of the common scale; for letters see
``measure_letters.py``.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..data_folder import DATA
from ..records.problems import Refused
from ..records.writing import write_whole
from . import extraction, intake, measure_letters
from .draft import Draft, draft
from .lines import Report

DOCS = DATA.parent / "docs" / "reading-reports.md"
MARKS = {False: "<!-- measured table -->", True: "<!-- measured letters -->"}
"""Where the table of reports stands in the documentation, and that of letters."""
COLUMNS = {
    "overall_effectiveness": "overall",
    "leaders": "leaders",
    "leadership": "leaders",
    "leadership_and_management": "leaders",
    "help_and_protection": "help_and_protection",
    "children_in_care": "in_care",
    "children_in_care_and_care_leavers": "in_care",
    "looked_after": "in_care",
    "care_leavers": "care_leavers",
    "adoption": "sif_adoption_performance",
    "safeguarding_board": "lscb_effectiveness",
    "capacity_to_improve": "slac_capacity_to_improve",
    "outcomes": "slac_outcomes",
    "quality_of_provision": "slac_quality_of_provision",
}
"""Judgement id, and the manifest's column of its grade."""
ERAS = {
    "slac": "Looked after, 2013",
    "sif 1": "Single inspection, to August 2014",
    "sif 2": "Single inspection, to June 2015",
    "sif 3": "Single inspection, to 2018",
    "ilacs_2018": "ILACS 2018",
    "ilacs_2023": "ILACS 2023",
    "ilacs_2026": "ILACS 2026",
}
FIELDS = [
    "framework",
    "authority",
    "dates",
    "published",
    "lead inspector",
    "grades",
    "recommendations",
    "board's",
    "paragraphs",
]
Counted = Counter[tuple[str, str, str]]
"""How many values, by era, field and outcome: right, wrong or flagged."""


TRUTH = "all_reports.csv"
"""What a careful reading found, in the folder of the reports."""


def measure(
    folder: Path, vocabularies: dict[str, Any], rows: list[dict[str, str]] | None = None
) -> tuple[Counted, list[str]]:
    """Draft every report of the manifest, or of these rows of it. Returns the counts, and one line per value that is not right."""
    counted: Counted = Counter()
    said: list[str] = []
    for row in rows or manifest(folder):
        try:
            read = draft(_read(folder / row["file"]), vocabularies)
        except Refused as refused:
            expected = row.get("framework") == "not_a_report"
            counted[("no report", "refused", "right" if expected else "flagged")] += 1
            said += [] if expected else [f"flagged: {row['file']}: {refused.problem.message}"]
            continue
        own = measure_letters if is_letter(row) else None
        era = own.era_of(row) if own else era_of(row)
        for field, truth, found in own.values(row, read) if own else values(row, read):
            outcome = "right" if truth == found else "flagged" if found is None else "wrong"
            counted[(era, field, outcome)] += 1
            if outcome != "right":
                said.append(f"{outcome}: {row['file']}: {field}: found {found!r}, the reading says {truth!r}")
    return counted, said


def manifest(folder: Path, truth: Path | None = None) -> list[dict[str, str]]:
    """The rows of what a careful reading found: of this file, else of the folder's ``all_reports.csv``."""
    with (truth or folder / TRUTH).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_letter(row: dict[str, str]) -> bool:
    """Whether a row is of a letter: it says what is asked."""
    return "asked" in row


def _read(path: Path) -> Report:
    """A known report, read in this process: those of a manifest are trusted."""
    data = path.read_bytes()
    return (
        intake.from_lines(path.name, extraction.lines_of(data))
        if data.startswith(b"%PDF")
        else intake.read_bytes(path.name, data)
    )


def era_of(row: dict[str, str]) -> str:
    """Key of ``ERAS``: the framework, and for single inspections the template, by the day of publication."""
    if row["framework"] != "sif":
        return row["framework"]
    day = row["publication_date"]
    return "sif 1" if day < "2014-09" else "sif 2" if day < "2015-06-09" else "sif 3"


def values(row: dict[str, str], read: Draft) -> Iterator[tuple[str, Any, Any]]:
    """Field, true value and value read (None where the reader is not sure) of everything that the manifest knows."""

    def sure(name: str) -> Any:
        found = read.facts[name]
        return found.value if found.sure else None

    authority = sure("authority")
    yield "framework", row["framework"], (read.framework.part_of or read.framework.id) if read.version.sure else None
    yield "authority", authority_of(row["file"]), authority.id if authority else None
    for name, column in (("start", "inspection_start"), ("end", "inspection_end")):
        yield "dates", row[column], _text(sure(name))
    yield "published", row["published_printed"] or None, _text(sure("published"))
    yield "lead inspector", row["lead_inspector"] or None, sure("lead_inspector")
    for judgement in read.grades:
        truth = row[COLUMNS[judgement]]
        yield "grades", truth if truth != "none" else None, read.framework.grades.get(sure(f"grades.{judgement}"))
    yield "recommendations", int(row["n_recommendations"]), sure("recommendations")
    if row["framework"] == "sif":
        yield (
            "board's",
            int(row["n_lscb_recommendations"] or 0),
            len(read.asked.board) if not read.asked.board_doubt else None,
        )
    yield "paragraphs", int(row["n_numbered_paragraphs"]), sure("paragraphs")


def authority_of(file: str) -> str:
    """Id of the authority in whose folder a report lies."""
    folder = file.partition("/")[0]
    return {"london-corporation": "city-of-london"}.get(folder, folder)


def _text(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def table(counted: Counted) -> str:
    """The counts as a Markdown table: right, wrong and flagged per field and era; wrong and flagged only where there are any."""
    eras = measure_letters.ERAS if of_letters(counted) else ERAS
    fields = [
        field
        for field in (measure_letters.FIELDS if of_letters(counted) else FIELDS)
        if any(key[1] == field for key in counted)
    ]
    rows = [["era", *fields], ["---"] * (len(fields) + 1)]
    for era, label in eras.items():
        if any(key[0] == era for key in counted):
            rows.append([label, *(_cell(counted, {era}, field) for field in fields)])
    rows.append(["**all**", *(f"**{_cell(counted, set(eras), field)}**" for field in fields)])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def of_letters(counted: Counted) -> bool:
    """Whether letters were counted."""
    return any(era in measure_letters.ERAS for era, _, _ in counted)


def _cell(counted: Counted, eras: set[str], field: str) -> str:
    number = {
        outcome: sum(n for (era, its, said), n in counted.items() if era in eras and its == field and said == outcome)
        for outcome in ("right", "wrong", "flagged")
    }
    total = sum(number.values())
    if not total:
        return "–"
    rest = [f"{number[outcome]} {outcome}" for outcome in ("wrong", "flagged") if number[outcome]]
    return ", ".join([f"{number['right']} of {total}", *rest])


def write_docs(counted: Counted) -> Path:
    """Put the table between its marks in ``docs/reading-reports.md``."""
    mark = MARKS[of_letters(counted)]
    before, _, after = DOCS.read_text(encoding="utf-8").split(mark)
    write_whole(DOCS, f"{before}{mark}\n{table(counted)}\n{mark}{after}")
    return DOCS
