"""Which data folder is read, and what lies in it: the names, states and content of its files."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"
"""The data folder of this repository."""

ENDINGS = (".yaml", ".yml", ".csv")
RECORDS = ("inspections", "action_plans", "codings")
"""Parts of the data folder with a folder for each authority."""

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


@dataclass(frozen=True)
class Content:
    """Digests of what lies in a data folder: the same wherever the same data lies.

    ``parts``: of the records of each authority. ``shared``: of all else, that is the vocabulary, the statistics, and the
    names of all files.
    """

    shared: str
    parts: dict[str, str]

    @property
    def whole(self) -> str:
        """Digest of everything."""
        return hashlib.sha256(f"{self.shared}{sorted(self.parts.items())}".encode()).hexdigest()


def content(folder: str | Path) -> Content:
    """Read every data file and digest its name and its bytes."""
    shared = hashlib.sha256()
    parts: defaultdict[str, Any] = defaultdict(hashlib.sha256)
    for name, path in _files(folder):
        try:
            with open(path, "rb") as file:
                read = file.read()
        except OSError as error:
            read = (error.strerror or "").encode()
        part, _, rest = name.partition("/")
        digest = parts[rest.partition("/")[0]] if part in RECORDS and "/" in rest else shared
        head = f"{name}\0{len(read)}\0".encode(errors="surrogateescape")
        digest.update(head)
        digest.update(read)
        shared.update(head.partition(b"\0")[0])
    return Content(shared.hexdigest(), {authority: digest.hexdigest() for authority, digest in parts.items()})


def _files(folder: str | Path) -> Iterator[tuple[str, str]]:
    """Path within the folder, and whole path, of every data file, in order."""
    root = os.fspath(folder)
    for place, folders, files in os.walk(root):
        folders.sort()
        within = os.path.relpath(place, root).replace(os.sep, "/") + "/"
        for file in sorted(files):
            if file.lower().endswith(ENDINGS):
                yield f"{within}{file}".removeprefix("./"), os.path.join(place, file)
