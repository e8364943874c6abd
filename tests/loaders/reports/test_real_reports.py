"""Drafts of real reports, held against what careful readings found. Skipped where the reports are not at hand."""

from pathlib import Path

import pytest

from loaders import DATA
from loaders.documents import fold
from loaders.records.reading import read_records
from loaders.reports import draft_file
from loaders.reports.measure import COLUMNS, TRUTH, manifest, measure
from loaders.reports.outcomes import plan_outcomes
from tests.builders import SAMPLE

SHARED = DATA.parent.parent / "shared"
REPORTS, SOURCES = SHARED / "reports", SHARED / "sources"
pytestmark = pytest.mark.skipif(not (REPORTS / TRUTH).is_file(), reason="no real reports lie in ../shared/reports")
ODD = {"london-corporation/2016-09-20.pdf", "devon/2025-05-13.pdf", "thurrock/2024-10-29.pdf", "slough/2016-02-17.pdf", "slough/2014-02-14.pdf",
       "kingston-upon-hull/2015-02-10.pdf", "bromley/2012-08-17.pdf", "north-lincolnshire/2022-11-25.pdf", "swindon/2014-05-23.pdf"}  # fmt: skip
"""Reports that the manifest has a remark about; every twelfth of the others joins them here, all of them in `measure`."""
CODED = {
    "york/2012-slac": ["york-2012-safeguarding-and-looked-after-children.txt"],
    "york/2016-sif": ["york/2017-02-07.pdf"],
    "york/2022-ilacs": ["york/2022-05-04.pdf", "york-2022-ilacs.txt"],
    "york/2023-focused-visit": ["york-2023-focused-visit.txt"],
    "york/2025-ilacs": ["york/2025-04-15.pdf"],
    "north-yorkshire/2014-sif": ["north-yorkshire/2014-06-30.pdf"],
    "north-yorkshire/2018-ilacs": ["north-yorkshire/2018-08-06.pdf"],
    "north-yorkshire/2023-ilacs": ["north-yorkshire/2023-08-18.pdf", "north-yorkshire-2023-ilacs.txt"],
}
HELD = read_records(DATA)


def path_of(file: str) -> Path:
    return (SOURCES if file.endswith(".txt") else REPORTS) / file


@pytest.fixture(scope="session")
def measured():
    rows = [row for i, row in enumerate(manifest(REPORTS)) if i % 12 == 0 or row["file"] in ODD]
    return measure(REPORTS, HELD.vocabulary, rows)


@pytest.fixture(scope="session")
def coded():
    return {file: draft_file(path_of(file), HELD.vocabulary) for files in CODED.values() for file in files}


def test_nothing_is_wrong_in_silence(measured):
    _, said = measured
    assert [line for line in said if line.startswith("wrong")] == []


def test_hardly_anything_is_flagged_without_need(measured):
    counted, said = measured
    assert sum(counted.values()) > 600
    flagged = [line for line in said if line.split(": ")[1] not in ODD]
    assert len(flagged) <= sum(counted.values()) / 200, flagged


@pytest.mark.parametrize(("record", "file"), [(record, file) for record, files in CODED.items() for file in files])
def test_a_draft_of_a_coded_report_agrees_with_its_record(coded, record, file):
    known, read = HELD.inspections[record], coded[file]
    assert read.framework.id == known.framework
    assert read.authority.value.id == record.partition("/")[0]
    assert {name: found.value for name, found in read.grades.items() if found.sure} == {
        name: grade.as_published for name, grade in known.grades.items()
    }
    assert read.variant in (known.variant, None)
    for name in ("start", "end", "published"):
        assert getattr(read, name).value in (getattr(known, name) and getattr(known, name).first, None)
    assert read.lead_inspector.value == known.lead_inspector
    assert read.recommendation_count.value == known.counts.recommendations
    assert read.paragraph_count.value == (known.counts.numbered_paragraphs or 0)


@pytest.mark.parametrize(("record", "file"), [(record, files[0]) for record, files in CODED.items()])
def test_each_recommendation_is_whole_and_in_order(coded, record, file):
    asked = [fold(item.text) for item in coded[file].asked.authority]
    known = [
        recommendation
        for recommendation in HELD.inspections[record].recommendations
        if recommendation.set != "safeguarding_board"
    ]
    for text, recommendation in zip(asked, known, strict=True):
        assert fold(recommendation.quote).rstrip(".").replace("-", "") in text.replace("-", "")


@pytest.mark.parametrize(
    "record",
    ["york/2016-sif", "york/2022-ilacs", "york/2025-ilacs", "north-yorkshire/2018-ilacs", "north-yorkshire/2023-ilacs"],
)
def test_each_paragraph_stands_in_its_section_and_on_its_page(coded, record):
    paragraphs = {str(paragraph.number): paragraph for paragraph in coded[CODED[record][0]].paragraphs}
    for finding in HELD.inspections[record].findings:
        read = paragraphs[finding.paragraph]
        assert finding.page in (None, read.page)
        assert fold(finding.quote).replace("-", "").replace(" ", "") in read.text.replace("-", "").replace(" ", "")


def test_every_report_that_the_statistics_do_not_hold_has_its_record():
    rows = {row["file"]: row for row in manifest(REPORTS) if row["framework"] != "not_a_report"}
    held = {inspection.source.file: inspection for inspection in HELD.inspections.values()}
    due = [
        row
        for row in rows.values()
        if row["framework"].startswith(("sif", "slac")) or row["inspection_start"] > "2025-03-31"
    ]
    assert due
    for row in due:
        known = held[row["file"]]
        assert row["inspection_start"].startswith(str(known.start))
        assert str(known.published) == row["publication_date"]
        assert known.lead_inspector == (row["lead_inspector"] or None)
        assert known.counts.recommendations == int(row["n_recommendations"])
        assert known.counts.numbered_paragraphs == int(row["n_numbered_paragraphs"])
        grades = next(
            framework.grades
            for framework in HELD.vocabulary["frameworks"].frameworks
            if framework.id == known.framework
        )
        for judgement, grade in known.grades.items():
            assert grades[grade.as_published] == (
                None if row[COLUMNS[judgement]] == "none" else row[COLUMNS[judgement]]
            )
        if row["framework"] == "sif":
            assert (known.counts.board_recommendations or 0) == int(row["n_lscb_recommendations"] or 0)


def test_planning_outcomes_again_finds_them_all_held(tmp_path):
    few = tmp_path / "reports" / "kent"
    few.mkdir(parents=True)
    for day in ("2013-08-23", "2017-06-13"):
        (few / f"{day}.pdf").write_bytes((REPORTS / f"kent/{day}.pdf").read_bytes())
    planned = plan_outcomes(few.parent, SAMPLE)
    assert (planned.new, planned.held) == ({}, 2)
