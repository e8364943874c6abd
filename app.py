"""The application: `streamlit run app.py`, or any ASGI server on `app:app`."""

import gc
import os
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from analysis.at_start import work_out
from loaders import DataFolderError, current
from ui import health, log, login, theme
from ui.headers import SameOrigin, SecurityHeaders
from ui.open_data import routes
from ui.plain import plain
from ui.redirects import CanonicalAddress
from ui.wire import Wire, send_at_once

ROOT = Path(__file__).resolve().parent
BASE = st.get_option("server.baseUrlPath")

# The script lives in ui/, so Streamlit would watch only that folder for changes: this lets it see the whole house.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))

log.set_up()
login.check_settings()


@asynccontextmanager
async def ready(_app):
    """Read the data and work out what all pages share before the first visitor comes.

    The collector of garbage rests meanwhile, as it would look again and again at what stays, and passes it over from then on.
    Without data the server starts all the same: ``/healthz`` says why, and the data are shown once they are there.
    """
    log.set_up()  # again, as a server may have set up its own meanwhile
    gc.disable()
    try:
        work_out(current())
    except DataFolderError as error:
        log.LOG.error("The data could not be loaded: %s", error)
    send_at_once()
    gc.freeze()
    gc.enable()
    yield {}


def say_what_to_do(error: Exception) -> bool:
    """Show a plain sentence in place of Streamlit's own box, with a number; the log has the details under that number."""
    reference = log.fault(error, "A page could not be shown")
    if isinstance(error, DataFolderError):
        st.error(f"The data of this dashboard are not there. Tell whoever runs it the number {plain(reference)}.")
        return True
    st.error(
        f"This page could not be shown. Reload it, or take a filter away. If that does not help, tell whoever runs this dashboard the number {plain(reference)}."
    )
    return True


app = st.App(
    ROOT / "ui" / "shell.py",
    lifespan=ready,
    routes=[*health.routes(BASE), *routes(BASE)],
    middleware=[
        Middleware(SecurityHeaders, scripts=theme.scripts()),
        Middleware(log.Answers, base=BASE),
        Middleware(SameOrigin),
        Middleware(login.Gate, base=BASE),
        Middleware(CanonicalAddress, base=BASE),
        Middleware(Wire, base=BASE),
    ],
    on_script_error=say_what_to_do,
)
