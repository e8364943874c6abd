"""The timeline: when an authority was inspected, under which framework, with what result."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

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
from analysis.comparison.standings import successors
from analysis.frameworks import strands
from analysis.grades.comparability import comparable, strand_cells
from analysis.grades.sentences import result_words
from analysis.look_up import each, look_up
from analysis.selection import Selection
from loaders import Dataset, kept

from .exhibit import FIGURES, Exhibit, Voice
from .rows import LIFT, name_rows
from .style import ACCENT, GRADES, INK, MUTED, PAPER, SHADE, blank
from .timeline_names import LINE, apart, visit_name

ROW = 44  # pixels
TILE = 30
EVENTS = "events"  # the lane for visits, listed events and plans, below the strands
LABELS = "labels"  # room for the names of the events
PUBLISHED = "published"
PLAN = "plan"
TOP = 0.95  # rows above the lanes: four lines of names of eras
LOW = -0.5  # rows: the lower edge of the last lane
KEY = "A tile is a grade, on the day the inspection began. In brackets, it only hints at the strand. A bar shows how long the grade stood, up to the next one that may be compared with it. A full diamond is a visit whose letter was read here. A hollow one is known only by its date. A bar through a diamond says that only the month or the year is known. A bow tie is the council’s plan, a short line a deadline in it."


@kept(most=FIGURES)
def timeline(ds: Dataset, selection: Selection) -> Exhibit:
    """Strands and events of the authorities over time.

    Columns of ``table``: Authority, Inspection or visit, On site, Published, Result, What is held here.
    """
    authorities = list(selection.authorities)
    known = ds.inspections[ds.inspections["authority"].isin(authorities)].sort_values("start")
    cells = strand_cells(ds, authorities)
    names = look_up(ds, "authorities", "authority", "name")
    return Exhibit(
        name="-".join([*authorities, "timeline"]),
        title=timeline_title([names[a] for a in authorities], known),
        sentence=timeline_sentence(ds, [names[a] for a in authorities], known),
        alt=timeline_alt(ds, known),
        table=_table(ds, known),
        draw=(lambda ds, narrow: _figure(ds, authorities, known, cells, narrow)) if len(known) else None,
        voice=Voice.OFSTED,
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
        }
        for row in each(known)
    ]
    return pd.DataFrame(
        rows, columns=["Authority", "Inspection or visit", "On site", "Published", "Result", "What is held here"]
    )


def _figure(ds: Dataset, authorities: list[str], known: pd.DataFrame, cells: pd.DataFrame, narrow: bool) -> go.Figure:
    as_at = ds.as_at
    planned = set(ds.plans["authority"])
    lanes = [
        (a, lane)
        for a in authorities
        for lane in (*strands(ds), PUBLISHED, *((PLAN,) if a in planned else ()), EVENTS, LABELS)
    ]
    row = {lane: len(lanes) - 1 - i for i, lane in enumerate(lanes)}
    figure = blank(narrow)
    first = pd.Timestamp(known["start"].min().year, 1, 1)
    _eras(figure, ds, first, as_at, len(lanes), narrow)
    for authority in authorities:
        part = cells[(cells["authority"] == authority) & cells["grade"].notna()]
        _strands(figure, ds, part, row, as_at)
        _events(
            figure,
            ds,
            known[known["authority"] == authority],
            row[authority, EVENTS],
            None if narrow else (first, as_at),
        )
        _published(figure, known[known["authority"] == authority], row[authority, PUBLISHED])
        if authority in planned:
            _plan(figure, ds, authority, row[authority, PLAN])
        if authority != authorities[0]:
            figure.add_hline(
                y=row[authority, strands(ds)[0]] + 0.5 + (LIFT if narrow else 0), line={"color": INK, "width": 1.5}
            )
    names, labels = (
        look_up(ds, "authorities", "authority", "name"),
        {
            **look_up(ds, "strands", "strand", "label"),
            PUBLISHED: "Reports published",
            PLAN: "Action plan deadlines",
            EVENTS: "Visits and other",
            LABELS: "",
        },
    )
    text = [
        f"<b>{names[a]}</b><br>{labels[lane]}" if lane == strands(ds)[0] and len(authorities) > 1 else labels[lane]
        for a, lane in lanes
    ]
    named = {row[lane]: name for lane, name in zip(lanes, text, strict=True)}
    name_rows(figure, named, (LOW, len(lanes) + TOP), len(lanes) * ROW + 100, narrow, showgrid=False)
    before, after = (400, 200) if narrow else (120, 150)  # days: a tile at either end stands clear of the edge
    figure.update_xaxes(
        type="date",
        range=[first - pd.Timedelta(days=before), as_at + pd.Timedelta(days=after)],
        dtick="M48" if narrow else "M24",
        tickformat="%Y",
        showgrid=True,
    )
    figure.update_layout(showlegend=False)
    return figure


def _eras(figure: go.Figure, ds: Dataset, first: pd.Timestamp, last: pd.Timestamp, lanes: int, narrow: bool) -> None:
    """Bands of the frameworks that look at everything, and of their forms for one service alone.

    They are labelled above the lanes; on a narrow screen, where names have no room, the table holds them.
    """
    whole = ds.frameworks[ds.frameworks["full"] | ds.frameworks["part_of"].notna()]
    bands, shades = [], []
    for i, era in enumerate(each(whole)):
        start, end = max(era.in_force_from, first), min(era.in_force_to if pd.notna(era.in_force_to) else last, last)
        if start >= end:
            continue
        bands.append((era.short_label, start + (end - start) / 2))
        shades.append({"x0": start, "x1": end, "fillcolor": SHADE if i % 2 else PAPER})
    look = {"type": "rect", "y0": LOW, "y1": lanes + TOP, "line": {"width": 0}, "layer": "below"}
    figure.layout.shapes = [{**look, **shade} for shade in shades]
    if narrow:
        return
    figure.layout.annotations = [
        {**place, "y": lanes - 0.2 + line * LINE, "font": {"size": 12, "color": MUTED}}
        for line, place in apart(bands, first, last)
    ]


def _strands(figure: go.Figure, ds: Dataset, cells: pd.DataFrame, row: dict, as_at: pd.Timestamp) -> None:
    labels = look_up(ds, "grade_scale", "grade", "label")
    strand_labels = look_up(ds, "strands", "strand", "label")
    stretches = []
    for (authority, strand), part in cells.groupby(["authority", "strand"]):
        grades = list(each(part))
        for earlier, later in pairwise(grades):
            if comparable(earlier, later):
                stretches.append(_stretch(earlier, later.start, row[authority, strand]))
        if successors(ds, authority) is None:  # how long a grade stood of an authority that is gone is not recorded
            stretches.append(_stretch(grades[-1], as_at, row[authority, strand]))
        figure.add_scatter(
            x=part["start"],
            y=[row[authority, strand]] * len(part),
            mode="markers+text",
            text=[f"({GRADES[g.grade].letter})" if g.indicative else GRADES[g.grade].letter for g in grades],
            textfont={"color": [GRADES[g.grade].text for g in grades], "size": 14},
            marker={
                "symbol": "square",
                "size": TILE,
                "color": [GRADES[g.grade].fill for g in grades],
                "line": {"color": PAPER, "width": 2},
            },
            customdata=part[["inspection", "strand"]],
            hovertext=[f"{strand_labels[strand]}: {labels[g.grade]}<br>{_began(ds, g)}" for g in grades],
            hoverinfo="text",
        )
    figure.layout.shapes = [*figure.layout.shapes, *stretches]


def _stretch(grade: Any, until: pd.Timestamp, y: int) -> dict:
    """The time for which a grade stood: drawn only up to the next grade that it may be compared with."""
    look = {"type": "line", "line": {"color": GRADES[grade.grade].fill, "width": 5}, "layer": "below"}
    return {**look, "x0": grade.start, "x1": until, "y0": y, "y1": y}


def _events(
    figure: go.Figure, ds: Dataset, known: pd.DataFrame, y: int, named: tuple[pd.Timestamp, pd.Timestamp] | None
) -> None:
    """Visits and listed events: hollow where no report is held; a date known to the month or year as a bar of that length.

    ``named``: the time shown, where there is room for names.
    """
    graded = set(ds.grades["inspection"])
    others = known[~known["inspection"].isin(graded)]
    if others.empty:
        return
    held = [naming.report_read(ds, inspection) for inspection in others["inspection"]]
    middle = [_middle(event) for event in each(others)]
    figure.add_scatter(
        x=middle,
        y=[y] * len(others),
        mode="markers",
        marker={
            "symbol": ["diamond" if h else "diamond-open" for h in held],
            "size": 15,
            "color": ACCENT,
            "line": {"color": ACCENT, "width": 2},
        },
        customdata=others[["inspection", "kind"]],
        hovertext=[f"{naming.event_name(ds, event)}<br>{english.dates(event)}" for event in each(others)],
        hoverinfo="text",
    )
    look = {"type": "line", "line": {"color": ACCENT, "width": 6}, "layer": "below"}
    vague = [event for event in each(others) if event.date_precision in ("month", "year")]
    bars = [{**look, "x0": event.start, "x1": _last_day(event), "y0": y, "y1": y} for event in vague]
    figure.layout.shapes = [*figure.layout.shapes, *bars]
    if named is None:
        return
    names = sorted(
        ((visit_name(ds, event), x) for event, x in zip(each(others), middle, strict=True)), key=lambda name: name[1]
    )
    notes = [
        {**place, "y": y - 0.4 - line * LINE, "font": {"size": 12, "color": INK}}
        for line, place in apart(names, *named)
    ]
    figure.layout.annotations = [*figure.layout.annotations, *notes]


def _published(figure: go.Figure, known: pd.DataFrame, y: int) -> None:
    """The day on which each report came out."""
    out = known[known["published"].notna()]
    figure.add_scatter(
        x=out["published"],
        y=[y] * len(out),
        mode="markers",
        marker={"symbol": "triangle-up-open", "size": 11, "color": INK, "line": {"width": 1.5}},
        customdata=out[["inspection", "kind"]],
        hovertext=[f"Published {english.day(row.published, row.published_precision)}" for row in each(out)],
        hoverinfo="text",
    )


def _plan(figure: go.Figure, ds: Dataset, authority: str, y: int) -> None:
    """The versions of an action plan, and the deadlines of its actions that are days."""
    plans = ds.plans[ds.plans["authority"] == authority]
    actions = ds.actions[ds.actions["plan"].isin(plans["plan"]) & ds.actions["deadline"].notna()]
    answers = dict(zip(plans["plan"], plans["inspection"], strict=True))
    figure.add_scatter(
        x=actions["deadline"],
        y=[y] * len(actions),
        mode="markers",
        marker={"symbol": "line-ns-open", "size": 14, "color": MUTED, "line": {"width": 2}},
        customdata=[[answers[plan], "plan"] for plan in actions["plan"]],
        hovertext=[f"Action {row.action}, due {english.day(row.deadline)}" for row in each(actions)],
        hoverinfo="text",
    )
    figure.add_scatter(
        x=plans["version_date"],
        y=[y] * len(plans),
        mode="markers",
        marker={"symbol": "bowtie", "size": 13, "color": ACCENT},
        customdata=[[answers[plan], "plan"] for plan in plans["plan"]],
        hovertext=[f"{plan.title}, version {plan.version}, {english.day(plan.version_date)}" for plan in each(plans)],
        hoverinfo="text",
    )


def _began(ds: Dataset, grade: Any) -> str:
    """The first day on site; that of publication where no other is held."""
    vague = naming.inspection_row(ds, grade.inspection).date_precision == "published"
    return f"{'published ' if vague else ''}{english.day(grade.start)}"


def _last_day(event: Any) -> pd.Timestamp:
    return event.start + pd.offsets.YearEnd() if event.date_precision == "year" else event.start + pd.offsets.MonthEnd()


def _middle(event: Any) -> pd.Timestamp:
    known = event.date_precision not in ("month", "year")
    return event.start if known else event.start + (_last_day(event) - event.start) / 2
