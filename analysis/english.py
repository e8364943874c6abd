"""Words, numbers and dates in plain English."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def number(count: int) -> str:
    """A count as a word up to ten, then in digits."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else f"{count:,}"


def counted(count: int, one: str, many: str | None = None) -> str:
    """``one inspection``, ``two inspections``, ``no inspections``."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def counted_digits(count: int, one: str, many: str | None = None) -> str:
    """``2 strengths``; nothing for none."""
    return "" if not count else f"{count} {one if count == 1 else many or one + 's'}"


def joined(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    parts = list(parts)
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def sentence(text: str) -> str:
    """With a capital and a full stop."""
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!")) else ".")


def day(date: pd.Timestamp | None, precision: str = "day") -> str:
    """``7 March 2022``, ``March 2012`` or ``2012``: as precise as the source. ``date unknown`` where missing."""
    if date is None or pd.isna(date):
        return "date unknown"
    words = {"month": f"{date:%B %Y}", "year": f"{date:%Y}"}
    return words.get(precision, f"{date.day} {date:%B %Y}")


def months(start: pd.Timestamp, end: pd.Timestamp | None, precision: str = "day") -> str:
    """The months an inspection took place in: ``March 2022``, ``February and March 2025``, ``December 2022 to February 2023``,
    ``published July 2012``."""
    if precision == "year":
        return f"{start:%Y}"
    if precision == "published":
        return f"published {start:%B %Y}"
    if end is None or pd.isna(end) or (start.year, start.month) == (end.year, end.month):
        return f"{start:%B %Y}"
    follows = (end.year - start.year) * 12 + end.month - start.month == 1
    first = f"{start:%B}" if start.year == end.year else f"{start:%B %Y}"
    return f"{first} {'and' if follows else 'to'} {end:%B %Y}"


def dates(row: Any) -> str:
    """First and last day of an inspection, as precise as known: ``7 to 18 March 2022``, or ``from 7 March 2022``.

    ``not held`` where only the day of publication is.
    """
    start, end = row.start, row.end
    if row.date_precision == "published":
        return "not held"
    if row.date_precision == "day" and pd.isna(end):
        return f"from {day(start)}"
    if row.date_precision != "day" or start == end:
        return day(start, row.date_precision)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {day(end)}"
    return f"{start.day} {start:%B} to {day(end)}" if start.year == end.year else f"{day(start)} to {day(end)}"


def lower_first(text: str) -> str:
    """With a small first letter inside a sentence, but not where a name or an abbreviation begins."""
    first, second = text[:1], text[1:2]
    return text if second.isupper() else first.lower() + text[1:]


def listed(parts: Sequence[str], most: int = 6) -> str:
    """As ``some``, but parted by semicolons where a part holds a comma or an "and" itself."""
    parts = list(parts)
    if not any("," in part or " and " in part for part in parts):
        return some(parts, most)
    return "; ".join(parts if len(parts) <= most else [*parts[: most - 1], f"{number(len(parts) - most + 1)} more"])


def some(parts: Sequence[str], most: int = 6) -> str:
    """``a, b and c``; of many only the first, with the number of the rest: ``a, b and 12 more``."""
    parts = list(parts)
    return joined(parts if len(parts) <= most else [*parts[: most - 1], f"{number(len(parts) - most + 1)} more"])


def years(days: float) -> str:
    """``4.5 years``: a time from start to start."""
    return f"{days / 365.25:.1f} years"
