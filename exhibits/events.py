"""Visits and plans on a time sheet: each visit named beside its mark; on a narrow screen by a number, with the names below."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd

from analysis import english, naming
from analysis.look_up import each
from loaders import Dataset

from .style import ACCENT, INK, PAPER, Look
from .time_sheet import Bar, Sheet

LINE = 21  # pixels from one line of visits to the next
ROOM = 10  # pixels between a name and the mark after it
LETTERS = 46  # letters of a line of names under a narrow figure
PLAN = Look("", ACCENT, PAPER, "")


def visit_name(ds: Dataset, event: Any) -> str:
    """Return the name of a visit with its month or year."""
    when = english.day(event.start, event.date_precision) if event.date_precision == "year" else f"{event.start:%b %Y}"
    return f"{when} {naming.event_name(ds, event)}"


def draw_events(sheet: Sheet, ds: Dataset, known: pd.DataFrame, title: str = "Visits") -> None:
    """Draw the visits without grades of one authority, on as many lines as their names need.

    A hollow mark is a visit whose letter was not read here; a bar through it says that only the month or year is known.
    """
    events = list(each(known[~known["inspection"].isin(set(ds.grades["inspection"]))]))
    if not events:
        return
    numbers = [str(number) for number in range(1, len(events) + 1)]
    names = numbers if sheet.narrow else [fitted(sheet, middle_of(event), visit_name(ds, event)) for event in events]
    places = placed(sheet, [(middle_of(event), name) for event, name in zip(events, names, strict=True)])
    lines = max(line for line, _ in places) + 1
    y = sheet.row(title, lines * LINE, 6) + lines * LINE / 2
    marks = []
    for event, name, (line, left) in zip(events, names, places, strict=True):
        height, x = y - (line + 0.5) * LINE, middle_of(event)
        marks.append((x, height, event))
        sheet.note(x, height, name, "right" if left else "left", -9 if left else 9, size=12)
        if event.date_precision in ("month", "year"):
            sheet.bars.append(Bar(event.start, last_day(event), height, 5, PLAN))
    sheet.add_marks(
        [
            (x, height, "diamond" if naming.report_read(ds, event.inspection) else "diamond-open")
            for x, height, event in marks
        ],
        [f"{naming.event_name(ds, event)}<br>{english.dates(event)}" for event in events],
        [(event.inspection, event.kind) for event in events],
    )
    if sheet.narrow:
        _list(sheet, [f"<b>{n}</b> {visit_name(ds, event)}" for n, event in enumerate(events, start=1)])


def fitted(sheet: Sheet, x: pd.Timestamp, name: str) -> str:
    """Return a name as long as there is room at the better side of its mark: the table holds it whole."""
    room = max(sheet.edge - x, x - sheet.first) - sheet.days(ROOM + 14)
    return textwrap.shorten(name, max(room // sheet.wide("M"), 20), placeholder="…")


def placed(sheet: Sheet, names: list[tuple[pd.Timestamp, str]]) -> list[tuple[int, bool]]:
    """Return for each name, from left to right, its line and whether it stands left of its mark, so that none touches another."""
    ends: list[pd.Timestamp] = []
    found = []
    for x, name in names:
        long = sheet.wide(name) + sheet.days(ROOM + 12)
        left = x + long > sheet.edge and x - long > sheet.first
        start, end = (x - long, x + sheet.days(10)) if left else (x - sheet.days(10), x + long)
        line = next((i for i, taken in enumerate(ends) if taken < start), len(ends))
        ends[line : line + 1] = [end]
        found.append((line, left))
    return found


def draw_plans(sheet: Sheet, ds: Dataset, authority: str) -> None:
    """Draw each action plan of an authority as one bracket, from its version to its last deadline."""
    for plan in each(ds.plans[ds.plans["authority"] == authority]):
        actions = ds.actions[ds.actions["plan"] == plan.plan]
        days = sorted(actions["deadline"].dropna())
        first, last = (days[0], days[-1]) if days else (plan.version_date, plan.version_date)
        if pd.isna(first):
            continue
        when = f"{first:%b %Y}" if f"{first:%b %Y}" == f"{last:%b %Y}" else f"{first:%b %Y} to {last:%b %Y}"
        y = sheet.row("Council’s plan", LINE, 6)
        until = max(last, first + sheet.days(12))
        sheet.bars.append(Bar(first, until, y, 5, PLAN, hover=f"{plan.title}, version {plan.version}", data=(plan.inspection, "plan")))  # fmt: skip
        for x in (first, until):
            sheet.line(x, y - 7, x, y + 7, color=ACCENT, width=2)
        words = f"{english.counted(len(actions), 'action')}, {when}"
        left = until + sheet.wide(words) > sheet.edge
        sheet.note(first if left else until, y, words, "right" if left else "left", -6 if left else 6, color=INK)


def _list(sheet: Sheet, names: list[str]) -> None:
    """Write the names of visits one under another, in short lines."""
    for name in names:
        lines = textwrap.wrap(name, LETTERS)
        sheet.note(sheet.first, sheet.y - len(lines) * 8, "<br>".join(lines), size=12)
        sheet.space(len(lines) * 16 + 2)
    sheet.space(6)


def last_day(event: Any) -> pd.Timestamp:
    """Return the last day that an event known to its month or year can have begun on."""
    return event.start + (pd.offsets.YearEnd() if event.date_precision == "year" else pd.offsets.MonthEnd())


def middle_of(event: Any) -> pd.Timestamp:
    """Return the day at which an event is drawn."""
    vague = event.date_precision in ("month", "year")
    return event.start + (last_day(event) - event.start) / 2 if vague else event.start
