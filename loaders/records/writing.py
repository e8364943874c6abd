"""Files written in one step, so that none is ever half there, records of a data folder among them."""

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


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file in one step, so that it is never half there, whatever happens. Raises ``OSError``, and leaves what was before."""
    unfinished = path.with_name(f"{path.name}.{os.getpid()}.unfinished")
    try:
        with unfinished.open("wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path)
    except OSError:
        unfinished.unlink(missing_ok=True)
        raise
