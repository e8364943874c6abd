"""Widgets whose value belongs to the address: it survives page switches, reload, Back and Forward.

One rule holds for all that offer options: what is no longer offered is no longer chosen, and the widget starts anew. It
must be set so before it is drawn: left to itself it would go on showing the old choice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any, Literal, TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis.findings.sentences import misspelt_sentence
from analysis.findings.vocabulary import spelling
from analysis.look_up import look_up
from analysis.naming import inspection_label
from analysis.selection import LONGEST
from loaders import Dataset
from ui import left_out, markup
from ui.plain import plain
from ui.screen import narrow

T = TypeVar("T")

FEW = 3
"""Radio buttons that fit a narrow screen."""

_BOUND: dict[str, Any] = {"bind": "query-params", "persist_state": "session"}


def row(words: str = "", key: str = "choices") -> DeltaGenerator:
    """Return a line for boxes, each with its label at its left, so that what they choose begins high on the page.

    On a narrow screen the boxes fold away behind a button that says ``words``, where there are any.
    """
    if words and narrow():
        return st.popover(plain(words), key=key)
    return st.container(horizontal=True, vertical_alignment="center", gap="small", key=key)


def narrowing(words: str, key: str) -> DeltaGenerator:
    """Return a place for boxes that narrow a list; on a narrow screen, where they would push it out of sight, behind a button."""
    return st.popover(plain(words), key=key) if narrow() else st.container(key=key)


def fold(words: str, key: str) -> DeltaGenerator:
    """Return a place behind a button, for boxes that are rarely used; in a line that is folded away itself, a place in it."""
    return st.container(key=key) if narrow() else st.popover(plain(words), key=key)


def hold_parameter(name: str) -> list[str]:
    """Hold a parameter of the address, which may be repeated, for widgets that do not hold it themselves.

    Draws a widget that nobody sees, because Streamlit keeps only parameters that are bound to one. To write the
    parameter, assign a list to ``st.session_state[name]`` in a callback: that is a step of the browser's history.
    """
    return st.multiselect(plain(name), [], key=name, accept_new_options=True, **_BOUND)


def choose(
    label: str,
    options: Mapping[T, str],
    key: str,
    none: str | None = None,
    first: T | None = None,
    label_visibility: Literal["visible", "hidden", "collapsed"] = "visible",
) -> Any:
    """Draw a select box of options and their words, and return the option chosen. ``none``: the words for no choice; ``first``: chosen at first."""
    offered: list[Any] = [None, *options] if none is not None else list(options)
    start = offered.index(first) if first in offered else 0
    left_out.check_choices(key, label, (options.get(option, none or "") for option in offered))
    _keep_to(offered, key, offered[start])
    return st.selectbox(
        plain(label),
        offered,
        start,
        format_func=lambda option: options.get(option, none or ""),
        key=key,
        label_visibility=label_visibility,
        **_BOUND,
    )


def choose_inspection(ds: Dataset, label: str, options: Iterable[str], none: str = "All of them") -> str | None:
    """Draw a select box for one of the inspections, shared by the pages; None for ``none``."""
    return choose(label, {name: inspection_label(ds, name) for name in options}, key="inspection", none=none)


def choose_theme(ds: Dataset, label: str, options: Iterable[str], none: str = "The first of the chart") -> str | None:
    """Draw a select box for one of the themes, shared by the pages; None for ``none``."""
    labels = look_up(ds, "themes", "theme", "label")
    return choose(label, {name: labels[name] for name in options}, key="theme", none=none)


def choose_several(
    label: str,
    options: Mapping[T, str],
    key: str,
    placeholder: str = "All",
    first: Collection[T] = (),
) -> list[T]:
    """Draw a box for several options, given with their words. ``first``: those chosen at first.

    Enter takes one option; Streamlit's "Select all" would take all that match what was typed. Without options no box is drawn.
    """
    left_out.check_choices(key, label, options.values())
    if not options:
        return []
    chosen = st.session_state.get(key, [])
    if gone := [option for option in chosen if option not in options]:
        st.session_state[key] = [option for option in chosen if option not in gone]
    return st.multiselect(
        plain(label),
        list(options),
        list(first),
        format_func=lambda option: options.get(option, str(option)),
        key=key,
        placeholder=placeholder,
        select_all=False,
        **_BOUND,
    )


def as_shown(options: Iterable[str]) -> dict[str, str]:
    """Return options that are words already, each once, with themselves as their words."""
    return {words: words for words in options}


def choose_view(options: Sequence[str], key: str, label: str = "", opened_by: Mapping[str, str] | None = None) -> str:
    """Draw radio buttons for one of the views of a page, or of some other few that are all to be seen; on a narrow screen a
    box, where more than a line would be filled.

    ``label``: shown where it is given. ``opened_by``: parameters that belong to a view, and that view. An address that has
    one and names no view opens it.
    """
    name = label or "Show"
    left_out.check_choices(key, name, options)
    opened = [view for parameter, view in (opened_by or {}).items() if parameter in st.query_params]
    if opened and key not in st.session_state and key not in st.query_params:
        st.session_state[key] = opened[0]
    _keep_to(options, key, options[0])
    if narrow() and len(options) > FEW:
        return choose(name, as_shown(options), key, label_visibility="visible" if label else "collapsed")
    return st.radio(
        plain(name),
        options,
        format_func=plain,
        key=key,
        horizontal=True,
        label_visibility="visible" if label else "collapsed",
        **_BOUND,
    )


def switch(label: str, key: str) -> bool:
    """Draw a switch that is off at first, and return whether it is on."""
    left_out.check_choices(key, label, ("true", "false"))
    return st.toggle(plain(label), key=key, **_BOUND)


def type_words(label: str, key: str, example: str) -> str:
    """Draw a box for words, with an example of them."""
    left_out.check_text(key, label)
    return st.text_input(plain(label), key=key, max_chars=LONGEST, placeholder=f"for example: {example}", **_BOUND)


def offer_spelling(ds: Dataset, words: str, key: str) -> None:
    """Name the words of a search that stand in no text, and offer the search with the nearest that do. ``key``: of its box."""
    strange, better = spelling(ds, words)
    if strange:
        meant = ("Did you mean", markup.anchor(left_out.address_with(key, better), better), "?") if better else ()
        st.html(markup.paragraph("remark", misspelt_sentence(strange), *meant, role="status"))


def _keep_to(offered: Collection, key: str, first: object) -> None:
    """Go back to the first choice where the one that was made is no longer offered."""
    if key in st.session_state and st.session_state[key] not in offered:
        st.session_state[key] = first
