"""What the address asks for and a page leaves out, named above the page while it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlencode

import streamlit as st

from analysis import left_out_sentences as sentences
from analysis.selection import LONGEST, MOST, Pairs, authority_names, find_authorities, in_words
from loaders import Dataset
from ui import markup
from ui.navigation import FRONT, MORE, PAGE

ASKED, FOUND, PLACE = "asked", "left_out", "place_of_left_out"
MOST_NAMED = 5
TITLES = {entry.path: entry.title for entry in (*FRONT, *MORE)}


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
            _leave_out(
                sentences.unknown_authority_sentence(value, bool(known)),
                "authority",
                value,
                authority_names(ds),
            )
    if len(known) > MOST:
        _leave_out(sentences.too_many_sentence(ds, known[MOST:]))
    return bool(known) or not values


def check_day(ds: Dataset, values: list[str]) -> None:
    """Look for a day that the data cannot be seen from."""
    for value in values:
        if in_words("as_at", value, ds) is None:
            _leave_out(sentences.unknown_day_sentence(ds, value))


def check_parameters(ds: Dataset, names: Iterable[str]) -> None:
    """Look for values that mean nothing, of parameters that no box holds."""
    for name, value in _asked():
        if name in names and in_words(name, value, ds) is None:
            _leave_out(sentences.unknown_parameter_sentence(name, value))


def check_page() -> None:
    """Look for a page that is none of ours, by the name that the server sent on (``ui/redirects.py``)."""
    for name, value in _asked():
        if name == PAGE:
            paths = {title: entry.path for entry in (*FRONT, *MORE) for title in (entry.title, entry.path) if title}
            near = dict.fromkeys(paths[words] for words in sentences.near(value, paths))
            query = urlencode([pair for pair in _asked() if pair[0] != PAGE])
            meant = tuple((TITLES[path], f"{path or './'}?{query}") for path in near)
            _name(LeftOut(sentences.unknown_page_sentence(value), meant))


def check_choices(key: str, label: str, offered: Iterable[str]) -> None:
    """Look for values that a box does not offer; before it is drawn for the first time, for it forgets them."""
    choices = list(offered)
    for name, value in _asked():
        if name == key and key not in st.session_state and value not in choices:
            _leave_out(sentences.unknown_choice_sentence(value, label), key, value, choices)


def check_text(key: str, label: str) -> None:
    """Look for a text that is too long for its box; before it is drawn for the first time."""
    for name, value in _asked():
        if name == key and key not in st.session_state and len(value) > LONGEST:
            _leave_out(sentences.too_long_sentence(value, label))


def _asked() -> Pairs:
    return st.session_state[ASKED]


def _leave_out(sentence: str, key: str = "", value: str = "", offered: Iterable[str] = ()) -> None:
    meant = sentences.near(value, offered) if len(st.session_state[FOUND]) < MOST_NAMED else []
    _name(LeftOut(sentence, tuple((words, _address(key, value, words)) for words in meant)))


def _name(one: LeftOut) -> None:
    found: list[LeftOut] = st.session_state[FOUND]
    found.append(one)
    st.session_state[PLACE].html(_as_html(found))


def address_with(key: str, words: str) -> str:
    """The address of this page with these words for a parameter, whatever it had."""
    return f"?{urlencode([*(pair for pair in _asked() if pair[0] != key), (key, words)])}"


def _address(key: str, value: str, words: str) -> str:
    """The address of this page with other words in place of a value."""
    return f"?{urlencode([(name, words if (name, one) == (key, value) else one) for name, one in _asked()])}"


def _as_html(found: list[LeftOut]) -> str:
    more = sentences.and_more_sentence(len(found) - MOST_NAMED) if len(found) > MOST_NAMED else ""
    return markup.fill("left_out", found=found[:MOST_NAMED], more=more)
