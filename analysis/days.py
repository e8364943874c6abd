"""Days as people write them, and which of them the data can be seen from."""

from __future__ import annotations

import calendar
import re
from datetime import datetime

import pandas as pd

from loaders import Dataset

from .english import day as day_words
from .known import first_known

_DAYS = ("%d %b %Y", "%b %d %Y", "%d %m %Y", "%Y %m %d", "%d %m %y")
_MONTHS = ("%b %Y", "%m %Y", "%Y %m")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
_BETWEEN = re.compile(r"[\s,./-]+")


def read_day(text: str) -> pd.Timestamp | None:
    """Read a day as people write it: ``4 May 2022``, ``4th May 2022``, ``04/05/2022``, ``4.5.22``, ``2022-05-04``.

    The day stands before the month. A month without a day (``May 2022``, ``2022-05``) is its last day. None where the
    text is no day of the calendar, or of no year between 1900 and 2199.
    """
    words = _BETWEEN.split(_ORDINAL.sub("", text.strip().casefold()))
    plain = " ".join(_month(word) for word in words)
    read = next((day for form in (*_DAYS, *_MONTHS) if (day := _parsed(plain, form))), None)
    return read if read is not None and _FIRST_YEAR <= read.year <= _LAST_YEAR else None


def day_refusal(ds: Dataset, text: str) -> str:
    """Say why the data cannot be seen from the day that somebody typed; an empty string where they can."""
    day, first = read_day(text), first_known(ds)
    if day is None:
        return f"“{text.strip()[:40]}” is not a day. Write it like 31 December 2023, 31/12/2023 or December 2023."
    if day > ds.as_at:
        return f"Nothing is known here after {day_words(ds.as_at)}, so {day_words(day)} cannot be chosen."
    if day < first:
        return f"The first report held here is of {day_words(first)}, so nothing was known on {day_words(day)}."
    return ""


def _parsed(text: str, form: str) -> pd.Timestamp | None:
    try:
        day = pd.Timestamp(datetime.strptime(text, form))
    except ValueError:
        return None
    return day + pd.offsets.MonthEnd(0) if form in _MONTHS else day


def _month(word: str) -> str:
    """The first three letters of a month that is written out or cut short; any other word as it is."""
    is_month = len(word) >= 3 and any(name.casefold().startswith(word) for name in calendar.month_name)
    return word[:3] if is_month or word == "sept" else word
