"""The application: `streamlit run app.py`, or any ASGI server on `app:app`."""

import os
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from ui.addresses import CanonicalAddress

ROOT = Path(__file__).resolve().parent

# The script lives in ui/, so Streamlit would watch only that folder for changes: this lets it see the whole house.
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))

app = st.App(ROOT / "ui" / "shell.py", middleware=[Middleware(CanonicalAddress)])
