"""How well the reader reads: every value of known reports held against what a careful reading found, by era.

The manifest's columns are those of ``manifest.csv``: one row per file, grades as ids of the common scale.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..data_folder import DATA
from ..records.problems import Refused
from . import extraction, intake
from .draft import Draft, draft
from .lines import Report

DOCS = DATA.parent / "docs" / "reading-reports.md"
MARK = "<!-- measured table -->"
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
FIELDS = ["framework", "authority", "dates", "published", "lead inspector", "grades", "recommendations", "board's", "paragraphs"]
Counted = Counter[tuple[str, str, str]]
"""How many values, by era, field and outcome: right, wrong or flagged."""


def measure(folder: Path, vocabularies: dict[str, Any], rows: list[dict[str, str]] | None = None) -> tuple[Counted, list[str]]:
    """Draft every report of the manifest, or of these rows of it. Returns the counts, and one line per value that is not right."""
    counted: Counted = Counter()
    said: list[str] = []
    for row in rows or manifest(folder):
        try:
            read = draft(_read(folder / row["file"]), vocabularies)
        except Refused as refused:
            expected = row["framework"] == "not_a_report"
            counted[("no report", "refused", "right" if expected else "flagged")] += 1
            said += [] if expected else [f"flagged: {row['file']}: {refused.problem.message}"]
            continue
        era = era_of(row)
        for field, truth, found in values(row, read):
            outcome = "right" if truth == found else "flagged" if found is None else "wrong"
            counted[(era, field, outcome)] += 1
            if outcome != "right":
                said.append(f"{outcome}: {row['file']}: {field}: found {found!r}, the manifest says {truth!r}")
    return counted, said


def manifest(folder: Path) -> list[dict[str, str]]:
    """The rows of a folder's ``manifest.csv``."""
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _read(path: Path) -> Report:
    """A known report, read in this process: those of a manifest are trusted."""
    data = path.read_bytes()
    return intake.from_lines(path.name, extraction.lines_of(data)) if data.startswith(b"%PDF") else intake.read_bytes(path.name, data)


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
        yield "board's", int(row["n_lscb_recommendations"] or 0), len(read.asked.board)
    yield "paragraphs", int(row["n_numbered_paragraphs"]), sure("paragraphs")


def authority_of(file: str) -> str:
    """Id of the authority in whose folder a report lies."""
    folder = file.partition("/")[0]
    return {"london-corporation": "city-of-london"}.get(folder, folder)


def _text(value: Any) -> str | None:
    return None if value is None else value.isoformat()


def table(counted: Counted) -> str:
    """The counts as a Markdown table: right, wrong and flagged per field and era; wrong and flagged only where there are any."""
    fields = [field for field in FIELDS if any(key[1] == field for key in counted)]
    rows = [["era", *fields], ["---"] * (len(fields) + 1)]
    for era, label in ERAS.items():
        if any(key[0] == era for key in counted):
            rows.append([label, *(_cell(counted, {era}, field) for field in fields)])
    rows.append(["**all**", *(f"**{_cell(counted, set(ERAS), field)}**" for field in fields)])
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


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
    """Put the table between the marks of ``docs/reading-reports.md``."""
    before, _, after = DOCS.read_text(encoding="utf-8").split(MARK)
    DOCS.write_text(f"{before}{MARK}\n{table(counted)}\n{MARK}{after}", encoding="utf-8", newline="\n")
    return DOCS
