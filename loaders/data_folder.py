"""Which data folder is read, and what lies in it: the names, states and content of its files."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
"""The data folder of this repository."""

ENDINGS = (".yaml", ".yml", ".csv")

State = dict[str, tuple[int, int]]
"""Size in bytes and time of change in nanoseconds of every data file, by its path within the folder."""


def current_folder() -> Path:
    """Return the data folder that is shown: the one named by ``INSPECTIONS_DATA``, or that of this repository."""
    return Path(os.environ.get("INSPECTIONS_DATA", DATA))


def state(folder: str | Path) -> State:
    """Look at every data file without opening one. A file that vanishes meanwhile is not there."""
    found: State = {}
    for name, path in _files(folder):
        try:
            about = os.stat(path)
        except FileNotFoundError:
            continue
        found[name] = (about.st_size, about.st_mtime_ns)
    return found


def content(folder: str | Path) -> str:
    """Return the digest of the name and content of every data file: the same wherever the same data lies."""
    digest = hashlib.sha256()
    for name, path in _files(folder):
        try:
            with open(path, "rb") as file:
                read = file.read()
        except OSError as error:
            read = (error.strerror or "").encode()
        digest.update(b"%s\0%d\0" % (name.encode(errors="surrogateescape"), len(read)))
        digest.update(read)
    return digest.hexdigest()


def _files(folder: str | Path) -> Iterator[tuple[str, str]]:
    """Path within the folder, and whole path, of every data file, in order."""
    root = os.fspath(folder)
    for place, folders, files in os.walk(root):
        folders.sort()
        within = os.path.relpath(place, root).replace(os.sep, "/")
        for file in sorted(files):
            if file.lower().endswith(ENDINGS):
                yield f"{within}/{file}", os.path.join(place, file)
