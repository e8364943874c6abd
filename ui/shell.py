"""The script that Streamlit runs: navigation, page titles, the view, the line that chooses it, then the page."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from loaders import current  # noqa: E402
from pages import SHOW  # noqa: E402
from ui import bar, left_out, login, meeting, own, problems, start, takeaway, theme, words_used  # noqa: E402
from ui.navigation import FRONT, MORE, PRODUCT, PageEntry  # noqa: E402
from ui.view import in_meeting, read_view  # noqa: E402


def as_page(entry: PageEntry) -> st.Page:
    """Return a page of the list as Streamlit knows it. It shows the view of this run, read before the page."""

    def show() -> None:
        if view is not None:
            SHOW[entry.path](view)

    return st.Page(
        show,
        title=entry.title,
        url_path=entry.path or "overview",
        default=not entry.path,
        help=entry.question,
    )


menu = {"": FRONT, "More": MORE}
page = st.navigation({name: [as_page(entry) for entry in entries] for name, entries in menu.items()}, position="top")
st.set_page_config(
    page_title=f"{page.title} – {PRODUCT}",
    page_icon=ROOT / "ui" / "browser" / "mark.svg",
    layout="wide",
    initial_sidebar_state="auto",
)
theme.apply(PRODUCT)
if not login.admitted():
    st.stop()
left_out.start()
whole = current()
view = read_view(whole)
if view is None or start.wanted(page.url_path):
    start.show(whole, page.url_path, known=view is not None)
elif in_meeting():
    meeting.show(view)
else:
    bar.line(view, page.title)
    takeaway.older_link(view)
    problems.report(whole)
    own.report(view)
    page.run()
    words_used.show(view)
login.way_out()
