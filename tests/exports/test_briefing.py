"""The committee's paper: what it says, and that its files are accessible, native and the same each time."""

import io
import re
import shutil
import subprocess
import zipfile
from concurrent.futures import ThreadPoolExecutor

import docx
import docx.shared
import pandas as pd
import pptx
import pptx.util
import pypdfium2
import pytest
from docx.oxml.ns import qn

from analysis.selection import Selection
from exports.__main__ import main
from exports.briefing import CHOICES, FORMATS, briefing, template
from exports.briefing.flow import pages
from exports.briefing.paper import Bars, Bullets, Paper, Rows, Text
from loaders import as_known
from tests.cuts import only

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")


@pytest.fixture(scope="module")
def paper(ds) -> Paper:
    return briefing(ds, Selection(("york", "north-yorkshire")))


@pytest.fixture(scope="module")
def written(paper) -> dict[str, bytes]:
    return {form: write(paper) for form, (_, _, write) in FORMATS.items()}


def test_the_paper_has_every_section_in_order(paper):
    assert [section.name for section in paper.sections] == list(CHOICES)
    words = paper.words()
    assert (
        "York rose: it was judged Outstanding in all five judgements after the inspection of February and March 2025."
        in words
    )
    assert "North Yorkshire July 2023 Outstanding" in words
    assert "1 of 6 actions reported complete on 13 July 2022" in words


def test_the_evidence_of_a_thread_speaks_for_its_reading(paper):
    [table] = [
        block
        for section in paper.sections
        if section.name == "recommendations"
        for block in section.blocks
        if isinstance(block, Rows)
    ]
    said = {row[0].text[:2]: (row[2].text, row[3].text) for row in table.rows}
    assert said["R2"][0].startswith("Asked again in part (disabled children)")
    assert said["R2"][1].endswith("(Inspection of February and March 2025, recommendation 1)")
    assert said["R5"][1].endswith("(Inspection of February and March 2025, paragraph 17)")


def test_only_the_sections_chosen_are_written(ds):
    chosen = briefing(ds, Selection(("york",)), ("questions", "standing"))
    assert [section.name for section in chosen.sections] == ["standing", "questions"]


def test_a_section_that_cannot_be_made_says_why(ds):
    words = briefing(ds, Selection(("cumbria",)), ("neighbours", "recommendations")).words()
    assert (
        "No statistical neighbours of Cumbria are known here and no other authority was chosen, so nothing is set beside it."
        in words
    )
    assert (
        "No recommendation to Cumbria is held here, because none of the reports known by that day has been read in full."
        in words
    )
    early = briefing(as_known(ds, pd.Timestamp("2012-06-01")), Selection(("york", "leeds")), ("neighbours",)).words()
    assert "No graded inspection of Leeds is known by that day, so nothing is set beside York." in early


def test_a_paper_of_nothing_says_so(ds):
    assert "No section was chosen" in briefing(ds, Selection(("york",)), ()).words()
    nothing = briefing(only(ds, []), Selection(("york",)))
    assert "No inspection of York is known here" in nothing.words()
    for _, _, write in FORMATS.values():
        assert write(nothing)


def test_too_many_authorities_are_refused_with_a_sentence(ds):
    with pytest.raises(ValueError, match="A paper holds at most 6 authorities, and 20 were asked for"):
        briefing(ds, Selection(tuple(ds.authorities["authority"][:20])))


def test_two_at_once_get_the_same_paper(ds, written):
    def make(form: str) -> bytes:
        return FORMATS[form][2](briefing(ds, Selection(("york", "north-yorkshire"))))

    forms = ["docx", "pptx", "html"] * 2
    with ThreadPoolExecutor(6) as pool:
        for form, made in zip(forms, pool.map(make, forms), strict=True):
            assert made == written[form], form


def test_the_questions_keep_the_rules_of_a_committee(paper):
    [asked] = [
        block
        for section in paper.sections
        if section.name == "questions"
        for block in section.blocks
        if isinstance(block, Bullets)
    ]
    assert asked.numbered
    assert 1 <= len(asked.items) <= 8
    for item in asked.items:
        question, _, rest = item.partition(" Ask: ")
        assert len(question.split()) <= 35
        assert re.search(r"paragraph \d+, published \d{1,2} \w+ \d{4}\.$", rest)


