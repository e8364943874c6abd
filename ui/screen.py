"""How wide the visitor's screen is: figures are drawn otherwise for a narrow one.

The browser says so in a cookie, which a script in the first page sets before anything is asked for (``ui/wire.py``), and again
when the window is turned or zoomed: that holds from the next loading on. Where a host passes on neither script nor cookie, the
user agent tells a phone. The cookie holds one of two words and nothing about the visitor.
"""

from __future__ import annotations

import streamlit as st

NARROW = 900  # pixels of the page's own measure: below it names at the left leave no room for columns
COOKIE = "screen"

SCRIPT = f"""
if (!window.screenKnown) {{
  window.screenKnown = true;
  const tell = () => {{
    document.cookie = `{COOKIE}=${{innerWidth < {NARROW} ? "narrow" : "wide"}}; path=/; max-age=31536000; samesite=lax`;
  }};
  tell();
  addEventListener("resize", tell);
}}
"""


def narrow() -> bool:
    """Whether figures are to be drawn for a narrow screen."""
    told = st.context.cookies.get(COOKIE)
    return told == "narrow" if told else "Mobi" in st.context.headers.get("User-Agent", "")
