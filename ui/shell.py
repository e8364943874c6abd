"""The script that Streamlit runs: navigation, page titles, the shared selection, then the page."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from loaders import current  # noqa: E402
from ui import bar, left_out, meeting, problems, takeaway, theme, words_used  # noqa: E402
from ui.navigation import FRONT, MORE, PRODUCT, PageEntry  # noqa: E402
from ui.view import in_meeting, read_view  # noqa: E402


def entry(page: PageEntry):
    """A page of the list as Streamlit knows it."""
    return st.Page(ROOT / "pages" / page.file, title=page.title, url_path=page.path or None, default=not page.path, help=page.question)


page = st.navigation({"": [entry(item) for item in FRONT], "More": [entry(item) for item in MORE]}, position="top")
st.set_page_config(page_title=f"{page.title} – {PRODUCT}", page_icon=ROOT / "ui" / "mark.svg", layout="wide", initial_sidebar_state="auto")
theme.apply(PRODUCT)
left_out.start()
view = read_view()
if view is None:
    bar.ask(current())
elif in_meeting():
    meeting.show(view)
else:
    with bar.show(view):
        takeaway.view(*view, page.title)
    takeaway.older_link(view.ds)
    problems.report(view.ds)
    words_used.show(*view)
    page.run()
