"""What is shown to someone who has chosen no authority: what this is, a box for a name, and all authorities to choose from."""

from __future__ import annotations

import streamlit as st

from analysis.england.by_region import by_region, map_sentence, start_sentence
from analysis.selection import Selection, authority_names
from exhibits.style import STATES
from loaders import Dataset, kept
from ui import heading, links, markup
from ui.navigation import PRODUCT
from ui.view import AUTHORITY, current_selection, in_meeting, write_selection

ONLY = "only"
OF_REGIONS = "Or choose from a region"


def wanted(path: str) -> bool:
    """Whether the address is of the front page, outside a meeting, and names no authority. ``path``: of the page."""
    return not path and not st.session_state[AUTHORITY] and not in_meeting()


def show(ds: Dataset, path: str, known: bool) -> None:
    """Ask for an authority, whose page at ``path`` then opens. ``known``: whether the address named none that the data lack."""
    heading.page(f"{PRODUCT}: which council?" if known else "Which authority?", start_sentence(ds))
    box, tiles = st.columns([2, 3], gap="large")
    with box:
        _box(ds)
        st.html(_regions(ds, current_selection(ds), path))
    tiles.html(_tiles(ds, current_selection(ds), path))


def _box(ds: Dataset) -> None:
    names = {authority: name for name, authority in authority_names(ds).items()}
    st.selectbox(
        "Authority",
        list(names),
        None,
        format_func=lambda authority: names.get(authority, authority),
        key=ONLY,
        placeholder="Type its name",
        filter_mode="fuzzy",
        on_change=_choose,
        args=(ds,),
    )


def _choose(ds: Dataset) -> None:
    """Write to the address the authority that was asked for. The box can be emptied, which chooses no one."""
    if st.session_state[ONLY]:
        write_selection(current_selection(ds).with_authorities(st.session_state[ONLY]), ds)


@kept
def _addresses(ds: Dataset, selection: Selection, path: str) -> dict[str, str]:
    every = [place.authority for places in by_region(ds).values() for place in places]
    return {authority: links.link(ds, selection.with_authorities(authority), path) for authority in every}


@kept
def _regions(ds: Dataset, selection: Selection, path: str) -> str:
    regions, addresses = list(by_region(ds).items()), _addresses(ds, selection, path)
    return markup.fill("regions", head=OF_REGIONS, regions=regions, addresses=addresses, looks=STATES)


@kept
def _tiles(ds: Dataset, selection: Selection, path: str) -> str:
    """The map, for a mouse: who uses none has the box and the regions beside it."""
    regions, addresses = list(by_region(ds).items()), _addresses(ds, selection, path)
    states = {place.state: place.words for _, places in regions for place in places}
    key = [(look, states[state]) for state, look in STATES.items() if state in states]
    return markup.fill("tiles", sentence=map_sentence(ds), key=key, regions=regions, addresses=addresses, looks=STATES)
