"""Records written to a data folder, each in one step, so that no file is ever half written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

FIRST_LINE = "# yaml-language-server: $schema=../../schema/inspection.schema.json\n"


def write_inspections(records: Mapping[str, Mapping[str, Any]], folder: str | Path) -> None:
    """Write plain records as ``inspections/<id>.yaml``. Raises ``OSError`` where one cannot be written."""
    for name, record in records.items():
        path = Path(folder) / "inspections" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, FIRST_LINE + yaml.safe_dump(dict(record), sort_keys=False, allow_unicode=True, width=120))


def write_whole(path: Path, text: str) -> None:
    """Write a text file in one step."""
    unfinished = path.with_suffix(".unfinished")
    unfinished.write_text(text, encoding="utf-8", newline="\n")
    os.replace(unfinished, path)
