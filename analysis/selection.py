"""What the user chose: a frozen value, read from and written to the query of an address.

Addresses carry the words that are shown (``authority=North+Yorkshire``). Ids, other spellings and other case are
understood; ``canonical`` turns them into the words shown, and leaves what it does not know as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from typing import Self

import pandas as pd

from analysis.look_up import each, tuples
from analysis.naming import authorities_named, authority_name, inspection_label
from loaders import Dataset, kept

from .days import day_refusal, read_day
from .english import day, joined
from .spelling import bare_name, plain_name, spellings

Pairs = list[tuple[str, str]]

MOST = 6
"""Authorities that fit beside each other."""
LONGEST, MOST_VALUES = 500, 200
"""Letters of a value, and values, that an address may carry: names and labels have fewer than a hundred letters."""


@dataclass(frozen=True)
class Selection:
    """The first authority is the subject, the others are compared with it. ``as_at`` missing: the data's own date.

    Raises ``ValueError`` without an authority.
    """

    authorities: tuple[str, ...]
    as_at: pd.Timestamp | None = None

    def __post_init__(self) -> None:
        if not self.authorities:
            raise ValueError("Choose at least one authority.")

    @property
    def subject(self) -> str:
        """The authority that the pages are about."""
        return self.authorities[0]

    @property
    def others(self) -> tuple[str, ...]:
        """Those that the subject is compared with."""
        return self.authorities[1:]

    def date(self, ds: Dataset) -> pd.Timestamp:
        """The day that the view stands at."""
        return ds.as_at if self.as_at is None else self.as_at

    def with_authorities(self, *authorities: str) -> Self:
        """The same selection for other authorities."""
        return replace(self, authorities=authorities)

    def known_on(self, day: pd.Timestamp | None, ds: Dataset) -> Self:
        """Return the same selection as known on a day. The data's own day, a later one or none: as known now."""
        return replace(self, as_at=day if day is not None and day < ds.as_at else None)

    def to_query(self, ds: Dataset) -> Pairs:
        """Return the parameters that lead here, in the words that are shown; the day only where one was chosen."""
        chosen = [("as_at", day(self.as_at))] if self.as_at is not None else []
        return [*(("authority", authority_name(ds, authority)) for authority in self.authorities), *chosen]

    def to_lasting_query(self, ds: Dataset) -> Pairs:
        """Return the parameters that reopen this view when the data have moved on: the day always, and the data's own."""
        return [*replace(self, as_at=self.date(ds)).to_query(ds), ("data", day(ds.as_at))]


def read_selection(ds: Dataset, authorities: Iterable[str], as_at: str = "") -> Selection:
    """Read a selection from an address: names, ids or aliases of authorities, and a day.

    Names that the data do not know are left out; without one that they know, the first authority of the data is the
    subject. A text that is no day, or a day after the data's own, is the data's own.
    """
    found = find_authorities(authorities, ds)[:MOST] or list(authority_names(ds).values())[:1]
    return Selection(tuple(found)).known_on(read_day(as_at), ds)


@kept
def days_to_choose(ds: Dataset, selection: Selection) -> list[str]:
    """List days worth seeing the data from, newest first, in words.

    They are the data's own day, each publication day of the chosen authorities, each day that Ofsted's yearly statistics
    stand at, and the day chosen.
    """
    published = ds.inspections.loc[ds.inspections["authority"].isin(selection.authorities), "published"].dropna()
    yearly = pd.date_range("2018-03-31", ds.as_at, freq=pd.DateOffset(years=1))
    days = {ds.as_at, selection.date(ds), *published[published <= ds.as_at], *yearly}
    return [day(one) for one in sorted(days, reverse=True)]


def subject_only_sentence(ds: Dataset, selection: Selection) -> str:
    """Say that a page is about the first of several chosen authorities alone."""
    names = [authority_name(ds, authority) for authority in selection.authorities]
    return f"This page is about {names[0]} alone. You also chose {joined(names[1:])}."


