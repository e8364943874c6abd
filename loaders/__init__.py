"""The only code that reads data files: records on disk become frames.

``load("data")`` reads a folder and returns a ``Dataset``; ``current()`` hands out the dataset of this repository,
read again only when a file has changed.
"""

from __future__ import annotations

import hashlib
import time
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import pandas as pd

from .data_folder import DATA, current_folder
from .dataset.as_known import as_known
from .dataset.dataset import Dataset
from .dataset.frames import build
from .dataset.kept import kept
from .records.checked_records import checked_records
from .records.contents import DataFolderError
from .records.problems import Problem

__all__ = ["DATA", "DataFolderError", "Dataset", "Problem", "as_known", "current", "current_folder", "kept", "load"]


def load(folder: str | Path = DATA) -> Dataset:
    """Read a data folder into frames.

    A record that is wrong is left out and listed in ``problems``; the others load. Raises ``DataFolderError`` where
    the folder does not exist.
    """
    records = checked_records(folder)
    collection = records.vocabulary.get("collection")
    as_at: Any = pd.Timestamp(collection.as_at) if collection else pd.NaT
    return Dataset(**build(records), as_at=as_at, fingerprint=fingerprint(folder))


def _files(folder: str | Path) -> list[Path]:
    return sorted(path for path in Path(folder).rglob("*") if path.suffix.lower() in (".yaml", ".yml", ".csv"))


def fingerprint(folder: str | Path) -> str:
    """Short digest of the name and content of every data file: the same wherever the same data lies."""
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _state(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of change of every data file."""
    stats = ((path, path.stat()) for path in _files(folder))
    return tuple((path.as_posix(), stat.st_size, stat.st_mtime_ns) for path, stat in stats)


def current() -> Dataset:
    """Return the dataset of the folder in ``INSPECTIONS_DATA``, or of this repository; read again when a file has changed.

    The disk is looked at once in ``LOOK_EVERY`` seconds for the whole process, however many pages and panels ask.
    """
    folder = current_folder()
    with _LOOKING:
        looked = _looked.get(folder)
        if looked is None or time.monotonic() - looked[0] >= LOOK_EVERY:
            looked = (time.monotonic(), _cached(folder, _state(folder)))
            _looked.clear()
            _looked[folder] = looked
        return looked[1]


LOOK_EVERY = 2.0
_looked: dict[Path, tuple[float, Dataset]] = {}
_LOOKING = Lock()


@lru_cache(maxsize=2)
def _cached(folder: Path, _state: tuple[tuple[str, int, int], ...]) -> Dataset:
    return load(folder)
