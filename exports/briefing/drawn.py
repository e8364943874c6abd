"""Grades over time on a slide: shapes of PowerPoint's own, in one group, which can be taken apart, moved and written over."""

from __future__ import annotations

from typing import Any, NamedTuple

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR_TYPE, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.shapes.shapetree import GroupShapes
from pptx.slide import Slide
from pptx.util import Inches, Pt

from exhibits.style import INK, LINE, PAPER, Look

from .flow import AXIS, CELL, KEY, LEFT, WIDTH, key_places
from .paper import APART as NOT_COMPARED
from .paper import LANGUAGE, History, Span

NAMES = 2.35
"""Inches at the left for the names of the lanes."""
BAR, SHORTEST, APART, LETTER = 0.82, 0.36, 0.26, 0.52
"""Share of its lane that a bar takes. Inches: least width, the gap with a sign between grades that may not be compared. Width of a letter, as a
share of its size."""
TICK = 0.62
"""Inches that the number of a year takes."""


class Axis(NamedTuple):
    """Where years stand: from ``first`` to ``last``, in inches from the left of the slide."""

    first: float
    last: float

    def at(self, year: float) -> float:
        return LEFT + NAMES + (WIDTH - NAMES) * (year - self.first) / (self.last - self.first)


def draw(slide: Slide, block: History, top: float, height: float) -> None:
    """Draw the history between ``top`` and ``height`` below it (inches): its key, a lane for each strand, and the years."""
    spans = [span for _, lane in block.lanes for span in lane]
    axis = Axis(int(min(span.start for span in spans)), max(span.end for span in spans))
    group = slide.shapes.add_group_shape()
    group.name = block.table.caption
    group._element.xpath(".//p:cNvPr")[0].set("descr", block.table.alt)
    lanes = _key(group.shapes, block, top)
    room = top + height - lanes - AXIS
    lane_height = room / len(block.lanes)
    bar = lane_height * BAR
    _years(group.shapes, axis, lanes, room)
    for number, (name, lane) in enumerate(block.lanes):
        y = lanes + lane_height * number + (lane_height - bar) / 2
        _words(group.shapes, name, LEFT, y, NAMES, bar)
        for place, span in enumerate(lane):
            after = lane[place + 1] if place + 1 < len(lane) else None
            _bar(group.shapes, name, span, after, axis, y, bar)


def _bar(shapes: GroupShapes, name: str, span: Span, after: Span | None, axis: Axis, y: float, height: float) -> None:
    left, right = axis.at(span.start), axis.at(span.end)
    gap = APART if after is not None and after.apart else 0.04
    width = max(right - left - gap, SHORTEST)
    shape = _box(shapes, span.look, left, y, width, height)
    shape.name = f"{name}: {span.words}"
    said = (f"{span.look.letter} {span.words}".strip(), span.look.letter or span.short)
    fits = next((words for words in said if len(words) * CELL * LETTER / 72 < width - 0.1), said[-1])
    _say(shape, fits, span.look.text, bold=bool(span.look.letter))
    if after is not None and after.apart and left + width + APART <= right + 0.01:
        _words(shapes, NOT_COMPARED, left + width, y, APART, height, centred=True)


def _key(shapes: GroupShapes, block: History, top: float) -> float:
    """Draw the key, and return where it ends."""
    places = key_places(block)
    for look, words, left, box, line in places:
        y = top + KEY * line
        _say(_box(shapes, look, left, y, box, KEY - 0.08), look.letter, look.text, bold=True)
        _words(shapes, words, left + box + 0.06, y, len(words) * CELL * LETTER / 72, KEY - 0.08)
    return top + KEY * (places[-1].line + 1)


def _years(shapes: GroupShapes, axis: Axis, top: float, height: float) -> None:
    """The years below the lanes, as many as have room, each with a thin line through the lanes."""
    step = next(
        step for step in (1, 2, 3, 5, 10, 20, 50) if axis.at(axis.first + step) - axis.at(axis.first) > TICK + 0.1
    )
    for year in range(int(axis.first), int(axis.last) + 1, step):
        x = axis.at(year)
        line = shapes.add_connector(
            MSO_CONNECTOR_TYPE.STRAIGHT, Inches(x), Inches(top), Inches(x), Inches(top + height)
        )
        line.line.color.rgb, line.line.width, line.name = _colour(LINE), Pt(0.75), f"Line at {year}"
        if x + TICK <= LEFT + WIDTH:
            _words(shapes, str(year), x, top + height, TICK + 0.1, AXIS - 0.05)


def _box(shapes: GroupShapes, look: Look, left: float, top: float, width: float, height: float) -> Any:
    """A box in the colours of a grade; where it is in brackets, white with an edge of its colour."""
    hints = look.letter.startswith("(")
    shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(left), Inches(top), Inches(width), Inches(height))
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = _colour(PAPER if hints else look.fill)
    shape.line.color.rgb = _colour(look.fill if hints and look.fill != PAPER else LINE)
    shape.line.width = Pt(3 if hints else 0.75)
    return shape


def _words(
    shapes: GroupShapes, words: str, left: float, top: float, width: float, height: float, centred: bool = False
) -> None:
    box = shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(height))
    box.name = words
    _say(box, words, INK, centred=centred)


def _say(shape: Any, words: str, colour: str, bold: bool = False, centred: bool | None = None) -> None:
    """Words in the middle of a shape's height, without margins; a grade on white is written in the ink of text."""
    frame = shape.text_frame
    frame.margin_left = frame.margin_right = Inches(0.03)
    frame.margin_top = frame.margin_bottom = 0
    frame.word_wrap, frame.vertical_anchor = False, MSO_ANCHOR.MIDDLE
    line = frame.paragraphs[0]
    line.alignment = PP_ALIGN.CENTER if (shape.shape_type == 1 if centred is None else centred) else PP_ALIGN.LEFT
    run = line.add_run()
    run.text = words
    run.font.size, run.font.bold = Pt(CELL), bold
    run.font.color.rgb = _colour(INK if words.startswith("(") else colour)
    run._r.get_or_add_rPr().set("lang", LANGUAGE)


def _colour(code: str) -> RGBColor:
    return RGBColor.from_string(code[1:])
