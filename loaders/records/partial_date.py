"""Dates that say how precise they are: a day, a month or a year; or that only the day of publication is known."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Literal, NamedTuple

from pydantic import BeforeValidator, WithJsonSchema

Precision = Literal["day", "month", "year", "published"]
"""``published``: the days on site are not known, and the day of publication stands for the start."""


class PartialDate(NamedTuple):
    """First day of the period, and how much of it is known."""

    first: date
    precision: Precision

    def __str__(self) -> str:
        """As it was written: no more precise than it is."""
        return self.first.isoformat()[: {"day": 10, "month": 7, "year": 4, "published": 10}[self.precision]]

    @property
    def last(self) -> date:
        """Last day of the period."""
        year, month = self.first.year, self.first.month
        if self.precision in ("day", "published"):
            return self.first
        if self.precision == "year":
            return date(year, 12, 31)
        return date(year, month, monthrange(year, month)[1])


def parse(value: object) -> object:
    """Read ``2022-03-07``, ``2012-03`` or ``2012``.

    Raises ``ValueError`` on anything else, and on a day that the calendar does not have.
    """
    if value is None or isinstance(value, PartialDate):
        return value
    match = re.fullmatch(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?", str(value))
    if not match:
        raise ValueError("not a date. Write a day as 2022-03-07, a month as 2012-03, a year as 2012")
    year, month, day = match.groups()
    try:
        first = date(int(year), int(month or 1), int(day or 1))
    except ValueError as error:
        raise ValueError(f"no such date ({error})") from error
    return PartialDate(first, "day" if day else "month" if month else "year")


DateField = Annotated[
    PartialDate,
    BeforeValidator(parse),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"^\d{4}(-\d\d(-\d\d)?)?$"}, {"type": "integer"}]}),
]
