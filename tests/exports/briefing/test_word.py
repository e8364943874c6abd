"""The paper in Word: real headings, lists, tables and fields, and no more than six pages."""

import io
import re
import shutil
import subprocess

import docx
import docx.shared
import pypdfium2
import pytest
from docx.oxml.ns import qn

from analysis.selection import Selection
from exhibits.style import GRADES
from exports.briefing import FORMATS, briefing
from exports.briefing.paper import Bars, History, Rows

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


def test_word_has_real_headings_header_rows_language_and_page_numbers(paper, written):
    document = docx.Document(io.BytesIO(written["docx"]))
    headings = [line.text for line in document.paragraphs if line.style.name == "Heading 1"]
    assert headings == [section.title for section in paper.sections]
    assert [line.text for line in document.paragraphs if line.style.name == "Title"] == [paper.title]
    assert document.core_properties.title == paper.title
    assert document.core_properties.language == "en-GB"
    languages = {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    blocks = [
        block for section in paper.sections for block in section.blocks if isinstance(block, Rows | Bars | History)
    ]
    tables = [block.table if isinstance(block, History) else block for block in blocks]
    assert len(document.tables) == len(tables)
    for table, block in zip(document.tables, tables, strict=True):
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val")) == block.alt
        assert not any(cell.text.strip() == "" for cell in table.rows[0].cells)
        assert not list(table._tbl.iter(qn("w:vMerge"), qn("w:gridSpan")))
    footer = document.sections[0].footer._element
    assert {"PAGE", "NUMPAGES"} <= {element.text for element in footer.iter(qn("w:instrText"))}
    assert not document.inline_shapes


def test_word_has_fields_that_a_council_fills_in(written):
    document = docx.Document(io.BytesIO(written["docx"]))
    names = [box.get(qn("w:val")) for box in document.element.body.iter(qn("w:alias"))]
    assert names == ["Meeting", "Report of", "Decision"]
    assert "Members are asked to" in "".join(text.text or "" for text in document.element.body.iter(qn("w:t")))


def test_word_has_the_grades_as_a_strip_with_letter_and_word_on_the_colour_of_each(written):
    strip = docx.Document(io.BytesIO(written["docx"])).tables[0]
    assert [cell.text for cell in strip.rows[0].cells] == ["Strand", "2012", "2016", "2022", "2025"]
    overall = strip.rows[1].cells
    assert [cell.text for cell in overall[2:]] == ["G\nGood", "RI\nRequires improvement to be good", "O\nOutstanding"]
    for cell, look in zip(overall[2:], ("good", "requires_improvement", "outstanding"), strict=True):
        assert cell._tc.tcPr.find(qn("w:shd")).get(qn("w:fill")) == GRADES[look].fill[1:]


def test_numbered_questions_and_bullets_are_real_lists(written):
    document = docx.Document(io.BytesIO(written["docx"]))
    assert {"List Number", "List Bullet"} <= {line.style.name for line in document.paragraphs}
    assert not any(re.match(r"^(\d+\.|•|-)\s", line.text) for line in document.paragraphs)


@pytest.mark.parametrize("authorities", [("york",), ("north-yorkshire", "york")])
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed, so the paper's pages were not counted")
def test_the_paper_has_two_to_six_pages(ds, tmp_path, authorities):
    (tmp_path / "paper.docx").write_bytes(FORMATS["docx"][2](briefing(ds, Selection(authorities))))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    subprocess.run(
        [OFFICE, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "paper.docx"],
        check=True,
        capture_output=True,
        timeout=120,
    )
    with pypdfium2.PdfDocument(tmp_path / "paper.pdf") as document:
        assert 2 <= len(document) <= 6
        assert (
            f"Page {len(document)} of {len(document)}" in document[len(document) - 1].get_textpage().get_text_bounded()
        )
