"""A plain report as lines, as a PDF and as text is read whole, and the reader is sure."""

import pytest

from loaders.reports import draft, essence, read_bytes
from tests import paper
from tests.loaders.reports.reading import GRADES_2018, VOCABULARY, at, read
from tests.paper import ROWS_2018, ROWS_2023


def test_a_plain_report_is_read_whole_and_the_reader_is_sure():
    found = read(paper.ilacs())
    assert found == {
        "framework": "ilacs_2018",
        "kind": "ilacs",
        "authority": "york",
        "ons_code": "E06000014",
        "start": "2020-05-11",
        "end": "2020-05-22",
        "published": None,
        "lead_inspector": "Ada Smith",
        "grades": GRADES_2018,
        "recommendations": [
            "The quality of plans for children, including those for disabled children.",
            "The timeliness of visits.",
        ],
        "paragraphs": 9,
        "unsure": ["published"],
    }


@pytest.mark.parametrize(
    ("rows", "in_force"),
    [(ROWS_2018, "11 to 22 May 2020"), (ROWS_2023, "11 to 22 May 2023"), (ROWS_2023[:4], "11 to 22 May 2026")],
)
def test_a_real_pdf_reads_as_its_lines_do(rows, in_force):
    written = paper.ilacs(rows, at(in_force))
    assert essence(draft(read_bytes("report.pdf", written.pdf()), VOCABULARY)) == read(written)


def test_a_text_file_without_columns_is_read_by_its_blank_lines():
    written = paper.ilacs()
    rows, before = [], written.lines[0]
    for line in written.lines:
        if line.size > 8:
            gap = line.page != before.page or abs(line.down - before.down) > 0.022 or line.bold != before.bold
            rows.append(("\n" if gap else "") + line.text)
            before = line
    found = essence(draft(read_bytes("report.txt", "\n".join(rows).encode()), VOCABULARY))
    assert found["grades"] == GRADES_2018
    assert len(found["recommendations"]) == 2
    assert (found["paragraphs"], "paragraphs" in found["unsure"]) == (None, True), (
        "nine numbers are too few to be sure without columns"
    )
