"""What the address asks for and a page leaves out, named above the page while it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

import streamlit as st

from analysis import unknown
from analysis.selection import LONGEST, MOST, Pairs, authority_names, find_authorities, in_words
from loaders import Dataset
from ui import markup

ASKED, FOUND, PLACE = "asked", "left_out", "place_of_left_out"
MOST_NAMED = 5


class LeftOut(NamedTuple):
    """A sentence that names a value, and words that may be meant instead, with the address that asks for them."""

    sentence: str
    meant: tuple[tuple[str, str], ...] = ()


def start() -> None:
    """Keep what the address asks for in this run, and a place above the page to name what it cannot use."""
    st.session_state[ASKED] = [(name, value) for name in st.query_params for value in st.query_params.get_all(name)]
    st.session_state[FOUND] = []
    st.session_state[PLACE] = st.empty()


def check_authorities(ds: Dataset, values: list[str]) -> bool:
    """Look for authorities that the data do not know, or that are too many. Returns whether any can be shown."""
    known = find_authorities(values, ds)
    for value in values:
        if in_words("authority", value, ds) is None:
            _leave_out(unknown.unknown_authority_sentence(value, bool(known)), "authority", value, authority_names(ds))
    if len(known) > MOST:
        _leave_out(unknown.too_many_sentence(ds, known[MOST:]))
    return bool(known) or not values


def check_day(ds: Dataset, values: list[str]) -> None:
    """Look for a day that the data cannot be seen from."""
    for value in values:
        if in_words("as_at", value, ds) is None:
            _leave_out(unknown.unknown_day_sentence(ds, value))


def check_parameters(ds: Dataset, names: Iterable[str]) -> None:
    """Look for values that mean nothing, of parameters that no box holds."""
    for name, value in _asked():
        if name in names and in_words(name, value, ds) is None:
            _leave_out(unknown.unknown_parameter_sentence(name, value))


def check_choices(key: str, label: str, offered: Iterable[str]) -> None:
    """Look for values that a box does not offer; before it is drawn for the first time, for it forgets them."""
    choices = list(offered)
    for name, value in _asked():
        if name == key and key not in st.session_state and value not in choices:
            _leave_out(unknown.unknown_choice_sentence(value, label), key, value, choices)


def check_text(key: str, label: str) -> None:
    """Look for a text that is too long for its box; before it is drawn for the first time."""
    for name, value in _asked():
        if name == key and key not in st.session_state and len(value) > LONGEST:
            _leave_out(unknown.too_long_sentence(value, label))


def _asked() -> Pairs:
    return st.session_state[ASKED]


def _leave_out(sentence: str, key: str = "", value: str = "", offered: Iterable[str] = ()) -> None:
    found: list[LeftOut] = st.session_state[FOUND]
    meant = unknown.near(value, offered) if len(found) < MOST_NAMED else []
    found.append(LeftOut(sentence, tuple((words, _address(key, value, words)) for words in meant)))
    st.session_state[PLACE].html(_as_html(found))


def _address(key: str, value: str, words: str) -> str:
    """The address of this page with other words in place of a value."""
    return f"?{urlencode([(name, words if (name, one) == (key, value) else one) for name, one in _asked()])}"


def _as_html(found: list[LeftOut]) -> str:
    more = unknown.and_more_sentence(len(found) - MOST_NAMED) if len(found) > MOST_NAMED else ""
    return markup.fill("left_out", found=found[:MOST_NAMED], more=more)
