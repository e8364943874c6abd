"""A framework that nobody has heard of: one new YAML file, and its records load, show and can be taken away."""

import csv
import io
import shutil
from datetime import date
from pathlib import Path

import pytest

from analysis.grades.sentences import result_words
from analysis.selection import Selection
from exhibits.timeline import timeline
from exports.open_data import answer
from loaders import Dataset, load
from loaders.records.checked_records import checked_records
from tests.builders import SAMPLE, write
from tests.pages.driver import html_of, open_page, words

FRAMEWORK = """\
order: 12
label: Family services review (FSR), from July 2026
short_label: FSR 2026
kind: {kind}
in_force_from: 2026-07
in_force_to: null
full: true
grades:
  Exceptional: outstanding
  Secure: good
  Failing: inadequate
judgements:
  - id: leading
    label: How leaders lead
    strand: leaders
    fit: close
    leads: true
    why: It asks about partners too.
  - id: family_help
    label: Help for families
    strand: help_and_protection
    fit: close
    leads: true
    why: It asks about family hubs too.
"""

RECORD = """\
framework: family_services
depth: coded
start: 2026-07-06
end: 2026-07-17
published: 2026-08-14
source:
  file: fsr.txt
  title: Family services review of York
grades:
  leading: Exceptional
  family_help: Failing
recommendations:
  - id: R1
    summary: Keep better records.
    quote: "The quality of written records for all children."
    themes: {primary: [recording]}
findings:
  - paragraph: "1"
    section: Leaders
    summary: Records are not kept well.
    quote: "Written records are not kept well enough."
    codes: {recording: concern}
readings: 1
"""


@pytest.fixture(
    scope="module", params=["fsr", "ilacs"], ids=["a kind that is new", "a version of a kind that is known"]
)
def data(request, tmp_path_factory) -> Path:
    """The sample, with one file for a new framework and one record of it."""
    folder = tmp_path_factory.mktemp("new") / "data"
    shutil.copytree(SAMPLE, folder)
    write(folder / "frameworks" / "family_services.yaml", FRAMEWORK.format(kind=request.param))
    write(folder / "inspections" / "york" / f"2026-{request.param}.yaml", RECORD)
    return folder


@pytest.fixture(scope="module")
def ds(data) -> Dataset:
    return load(data)


@pytest.fixture
def record(data) -> str:
    """Id of the new record."""
    return next(
        f"york/{path.stem}"
        for path in (data / "inspections" / "york").glob("2026-*.yaml")
        if "family_services" in path.read_text(encoding="utf-8")
    )


def test_it_loads_without_a_complaint(ds, record):
    assert ds.problems[ds.problems["severity"] == "error"].empty
    assert record in set(ds.inspections["inspection"])


def test_its_grades_are_told_in_its_own_words(ds, record):
    assert result_words(ds, record) == "Exceptional for leaders, and Failing for help and protection"


def test_the_timeline_has_a_band_for_it(ds):
    figure = timeline(ds, Selection(("york",))).draw(ds, False)
    assert "FSR 2026" in [note.text for note in figure.layout.annotations]


def test_pages_show_it(data, monkeypatch):
    monkeypatch.setenv("INSPECTIONS_DATA", str(data))
    overview, grades = open_page("overview", authority="York"), open_page("grades", authority="York")
    assert not overview.exception
    assert not grades.exception
    assert "Exceptional for leaders" in words(overview) + html_of(overview)
    assert "July 2026, FSR 2026" in html_of(grades)
    assert "Failing" in html_of(grades)


def test_the_file_of_grades_holds_it(ds, record):
    reply = answer(ds, "grades.csv", (("authority", "York"),))
    rows = [row for row in csv.DictReader(io.StringIO(reply.body.decode("utf-8-sig"))) if row["inspection"] == record]
    assert {(row["strand"], row["grade_as_published"], row["grade"]) for row in rows} == {
        ("leaders", "Exceptional", "outstanding"),
        ("help_and_protection", "Failing", "inadequate"),
    }


def test_of_an_inspection_begun_now_it_is_the_framework_though_nobody_closed_the_one_before(data, record):
    frameworks = checked_records(data).vocabulary["frameworks"]
    assert frameworks.version(record.partition("-")[2], date(2026, 7, 6)).id == "family_services"
    if record.endswith("ilacs"):
        assert frameworks.version("ilacs", date(2026, 6, 1)).id == "ilacs_2026"
