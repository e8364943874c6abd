"""The dashboard with one page that fails, and one answer of the open data: `streamlit run tests/faults/broken_app.py`."""

import sys
from pathlib import Path

import streamlit as st

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import app as dashboard
from pages import SHOW
from ui import open_data


def fail(*anything: object) -> None:
    """Fail as a fault of the code would, with what a visitor typed in the words of the error."""
    raise ValueError(f"no such thing: secret search of a visitor {anything}")


SHOW["about"] = fail
open_data._has_it = lambda request, etag: fail(request.url) if "if-none-match" in request.headers else False
if dashboard.app is None:  # never: Streamlit takes a file for an application where it reads these words in it
    app = st.App("")
app = dashboard.app
