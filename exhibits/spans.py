"""Grades as stretches of time: a letter where each was given, a sign for what changed, a gap where nothing may be compared."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

import pandas as pd

from analysis import english, naming
from analysis.look_up import look_up
from loaders import Dataset

from .style import GRADES, INK, SHADE, Look
from .time_sheet import Bar, Sheet

SIGNS = {"up": "▲", "down": "▼", "same": "=", "not comparable": "≠"}
TILE = 26  # pixels: room for the letters of a grade
SHORTEST = 20  # pixels: a letter in brackets
GAP = 14  # pixels: between grades that may not be compared
SHORT = {"not_in_framework": "n/a", "judged_together": "joint", "no_source": "none", "not_judged": "n/a"}
"""Why there is no grade, where there is room for one short word."""
KEY = {"up": "better", "down": "worse", "same": "the same", "not comparable": "judged differently, so not compared"}


def draw_spells(sheet: Sheet, ds: Dataset, part: Any, y: float, height: float) -> None:
    """Draw the grades of one authority on one strand. ``part``: rows of ``spells``, as a list."""
    for spell, after in zip_longest(part, part[1:]):
        until = spell.start if pd.isna(spell.until) else spell.until
        if after is not None and after.move == "not comparable":
            until = max(until - sheet.days(GAP), spell.start + min(sheet.days(SHORTEST), (until - spell.start) * 0.8))
            if after.start - until > sheet.days(GAP - 3):
                sheet.note(after.start, y, SIGNS["not comparable"], "right", 1, over=False, color=INK, size=13)
        if after is None or (not isinstance(after.grade, str) and spell.until == sheet.now):
            until = min(max(until, spell.start + sheet.days(TILE)), sheet.last)
        draw = _draw_grade if isinstance(spell.grade, str) else _draw_none
        draw(sheet, ds, spell, until, y, height)


def _draw_grade(sheet: Sheet, ds: Dataset, spell: Any, until: pd.Timestamp, y: float, height: float) -> None:
    look, hover = GRADES[spell.grade], said(ds, spell)
    data = (spell.inspection, spell.strand)
    sign = SIGNS.get(spell.move, "") if spell.move in ("up", "down") else ""
    letter = f"({look.letter})" if spell.indicative else look.letter
    tight = until - spell.start < sheet.days(24)
    text = f"<b>{letter}</b>" if tight else f"\u2005<b>{letter}</b>"
    if sign and until - spell.start > sheet.days(26 + 9 * len(letter)):
        text += f" {sign}"
    solid = min(spell.start + sheet.days(TILE), until) if spell.indicative else until
    sheet.bars.append(
        Bar(spell.start, solid, y, height, look, text=text, hover=hover, data=data, size=11 if tight else 14)
    )
    if solid < until:
        sheet.bars.append(Bar(solid, until, y, height, look, hatched=True, hover=hover, data=data))


def _draw_none(sheet: Sheet, ds: Dataset, spell: Any, until: pd.Timestamp, y: float, height: float) -> None:
    words = why_none(ds, spell)
    room = until - spell.start
    text = next((text for text in (words, SHORT[spell.no_grade]) if sheet.wide(text) < room), "")
    look = Look("", SHADE, INK, "")
    data = (spell.inspection, spell.strand)
    sheet.bars.append(
        Bar(
            spell.start,
            until,
            y,
            height * 0.6,
            look,
            text=text,
            hover=said(ds, spell),
            data=data,
            anchor="middle",
            size=12,
        )
    )


def why_none(ds: Dataset, spell: Any) -> str:
    """Why a full inspection gave no grade, in two or three words: ``with children in care``."""
    if spell.no_grade == "judged_together":
        judged = ds.judgements[(ds.judgements["framework"] == spell.framework) & ds.judgements["also_covers"].notna()]
        with_it = judged.loc[judged["also_covers"].str.split(", ").map(lambda also: spell.strand in also), "strand"]
        if len(with_it):
            return f"with {english.lower_first(naming.strand_title(ds, with_it.iloc[0]))}"
    return {"not_in_framework": "not judged", "no_source": "none held"}.get(
        spell.no_grade, look_up(ds, "no_grade", "no_grade", "short_label")[spell.no_grade]
    )


def said(ds: Dataset, spell: Any) -> str:
    """What a mark says when it is pointed at."""
    words = spell.grade_as_published if isinstance(spell.grade, str) else why_none(ds, spell)
    change = f"<br>{KEY[spell.move]} than before" if spell.move in ("up", "down") else ""
    return f"{naming.strand_title(ds, spell.strand)}: {words}<br>{naming.column_heading(ds, spell.inspection)}{change}"
