"""What files are called: what they hold, and the day the data stands at."""

from __future__ import annotations

import re

import pandas as pd


def file_stem(name: str, as_at: pd.Timestamp) -> str:
    """``york-grades-2026-07-07``: safe on every system."""
    return f"{re.sub(r'[^a-z0-9]+', '-', name.lower()).strip('-')}-{as_at:%Y-%m-%d}"