def test_word_has_real_headings_header_rows_language_and_page_numbers(paper, written):
    document = docx.Document(io.BytesIO(written["docx"]))
    headings = [line.text for line in document.paragraphs if line.style.name == "Heading 1"]
    assert headings == [section.title for section in paper.sections]
    assert [line.text for line in document.paragraphs if line.style.name == "Title"] == [paper.title]
    assert document.core_properties.title == paper.title
    assert document.core_properties.language == "en-GB"
    languages = {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}
    tables = [block for section in paper.sections for block in section.blocks if isinstance(block, Rows | Bars)]
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


def test_slides_say_findings_in_letters_of_18_points_and_at_most_eight_rows(paper, written):
    slides = list(pptx.Presentation(io.BytesIO(written["pptx"])).slides)
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert any(title.startswith("York rose: it was judged Outstanding") for title in titles)
    assert sum(title.startswith("Terms used") for title in titles) == 1
    for slide in slides:
        for shape in slide.shapes:
            if shape.has_table:
                assert len(shape.table.rows) <= 9
                sizes = {
                    run.font.size
                    for cell in shape.table.iter_cells()
                    for line in cell.text_frame.paragraphs
                    for run in line.runs
                }
                assert min(sizes) >= pptx.util.Pt(18)


def test_no_lead_in_stands_alone_at_the_foot_of_a_slide(ds):
    for authorities in (("york",), ("bradford",), ("north-yorkshire", "york")):
        for section in briefing(ds, Selection(authorities)).sections:
            for pieces in pages(section.blocks)[:-1]:
                last = pieces[-1].block
                assert not (isinstance(last, Text) and last.text.endswith(":")), last


def test_a_section_with_nothing_to_say_is_named_in_one_line(ds):
    paper = briefing(ds, Selection(("cumbria",)))
    titles = [section.title for section in paper.sections]
    assert "Beside other authorities" not in titles
    [line] = [
        block.text
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Text) and block.text.startswith("Left out")
    ]
    assert "Beside other authorities: No statistical neighbours of Cumbria are known here" in line


def test_the_latest_recommendations_come_before_what_became_of_earlier_ones(paper):
    names = [section.name for section in paper.sections]
    assert names.index("asked") < names.index("recommendations")


def test_numbered_questions_and_bullets_are_real_lists(written):
    document = docx.Document(io.BytesIO(written["docx"]))
    assert {"List Number", "List Bullet"} <= {line.style.name for line in document.paragraphs}
    assert not any(re.match(r"^(\d+\.|•|-)\s", line.text) for line in document.paragraphs)


def test_slides_are_wide_titled_described_and_native(paper, written):
    deck = pptx.Presentation(io.BytesIO(written["pptx"]))
    assert deck.slide_width / deck.slide_height == pytest.approx(16 / 9, abs=0.01)
    titles = [slide.shapes.title.text_frame.text for slide in deck.slides]
    assert titles[0] == paper.title
    assert len(titles) == len(set(titles))
    charts = [shape for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) == 1
    [bars] = [block for section in paper.sections for block in section.blocks if isinstance(block, Bars)]
    assert [int(value) for value in charts[0].chart.plots[0].series[0].values] == [count for _, count in bars.bars]
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
            if shape.has_chart or shape.has_table:
                assert shape._element.xpath(".//p:cNvPr")[0].get("descr").endswith(".")
            if shape.has_table:
                assert shape.table.first_row
    languages = set(
        re.findall(
            rb'lang="([^"]+)"',
            b"".join(part.blob for part in deck.part.package.iter_parts() if "slides/" in part.partname),
        )
    )
    assert languages == {b"en-GB"}


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_a_file_says_that_it_is_ours_and_names_no_maker_of_tools(paper, written, form):
    about = (docx.Document if form == "docx" else pptx.Presentation)(io.BytesIO(written[form])).core_properties
    assert about.title == paper.title
    assert {about.author, about.last_modified_by} == {"Inspections over time"}
    assert about.comments == paper.footer
    assert about.created.date() == about.modified.date() == paper.as_at.date()
    with zipfile.ZipFile(io.BytesIO(written[form])) as archive:
        told = b" ".join(archive.read(name) for name in archive.namelist() if name.endswith((".xml", ".rels")))
        assert not [name for name in archive.namelist() if "thumbnail" in name or "printerSettings" in name]
    assert re.findall(rb"Canny|python-(?:docx|pptx)|Macintosh|Microsoft Office", told) == []


