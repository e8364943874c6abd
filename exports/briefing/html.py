"""The committee's paper as one web page that needs no network, on a screen and on A4 paper."""

from __future__ import annotations

from html import escape

from exhibits.style import ACCENT, INK, LINE, MUTED, PAPER, SHADE

from ..html import tile
from .paper import LANGUAGE, Bars, Block, Bullets, Cell, Paper, Rows, Section, Text

_STYLE = f"""
body {{ font: 16px/1.5 Arial, Helvetica, "Liberation Sans", sans-serif; color: {INK}; background: {PAPER}; max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }}
h1 {{ font-size: 1.9rem; line-height: 1.2; margin: 0 0 .5rem; }}
h2 {{ font-size: 1.35rem; line-height: 1.25; margin: 2rem 0 .5rem; padding-top: .5rem; border-top: 3px solid {ACCENT}; }}
h1, h2, caption {{ break-after: avoid; }}
p, li {{ margin: .4rem 0; }}
.purpose {{ font-size: 1.1rem; }}
.small, footer {{ font-size: .9rem; color: {MUTED}; }}
.region {{ overflow-x: auto; margin: .8rem 0; }}
table {{ border-collapse: collapse; width: 100%; font-size: .95rem; }}
caption {{ text-align: left; font-weight: bold; padding: .3rem 0; }}
th, td {{ text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid {LINE}; }}
thead th {{ background: {SHADE}; }}
tbody th {{ font-weight: normal; }}
tr, li {{ break-inside: avoid; }}
.tile {{ display: inline-flex; align-items: center; justify-content: center; position: relative; overflow: hidden; min-width: 2.7rem; height: 1.8rem; box-sizing: border-box; border: 1px solid {LINE}; font-weight: bold; }}
.unseen {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }}
.bar {{ display: inline-block; height: 1rem; background: {ACCENT}; vertical-align: middle; margin-right: .5rem; }}
nav ol {{ padding-left: 1.3rem; }}
a {{ color: {ACCENT}; }}
:focus-visible {{ outline: 3px solid {INK}; outline-offset: 2px; }}
@page {{ size: A4; margin: 18mm 16mm 20mm; @bottom-left {{ content: "FOOTER"; font: 8pt Arial, sans-serif; color: {MUTED}; }} @bottom-right {{ content: "Page " counter(page) " of " counter(pages); font: 8pt Arial, sans-serif; color: {MUTED}; white-space: nowrap; width: 22mm; }} }}
p:has(+ ul), p:has(+ ol), p:has(+ .region) {{ break-after: avoid; }}
@media print {{ html {{ font-size: 12px; }} body {{ font-size: 1rem; line-height: 1.4; max-width: none; margin: 0; padding: 0; }} .region {{ margin: .4rem 0; }} th, td {{ padding: .2rem .5rem; }} nav, footer {{ display: none; }} h2 {{ margin-top: 1.2rem; }} .region {{ overflow: visible; }} * {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }} }}
"""


def page(paper: Paper) -> bytes:
    """The paper as one HTML file: no script, no picture, nothing to fetch."""
    style = _STYLE.replace("FOOTER", paper.footer.replace("\\", "").replace('"', "'").replace("<", ""))
    contents = "".join(f'<li><a href="#{section.name}">{escape(section.title)}</a></li>' for section in paper.sections)
    return f"""<!doctype html>
<html lang="{LANGUAGE}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(paper.title)}</title><style>{style}</style></head>
<body><main><h1>{escape(paper.title)}</h1><p class="purpose">{escape(paper.purpose)}</p><nav aria-label="Contents"><ol>{contents}</ol></nav>
{body(paper)}</main><footer><p>{escape(paper.footer)}</p></footer></body></html>
""".encode()


def body(paper: Paper) -> str:
    """The sections as HTML, for the page of the dashboard too."""
    return "\n".join(_section(section) for section in paper.sections)


def _section(section: Section) -> str:
    blocks = "".join(_block(block) for block in section.blocks)
    return f'<section aria-labelledby="{section.name}"><h2 id="{section.name}">{escape(section.title)}</h2>{blocks}</section>'


def _block(block: Block) -> str:
    match block:
        case Text():
            voice = f"<strong>{escape(block.voice)}.</strong> " if block.voice else ""
            kind = ' class="small"' if block.small else ""
            return f"<p{kind}>{voice}{escape(block.text)}</p>"
        case Bullets():
            kind = "ol" if block.numbered else "ul"
            return f"<{kind}>{''.join(f'<li>{escape(item)}</li>' for item in block.items)}</{kind}>"
        case Rows():
            return _table(block.caption, block.heads, [[_cell(cell) for cell in row] for row in block.rows])
        case Bars():
            most = max(count for _, count in block.bars)
            cells = [
                [escape(label), f'<span class="bar" style="width:{count / most * 70:.1f}%"></span>{count}'] for label, count in block.bars
            ]
            return _table(block.caption, ("Status", "Themes"), cells)


def _cell(cell: Cell) -> str:
    return tile(cell.look, cell.text) if cell.look else escape(cell.text)


def _table(caption: str, heads: tuple[str, ...], cells: list[list[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in heads)
    rows = "".join(f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>' for row in cells)
    label = escape(caption)
    return f'<div class="region" role="region" tabindex="0" aria-label="{label}"><table><caption>{label}</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
