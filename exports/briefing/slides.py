"""The committee's paper as slides (16:9): real titles, native tables, a native chart, numbers on each slide.

Its looks come from ``templates/slides.pptx``.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pptx
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Inches, Length, Pt

from exhibits.style import ACCENT, LINE, MUTED, PAPER, SHADE

from ..archive import settled
from ..csv_files import harmless
from .drawn import draw
from .flow import BODY, CELL, LEFT, SMALL, TOP, WIDTH, Piece, pages
from .paper import FIELDS, GLOSSARY, LANGUAGE, Bars, Bullets, Cell, History, Paper, Rows, Text
from .template import describe, template


def slides(paper: Paper) -> bytes:
    """The paper as the bytes of a .pptx file, the same for the same paper."""
    deck = pptx.Presentation(template("slides.pptx"))
    describe(deck.core_properties, paper)
    _cover(deck, paper)
    for section in paper.sections:
        parts, title = pages(section.blocks), section.finding or section.title
        if section.name == GLOSSARY and len(parts) > 1:  # a hall reads no dictionary: the paper has it whole
            parts, title = parts[:1], f"{title}: the first; the paper has all"
        for number, pieces in enumerate(parts, start=1):
            more = f" ({number} of {len(parts)})" if len(parts) > 1 else ""
            slide = _slide(deck, title + more, paper.footer)
            for piece in pieces:
                _place(slide, piece)
    stream = BytesIO()
    deck.save(stream)
    return settled(stream.getvalue())


def _cover(deck: Presentation, paper: Paper) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name("Title Slide"))
    _say(slide.shapes.title, paper.title)
    fields = "\n".join(f"{name}: [{words}]" for name, words in FIELDS)
    _say(slide.placeholders[1], f"{paper.purpose}\n{fields}\n{paper.footer}")


def _slide(deck: Presentation, title: str, footer: str) -> Slide:
    slide = deck.slides.add_slide(deck.slide_layouts.get_by_name("Title Only"))
    _say(slide.shapes.title, title)
    box = slide.shapes.add_textbox(Inches(LEFT), Inches(6.95), Inches(WIDTH), Inches(0.4))
    box.name = "Origin and number"
    box.text_frame.word_wrap = True
    line = box.text_frame.paragraphs[0]
    line.text = f"{footer}  Slide "
    _number(line)
    _dress(line, 11, colour=MUTED)
    return slide


def _say(shape: Any, words: str) -> None:
    """Fill a place of the layout, which says how it looks."""
    shape.text_frame.text = words
    for line in shape.text_frame.paragraphs:
        for run in line.runs:
            run._r.get_or_add_rPr().set("lang", LANGUAGE)


def _number(line: Any) -> None:
    """The slide's own number, as a field."""
    field = line._p.makeelement(qn("a:fld"), {"id": "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}", "type": "slidenum"})
    properties, text = (
        field.makeelement(qn("a:rPr"), {"lang": LANGUAGE, "sz": "1100"}),
        field.makeelement(qn("a:t"), {}),
    )
    text.text = "‹#›"
    field.extend([properties, text])
    line._p.append(field)


def _place(slide: Slide, piece: Piece) -> None:
    top, height = Inches(TOP + piece.top), Inches(piece.height)
    match piece.block:
        case Text() | Bullets():
            _text(slide, piece.block, top, height)
        case Rows():
            _table(slide, piece.block, top)
        case Bars():
            _chart(slide, piece.block, top, height)
        case History():
            draw(slide, piece.block, TOP + piece.top, piece.height)


def _text(slide: Any, block: Text | Bullets, top: Length, height: Length) -> None:
    box = slide.shapes.add_textbox(Inches(LEFT), top, Inches(WIDTH), height)
    frame = box.text_frame
    frame.word_wrap = True
    items = [block.text] if isinstance(block, Text) else block.items
    for number, item in enumerate(items):
        line = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        if isinstance(block, Text) and block.voice:
            line.add_run().text = f"{block.voice}. "
        line.add_run().text = item
        _dress(line, SMALL if isinstance(block, Text) and block.small else BODY)
        if isinstance(block, Text) and block.voice:
            line.runs[0].font.bold = True
        if isinstance(block, Bullets):
            _mark(line, block.numbered)
    box.name = "Text"