def compare_words(ds: Dataset, selection: Selection) -> str:
    """Word the link to the page where several chosen authorities stand together."""
    return f"Compare {authorities_named(ds, selection.authorities)}"


def past_sentence(selection: Selection) -> str:
    """Say that a page shows what was known on an earlier day."""
    return f"You see what was known on {day(selection.as_at)}. Later reports are left out."


def canonical(query: Iterable[tuple[str, str]], ds: Dataset) -> Pairs:
    """Return the same query in the words that are shown, without repeats.

    What is not known stays as it is, but a value is cut to one letter more than ``LONGEST``: enough to be told that it is
    too long. Values beyond ``MOST_VALUES`` are left out.
    """
    cut = ((name, value[: LONGEST + 1]) for name, value in islice(query, MOST_VALUES))
    return list(dict.fromkeys((name, in_words(name, value, ds) or value) for name, value in cut))


def in_words(name: str, value: str, ds: Dataset) -> str | None:
    """Return the words that are shown for a value of a parameter: None where the data do not know it.

    A parameter that has no closed list of values in the data takes any.
    """
    words = _words(ds)
    return words[name](value) if name in words else value


def find_authorities(values: Iterable[str], ds: Dataset) -> list[str]:
    """Ids of the authorities that these names, ids or aliases stand for; unknown ones are left out."""
    names, look_up = authority_names(ds), _words(ds)["authority"]
    return list(dict.fromkeys(names[found] for value in values if (found := look_up(value)) is not None))


@kept
def authority_names(ds: Dataset) -> dict[str, str]:
    """Name shown, and id, of each authority of which an inspection or visit is held."""
    held = ds.authorities[ds.authorities["authority"].isin(ds.inspections["authority"])]
    return dict(tuples(held, "name", "authority"))


@kept
def _words(ds: Dataset) -> dict[str, Callable[[str], str | None]]:
    """For each parameter with a closed list of values: from what was written to the words shown, or None."""
    authorities = {}
    for row in each(ds.authorities[ds.authorities["name"].isin(list(authority_names(ds)))]):
        aliases = [] if pd.isna(row.aliases) else row.aliases.split("; ")
        authorities[row.name] = (row.authority, f"{row.name} Council", *aliases, row.ons_code, row.dfe_code, row.urn)
    inspections = {
        key: inspection_label(ds, name)
        for name in ds.inspections["inspection"]
        for key in (name, inspection_label(ds, name))
    }
    themes = {key: row.label for row in each(ds.themes) for key in (row.label, row.theme)}
    strands = {key: row.label for row in each(ds.strands) for key in (row.label, row.strand)}
    verdicts = {verdict: verdict for verdict in ds.verdicts["verdict"]}
    return {
        "authority": _authority_among(ds, authorities),
        "inspection": _among(inspections),
        "answers": _among(inspections),
        "theme": _among(themes),
        "thread_theme": _among(themes),
        "strand": _among(strands),
        "verdict": _among(verdicts),
        "as_at": lambda value: None if day_refusal(ds, value) else _day(value),
        "data": lambda value: _day(value),
        "meeting": lambda value: "true" if value.strip().lower() in ("true", "1", "yes", "on") else None,
    }


def _authority_among(ds: Dataset, names: dict[str, tuple[str | None, ...]]) -> Callable[[str], str | None]:
    """A region is no authority: "London" does not mean the City of London."""
    known = spellings(names)
    for region in {plain_name(region) for region in ds.authorities["region"].dropna()} - {
        plain_name(name) for name in names
    }:
        known.pop(region, None)
    return lambda value: known.get(plain_name(value)) or known.get(bare_name(value))


def _among(known: dict[str | None, str]) -> Callable[[str], str | None]:
    plain = {key.strip().casefold(): words for key, words in known.items() if isinstance(key, str)}
    return lambda value: plain.get(value.strip().casefold())


def _day(value: str) -> str | None:
    """The day in words; None where it is none."""
    read = read_day(value)
    return None if read is None else day(read)
