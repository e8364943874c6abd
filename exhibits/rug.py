"""A tartan rug: authorities by strands by years, in each cell the grade that stood when the year ended."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.frameworks import strands
from analysis.grades.spell_sentences import beside_alt, rug_sentence, rug_title
from analysis.grades.spells import at_year_ends, rug_table
from analysis.look_up import each
from analysis.selection import Selection
from loaders import Dataset, kept

from .beside import beside_sources, framed_rows, shown_spells
from .exhibit import FIGURES, Exhibit, Voice
from .spans import said
from .style import GRADES, INK, LINE, PAPER, SHADE, Look
from .swatches import IN_BRACKETS, key_items
from .time_sheet import Bar, Sheet, ribbon

HEIGHT = 25
NONE = Look("", LINE, INK, "")


@kept(most=FIGURES)
def tartan_rug(ds: Dataset, selection: Selection, strand: str | None = None) -> Exhibit:
    """The grades that stood at the end of each year. Columns of ``table``: Strand, Authority, then one per year."""
    authorities, shown = selection.authorities, strands(ds) if strand is None else (strand,)
    found = shown_spells(ds, authorities, shown)
    return Exhibit(
        name=f"{selection.subject}-rug",
        title=rug_title(ds, found, shown),
        sentence=rug_sentence(ds, authorities, shown),
        alt=beside_alt(ds, found, shown, "A grid of letters: strands and authorities by years"),
        table=rug_table(ds, authorities, shown),
        draw=(lambda ds, narrow: _figure(ds, authorities, shown, narrow)) if found["grade"].notna().any() else None,
        voice=Voice.COUNTED,
        sources=beside_sources(ds, found),
        as_at=ds.as_at,
        key="A cell holds the grade that stood on 31 December, in the last year that of the day of the data. Blank: none is held.",
        hint="On a narrow screen a letter stands where a grade began.",
    )


def _figure(ds: Dataset, authorities: tuple[str, ...], shown: tuple[str, ...], narrow: bool) -> go.Figure:
    cells = at_year_ends(ds, authorities)
    cells = cells[cells["strand"].isin(shown)]
    first, last = int(cells["year"].min()), ds.as_at.year
    sheet = Sheet(pd.Timestamp(first, 1, 1), ds.as_at, narrow, last=pd.Timestamp(last + 1, 1, 1))
    sheet.key(_key(ds, cells))
    ribbon(sheet, ds)
    sheet.cuts = []
    rows = {key: list(each(part)) for key, part in cells.groupby(["strand", "authority"], sort=False)}
    for key, y in framed_rows(sheet, ds, authorities, shown, HEIGHT, gap=3, framed=HEIGHT - 4):
        for cell in rows.get(key, []):
            _cell(sheet, ds, cell, y)
    figure, step = sheet.figure(), 4 if narrow else 1
    years = range(last, first - 1, -step)
    figure.update_xaxes(tickmode="array", tickvals=[pd.Timestamp(year, 7, 1) for year in years], ticktext=[str(year) if step > 1 else f"{year}" for year in years], tickangle=0, tickfont={"size": 12})  # fmt: skip
    return figure


def _cell(sheet: Sheet, ds: Dataset, cell: Any, y: float) -> None:
    start, end = pd.Timestamp(cell.year, 1, 1), pd.Timestamp(cell.year + 1, 1, 1)
    parted = cell.opens and cell.move == "not comparable"
    if parted:
        sheet.shapes.append({"type": "line", "x0": start, "x1": start, "y0": y - HEIGHT / 2, "y1": y + HEIGHT / 2, "line": {"color": INK, "width": 3}, "layer": "above"})  # fmt: skip
    graded = isinstance(cell.grade, str)
    look = GRADES[cell.grade] if graded else NONE
    letter = f"({look.letter})" if cell.indicative else look.letter
    text = f"<b>{letter}</b>" if graded and (cell.opens or not sheet.narrow) else ""
    hover, data = f"{cell.year}: {said(ds, cell)}", (cell.inspection, cell.strand)
    sheet.bars.append(
        Bar(start, end, y, HEIGHT, look, hatched=not graded, text=text, hover=hover, data=data, anchor="middle")
    )


def _key(ds: Dataset, cells: pd.DataFrame) -> list:
    items = [item for item in key_items(ds, cells, reasons=False, signs=False) if not item[0].startswith("▨")]
    if cells["indicative"].any():
        items.append((*IN_BRACKETS, PAPER, INK))
    if (cells["move"] == "not comparable").any():
        items.append(("┃", "judged differently, not compared", PAPER, INK))
    if cells["grade"].isna().any():
        items.append(("▨", "no grade of its own, or none held", SHADE, INK))
    return items
