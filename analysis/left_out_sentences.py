"""What an address asks for and this data or a page does not know: a sentence that names it, and what may be meant."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence

from loaders import Dataset
from loaders.records.hidden import HIDDEN

from .days import day_refusal
from .english import joined, number, sentence
from .naming import authority_name
from .selection import LONGEST, MOST

SHOWN = 60
"""Letters of a value that are shown."""
MOST_NEAR = 3


def near(value: str, offered: Iterable[str]) -> list[str]:
    """List the few offered words that hold a value or are most like it."""
    words = {one.casefold(): one for one in offered}
    wanted = value.strip().casefold()[:SHOWN]
    if not any(letter.isalpha() for letter in wanted):
        return []
    holding = [one for one in words if len(wanted) > 2 and wanted in one]
    alike = difflib.get_close_matches(wanted, words, n=MOST_NEAR)
    return [words[one] for one in dict.fromkeys([*holding, *alike])][:MOST_NEAR]


def unknown_authority_sentence(value: str, others: bool) -> str:
    """Name an authority that the data do not know. ``others``: whether the address names some that they know."""
    then = "it was left out" if others else "none is shown"
    return f"The link asks for “{_short(value)}”, which is not an authority in this data, so {then}."


def too_many_sentence(ds: Dataset, authorities: Sequence[str]) -> str:
    """Name the authorities beyond those that fit beside each other."""
    names = [authority_name(ds, authority) for authority in authorities]
    verb = "was" if len(names) == 1 else "were"
    return f"{sentence(f'{number(MOST)} authorities fit beside each other')[:-1]}, so {joined(names)} {verb} left out."


def unknown_day_sentence(ds: Dataset, value: str) -> str:
    """Name a day that the data cannot be seen from."""
    return f"{day_refusal(ds, value)} You see what is known now."


def unknown_choice_sentence(value: str, label: str) -> str:
    """Name a value that is none of the choices under a label."""
    return f"The link asks for “{_short(value)}” under “{label}”, which is not one of the choices here, so it was left out."


def unknown_page_sentence(value: str) -> str:
    """Name a page that is none of ours."""
    return f"There is no page called “{_short(value)}”. This is the first page."


def unknown_parameter_sentence(parameter: str, value: str) -> str:
    """Name a value of a parameter that has no box."""
    return f"The link asks for “{parameter}={_short(value)}”, which means nothing here, so it was left out."


def too_long_sentence(value: str, label: str) -> str:
    """Name a text that is too long to look for whole."""
    return f"The link gives “{_short(value)}” under “{label}”. That is too long, so it was cut after {LONGEST} letters."


def and_more_sentence(count: int) -> str:
    """Count the values that are not named one by one."""
    return f"{sentence(f'{number(count)} more')[:-1]} {'value' if count == 1 else 'values'} of the link {'was' if count == 1 else 'were'} left out."


def _short(value: str) -> str:
    text = " ".join(HIDDEN.sub("", value).split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
