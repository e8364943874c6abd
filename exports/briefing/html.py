"""The committee's paper as one web page that needs no network, on a screen and on A4 paper."""

from __future__ import annotations

from markupsafe import Markup

from exhibits import style

from ..markup import filler, table, tile
from .paper import FIELDS, LANGUAGE, Bars, Block, Bullets, Cell, History, Paper, Rows, Text

_fill = filler()


def page(paper: Paper) -> bytes:
    """Write the paper as one HTML file: no script, no picture, nothing to fetch. It looks as ``templates/paper.html`` says."""
    on_sheets = Markup(paper.footer.translate(dict.fromkeys(map(ord, "\\<\n"), "") | {ord('"'): "'"}))
    return f"{_fill('paper', paper=paper, body=body(paper), fields=FIELDS, look=style, language=LANGUAGE, footer_on_sheets=on_sheets)}\n".encode()


def body(paper: Paper) -> Markup:
    """Write the sections as HTML, for the page of the dashboard too."""
    sections = [
        {"name": one.name, "title": one.title, "blocks": [_block(block) for block in one.blocks]}
        for one in paper.sections
    ]
    return _fill("sections", sections=sections)


def _block(block: Block) -> Markup:
    match block:
        case Text():
            return _fill("text", text=block.text, voice=block.voice, small=block.small)
        case Bullets():
            return _fill("bullets", kind="ol" if block.numbered else "ul", items=block.items)
        case Rows():
            return table(block.caption, block.heads, [[_cell(cell) for cell in row] for row in block.rows], "region")
        case Bars():
            most = max(count for _, count in block.bars)
            cells = [(label, _fill("bar", share=count / most, count=count)) for label, count in block.bars]
            return table(block.caption, ("Status", "Themes"), cells, "region")
        case History(table=grades):
            worded = [[_worded(cell) for cell in row] for row in grades.rows]
            return table(grades.caption, grades.heads, worded, "region")


def _worded(cell: Cell) -> str:
    """A grade as its tile with the words beside it."""
    return Markup("{} {}").format(tile(cell.look), cell.text) if cell.look else cell.text


def _cell(cell: Cell) -> str:
    return tile(cell.look, cell.text) if cell.look else cell.text
