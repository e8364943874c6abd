"""A small data folder to load, break and mend in a test."""

from __future__ import annotations

import shutil
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
SAMPLE = Path(__file__).resolve().parent / "sample_data"
"""Data of real shape that stay as they are: words and figures are tested on them. See its ``README.md``."""

INSPECTION = "inspections/york/2022-ilacs.yaml"
PLAN = "action_plans/york/2022-action-plan.yaml"

INSPECTION_TEXT = """\
framework: ilacs_2018
depth: coded
start: 2022-03-07
end: 2022-03-18
published: 2022-05-04
lead_inspector: Ada Smith
source:
  file: report.txt
counts: {recommendations: 2}
grades:
  leaders: Good
  help_and_protection: Requires improvement to be good
  children_in_care_and_care_leavers: Outstanding
  overall_effectiveness: Good
recommendations:
  - id: R1
    summary: Keep better records.
    quote: "The quality of written records for all children."
    themes: {primary: [recording]}
  - id: R2
    summary: Supervise social workers more often.
    quote: "The frequency of supervision of social workers."
    themes: {primary: [supervision], other: [workforce]}
findings:
  - paragraph: "1"
    section: Leaders
    summary: Leaders have a sound grasp of practice.
    quote: "Leaders know the strengths and weaknesses of practice well."
    codes: {leadership: strength}
  - paragraph: "2"
    section: Help and protection
    summary: Some children are not visited as often as they need.
    quote: "Visits to some children are not frequent enough."
    codes: {direct_work: concern, recording: mixed}
readings: 1
"""

LISTED_TEXT = """\
framework: {framework}
depth: listed
start: {start}
notes:
  - {{kind: gap, text: No letter of this visit is held here.}}
"""

VISIT_TEXT = """\
framework: focused_visit
depth: outcome
start: {start}
end: {end}
published: {published}
source:
  file: {file}
"""

PLAN_TEXT = """\
title: Action plan
responds_to: york/2022-ilacs
source:
  file: plan.txt
  publisher: City of York Council
versions:
  - {version: "1.0", date: 2022-06-28}
recommendations:
  - recommendation: R1
    heading: "The quality of written records for all children."
    actions:
      - id: "1.1"
        summary: Look again at the standards for records.
        quote: "Review the practice standards for written records"
        leads: Head of Practice
        deadline: 2022-07-01
        deadline_as_published: "01/07/2022"
        status: complete
        status_as_published: completed
"""


def small_data(folder: Path) -> Path:
    """Write ``folder/data`` with the repository's vocabulary, one valid inspection and one valid action plan."""
    data = folder / "data"
    for name, text in ((INSPECTION, INSPECTION_TEXT), (PLAN, PLAN_TEXT)):
        write(data / name, text)
    copy_vocabulary(data)
    return data


def listed_events(data: Path, events: dict[str, tuple[str, str]]) -> Path:
    """Add events known only to have happened: framework and start (a day, month or year) by id."""
    for inspection, (framework, start) in events.items():
        write(data / f"inspections/{inspection}.yaml", LISTED_TEXT.format(framework=framework, start=start))
    return data


def copy_vocabulary(data: Path) -> None:
    """Copy the repository's vocabulary (frameworks, themes, authorities and the like) into a data folder."""
    data.mkdir(parents=True, exist_ok=True)
    for path in [*DATA.glob("*.yaml"), *DATA.glob("*.csv")]:
        if not path.name.endswith("template.yaml"):
            shutil.copy(path, data / path.name)
    shutil.copytree(DATA / "frameworks", data / "frameworks")


def copy_statistics(data: Path, edition: str = "2025-03-31") -> None:
    """Copy one edition of Ofsted's statistics into a data folder: what is held of it and of nothing else."""
    for suffix in (".yaml", ".csv"):
        (data / "statistics").mkdir(exist_ok=True)
        shutil.copy(DATA / "statistics" / f"{edition}{suffix}", data / "statistics")


def lists_that_end(data: Path, authorities: tuple[str, ...]) -> Path:
    """Copy the sample; the lists of these authorities reach no further than Ofsted's statistics."""
    shutil.copytree(SAMPLE, data)
    path = data / "authorities.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    checked = [line.replace(",2026-08-22,", ",,") if line.split(",")[0] in authorities else line for line in lines]
    path.write_text("".join(checked), encoding="utf-8", newline="\n")
    return data


def write(path: Path, text: str) -> Path:
    """Write a text file, and the folders above it where they are missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path


def replace(path: Path, old: str, new: str) -> None:
    """Replace the one place where ``old`` stands in a file. Fails where it stands nowhere, or more than once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")
