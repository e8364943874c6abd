"""The command ``manual``."""

from __future__ import annotations

import argparse

from ..data_folder import DATA
from ..records.writing import write_whole
from .manual import readme


def manual(options: argparse.Namespace) -> int:
    """Write data/README.md from the models and from the contract."""
    write_whole(DATA / "README.md", readme())
    print("Wrote data/README.md.")
    return 0
