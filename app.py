"""The application: `streamlit run app.py`, or any ASGI server on `app:app`."""

import gc
import os
from contextlib import asynccontextmanager
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from loaders import current
from ui.addresses import CanonicalAddress

ROOT = Path(__file__).resolve().parent

# The script lives in ui/, so Streamlit would watch only that folder for changes: this lets it see the whole house.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))


@asynccontextmanager
async def ready(_app):
    """Read the data before the first visitor comes, and spare the collector what stays for good: it runs after each page."""
    current()
    gc.collect()
    gc.freeze()
    yield {}


app = st.App(ROOT / "ui" / "shell.py", lifespan=ready, middleware=[Middleware(CanonicalAddress)])
