"""Days of a record looked up in its source: printed in full, or as the end or beginning of a span."""

from __future__ import annotations

import calendar
import re
from datetime import date

_MONTH = "|".join(name for month in calendar.month_name[1:] for name in (month, month[:3]))
_WEEKDAY = "|".join(calendar.day_name)
_BETWEEN = rf"(?:st|nd|rd|th)?(?:[\s,.&/()-]|\b(?:to|and|until|of|from|{_WEEKDAY})\b|\b\d{{1,2}}(?:st|nd|rd|th)?\b|\b\d{{4}}\b|{_MONTH})*?"
"""What may stand between the parts of a day: the rest of a span, ``7 and 8 to 18 March 2022``."""


def prints_day(text: str, day: date) -> bool:
    """Whether a folded text prints a day: ``7 March 2022``, ``7 to 18 March 2022``, ``28 February to 4 March 2022``, ``07/03/2022``."""
    month = calendar.month_name[day.month]
    named = rf"(?<!\d)0?{day.day}{_BETWEEN}\b(?:{month}|{month[:3]})\b\.?{_BETWEEN}{day.year}\b"
    figures = rf"(?<!\d)0?{day.day}[./-]0?{day.month}[./-](?:{day.year}|{day.year % 100})(?!\d)"
    return bool(re.search(f"{named}|{figures}", text, re.IGNORECASE))
