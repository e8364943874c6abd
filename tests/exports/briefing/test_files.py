"""The paper's files: the same each time, ours by their properties, and styled by their templates."""

import io
import re
import shutil
import zipfile
from concurrent.futures import ThreadPoolExecutor

import docx
import docx.shared
import pptx
import pptx.util
import pytest

from analysis.selection import Selection
from exports.briefing import FORMATS, briefing, template


def test_two_at_once_get_the_same_paper(ds, written):
    def make(form: str) -> bytes:
        return FORMATS[form][2](briefing(ds, Selection(("york", "north-yorkshire"))))

    forms = ["docx", "pptx", "html"] * 2
    with ThreadPoolExecutor(6) as pool:
        for form, made in zip(forms, pool.map(make, forms), strict=True):
            assert made == written[form], form


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
