"""The controls of the pages that compare many authorities, bound to the address."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis.comparison.sentences import basis_sentence, later_sentence, no_longer_judged_sentence
from analysis.comparison.standings import BASES, GROUPS, KNOWN, UNTIL, Comparison, later_held
from analysis.frameworks import no_longer_judged_since, strands
from analysis.known import short_lists
from analysis.look_up import look_up
from analysis.selection import Selection
from loaders import Dataset
from ui import controls
from ui.plain import plain
from ui.view import View, write_selection


def strand_box(ds: Dataset) -> str:
    """Which strand is compared; the first where the address names none."""
    labels = look_up(ds, "strands", "strand", "label")
    return controls.choose("Judgement", {strand: labels[strand] for strand in strands(ds)}, key="strand")


def basis_box() -> str:
    """On which basis inspections count."""
    return controls.choose("Count by", BASES, key="basis")


def until_box(chosen: Selection) -> str:
    """Which day the comparison stands at; an earlier day that is chosen above decides alone."""
    if chosen.as_at is not None:
        return KNOWN
    return controls.choose("Stand at", UNTIL, key="until")


def options(chosen: Selection) -> tuple[str, str]:
    """The choices that are rarely used, folded away: the basis, and the day that the comparison stands at."""
    with controls.fold("What is counted", key="counted"):
        return basis_box(), until_box(chosen)


def make_subject(view: View, data: list) -> None:
    """Make the authority of a mark that was clicked the subject; those chosen with it stay beside it."""
    (authority,), chosen = data, view.selection.authorities
    others = [other for other in chosen if other != authority] if authority in chosen else []
    write_selection(view.selection.with_authorities(authority, *others), view.whole)


def left_aside(ds: Dataset, comparison: Comparison, chosen: Selection) -> None:
    """Which newer reports are left out, where a day before today was chosen for the comparison: said before it."""
    later = later_held(ds, comparison, chosen.date(ds))
    if len(later) and chosen.as_at is None:
        st.info(plain(later_sentence(ds, comparison, later)))


def counted(ds: Dataset, comparison: Comparison) -> None:
    """What is counted, and how far the lists reach: said after the picture, which marks what is not complete."""
    said = [basis_sentence(ds, comparison, short_lists(ds, comparison.authorities, comparison.day))]
    if pd.notna(since := no_longer_judged_since(ds, comparison.strand)):
        said.append(no_longer_judged_sentence(ds, comparison.strand, since))
    st.caption(plain(" ".join(said)))


def group_box(chosen: Selection) -> str:
    """Whom the subject is compared with: those chosen beside it, once there are any."""
    options = {name: words for name, words in GROUPS.items() if chosen.others or name != "chosen"}
    if st.session_state.get("compared", chosen.authorities) != chosen.authorities:
        st.session_state["group"] = next(iter(options))
    st.session_state["compared"] = chosen.authorities
    return controls.choose("Shown beside it", options, key="group")
