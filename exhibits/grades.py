"""The grade heatmap: each judgement over time, on the common strands."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from analysis import naming
from analysis.frameworks import graded_frameworks, strands
from analysis.grades.comparability import HINT, comparable, strand_cells
from analysis.grades.sentences import grades_alt, grades_sentence, grades_title
from analysis.look_up import each, look_up
from analysis.selection import Selection
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .rows import name_rows
from .style import GRADES, MUTED, NO_GRADE, SHADE, blank, heading
from .swatches import HEIGHT, key_items, swatches

NARROW = 250  # pixels: room for the columns on the narrowest screen
CELL = 46  # pixels: the smallest square in which two letters are easy to read


@kept(most=FIGURES)
def grades_over_time(ds: Dataset, selection: Selection) -> Exhibit:
    """Strands by inspections of the subject. Columns of ``table``: Strand, then one per inspection."""
    subject = selection.subject
    name = look_up(ds, "authorities", "authority", "name")[subject]
    cells = _of_inspections(ds, subject)
    graded = cells[cells["grade"].notna()]
    return Exhibit(
        name=f"{subject}-grades",
        title=grades_title(ds, name, cells),
        sentence=grades_sentence(ds, name, cells),
        alt=grades_alt(ds, name, cells),
        table=_table(ds, cells),
        draw=(lambda ds, narrow: _figure(ds, cells, narrow)) if len(cells) else None,
        voice=Voice.COUNTED,
        sources=tuple(naming.source_name(ds, inspection) for inspection in graded["inspection"].unique()),
        as_at=ds.as_at,
        key="A line joins grades that may be compared. In brackets: it only hints at the strand. Visits give no grades; they stand on the timeline.",
    )


@kept
def _of_inspections(ds: Dataset, authority: str) -> pd.DataFrame:
    """The cells of inspections whose framework gives grades: visits give none, and stand on the timeline."""
    cells = strand_cells(ds, [authority])
    return cells[cells["framework"].isin(graded_frameworks(ds))].reset_index(drop=True)


def _table(ds: Dataset, cells: pd.DataFrame) -> pd.DataFrame:
    labels = look_up(ds, "strands", "strand", "label")
    reasons = look_up(ds, "no_grade", "no_grade", "label")
    words = cells["grade_as_published"].where(cells["grade"].notna(), cells["no_grade"].map(reasons))
    words = words + cells["indicative"].map({True: HINT, False: ""})
    headings = {row.inspection: naming.column_heading(ds, row.inspection) for row in each(cells)}
    table = cells.assign(words=words).pivot_table(index="strand", columns="inspection", values="words", aggfunc="first")
    table = table.reindex(index=[s for s in strands(ds) if s in table.index], columns=list(headings))
    return table.rename(index=labels, columns=headings).rename_axis(index="Strand", columns=None).reset_index()


def _figure(ds: Dataset, cells: pd.DataFrame, narrow: bool) -> go.Figure:
    inspections = list(cells["inspection"].unique())
    column = {inspection: i for i, inspection in enumerate(inspections)}
    row = {strand: i for i, strand in enumerate(reversed(strands(ds)))}
    figure = blank(narrow)
    cell = max(min(NARROW // max(len(inspections), 1) - 3, CELL), 24) if narrow else CELL
    labels = look_up(ds, "strands", "strand", "label")
    for kind, looks in (("grade", GRADES), ("no_grade", NO_GRADE)):
        for value, look in looks.items():
            part = cells[cells[kind] == value]
            if part.empty:
                continue
            name = _label(ds, kind, value)
            figure.add_scatter(
                x=[column[i] for i in part["inspection"]],
                y=[row[s] for s in part["strand"]],
                mode="markers+text",
                name=f"{look.letter} {name}",
                text=[_letters(look.letter, cell.indicative) for cell in each(part)],
                textfont={"color": look.text, "size": _letter_size(look.letter, cell)},
                marker={
                    "symbol": "square",
                    "size": cell,
                    "color": look.fill,
                    "line": {"color": SHADE if kind == "no_grade" else look.fill, "width": 1.5},
                },
                customdata=part[["inspection", "strand"]],
                hovertext=[
                    f"{labels[cell.strand]}: {cell.grade_as_published if kind == 'grade' else name}"
                    for cell in each(part)
                ],
                hoverinfo="text",
            )
    figure.update_xaxes(
        tickvals=list(column.values()),
        ticktext=[heading(naming.short_heading(ds, i), narrow) for i in inspections],
        range=[-0.6, len(inspections) - 0.4],
        showgrid=False,
        side="top",
        tickangle=0,
    )
    names = {y: labels[strand] for strand, y in row.items()}
    height = len(row) * (CELL + 14) + 110
    name_rows(figure, names, (-0.6, len(row) - 0.4), height, narrow, row=cell + 30, showgrid=False)
    lines = max((name.count("<br>") + 1 for name in figure.layout.xaxis.ticktext), default=0)
    notes, rows = swatches(key_items(ds, cells, signs=False), 0, NARROW + 60 if narrow else 620, "paper")
    top = rows * HEIGHT + lines * 19 + 14
    for note in notes:
        note["yshift"] += top
    figure.layout.annotations = [*figure.layout.annotations, *notes]
    figure.update_layout(showlegend=False, height=figure.layout.height + rows * HEIGHT, margin={"t": top})
    _mark_breaks(figure, cells, column, row)
    return figure


def _letter_size(letter: str, cell: int) -> int:
    """Size of the letters in a cell, in pixels: at most half the cell."""
    return min(17 if len(letter) < 4 else 12, cell // 2)


def _letters(letter: str, indicative: bool) -> str:
    return f"({letter})" if indicative else letter


def _label(ds: Dataset, kind: str, value: str) -> str:
    return (ds.grade_scale.set_index("grade") if kind == "grade" else ds.no_grade.set_index("no_grade"))["label"][value]


def _mark_breaks(figure: go.Figure, cells: pd.DataFrame, column: dict[str, int], row: dict[str, int]) -> None:
    """A thin link between neighbouring grades that may be compared; nothing where they may not."""
    links = []
    for strand, part in cells[cells["grade"].notna()].groupby("strand"):
        for earlier, later in pairwise(each(part)):
            if comparable(earlier, later):
                links.append((column[earlier.inspection], column[later.inspection], row[str(strand)]))
    look = {"type": "line", "line": {"color": MUTED, "width": 2}, "layer": "below"}
    figure.layout.shapes = [{**look, "x0": x0, "x1": x1, "y0": y, "y1": y} for x0, x1, y in links]
