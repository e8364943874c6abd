"""One authority's whole history in one picture: every grade for as long as it stood, the visits, and where it stands now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis import naming
from analysis.authority.sentences import timeline_sentence
from analysis.frameworks import graded_frameworks, strands
from analysis.grades.spell_sentences import history_alt, history_title
from analysis.grades.spells import spells, spells_table
from analysis.known import known_inspections
from analysis.look_up import each, look_up
from analysis.selection import Selection
from loaders import Dataset, kept

from .events import draw_events, draw_plans
from .exhibit import FIGURES, Exhibit, Voice
from .spans import TILE, draw_spells
from .style import GRADES, INK, MUTED
from .swatches import key_items
from .time_sheet import Sheet, ribbon

LEAST = 6  # years that are shown of an authority with one inspection
SIDE = {False: 0.24, True: 0.15}
"""The share of the width in which the present stands, on a wide and on a narrow screen."""
HEIGHT, NOW = 34, {False: 42, True: 30}


@kept(most=FIGURES)
def history(ds: Dataset, selection: Selection) -> Exhibit:
    """All grades of the subject over time, its visits, its plan, and the grades that stand.

    Columns of ``table``: Authority, Strand, Grade, Given by, From, Until, Against the grade before.
    """
    subject = selection.subject
    name, found, known = naming.authority_name(ds, subject), spells(ds, (subject,)), known_inspections(ds, subject)
    graded = found[found["grade"].notna()]
    return Exhibit(
        name=f"{subject}-history",
        title=history_title(ds, name, found),
        sentence=timeline_sentence(ds, [name], known),
        alt=history_alt(ds, found, int((~known["framework"].isin(graded_frameworks(ds))).sum())),
        table=spells_table(ds, found),
        draw=(lambda ds, narrow: _figure(ds, subject, narrow)) if len(graded) else None,
        voice=Voice.COUNTED,
        sources=tuple(naming.source_name(ds, inspection) for inspection in graded["inspection"].unique()),
        as_at=ds.as_at,
        key="A bar is a grade, for as long as it stood. A gap parts grades that may not be compared. A full diamond is a visit whose letter was read here, a hollow one is known only by its date.",
    )


def _figure(ds: Dataset, authority: str, narrow: bool) -> go.Figure:
    found, known = spells(ds, (authority,)), known_inspections(ds, authority)
    sheet = Sheet(first_shown(ds, known), ds.as_at, narrow, SIDE[narrow])
    sheet.reach(found["start"].max(), TILE + 4)
    sheet.key(key_items(ds, found, reasons=False))
    ribbon(sheet, ds)
    stand, labels = [], look_up(ds, "strands", "strand", "label")
    for strand in strands(ds):
        part = list(each(found[found["strand"] == strand]))
        y = sheet.row(labels[strand], HEIGHT, 14)
        draw_spells(sheet, ds, part, y, HEIGHT)
        if part and pd.notna(part[-1].until):
            stand.append((y, part[-1]))
    draw_events(sheet, ds, known)
    draw_plans(sheet, ds, authority)
    if not narrow:
        sheet.notes += _present_words(ds, stand)
    figure = sheet.figure()
    _present(figure, stand, narrow)
    return figure


def first_shown(ds: Dataset, known: pd.DataFrame) -> pd.Timestamp:
    """The day from which a history is drawn: the first of the framework that it begins under, so that there is room for its name."""
    since = known["framework"].map(look_up(ds, "frameworks", "framework", "in_force_from")).min()
    return min(*[known["start"].min(), ds.as_at - pd.DateOffset(years=LEAST)], *([since] if pd.notna(since) else []))


def _present(figure: go.Figure, stand: list[tuple[float, Any]], narrow: bool) -> None:
    """The grades that stand, large, in a column of their own at the right."""
    graded = [(y, spell) for y, spell in stand if isinstance(spell.grade, str)]
    looks = [GRADES[spell.grade] for _, spell in graded]
    left = 1 - SIDE[narrow] + (0.02 if not narrow else 0.01)
    figure.update_layout(xaxis2={"domain": [left, 1], "range": [0, 1], "visible": False, "anchor": "y"})
    x = 0.16 if not narrow else 0.5
    figure.add_scatter(
        x=[x] * len(graded),
        y=[y for y, _ in graded],
        xaxis="x2",
        mode="markers+text",
        text=[f"<b>{look.letter}</b>" for look in looks],
        textfont={"color": [look.text for look in looks], "size": 14 if narrow else 18},
        marker={"symbol": "square", "size": NOW[narrow], "color": [look.fill for look in looks]},
        customdata=[(spell.inspection, spell.strand) for _, spell in graded],
        hovertext=[f"Stands now: {spell.grade_as_published}" for _, spell in graded],
        hoverinfo="text",
    )


def _present_words(ds: Dataset, stand: list[tuple[float, Any]]) -> Iterator[dict[str, Any]]:
    """The words beside them; a strand without a grade says so."""
    words = look_up(ds, "grade_scale", "grade", "label")
    for y, spell in stand:
        held = isinstance(spell.grade, str)
        text = (
            f"<b>{words[spell.grade].replace(' ', '<br>', 1).replace(' to be', '<br>to be')}</b>"
            if held
            else "no grade now"
        )
        font = {"size": 12, "color": INK if held else MUTED}
        yield {"x": 0.34 if held else 0.04, "xref": "x2", "y": y, "text": text, "xanchor": "left", "align": "left", "showarrow": False, "font": font}  # fmt: skip
