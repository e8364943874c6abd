"""Which folders are read, and what lies in them: the names, states and content of their files."""

from __future__ import annotations

import hashlib
import os
from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

DATA = Path(__file__).resolve().parent.parent / "data"
"""The data folder of this repository."""

ENDINGS = (".yaml", ".yml", ".csv")
RECORDS = ("inspections", "action_plans", "codings")
"""Parts of the data folder with a folder for each authority."""
EXPLAIN = ("frameworks", "authorities.csv", "collection.yaml", "scale.yaml", "themes.yaml")
"""Parts of a data folder that explain its records. A folder without any of them adds its records to another."""

State = dict[str, tuple[int, int]]
"""Size in bytes and time of change in nanoseconds of every data file, by its path within its folder, after ``<n>:`` in an added one."""


class DataFolderError(FileNotFoundError):
    """The data folder does not exist or is not a folder, or two are named where one can be shown."""

    def __init__(self, *folders: Path):
        names = " and ".join(repr(folder.as_posix()) for folder in folders)
        super().__init__(
            f"{names} are each a data folder, or not there. Name one; a folder with nothing but inspections/, action_plans/ or codings/ adds to it."
            if len(folders) > 1
            else f"no data folder at {names}. Give the folder that holds inspections/ and frameworks/."
        )


class Folders(NamedTuple):
    """The data folder that is shown, and the folders whose records are added to it as a council's own."""

    whole: Path
    added: tuple[Path, ...] = ()


def named_folders() -> tuple[Path, ...]:
    """Return the folders that ``INSPECTIONS_DATA`` names; none without it."""
    return tuple(Path(name) for name in os.environ.get("INSPECTIONS_DATA", "").split(os.pathsep) if name)


def folders_of(named: Collection[Path]) -> Folders:
    """Tell which of these is the data folder, and which only add records to it or, without one, to that of this repository.

    Raises ``DataFolderError`` where more than one is neither there nor a folder of records alone.
    """
    added = tuple(folder for folder in named if _only_records(folder))
    wholes = [folder for folder in named if folder not in added]
    if len(wholes) > 1:
        raise DataFolderError(*wholes)
    return Folders(wholes[0] if wholes else DATA, added)


def current_folder() -> Path:
    """Return the data folder that is shown: the one named by ``INSPECTIONS_DATA``, or that of this repository."""
    return folders_of(named_folders()).whole


def _only_records(folder: Path) -> bool:
    """Whether a folder holds records, and nothing that explains them."""
    return any((folder / part).is_dir() for part in RECORDS) and not any((folder / part).exists() for part in EXPLAIN)


def state(*folders: Path) -> State:
    """Look at every data file without opening one. One that vanishes meanwhile, or may not be looked at, is not there."""
    found: State = {}
    for name, path in _files(*folders):
        try:
            about = os.stat(path)
        except OSError:  # on Windows one that is about to vanish is denied; a link to itself has no end
            continue
        found[name] = (about.st_size, about.st_mtime_ns)
    return found


@dataclass(frozen=True)
class Content:
    """Digests of what lies in a data folder, and in those that add to it: the same wherever the same data lies.

    ``parts``: of the records of each authority. ``shared``: of all else, that is the vocabulary, the statistics, and the
    names of all files.
    """

    shared: str
    parts: dict[str, str]

    @property
    def whole(self) -> str:
        """Digest of everything."""
        return hashlib.sha256(f"{self.shared}{sorted(self.parts.items())}".encode()).hexdigest()


def content(*folders: Path) -> Content:
    """Read every data file and digest its name and its bytes."""
    shared = hashlib.sha256()
    parts: defaultdict[str, Any] = defaultdict(hashlib.sha256)
    for own in folders[1:]:  # their names stand in the problems of their files
        shared.update(f"{own.name}\0".encode(errors="surrogateescape"))
    for name, path in _files(*folders):
        try:
            with open(path, "rb") as file:
                read = file.read()
        except OSError as error:
            read = (error.strerror or "").encode()
        first, _, rest = name.partition("/")
        part = first.rpartition(":")[2]
        digest = parts[rest.partition("/")[0]] if part in RECORDS and "/" in rest else shared
        head = f"{name}\0{len(read)}\0".encode(errors="surrogateescape")
        digest.update(head)
        digest.update(read)
        shared.update(head.partition(b"\0")[0])
    return Content(shared.hexdigest(), {authority: digest.hexdigest() for authority, digest in parts.items()})


def _files(*folders: Path) -> Iterator[tuple[str, str]]:
    """Name, and whole path, of every data file, in order: its path within its folder, after ``<n>:`` in an added one."""
    for number, folder in enumerate(folders):
        root, before = os.fspath(folder), f"{number}:" if number else ""
        for place, inner, files in os.walk(root):
            inner.sort()
            within = os.path.relpath(place, root).replace(os.sep, "/") + "/"
            for file in sorted(files):
                if file.lower().endswith(ENDINGS):
                    yield before + f"{within}{file}".removeprefix("./"), os.path.join(place, file)
