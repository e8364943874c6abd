"""The paper as slides: titles that say findings, letters for a hall, and shapes that can be edited."""

import io
import itertools
import re

import pptx
import pptx.util
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE

from analysis.selection import Selection
from exports.briefing import briefing
from exports.briefing.flow import pages
from exports.briefing.paper import Bars, History, Text


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


def test_slides_draw_the_history_of_grades_as_shapes_that_can_be_edited(paper, written):
    deck = pptx.Presentation(io.BytesIO(written["pptx"]))
    [group] = [shape for slide in deck.slides for shape in slide.shapes if shape.shape_type == MSO_SHAPE_TYPE.GROUP]
    [history] = [block for section in paper.sections for block in section.blocks if isinstance(block, History)]
    assert group._element.xpath("./p:nvGrpSpPr/p:cNvPr")[0].get("descr") == history.table.alt
    bars = {name: [shape for shape in group.shapes if shape.name.startswith(f"{name}: ")] for name, _ in history.lanes}
    for name, lane in history.lanes:
        assert [shape.name for shape in bars[name]] == [f"{name}: {span.words}" for span in lane]
        assert all(shape.text_frame.text for shape in bars[name])
        assert all(one.left + one.width <= after.left for one, after in itertools.pairwise(bars[name]))
    said = [
        run.font.size
        for shape in group.shapes
        if shape.has_text_frame
        for line in shape.text_frame.paragraphs
        for run in line.runs
    ]
    assert min(said) >= pptx.util.Pt(18)
    assert group.left + group.width <= deck.slide_width


def test_no_lead_in_stands_alone_at_the_foot_of_a_slide(ds):
    for authorities in (("york",), ("bradford",), ("north-yorkshire", "york")):
        for section in briefing(ds, Selection(authorities)).sections:
            for pieces in pages(section.blocks)[:-1]:
                last = pieces[-1].block
                assert not (isinstance(last, Text) and last.text.endswith(":")), last


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
