"""The script that Streamlit runs: navigation, page titles, the shared selection, then the page."""

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from loaders import current  # noqa: E402
from ui import selection, theme  # noqa: E402

PRODUCT = "Inspections over time"

PAGES = {
    "": [
        st.Page(ROOT / "pages" / "overview.py", title="Overview", default=True),
        st.Page(ROOT / "pages" / "timeline.py", title="Timeline", url_path="timeline"),
        st.Page(ROOT / "pages" / "grades.py", title="Grades", url_path="grades"),
        st.Page(ROOT / "pages" / "themes.py", title="Themes", url_path="themes"),
        st.Page(ROOT / "pages" / "about.py", title="About", url_path="about"),
    ]
}

page = st.navigation(PAGES, position="top")
st.set_page_config(page_title=f"{page.title} – {PRODUCT}", layout="wide", initial_sidebar_state="auto")
theme.apply(PRODUCT)
ds = current()
selection.bar(ds)
selection.report_problems(ds)
page.run()
