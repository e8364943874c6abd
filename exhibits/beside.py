"""Several authorities on one time axis: a panel for each strand, a row for each authority, the subject first and framed."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd
import plotly.graph_objects as go

from analysis import naming
from analysis.frameworks import strands
from analysis.grades.spell_sentences import beside_alt, beside_sentence, beside_title
from analysis.grades.spells import spells, spells_table
from analysis.look_up import each, look_up
from analysis.selection import Selection
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .history import first_shown
from .spans import TILE, draw_spells
from .style import INK
from .swatches import key_items
from .time_sheet import Sheet, ribbon

HEIGHT = {False: 24, True: 22}


@kept(most=FIGURES)
def grades_beside(ds: Dataset, selection: Selection, strand: str | None = None) -> Exhibit:
    """The grades of the chosen authorities over time, on all strands or one.

    Columns of ``table``: Authority, Strand, Grade, Given by, From, Until, Against the grade before.
    """
    shown = strands(ds) if strand is None else (strand,)
    found = shown_spells(ds, selection.authorities, shown)
    return Exhibit(
        name=f"{selection.subject}-beside",
        title=beside_title(ds, selection.subject, found, shown),
        sentence=beside_sentence(ds, selection.authorities, found, shown),
        alt=beside_alt(ds, found, shown, "Bars of time: a panel for each strand, a row for each authority"),
        table=spells_table(ds, found),
        draw=(lambda ds, narrow: _figure(ds, selection.authorities, shown, narrow)) if found["grade"].notna().any() else None,
        voice=Voice.COUNTED,
        sources=beside_sources(ds, found),
        as_at=ds.as_at,
        key="A bar is a grade, for as long as it stood. A gap parts grades that may not be compared. The first authority is framed.",
    )  # fmt: skip


@kept
def shown_spells(ds: Dataset, authorities: tuple[str, ...], shown: tuple[str, ...]) -> pd.DataFrame:
    """The spells of the strands shown. Columns: those of ``spells``."""
    found = spells(ds, authorities)
    return found[found["strand"].isin(shown)].reset_index(drop=True)


def beside_sources(ds: Dataset, found: pd.DataFrame) -> tuple[str, ...]:
    """What the grades of several authorities rest on, named together: it would be a long list."""
    graded = found.loc[found["grade"].notna(), "inspection"].unique()
    years = sorted({naming.inspection_row(ds, inspection).start.year for inspection in graded})
    if not years:
        return ()
    return (
        f"Ofsted, {len(graded)} full inspections of {found['authority'].nunique()} authorities, {years[0]} to {years[-1]}",
    )


def _figure(ds: Dataset, authorities: tuple[str, ...], shown: tuple[str, ...], narrow: bool) -> go.Figure:
    found = shown_spells(ds, authorities, shown)
    sheet = Sheet(first_shown(ds, found), ds.as_at, narrow)
    sheet.reach(found["start"].max(), TILE + 4)
    sheet.key(key_items(ds, found, reasons=False))
    ribbon(sheet, ds)
    height = HEIGHT[narrow]
    parts = {key: list(each(part)) for key, part in found.groupby(["strand", "authority"], sort=False)}
    for key, y in framed_rows(sheet, ds, authorities, shown, height, gap=6, framed=height):
        draw_spells(sheet, ds, parts.get(key, []), y, height)
    return sheet.figure()


def framed_rows(
    sheet: Sheet,
    ds: Dataset,
    authorities: tuple[str, ...],
    shown: tuple[str, ...],
    height: float,
    gap: float,
    framed: float,
) -> Iterator[tuple[tuple[str, str], float]]:
    """A panel for each strand and a row for each authority, the first in a frame: strand and authority, and the place of the row.

    ``height``, ``gap`` and ``framed``, the height of what is framed: in pixels.
    """
    labels = look_up(ds, "strands", "strand", "label")
    for strand in shown:
        sheet.heading(labels[strand])
        for authority in authorities:
            name = naming.authority_name(ds, authority)
            y = sheet.row(f"<b>{name}</b>" if authority == authorities[0] else name, height, gap)
            if authority == authorities[0]:
                _frame(sheet, y, framed)
            yield (strand, authority), y


def _frame(sheet: Sheet, y: float, height: float) -> None:
    """Frame the row of the subject."""
    edge = height / 2 + 3
    sheet.shapes.append({"type": "rect", "x0": sheet.first, "x1": sheet.last, "y0": y - edge, "y1": y + edge, "line": {"color": INK, "width": 2}, "layer": "above"})  # fmt: skip
