"""The command ``manual``."""

from __future__ import annotations

import argparse

from ..data_folder import DATA
from .manual import readme


def manual(options: argparse.Namespace) -> int:
    """Write data/README.md from the models and from the contract."""
    (DATA / "README.md").write_text(readme(), encoding="utf-8", newline="\n")
    print("Wrote data/README.md.")
    return 0
