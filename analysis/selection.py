"""What the user chose: a frozen value, read from and written to the query of an address."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Self

import pandas as pd

from loaders import Dataset

Query = Mapping[str, Iterable[str]]


@dataclass(frozen=True)
class Selection:
    """The first authority is the subject, the others are compared with it. ``as_at`` missing: the data's own date."""

    authorities: tuple[str, ...] = ()
    inspection: str | None = None
    theme: str | None = None
    as_at: pd.Timestamp | None = None

    @property
    def subject(self) -> str | None:
        """The authority that the pages are about."""
        return self.authorities[0] if self.authorities else None

    @classmethod
    def from_query(cls, query: Query, ds: Dataset) -> tuple[Self, list[str]]:
        """Read a query. Names and ids are understood in any case; what is unknown is named in a message and ignored."""
        messages: list[str] = []
        chosen = [_look_up(value, authority_names(ds), "an authority", messages) for value in query.get("authority", [])]
        inspections = {name: name for name in ds.inspections["inspection"]}
        inspection = [_look_up(value, inspections, "an inspection", messages) for value in query.get("inspection", [])]
        themes = dict(zip(ds.themes["label"], ds.themes["theme"], strict=True))
        theme = [_look_up(value, themes, "a theme", messages) for value in query.get("theme", [])]
        as_at = [_day(value, messages) for value in query.get("as_at", [])]
        found = cls(tuple(dict.fromkeys(name for name in chosen if name)), _first(inspection), _first(theme), _first(as_at))
        return found, messages

    def to_query(self, ds: Dataset) -> dict[str, list[str]]:
        """Every parameter that reopens this view, in the words that are shown."""
        names = {authority: name for name, authority in authority_names(ds).items()}
        labels = dict(zip(ds.themes["theme"], ds.themes["label"], strict=True))
        query = {"authority": [names[authority] for authority in self.authorities]}
        if self.inspection:
            query["inspection"] = [self.inspection]
        if self.theme:
            query["theme"] = [labels[self.theme]]
        query["as_at"] = [f"{self.date(ds):%Y-%m-%d}"]
        return query

    def date(self, ds: Dataset) -> pd.Timestamp:
        """The day that the view stands at."""
        return ds.as_at if self.as_at is None else self.as_at

    def with_authorities(self, *authorities: str) -> Self:
        """The same selection for other authorities."""
        return replace(self, authorities=authorities)


def known_by(inspections: pd.DataFrame, as_at: pd.Timestamp | None) -> pd.DataFrame:
    """The inspections published by that day. One whose publication is unknown is known by its start."""
    if as_at is None:
        return inspections
    return inspections[inspections["published"].fillna(inspections["start"]) <= as_at]


def known_inspections(ds: Dataset, authority: str, as_at: pd.Timestamp | None) -> pd.DataFrame:
    """The authority's inspections and visits published by that day, in order of start."""
    known = known_by(ds.inspections, as_at)
    return known[known["authority"] == authority].sort_values(["start", "inspection"])


def authority_names(ds: Dataset) -> dict[str, str]:
    """Name shown, and id, of each authority."""
    return dict(zip(ds.authorities["name"], ds.authorities["authority"], strict=True))


def _look_up(value: str, known: dict[str, str], what: str, messages: list[str]) -> str | None:
    plain = value.strip().casefold()
    for name, identity in known.items():
        if plain in (name.casefold(), identity.casefold()):
            return identity
    near = difflib.get_close_matches(value, known, n=1)
    messages.append(f"“{value}” is not {what} of this data, so it was left out." + (f" Did you mean {near[0]}?" if near else ""))
    return None


def _day(value: str, messages: list[str]) -> pd.Timestamp | None:
    day = pd.to_datetime(value, format="%Y-%m-%d", errors="coerce")
    if pd.isna(day):
        messages.append(f"“{value}” is not a day, so it was left out. Write it as 2022-05-04.")
        return None
    return day


def _first(values: list):
    return next((value for value in values if value is not None), None)
