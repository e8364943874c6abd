"""Tables on a page: each is written as HTML once, and kept with the data that it shows."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from markupsafe import Markup

from exhibits.style import Look
from loaders import Dataset, kept
from ui import markup


def show(
    ds: Dataset,
    frame: pd.DataFrame,
    caption: str,
    looks: Sequence[Look] = (),
    column: str = "",
    links: Sequence[str] = (),
) -> None:
    """Draw a table that is kept itself; the arguments are those of ``markup.table``."""
    st.html(as_html(ds, frame, caption, tuple(looks), column, tuple(links)))


@kept
def as_html(
    ds: Dataset,
    frame: pd.DataFrame,
    caption: str,
    looks: tuple[Look, ...] = (),
    column: str = "",
    links: tuple[str, ...] = (),
) -> Markup:
    """Return a table as HTML, for as long as its frame is kept."""
    return markup.table(frame, caption, looks, column, links)
