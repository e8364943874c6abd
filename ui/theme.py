"""The look that Streamlit's own theme cannot give: one style sheet, a little script for language, keys and names."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

from ui import screen, takeaway, words_used

STYLE = Path(__file__).with_name("style.css")
SCRIPTS = [Path(__file__).with_name(name) for name in ("accessibility.js", "history.js")]

_SCRIPT = """
document.documentElement.lang = "en-GB";
if (!window.quietKeys) {
  window.quietKeys = true;
  document.addEventListener("keydown", (event) => {
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey && ["r", "c"].includes(event.key.toLowerCase())) event.stopPropagation();
    if (event.key === " " && !typing && event.target.tagName !== "BUTTON" && document.querySelector(".screen")) {
      event.preventDefault();
      [...document.querySelectorAll("button")].find((button) => button.innerText.trim().startsWith("Next"))?.click();
    }
  }, true);
}
"""


@lru_cache(maxsize=1)
def scripts() -> tuple[str, ...]:
    """All the scripts that the dashboard puts into its pages: the browser is told to run no others (``ui/headers.py``)."""
    files = (path.read_text(encoding="utf-8") for path in SCRIPTS)
    return (_SCRIPT, *files, screen.SCRIPT, takeaway.script(), words_used.script())


@lru_cache(maxsize=1)
def _head() -> tuple[str, str]:
    """The style sheet and the scripts, as every run sends them."""
    style = f"<style>{STYLE.read_text(encoding='utf-8')}</style>"
    return style, "".join(f"<script>{script}</script>" for script in scripts())


def apply(product: str) -> None:
    """Style the page and head it with the product's name."""
    style, script = _head()
    st.html(style)
    st.html(script, unsafe_allow_javascript=True)
    st.html(f'<p class="product"><span class="mark" aria-hidden="true"><i></i><i></i><i></i></span>{product}</p>')
