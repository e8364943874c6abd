"""The committee's paper as a Word document: real headings, header rows, language, page numbers, native tables."""

from __future__ import annotations

from io import BytesIO
from itertools import zip_longest

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from exhibits.style import ACCENT, INK, LINE, MUTED, PAPER, SHADE

from ..archive import settled
from .paper import LANGUAGE, Bars, Block, Bullets, Cell, Paper, Rows, Text

FONT = "Arial"
LINE_WIDTH = 174  # millimetres between the margins of an A4 sheet
SIZES = {"Normal": 10, "Title": 22, "Subtitle": 12, "Heading 1": 15, "Caption": 10, "Footer": 8, "List Bullet": 10, "List Number": 10}
MOST_SCALE = 24


def document(paper: Paper) -> bytes:
    """The paper as the bytes of a .docx file, the same for the same paper."""
    doc = docx.Document()
    _set_up(doc, paper)
    doc.add_paragraph(paper.title, style="Title")
    doc.add_paragraph(paper.purpose, style="Subtitle")
    for section in paper.sections:
        doc.add_heading(section.title, level=1)
        for block, after in zip_longest(section.blocks, section.blocks[1:]):
            _add(doc, block, leads=isinstance(after, Bullets | Rows | Bars))
    stream = BytesIO()
    doc.save(stream)
    return settled(stream.getvalue())


def _set_up(doc: Document, paper: Paper) -> None:
    """Sheet, styles, language, properties, footer."""
    sheet = doc.sections[0]
    sheet.page_width, sheet.page_height = Mm(210), Mm(297)
    sheet.left_margin = sheet.right_margin = Mm(18)
    sheet.top_margin, sheet.bottom_margin = Mm(18), Mm(20)
    for name, size in SIZES.items():
        _style(doc, name, size)
    properties = doc.core_properties
    properties.title, properties.author, properties.language = paper.title, "Inspections over time", LANGUAGE
    properties.subject, properties.comments = "Inspections of children’s services", paper.footer
    properties.created = properties.modified = paper.as_at.to_pydatetime()
    _footer(sheet.footer.paragraphs[0], paper.footer)


def _style(doc: Document, name: str, size: float) -> None:
    style = doc.styles[name]
    style.font.name, style.font.size = FONT, Pt(size)
    style.font.color.rgb = _colour(MUTED if name in ("Caption", "Footer") else INK)
    style.font.bold = name in ("Title", "Heading 1", "Caption")
    style.font.italic = False
    if name == "Heading 1":
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(16), Pt(4)
    elif name in ("Title", "Subtitle"):
        style.paragraph_format.space_after = Pt(8)
    elif name == "Caption":
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(6), Pt(3)
        style.paragraph_format.keep_with_next = True
    else:
        style.paragraph_format.space_after = Pt(4)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)
    for theme in ("w:asciiTheme", "w:hAnsiTheme", "w:cstheme", "w:eastAsiaTheme"):
        fonts.attrib.pop(qn(theme), None)
    if name == "Normal":
        style.element.get_or_add_rPr().append(_element("w:lang", **{"w:val": LANGUAGE}))
        for language in doc.styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), LANGUAGE)
    for kind in ("w:pBdr", "w:spacing", "w:kern"):  # a rule below the title, letters spread apart
        for extra in [*style.element.iter(qn(kind))]:
            if kind != "w:spacing" or extra.getparent().tag == qn("w:rPr"):
                extra.getparent().remove(extra)


