"""What a visitor takes away from a page: pictures, tables, a link, a citation, and what stands on a printed sheet."""

from __future__ import annotations

import json
from collections.abc import Callable
from urllib.parse import urlencode

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from analysis import citations, english, naming
from analysis.days import read_day
from exhibits import Exhibit
from exports.csv_files import csv_bytes
from exports.names import file_stem
from exports.picture import picture
from exports.workbook import exhibit_workbook, table_workbook
from loaders import Dataset, kept
from ui import markup
from ui.navigation import OF_NO_ONE
from ui.plain import plain
from ui.view import View

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def query(view: View) -> str:
    """Every parameter that reopens the view, defaults too, and the day the data stands at."""
    return urlencode(view.selection.to_lasting_query(view.whole))


def whole_page(view: View) -> None:
    """What a page holds unseen: the parameters of its address, and on paper the day and the pages' numbers."""
    st.html(markup.fill("whole_page", sheet=english.sentence(citations.known_on(view.day)), query=query(view)))


def share(view: View, title: str, meeting: str) -> None:
    """The menu of a whole page: a link to it, its citation, paper, and the way into meeting mode, a link as HTML."""
    authorities = () if title in OF_NO_ONE else view.selection.authorities
    names = [naming.authority_name(view.ds, authority) for authority in authorities]
    buttons = [
        _button("Copy link", "link"),
        _button("Copy citation", "citation", text=citations.view_citation(title, names, view.day)),
        _button("Print this page", "print"),
    ]
    st.html(markup.fill("share", buttons=buttons, meeting=meeting))


def older_link(view: View) -> None:
    """Say so where the address was made with data of another day."""
    made = read_day(st.query_params.get("data", ""))
    if made is not None and made != view.whole.as_at:
        st.info(plain(citations.older_link(made, view.whole.as_at)))


def exhibit(view: View, shown: Exhibit) -> None:
    """The menu of an exhibit: its figure as PNG and SVG, its table as CSV and XLSX, a link to it, its citation."""
    stem = file_stem(shown.name, shown.as_at)
    with _menu(shown.name):
        st.html(_takes(view.ds, shown), width="content")
        if len(shown.table):
            origin = address(view)
            download("Table (CSV)", f"{stem}.csv", "text/csv", lambda: csv_bytes(shown.table))
            download("Table (XLSX)", f"{stem}.xlsx", XLSX, lambda: exhibit_workbook(view.ds, shown, origin))


def table(
    view: View, name: str, title: str, frame: pd.DataFrame, as_at: pd.Timestamp, sources: tuple[str, ...]
) -> None:
    """A menu that takes any table away, as CSV and XLSX, made only when it is asked for."""
    stem, origin = file_stem(name, as_at), address(view)
    with _menu(name):
        st.html(_holds(title), width="content")
        download("Table (CSV)", f"{stem}.csv", "text/csv", lambda: csv_bytes(frame))
        download(
            "Table (XLSX)", f"{stem}.xlsx", XLSX, lambda: table_workbook(view.ds, title, frame, as_at, sources, origin)
        )


def _menu(name: str) -> DeltaGenerator:
    """A place that unfolds, for what can be taken away of the thing of this name."""
    with st.container(key=f"take-{name}"), st.expander("Take away"):
        return st.container(horizontal=True, gap="xsmall")


def _holds(title: str) -> str:
    """What the files of this row hold; the names of its buttons say it."""
    return markup.fill("holds", title=title)


def copy_text(label: str, text: str) -> str:
    """A button that copies a text, as HTML."""
    return markup.fill("takes", buttons=[_button(label, "text", text=text)], unseen=False)


@kept
def _takes(ds: Dataset, shown: Exhibit) -> str:
    """The buttons that the browser answers itself, and what the files of the menu hold."""
    cited = citations.table_citation(shown.title, shown.as_at)
    place = f"panel-{shown.name}"
    buttons = [
        *(_pictures(shown) if shown.draw is not None else ()),
        _button("Copy link", "link", place=place),
        _button("Copy citation", "citation", place=place, text=cited),
    ]
    return markup.fill("takes", buttons=buttons, unseen=False) + _holds(shown.title)


def _pictures(shown: Exhibit) -> list[str]:
    about = json.dumps(picture(shown), ensure_ascii=False)
    return [_button(f"Picture ({form.upper()})", "picture", format=form, picture=about) for form in ("png", "svg")]


def _button(label: str, take: str, **data: str) -> str:
    return markup.fill("button", take=take, label=label, data=data)


def download(label: str, file_name: str, mime: str, data: Callable[[], bytes]) -> None:
    """A button that gives a file, made only when it is pressed."""
    st.download_button(
        plain(label), data=data, file_name=file_name, mime=mime, on_click="ignore", key=f"take-{file_name}"
    )


def page_address(view: View) -> str:
    """The address of this page that reopens the selection, whatever the browser shows."""
    return f"{st.context.url.partition('?')[0]}?{query(view)}" if st.context.url else ""


def address(view: View) -> str:
    """The address that the browser shows, with its parameters, and the days that reopen the same view."""
    shown = [(key, value) for key in st.query_params for value in st.query_params.get_all(key)]
    days = [(key, value) for key, value in view.selection.to_lasting_query(view.whole) if key in ("as_at", "data")]
    asked = urlencode([*((key, value) for key, value in shown if key not in dict(days)), *days])
    return f"{st.context.url}?{asked}" if st.context.url else ""