def test_who_restyles_the_templates_restyles_the_papers(paper, tmp_path, monkeypatch):
    shutil.copytree(template.FOLDER, tmp_path / "own")
    monkeypatch.setattr(template, "FOLDER", tmp_path / "own")
    word = docx.Document(template.template("paper.docx"))
    word.styles["Title"].font.size = docx.shared.Pt(31)
    word.save(template.template("paper.docx"))
    deck = pptx.Presentation(template.template("slides.pptx"))
    deck.slide_layouts.get_by_name("Title Only").placeholders[0].left = pptx.util.Inches(1)
    deck.save(template.template("slides.pptx"))
    made = docx.Document(io.BytesIO(FORMATS["docx"][2](paper)))
    assert made.paragraphs[0].style.font.size == docx.shared.Pt(31)
    assert all(run.font.size is None for run in made.paragraphs[0].runs)
    slides = list(pptx.Presentation(io.BytesIO(FORMATS["pptx"][2](paper))).slides)
    assert {slide.shapes.title.left for slide in slides[1:]} == {pptx.util.Inches(1)}


def test_every_word_in_a_table_of_the_slides_has_a_colour_of_its_own(written):
    tables = [
        shape.table
        for slide in pptx.Presentation(io.BytesIO(written["pptx"])).slides
        for shape in slide.shapes
        if shape.has_table
    ]
    runs = [
        run
        for table in tables
        for cell in table.iter_cells()
        for line in cell.text_frame.paragraphs
        for run in line.runs
    ]
    assert runs
    assert all(run.font.color.type is not None for run in runs)


def test_the_web_page_needs_nothing_else(paper, written):
    text = written["html"].decode()
    assert '<html lang="en-GB">' in text
    assert not re.search(r"<(script|img|link|iframe)|url\(|@import|src=", text)
    assert [re.sub("&#x27;", "'", title) for title in re.findall(r"<h2 id=[^>]+>([^<]+)</h2>", text)] == [
        s.title for s in paper.sections
    ]
    assert text.count("<table>") == text.count("<caption>") == text.count("<thead>")
    assert not re.search(r"<th(?! scope=)[ >]", text)


def test_words_that_look_like_code_stay_words(ds):
    paper = briefing(ds, Selection(("york",)), ("standing",), address='http://x/?q="><script>alert(1)</script>')
    page = FORMATS["html"][2](paper).decode()
    assert "<script>" not in page.partition("</style>")[2]
    assert page.count("</style>") == 1


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


def test_the_command_line_writes_a_paper_and_keeps_what_is_there(tmp_path, capsys):
    out = tmp_path / "paper.html"
    assert (
        main(["briefing", "--authority", "York", "--out", str(out), "--sections", "standing", "--as-at", "2022-12-31"])
        == 0
    )
    assert "Requires improvement to be good in all four judgements" in out.read_text(encoding="utf-8")
    assert main(["briefing", "--authority", "york", "--out", str(out)]) == 1
    assert "exists already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--authority", "yrok", "--out", "x.docx"], "You asked for “yrok”, which is not in this data."),
        (["--authority", "york", "--out", "x.odt"], "no paper is written as .odt"),
        (["--authority", "york", "--out", "x.docx", "--sections", "weather"], "There is no section weather."),
        (["--authority", "york", "--out", "x.docx", "--as-at", "tomorrow"], "You asked for “tomorrow”"),
    ],
)
def test_wrong_use_is_answered_with_a_sentence(tmp_path, monkeypatch, capsys, arguments, sentence):
    monkeypatch.chdir(tmp_path)
    assert main(["briefing", *arguments]) == 2
    assert sentence in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
