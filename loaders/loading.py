"""A data folder becomes a dataset: from its compiled copy, or from the records where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from .data_folder import DATA, Content, DataFolderError, content
from .dataset import compiled
from .dataset.dataset import Dataset
from .dataset.frames import build
from .dataset.splicing import refer_across, spliced
from .records.checked_records import checked_records
from .records.files import name_of


def load(folder: str | Path = DATA, *added: Path) -> Dataset:
    """Read a data folder into frames, and the records of the folders added to it.

    A record that is wrong is left out and listed in ``problems``; the others load. Raises ``DataFolderError`` where
    a folder does not exist.
    """
    folder = Path(folder)
    for one in (folder, *added):
        if not one.is_dir():
            raise DataFolderError(one)
    found = content(folder, *added)
    key = compiled.key_of(name_of(folder, folder), found)
    copy = compiled.read(key)
    frames: dict[str, Any] | None = copy.frames if copy else None
    if frames is None:
        frames = _made_from_a_copy(folder, added, key, found) or build(checked_records(folder, added=added))
        if (
            content(folder, *added) == found
        ):  # else a file changed while it was read, and the frames belong to no one state
            compiled.write(key, frames, found.parts)
    return Dataset(**frames, as_at=frames["collection"]["as_at"].max(), fingerprint=found.whole[:12])


def _made_from_a_copy(folder: Path, added: Sequence[Path], key: str, found: Content) -> dict[str, Any] | None:
    """Make the frames from those before a change of records, reading only the records of the authorities concerned.

    None where there is no such copy, or where there are or were problems: what a record's problem means for others is
    found out with all of them at hand.
    """
    copy = next((copy for copy in compiled.near(key) if copy.frames["problems"].empty), None)
    if copy is None or refer_across(copy.frames):
        return None
    changed = {authority for authority, digest in found.parts.items() if copy.parts[authority] != digest}
    records = checked_records(folder, changed, added)
    return None if records.problems else spliced(copy.frames, build(records), changed)
