"""The committee's paper as a Word document: real headings, header rows, language, page numbers, native tables.

Its looks come from ``templates/paper.docx``.
"""

from __future__ import annotations

from io import BytesIO
from itertools import zip_longest
from typing import Any

import docx
from docx.document import Document
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from exhibits.style import ACCENT, LINE, PAPER, SHADE

from ..archive import settled
from .paper import FIELDS, Bars, Block, Bullets, Cell, History, Paper, Rows, Text
from .template import describe, template

LINE_WIDTH = 174  # millimetres between the margins of an A4 sheet
MOST_SCALE = 24
WORD = 8
"""Points of the words below a grade's letter."""
SHORT_TABLE = 13
"""Rows, the header among them, of a table that is kept on one page."""


def document(paper: Paper) -> bytes:
    """The paper as the bytes of a .docx file, the same for the same paper."""
    doc = docx.Document(template("paper.docx"))
    describe(doc.core_properties, paper)
    _footer(doc.sections[0].footer.paragraphs[0], paper.footer)
    doc.add_paragraph(paper.title, style="Title")
    doc.add_paragraph(paper.purpose, style="Subtitle")
    for name, words in FIELDS:
        _to_fill_in(doc.add_paragraph(), name, words)
    for section in paper.sections:
        doc.add_heading(section.title, level=1)
        for block, after in zip_longest(section.blocks, section.blocks[1:]):
            _add(doc, block, leads=isinstance(after, Bullets | Rows | Bars | History))
    stream = BytesIO()
    doc.save(stream)
    return settled(stream.getvalue())


def _to_fill_in(line: Paragraph, name: str, words: str) -> None:
    """A field of the council's own: its name, and a box that Word fills in with a click."""
    line.add_run(f"{name}: ").bold = True
    box, about, content = _element("w:sdt"), _element("w:sdtPr"), _element("w:sdtContent")
    about.extend([_element("w:alias", **{"w:val": name}), _element("w:showingPlcHdr"), _element("w:text")])
    run = line.add_run(f"[{words}]")
    content.append(run._r)
    box.extend([about, content])
    line._p.append(box)


def _footer(line: Paragraph, words: str) -> None:
    """The origin at the left, ``Page 2 of 5`` at the right."""
    for part in (f"{words}\tPage ", "PAGE", " of ", "NUMPAGES"):
        if not part.isupper():
            line.add_run(part)
            continue
        for kind, text in (("begin", None), (None, part), ("separate", None), ("text", "1"), ("end", None)):
            line.add_run()._r.append(_field(kind, text))


def _field(kind: str | None, text: str | None) -> Any:
    if kind in ("begin", "separate", "end"):
        return _element("w:fldChar", **{"w:fldCharType": kind})
    element = _element("w:t" if kind == "text" else "w:instrText")
    element.text = text
    return element


def _add(doc: Document, block: Block, leads: bool) -> None:
    """A block. ``leads``: a paragraph stays on the page of the list or table after it."""
    match block:
        case Text():
            line = doc.add_paragraph(style="Small" if block.small else None)
            line.paragraph_format.keep_with_next = leads and not block.small
            if block.voice:
                line.add_run(f"{block.voice}. ").bold = True
            line.add_run(block.text)
        case Bullets():
            for number, item in enumerate(block.items, start=1):
                _item(doc, item, number if block.numbered else None)
        case Rows():
            _table(doc, block)
        case Bars():
            _table(doc, _as_rows(block))
        case History():
            _table(doc, block.table, worded=True)


def _item(doc: Document, text: str, number: int | None) -> None:
    """An item of a list. Numbers start anew in each list, so a numbered list gets a numbering of its own."""
    line = doc.add_paragraph(text, style="List Bullet" if number is None else "List Number")
    line.paragraph_format.keep_together = True


def _as_rows(bars: Bars) -> Rows:
    """Bars as a table: Word's own charts cannot be written from here, so each count stands beside a bar of signs."""
    most = max(count for _, count in bars.bars)
    body = tuple(
        (Cell(label), Cell(str(count)), Cell("█" * max(1, round(count / most * MOST_SCALE))))
        for label, count in bars.bars
    )
    return Rows(bars.caption, ("Status", "Themes", "As a bar"), body, (3, 1, 5), bars.alt)


def _table(doc: Document, block: Rows, worded: bool = False) -> None:
    """A table. ``worded``: each grade has its words below its letter, so that it needs no key."""
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
            if worded and content.look:
                _word(cell, content.text, content.look.text)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    _keep_together(table)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    doc.add_paragraph().paragraph_format.space_after = Pt(2)


def _keep_together(table: Table) -> None:
    """A short table stays on one page; of a longer one, the header with its first row, and the last two rows."""
    rows = list(table.rows)
    tied = rows[:-1] if len(rows) <= SHORT_TABLE else [*rows[:2], rows[-2]]
    for row in tied:
        for cell in row.cells:
            for line in cell.paragraphs:
                line.paragraph_format.keep_with_next = True


def _describe(table: Table, block: Rows) -> None:
    """Title and description for those who do not see the table, thin lines between its rows."""
    properties = table._tbl.tblPr
    borders = _element("w:tblBorders")
    for side, size, colour in (
        ("top", "4", LINE),
        ("bottom", "4", LINE),
        ("insideH", "4", LINE),
        ("insideV", "18", PAPER),
    ):
        borders.append(
            _element(f"w:{side}", **{"w:val": "single", "w:sz": size, "w:space": "0", "w:color": colour[1:]})
        )
    properties.append(borders)
    margins = _element("w:tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        margins.append(_element(f"w:{side}", **{"w:w": "45", "w:type": "dxa"}))
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    properties.append(margins)
    properties.append(
        _element(
            "w:tblLook",
            **{"w:val": "00A0", "w:firstRow": "1", "w:firstColumn": "1", "w:noHBand": "1", "w:noVBand": "1"},
        )
    )
    properties.append(_element("w:tblCaption", **{"w:val": block.caption}))
    properties.append(_element("w:tblDescription", **{"w:val": block.alt}))


def _fill(cell: _Cell, content: Cell) -> None:
    """A cell's words; a grade as its letter on its colour, with the words where there is no key beside it."""
    if content.look is None:
        bar = set(content.text) == {"█"}
        _write(cell, content.text, colour=ACCENT if bar else "")
    else:
        _write(cell, content.look.letter, bold=True, fill=content.look.fill, colour=content.look.text, centred=True)


def _word(cell: _Cell, words: str, colour: str) -> None:
    """The words of a grade below its letter, small, in a cell of its colour."""
    line = cell.add_paragraph(words, style="Table text")
    line.alignment = 1
    line.runs[0].font.size = Pt(WORD)
    line.runs[0].font.color.rgb = _colour(colour)
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _write(
    cell: _Cell, words: str, *, bold: bool = False, fill: str = "", colour: str = "", centred: bool = False
) -> None:
    line = cell.paragraphs[0]
    line.style = "Table text"
    if centred:
        line.alignment = 1
    run = line.add_run(words)
    run.bold = bold
    if colour:
        run.font.color.rgb = _colour(colour)
    if fill:
        cell._tc.get_or_add_tcPr().append(
            _element("w:shd", **{"w:val": "clear", "w:color": "auto", "w:fill": fill[1:]})
        )


def _row_flag(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(_element(name))


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(key), value)
    return element


def _colour(code: str) -> RGBColor:
    return RGBColor.from_string(code[1:])
