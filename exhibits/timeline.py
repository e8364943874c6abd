"""The timeline: when authorities were inspected and visited, under which framework, with what result, and when the next is likely."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis import english, naming
from analysis.authority.sentences import (
    freshness_sentence,
    timeline_alt,
    timeline_gaps,
    timeline_sentence,
    timeline_title,
)
from analysis.citations import page_link
from analysis.comparison.standings import successors
from analysis.comparison.transitions import next_inspection
from analysis.frameworks import strands
from analysis.grades.sentences import result_words
from analysis.grades.spells import spells
from analysis.look_up import each, look_up
from analysis.selection import Selection
from loaders import Dataset, kept

from .events import draw_events, draw_plans
from .exhibit import FIGURES, Exhibit, Voice
from .history import first_shown
from .spans import TILE, draw_spells
from .style import INK, LINE, MUTED, Look
from .swatches import key_items
from .time_sheet import Bar, Sheet, ribbon

HEIGHT = {False: 26, True: 24}
LIKELY = Look("", LINE, INK, "")
COLUMNS = ["Authority", "Inspection or visit", "On site", "Published", "Result", "What is held here", "Report"]
KEY = "A bar is a grade, from the day the inspection began, for as long as it stood. A gap parts grades that may not be compared. A full diamond is a visit whose letter was read here. A hollow one is known only by its date. A bar through a diamond says that only the month or the year is known. The hatched bar at the right is an estimate from past gaps in England."


@kept(most=FIGURES)
def timeline(ds: Dataset, selection: Selection) -> Exhibit:
    """Strands and events of the authorities over time.

    Columns of ``table``: Authority, Inspection or visit, On site, Published, Result, What is held here, Report.
    """
    authorities = list(selection.authorities)
    known = ds.inspections[ds.inspections["authority"].isin(authorities)].sort_values("start")
    names = [naming.authority_name(ds, authority) for authority in authorities]
    return Exhibit(
        name="-".join([*authorities, "timeline"]),
        title=timeline_title(ds, names, known),
        sentence=timeline_sentence(ds, names, known),
        alt=timeline_alt(ds, known),
        table=_table(ds, known),
        draw=(lambda ds, narrow: _figure(ds, selection.authorities, known, narrow)) if len(known) else None,
        voice=Voice.COUNTED,
        sources=tuple(
            naming.source_name(ds, inspection) for inspection in known.loc[known["depth"] != "listed", "inspection"]
        ),
        as_at=ds.as_at,
        key=" ".join(filter(None, [KEY, timeline_gaps(known), freshness_sentence(ds, selection.authorities)])),
    )


def _table(ds: Dataset, known: pd.DataFrame) -> pd.DataFrame:
    names = look_up(ds, "authorities", "authority", "name")
    rows = [
        {
            "Authority": names[row.authority],
            "Inspection or visit": naming.event_name(ds, row),
            "On site": english.dates(row),
            "Published": english.day(row.published, row.published_precision),
            "Result": result_words(ds, row.inspection),
            "What is held here": naming.held_here(ds, row.inspection),
            "Report": page_link(ds, row.inspection) or "",
        }
        for row in each(known)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _figure(ds: Dataset, authorities: tuple[str, ...], known: pd.DataFrame, narrow: bool) -> go.Figure:
    found = spells(ds, authorities)
    likely = {authority: _likely(ds, authority) for authority in authorities}
    ends = [ds.as_at + pd.Timedelta(days=60), *(span[1] for span in likely.values() if span)]
    sheet = Sheet(first_shown(ds, known), ds.as_at, narrow, last=max(ends))
    sheet.reach(known["start"].max(), TILE + 4)
    sheet.key(key_items(ds, found, reasons=False))
    ribbon(sheet, ds)
    for authority in authorities:
        if len(authorities) > 1:
            sheet.heading(naming.authority_name(ds, authority))
        _authority(sheet, ds, authority, known[known["authority"] == authority], found[found["authority"] == authority])
        if span := likely[authority]:
            _next(sheet, *span)
    if max(ends) > ends[0]:
        sheet.line(ds.as_at, sheet.y, ds.as_at, sheet.top, MUTED, 1)
    return sheet.figure()


def _authority(sheet: Sheet, ds: Dataset, authority: str, known: pd.DataFrame, found: pd.DataFrame) -> None:
    """The strands of one authority, its visits and its plans."""
    labels, height = look_up(ds, "strands", "strand", "label"), HEIGHT[sheet.narrow]
    for strand in strands(ds) if len(found) else ():
        part = list(each(found[found["strand"] == strand]))
        draw_spells(sheet, ds, part, sheet.row(labels[strand], height, 7), height)
    draw_events(sheet, ds, known)
    draw_plans(sheet, ds, authority)


def _likely(ds: Dataset, authority: str) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    """Between which days the next full inspection of an authority of today is likely to begin."""
    if successors(ds, authority) is not None:
        return None
    found, _ = next_inspection(ds, authority, ds.as_at)
    return None if found is None else (max(found.earliest, ds.as_at), found.latest)


def _next(sheet: Sheet, earliest: pd.Timestamp, latest: pd.Timestamp) -> None:
    """The next full inspection as a hatched bar, with its words at the left of it."""
    y = sheet.row("Next full inspection", 22, 8)
    sheet.bars.append(Bar(earliest, latest, y, 18, LIKELY, hatched=True, hover="An estimate from past gaps in England"))
    sheet.note(earliest, y, f"likely {earliest:%b %Y} to {latest:%b %Y}, an estimate", "right", -6)
