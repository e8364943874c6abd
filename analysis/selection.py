"""What the user chose: a frozen value, read from and written to the query of an address.

Addresses carry the words that are shown (``authority=North+Yorkshire``). Ids, other spellings and other case are
understood; ``canonical`` turns them into the words shown, and puts what it does not know under ``unknown``.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Self

import pandas as pd

from analysis.naming import inspection_label
from loaders import Dataset

Pairs = list[tuple[str, str]]

UNKNOWN = "unknown"


@dataclass(frozen=True)
class Selection:
    """The first authority is the subject, the others are compared with it. ``as_at`` missing: the data's own date."""

    authorities: tuple[str, ...] = ()
    as_at: pd.Timestamp | None = None

    @property
    def subject(self) -> str | None:
        """The authority that the pages are about."""
        return self.authorities[0] if self.authorities else None

    def date(self, ds: Dataset) -> pd.Timestamp:
        """The day that the view stands at."""
        return ds.as_at if self.as_at is None else self.as_at

    def with_authorities(self, *authorities: str) -> Self:
        """The same selection for other authorities."""
        return replace(self, authorities=authorities)

    def to_query(self, ds: Dataset) -> Pairs:
        """Every parameter that reopens this view, in the words that are shown."""
        names = {authority: name for name, authority in authority_names(ds).items()}
        return [*(("authority", names[authority]) for authority in self.authorities), ("as_at", day_words(self.date(ds)))]


def canonical(query: Iterable[tuple[str, str]], ds: Dataset) -> Pairs:
    """The same query in the words that are shown, without repeats; what is not known stands under ``unknown``."""
    words, result = _words(ds), []
    for name, value in query:
        if name not in words:
            result.append((name, value))
            continue
        found = words[name](value)
        result.append((name, found) if found is not None else (UNKNOWN, value))
    return list(dict.fromkeys(result))


def explain_unknown(value: str, ds: Dataset) -> str:
    """A sentence that names a value of the address that this data does not know."""
    near = difflib.get_close_matches(value, [*authority_names(ds), *ds.themes["label"]], n=1)
    hint = f" Did you mean {near[0]}?" if near else ""
    return f"The link asks for “{value}”, which is not in this data, so it was left out.{hint}"


def find_authorities(values: Iterable[str], ds: Dataset) -> list[str]:
    """Ids of the authorities that these names, ids or aliases stand for; unknown ones are left out."""
    names, look_up = authority_names(ds), _words(ds)["authority"]
    return list(dict.fromkeys(names[found] for value in values if (found := look_up(value)) is not None))


@lru_cache(maxsize=4)
def authority_names(ds: Dataset) -> dict[str, str]:
    """Name shown, and id, of each authority of which an inspection or visit is held."""
    held = ds.authorities[ds.authorities["authority"].isin(ds.inspections["authority"])]
    return dict(zip(held["name"], held["authority"], strict=True))


def day_words(day: pd.Timestamp) -> str:
    """A day as addresses and the selection bar show it: ``4 May 2022``."""
    return f"{day.day} {day:%B %Y}"


def read_day(value: str) -> pd.Timestamp | None:
    """``4 May 2022`` or ``2022-05-04`` as a day; None where it is neither."""
    days = [pd.to_datetime(value.strip(), format=form, errors="coerce") for form in ("%d %B %Y", "%Y-%m-%d")]
    return next((day for day in days if not pd.isna(day)), None)


@lru_cache(maxsize=4)
def _words(ds: Dataset) -> dict[str, Callable[[str], str | None]]:
    """For each parameter with a closed list of values: from what was written to the words shown, or None."""
    authorities = {}
    for row in ds.authorities[ds.authorities["name"].isin(list(authority_names(ds)))].itertuples():
        aliases = [] if pd.isna(row.aliases) else row.aliases.split("; ")
        authorities |= dict.fromkeys((row.name, row.authority, *aliases, row.ons_code, row.dfe_code), row.name)
    inspections = {key: inspection_label(ds, name) for name in ds.inspections["inspection"] for key in (name, inspection_label(ds, name))}
    themes = {key: row.label for row in ds.themes.itertuples() for key in (row.label, row.theme)}
    strands = {key: row.label for row in ds.strands.itertuples() for key in (row.label, row.strand)}
    verdicts = {verdict: verdict for verdict in ds.verdicts["verdict"]}
    return {
        "authority": _among(authorities),
        "inspection": _among(inspections),
        "theme": _among(themes),
        "strand": _among(strands),
        "verdict": _among(verdicts),
        "as_at": lambda value: _day(value, ds.as_at),
        "data": lambda value: None if (day := read_day(value)) is None else day_words(day),
        "meeting": lambda value: "true" if value.strip().lower() in ("true", "1", "yes", "on") else None,
    }


def _among(known: dict[str | None, str]) -> Callable[[str], str | None]:
    plain = {key.strip().casefold(): words for key, words in known.items() if isinstance(key, str)}
    return lambda value: plain.get(value.strip().casefold())


def _day(value: str, last: pd.Timestamp) -> str | None:
    """The day in words; None where it is none, or lies after the day that the data stands at."""
    day = read_day(value)
    return None if day is None or day > last else day_words(day)
