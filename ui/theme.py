"""The look that Streamlit's own theme cannot give, and what runs in the browser: the files of ``ui/browser/``."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

from ui import markup, screen

BROWSER = Path(__file__).with_name("browser")
STYLES = ("streamlit_patches.css", "style.css", "meeting.css", "print.css")
OF_MEETING = "meeting_patches.css"
SCRIPTS = ("streamlit_patches.js", "keyboard.js", "takeaway.js", "paper.js", "abbreviations.js", "goto.js")


def _read(name: str) -> str:
    return (BROWSER / name).read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def scripts() -> tuple[str, ...]:
    """All the scripts that the dashboard puts into its pages: the browser is told to run no others (``ui/headers.py``)."""
    return (*map(_read, SCRIPTS), screen.SCRIPT)


@lru_cache(maxsize=1)
def _head() -> tuple[str, str]:
    """The style sheets and the scripts, as every run sends them."""
    style = "".join(f"<style>{_read(name)}</style>" for name in STYLES)
    return style, "".join(f"<script>{script}</script>" for script in scripts())


@lru_cache(maxsize=1)
def _of_meeting() -> str:
    return f"<style>{_read(OF_MEETING)}</style>"


def of_meeting() -> None:
    """Give the window to the screen of a meeting."""
    st.html(_of_meeting())


def apply(product: str) -> None:
    """Style the page and head it with the product's name."""
    style, script = _head()
    st.html(style)
    st.html(script, unsafe_allow_javascript=True)
    st.html(markup.fill("product", product=product))
