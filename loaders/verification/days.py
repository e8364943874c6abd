"""Days of a record looked up in its source: printed in full, or as the ends of a span."""

from __future__ import annotations

import calendar
import re
from datetime import date

_MONTH = "|".join(name for month in calendar.month_name[1:] for name in (month, month[:3]))
_WEEKDAY = "|".join(calendar.day_name)
_BETWEEN = rf"(?:st|nd|rd|th)?(?:\W|\b(?:to|and|until|of|from|{_WEEKDAY})\b|\b\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{4}}\b|{_MONTH})*?"
"""What may stand between the parts of a day or span: ``7 and 8 to 18 March 2022``."""
_BEGIN = r"(?<![\d£])(?<!\d )"


def prints_day(text: str, day: date) -> bool:
    """Whether a folded text prints a day: ``7 March 2022``, ``7 to 18 March 2022``, ``28 February to 4 March 2022``, ``07/03/2022``."""
    named = rf"(?<!\d)0?{day.day}{_BETWEEN}{_month(day)}{_BETWEEN}{day.year}\b"
    return bool(re.search(f"{named}|{_in_figures(day)}", text, re.IGNORECASE))


def prints_span(text: str, start: date, end: date) -> bool:
    """Whether a folded text prints a first and a last day together, the first of the span and the last."""
    month = f"{_month(start)}{_BETWEEN}" if (start.year, start.month) != (end.year, end.month) else ""
    named = rf"{_BEGIN}0?{start.day}{_BETWEEN}{month}(?<!\d)0?{end.day}{_BETWEEN}{_month(end)}{_BETWEEN}{end.year}\b"
    figures = rf"{_in_figures(start)}\W*(?:to|and)?\W*{_in_figures(end)}"
    return bool(re.search(f"{named}|{figures}", text, re.IGNORECASE))


def _month(day: date) -> str:
    name = calendar.month_name[day.month]
    return rf"\b(?:{name}|{name[:3]})\b"


def _in_figures(day: date) -> str:
    return rf"(?<!\d)0?{day.day}[./-]0?{day.month}[./-](?:{day.year}|{day.year % 100})(?!\d)"
