"""A data folder read and checked: what every command and the frames begin with."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from .checks import check
from .contents import Records
from .reading import read_records


def checked_records(
    folder: str | Path, authorities: Collection[str] | None = None, added: Sequence[Path] = ()
) -> Records:
    """Read a data folder, or the records of some authorities, and leave out the records that have errors; all problems are in ``Records.problems``.

    ``added``: folders with records of a council's own. Raises ``DataFolderError`` where there is no such folder.
    """
    return check(read_records(folder, authorities, added))
