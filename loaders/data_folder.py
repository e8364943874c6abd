"""Which data folder is read."""

from __future__ import annotations

import os
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
"""The data folder of this repository."""


def current_folder() -> Path:
    """Return the data folder that is shown: the one named by ``INSPECTIONS_DATA``, or that of this repository."""
    return Path(os.environ.get("INSPECTIONS_DATA", DATA))
