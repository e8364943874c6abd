"""The look that Streamlit's own theme cannot give: one style sheet, a little script for language, keys and names."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st

from ui import markup, screen, takeaway, words_used

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


def apply(product: str) -> None:
    """Style the page and head it with the product's name."""
    st.html(STYLE)
    st.html("".join(f"<script>{script}</script>" for script in scripts()), unsafe_allow_javascript=True)
    st.html(markup.fill("product", product=product))
