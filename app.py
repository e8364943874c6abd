"""The application: `streamlit run app.py`, or any ASGI server on `app:app`."""

import gc
import logging
import os
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from analysis.at_start import work_out
from loaders import current
from ui import theme
from ui.addresses import CanonicalAddress
from ui.headers import SecurityHeaders
from ui.open_data import routes
from ui.wire import Wire, send_at_once

ROOT = Path(__file__).resolve().parent
BASE = st.get_option("server.baseUrlPath")

# The script lives in ui/, so Streamlit would watch only that folder for changes: this lets it see the whole house.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))


@asynccontextmanager
async def ready(_app):
    """Read the data and work out what all pages share before the first visitor comes. The collector passes it over from then on."""
    work_out(current())
    send_at_once()
    gc.collect()
    gc.freeze()
    yield {}


def say_what_to_do(error: Exception) -> bool:
    """Show a plain sentence in place of Streamlit's own box; the log has the details."""
    logging.getLogger(__name__).error("A page could not be shown", exc_info=error)
    st.error(
        "This page could not be shown. Reload it, or take a filter away; the log of the server says what happened."
    )
    return True


app = st.App(
    ROOT / "ui" / "shell.py",
    lifespan=ready,
    routes=routes(BASE),
    middleware=[
        Middleware(SecurityHeaders, scripts=theme.scripts()),
        Middleware(CanonicalAddress, base=BASE),
        Middleware(Wire, base=BASE),
    ],
    on_script_error=say_what_to_do,
)