def _footer(line: Paragraph, words: str) -> None:
    """The origin at the left, ``Page 2 of 5`` at the right."""
    stops = line.style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Mm(LINE_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    for part in (f"{words}\tPage ", "PAGE", " of ", "NUMPAGES"):
        if not part.isupper():
            line.add_run(part)
            continue
        for kind, text in (("begin", None), (None, part), ("separate", None), ("text", "1"), ("end", None)):
            line.add_run()._r.append(_field(kind, text))


def _field(kind: str | None, text: str | None):
    if kind in ("begin", "separate", "end"):
        return _element("w:fldChar", **{"w:fldCharType": kind})
    element = _element("w:t" if kind == "text" else "w:instrText")
    element.text = text
    return element


def _add(doc: Document, block: Block, leads: bool) -> None:
    """A block. ``leads``: a paragraph stays on the page of the list or table after it."""
    match block:
        case Text():
            line = doc.add_paragraph()
            line.paragraph_format.keep_with_next = leads and not block.small
            if block.voice:
                line.add_run(f"{block.voice}. ").bold = True
            run = line.add_run(block.text)
            if block.small:
                run.font.size, run.font.color.rgb = Pt(9), _colour(MUTED)
        case Bullets():
            for number, item in enumerate(block.items, start=1):
                _item(doc, item, number if block.numbered else None)
        case Rows():
            _table(doc, block)
        case Bars():
            _table(doc, _as_rows(block))


def _item(doc: Document, text: str, number: int | None) -> None:
    """An item of a list. Numbers start anew in each list, so a numbered list gets a numbering of its own."""
    line = doc.add_paragraph(text, style="List Bullet" if number is None else "List Number")
    line.paragraph_format.keep_together = True


def _as_rows(bars: Bars) -> Rows:
    """Bars as a table: Word's own charts cannot be written from here, so each count stands beside a bar of signs."""
    most = max(count for _, count in bars.bars)
    body = tuple((Cell(label), Cell(str(count)), Cell("█" * max(1, round(count / most * MOST_SCALE)))) for label, count in bars.bars)
    return Rows(bars.caption, ("Status", "Themes", "As a bar"), body, (3, 1, 5), bars.alt)


def _table(doc: Document, block: Rows) -> None:
    doc.add_paragraph(block.caption, style="Caption")
    table = doc.add_table(rows=1, cols=len(block.heads))
    table.autofit = False
    _describe(table, block)
    widths = [LINE_WIDTH * share / sum(block.widths) for share in block.widths]
    for cell, words in zip(table.rows[0].cells, block.heads, strict=True):
        _write(cell, words, bold=True, fill=SHADE)
    _row_flag(table.rows[0], "w:tblHeader")
    for row in block.rows:
        added = table.add_row()
        _row_flag(added, "w:cantSplit")
        for cell, content in zip(added.cells, row, strict=True):
            _fill(cell, content)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    doc.add_paragraph().paragraph_format.space_after = Pt(2)


def _describe(table: Table, block: Rows) -> None:
    """Title and description for those who do not see the table, thin lines between its rows."""
    properties = table._tbl.tblPr
    borders = _element("w:tblBorders")
    for side, size, colour in (("top", "4", LINE), ("bottom", "4", LINE), ("insideH", "4", LINE), ("insideV", "18", PAPER)):
        borders.append(_element(f"w:{side}", **{"w:val": "single", "w:sz": size, "w:space": "0", "w:color": colour[1:]}))
    properties.append(borders)
    margins = _element("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        margins.append(_element(f"w:{side}", **{"w:w": "45", "w:type": "dxa"}))
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    properties.append(margins)
    properties.append(
        _element("w:tblLook", **{"w:val": "00A0", "w:firstRow": "1", "w:firstColumn": "1", "w:noHBand": "1", "w:noVBand": "1"})
    )
    properties.append(_element("w:tblCaption", **{"w:val": block.caption}))
    properties.append(_element("w:tblDescription", **{"w:val": block.alt}))


def _fill(cell: _Cell, content: Cell) -> None:
    """A cell's words; a grade as its letter on its colour, with the words where there is no key beside it."""
    if content.look is None:
        bar = set(content.text) == {"█"}
        _write(cell, content.text, colour=ACCENT if bar else INK)
    else:
        _write(cell, content.look.letter, bold=True, fill=content.look.fill, colour=content.look.text, centred=True)


def _write(cell: _Cell, words: str, *, bold: bool = False, fill: str = "", colour: str = INK, centred: bool = False) -> None:
    line = cell.paragraphs[0]
    line.paragraph_format.space_after = Pt(0)
    if centred:
        line.alignment = 1
    run = line.add_run(words)
    run.bold, run.font.size, run.font.color.rgb = bold, Pt(9), _colour(colour)
    if fill:
        cell._tc.get_or_add_tcPr().append(_element("w:shd", **{"w:val": "clear", "w:color": "auto", "w:fill": fill[1:]}))


def _row_flag(row, name: str) -> None:
    row._tr.get_or_add_trPr().append(_element(name))


def _element(name: str, **attributes: str):
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element


def _colour(code: str) -> RGBColor:
    return RGBColor.from_string(code[1:])
