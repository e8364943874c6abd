"""The grade heatmap: each judgement over time, on the common strands."""

from __future__ import annotations

from itertools import pairwise

import pandas as pd
import plotly.graph_objects as go

from analysis import naming
from analysis.frameworks import strands
from analysis.grades.comparability import comparable, strand_cells
from analysis.grades.sentences import grades_alt, grades_sentence, grades_title
from analysis.look_up import each, look_up
from analysis.selection import Selection
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .rows import name_rows
from .style import GRADES, MUTED, NO_GRADE, SHADE, blank, heading

NARROW = 250  # pixels: room for the columns on the narrowest screen
CELL = 46  # pixels: the smallest square in which two letters are easy to read


@kept(most=FIGURES)
def grades_over_time(ds: Dataset, selection: Selection) -> Exhibit:
    """Strands by inspections of the subject. Columns of ``table``: Strand, then one per inspection."""
    subject = selection.subject
    name = look_up(ds, "authorities", "authority", "name")[subject]
    cells = strand_cells(ds, [subject])
    graded = cells[cells["grade"].notna()]
    return Exhibit(
        name=f"{subject}-grades",
        title=grades_title(ds, name, cells),
        sentence=grades_sentence(ds, name, cells),
        alt=grades_alt(ds, name, cells),
        table=_table(ds, cells),
        draw=(lambda ds, narrow: _figure(ds, cells, narrow)) if len(cells) else None,
        voice=Voice.OFSTED,
        sources=tuple(naming.source_name(ds, inspection) for inspection in graded["inspection"].unique()),
        as_at=ds.as_at,
        key=_key(ds, cells),
    )


def _table(ds: Dataset, cells: pd.DataFrame) -> pd.DataFrame:
    labels = look_up(ds, "strands", "strand", "label")
    reasons = look_up(ds, "no_grade", "no_grade", "label")
    words = cells["grade_as_published"].where(cells["grade"].notna(), cells["no_grade"].map(reasons))
    words = words + cells["indicative"].map({True: " (indicative)", False: ""})
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
    figure.update_layout(showlegend=False)
    _mark_breaks(figure, cells, column, row)
    return figure


def _letter_size(letter: str, cell: int) -> int:
    """Size of the letters in a cell, in pixels: at most half the cell."""
    return min(17 if len(letter) < 4 else 12, cell // 2)


def _key(ds: Dataset, cells: pd.DataFrame) -> str:
    """The letters and signs in use, in words."""
    grades = [
        f"**{GRADES[grade].letter}** {_label(ds, 'grade', grade)}"
        for grade in GRADES
        if (cells["grade"] == grade).any()
    ]
    reasons = [
        f"**{NO_GRADE[kind].letter}** {_label(ds, 'no_grade', kind).lower()}"
        for kind in NO_GRADE
        if kind != "visit" and (cells["no_grade"] == kind).any()
    ]
    indicative = ["**( )** only indicates where the strand stood"] if cells["indicative"].any() else []
    return "; ".join([*grades, *indicative, *reasons, "a line joins grades that may be compared"]) + "."


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
