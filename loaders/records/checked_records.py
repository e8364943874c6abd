"""A data folder read and checked: what every command and the frames begin with."""

from __future__ import annotations

from pathlib import Path

from .checks import check
from .contents import Records
from .reading import read_records


def checked_records(folder: str | Path) -> Records:
    """Read a data folder and leave out the records that have errors; all problems are in ``Records.problems``.

    Raises ``DataFolderError`` where there is no such folder.
    """
    return check(read_records(folder))
