"""A data folder becomes a dataset: from its compiled copy, or from the records where there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from .data_folder import DATA, content
from .dataset import compiled
from .dataset.dataset import Dataset
from .dataset.frames import build
from .records.checked_records import checked_records
from .records.contents import DataFolderError
from .records.files import name_of


def load(folder: str | Path = DATA) -> Dataset:
    """Read a data folder into frames.

    A record that is wrong is left out and listed in ``problems``; the others load. Raises ``DataFolderError`` where
    the folder does not exist.
    """
    folder = Path(folder)
    if not folder.is_dir():
        raise DataFolderError(folder)
    found = content(folder)
    key = compiled.key_of(name_of(folder, folder), found)
    frames: dict[str, Any] | None = compiled.read(key)
    if frames is None:
        frames = build(checked_records(folder))
        if content(folder) == found:  # else a file changed while it was read, and the frames belong to no one state
            compiled.write(key, frames)
    return Dataset(**frames, as_at=frames["collection"]["as_at"].max(), fingerprint=found[:12])
