"""The one panel in which every exhibit stands: heading, figure, sentence, and a row of table, take-away, source and date."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import pandas as pd
import streamlit as st

from analysis import english
from analysis.citations import short_sources
from exhibits import Exhibit, Voice
from ui import markup, tables, takeaway
from ui.plain import plain
from ui.screen import narrow
from ui.view import View

_BUTTONS = ["zoom2d", "pan2d", "select2d", "lasso2d", "zoomIn2d", "zoomOut2d", "autoScale2d", "resetScale2d"]


def show(
    view: View, exhibit: Exhibit, on_choose: Callable[[list], None] | None = None, links: Sequence[str] = ()
) -> None:
    """Draw an exhibit. ``on_choose`` is called with the data of the mark that was clicked; ``links``: an address for each row
    of the table, so that what a click does can be done by the keyboard too."""
    with st.container(key=f"panel-drawn-{exhibit.name}" if exhibit.draw is not None else f"panel-{exhibit.name}"):
        st.header(plain(exhibit.title), anchor=False)
        if exhibit.draw is not None:
            _figure(view, exhibit, on_choose)
        # Where there is nothing to draw, the sentence that says why is ours; only a plan without dates still speaks.
        said = exhibit.draw is not None or exhibit.voice is Voice.COUNCIL
        st.markdown(f"**{plain(exhibit.said_by)}.** {plain(exhibit.sentence)}" if said else plain(exhibit.sentence))
        if told := f"{exhibit.key} {exhibit.hint}".strip():
            st.caption("**".join(map(plain, told.split("**"))))
        with st.container(horizontal=True, gap="small", key=f"foot-{exhibit.name}"):
            if len(exhibit.table):
                with st.expander("The table behind this chart"):
                    tables.show(view.ds, exhibit.table, exhibit.title, links=links)
            takeaway.exhibit(view, exhibit)
            st.html(_source(exhibit))


def download(
    view: View,
    name: str,
    title: str,
    frame: pd.DataFrame,
    sources: Iterable[str] = ("named in the rows of the table",),
    as_at: pd.Timestamp | None = None,
) -> None:
    """Draw a menu that takes a table away as CSV and XLSX.

    ``name``: what it holds, for its files, ``york-findings``; ``title``: the same in words, for its cover sheet and citation;
    ``as_at``: the day it stands at, where that is not the day of the view.
    """
    takeaway.table(view, name, title, frame, view.day if as_at is None else as_at, tuple(sources))


def _figure(view: View, exhibit: Exhibit, on_choose: Callable[[list], None] | None) -> None:
    key = f"chart-{exhibit.name}"
    config = {"displaylogo": False, "modeBarButtonsToRemove": _BUTTONS}

    def chosen() -> None:
        points = st.session_state[key].selection.points
        if on_choose is not None and points and points[0].get("customdata"):
            on_choose(list(points[0]["customdata"]))

    st.plotly_chart(
        exhibit.drawn(view.ds, narrow()),
        theme=None,
        alt=exhibit.alt,
        key=key,
        config=config,
        on_select=chosen if on_choose else "ignore",
        selection_mode="points",
    )


def _source(exhibit: Exhibit) -> str:
    """The sources in short, which open in full, and the day."""
    as_at = f"Data as at {english.day(exhibit.as_at)}."
    return markup.fill("sources", short=short_sources(exhibit.sources), full="; ".join(exhibit.sources), as_at=as_at)