def _mark(line: Any, numbered: bool) -> None:
    """A real bullet or number, hanging before the text."""
    properties = line._p.get_or_add_pPr()
    properties.set("marL", "342900")
    properties.set("indent", "-342900")
    mark = properties.makeelement(
        qn("a:buAutoNum" if numbered else "a:buChar"), {"type": "arabicPeriod"} if numbered else {"char": "•"}
    )
    properties.append(mark)
    line.space_after = Pt(6)


def _table(slide: Any, block: Rows, top: Length) -> None:
    frame = slide.shapes.add_table(len(block.rows) + 1, len(block.heads), Inches(LEFT), top, Inches(WIDTH), Inches(0.3))
    frame.name = block.caption
    _describe(frame, block.alt)
    table = frame.table
    table.first_row = table.first_col = True
    table.horz_banding = False
    for column, share in zip(table.columns, block.widths, strict=True):
        column.width = Inches(WIDTH * share / sum(block.widths))
    for cell, words in zip(table.rows[0].cells, block.heads, strict=True):
        _cell(cell, Cell(words), SHADE, bold=True)
    for row, contents in zip(list(table.rows)[1:], block.rows, strict=True):
        for cell, content in zip(row.cells, contents, strict=True):
            _cell(cell, content, PAPER)
    for row in table.rows:
        row.height = Inches(0.3)


def _cell(cell: Any, content: Cell, fill: str, bold: bool = False) -> None:
    look = content.look
    cell.text = look.letter if look else content.text
    cell.margin_top = cell.margin_bottom = Inches(0.04)
    cell.fill.solid()
    cell.fill.fore_color.rgb = _colour(look.fill if look else fill)
    line = cell.text_frame.paragraphs[0]
    _dress(line, CELL, bold=bold or look is not None, colour=look.text if look else "")
    for run in () if look else line.runs:  # the built-in style of tables has white words in its first row and column
        run.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
    if look:
        line.alignment = PP_ALIGN.CENTER
    _underline(cell)


def _underline(cell: Any) -> None:
    """Thin lines above and below: the built-in style has white ones, which do not show on white."""
    properties = cell._tc.get_or_add_tcPr()
    for side in ("a:lnB", "a:lnT"):
        line = properties.makeelement(qn(side), {"w": "9525"})
        fill = line.makeelement(qn("a:solidFill"), {})
        fill.append(fill.makeelement(qn("a:srgbClr"), {"val": LINE[1:]}))
        line.append(fill)
        properties.insert(0, line)


def _chart(slide: Any, block: Bars, top: Length, height: Length) -> None:
    data = CategoryChartData()
    data.categories = [harmless(label) for label, _ in block.bars]  # they stand in a workbook behind the chart
    data.add_series("Themes", [count for _, count in block.bars])
    frame = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, Inches(LEFT), top, Inches(WIDTH), height, data)
    frame.name = block.caption
    _describe(frame, block.alt)
    chart = frame.chart
    chart.has_legend, chart.has_title = False, True
    chart.chart_title.text_frame.text = block.caption
    _dress(chart.chart_title.text_frame.paragraphs[0], CELL, bold=True)
    chart.font.size = Pt(CELL)
    chart.category_axis.reverse_order = True
    chart.category_axis.format.line.color.rgb = _colour(LINE)
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 45, True
    plot.data_labels.show_value = True
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = _colour(ACCENT)


def _describe(shape: Any, words: str) -> None:
    """The text alternative."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", words)


def _dress(line: Any, size: float, *, bold: bool = False, colour: str = "") -> None:
    """Size, weight, language and, where it is not the theme's, colour of a line. The font is the theme's."""
    for run in line.runs:
        run.font.size, run.font.bold = Pt(size), bold
        if colour:
            run.font.color.rgb = _colour(colour)
        run._r.get_or_add_rPr().set("lang", LANGUAGE)
    line.alignment = PP_ALIGN.LEFT


def _colour(code: str) -> RGBColor:
    return RGBColor.from_string(code[1:])
