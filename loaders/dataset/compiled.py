"""The compiled copy: finished frames as Arrow in a file, so that a process need not make them from the records again.

A copy is only ever found by its key, the digest of all that the frames depend on: the bytes of every data file, this
code, and the versions of the libraries. So it is never out of date, and any process may delete it. It is a file of its
own, written in one step in a folder for such files; where none can be written, or a copy is damaged, the frames are made
from the records. Layout: key, check sum, the frames as Arrow streams in the order of
the contract, and what they were made from.
"""

from __future__ import annotations

import hashlib
import os
import platform
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pydantic
import yaml

from ..data_folder import Content
from .contract import TABLES

NAME = "inspections-over-time"
MOST = 256_000_000
"""Bytes of copies that are kept, of the data and of what somebody is editing. Those read longest ago go, the latest two never."""
NEAR = 4
"""Copies among which one without problems is looked for, to begin from after a change."""
ABANDONED = 3600.0
"""Seconds after which an unfinished file is nobody's any more."""

_HEAD = 128
_PANDAS = {pa.large_string(): pd.StringDtype("pyarrow", na_value=float("nan")), pa.int64(): pd.Int64Dtype()}
"""Types of the contract that Arrow alone would give back as others."""


@dataclass(frozen=True)
class Copy:
    """The frames by name, and the digests of the records of each authority that they were made from."""

    frames: dict[str, pd.DataFrame]
    parts: dict[str, str]


def key_of(name: str, content: Content) -> str:
    """Return the key of the frames of a data folder: its name, which stands in the problems, and its content.

    Copies that differ in records alone, not in what they share, begin alike.
    """
    shared, whole = (
        hashlib.sha256(f"{name}\0{part}\0{_code()}".encode()).hexdigest() for part in (content.shared, content.whole)
    )
    return f"{shared[:32]}{whole[:32]}"


@lru_cache(maxsize=1)
def _code() -> str:
    """Digest of the code that makes frames, and of the versions of what it uses."""
    package = Path(__file__).resolve().parent.parent
    sources = [
        *(package / "records").glob("*.py"),
        *(package / "dataset").glob("*.py"),
        package / "dataset" / "contract.yaml",
    ]
    digest = hashlib.sha256()
    for path in sorted(sources):
        digest.update(path.read_bytes())
    versions = (
        pd.__version__,
        pa.__version__,
        pydantic.VERSION,
        yaml.__version__,
        platform.python_version(),
        sys.byteorder,
    )
    return digest.hexdigest() + " ".join(versions)


def read(key: str) -> Copy | None:
    """Return the copy of a key; None where there is none, or it is damaged."""
    copies = (_read(folder / f"{key}.frames") for folder in _folders())
    return next((copy for copy in copies if copy), None)


def near(key: str) -> Iterator[Copy]:
    """Return the latest copies that share all but records with a key, the latest first."""
    for folder in _folders():
        try:
            paths = sorted(folder.glob(f"{key[:32]}*.frames"), key=lambda path: path.stat().st_mtime, reverse=True)
        except OSError:
            continue
        yield from filter(None, map(_read, paths[:NEAR]))


def _read(path: Path) -> Copy | None:
    try:
        raw = path.read_bytes()
        if _ours(path.parent) and raw[:_HEAD] == _head(path.stem, memoryview(raw)[_HEAD:]):
            os.utime(path)
            return _copy(pa.BufferReader(pa.py_buffer(raw)[_HEAD:]))
    except (OSError, pa.ArrowException):
        pass
    return None


def write(key: str, frames: Mapping[str, pd.DataFrame], parts: Mapping[str, str]) -> None:
    """Keep a copy of the frames in the first folder that takes it. Where none does, nothing happens."""
    sink = pa.BufferOutputStream()
    tables = [pa.Table.from_pandas(frames[name], preserve_index=False).replace_schema_metadata() for name in TABLES]
    for table in (*tables, pa.table({"authority": [*parts], "digest": [*parts.values()]})):
        with pa.ipc.new_stream(sink, table.schema) as stream:
            stream.write_table(table)
    body = memoryview(sink.getvalue())
    for folder in _folders():
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _ours(folder):
                _write_whole(folder / f"{key}.frames", _head(key, body), body)
                _tidy(folder)
                return
        except OSError:
            continue


def _copy(source: pa.BufferReader) -> Copy:
    *tables, parts = (pa.ipc.open_stream(source).read_all() for _ in (*TABLES, "parts"))
    frames = [table.to_pandas(types_mapper=_PANDAS.get, ignore_metadata=True, use_threads=False) for table in tables]
    digests = zip(parts["authority"].to_pylist(), parts["digest"].to_pylist(), strict=True)
    return Copy(dict(zip(TABLES, frames, strict=True)), dict(digests))


def _head(key: str, body: memoryview) -> bytes:
    return f"{key}{zlib.crc32(body):064x}".encode()


def _folders() -> Iterator[Path]:
    """Folders for such files, the best first: the named one alone, or the user's, then one for a while."""
    named = os.environ.get("INSPECTIONS_CACHE")
    if named is not None:
        if named:
            yield Path(named)
        return
    if sys.platform == "win32":
        home = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        home = "~/Library/Caches"
    else:
        home = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    if os.path.isabs(os.path.expanduser(home)):
        yield Path(os.path.expanduser(home)) / NAME
    yield Path(tempfile.gettempdir()) / f"{NAME}-{os.getuid() if hasattr(os, 'getuid') else ''}"


def _ours(folder: Path) -> bool:
    """Whether only this user can have written there; elsewhere anybody could lay down figures of their own."""
    if not hasattr(os, "getuid"):
        return True
    about = folder.stat()
    return about.st_uid == os.getuid() and not about.st_mode & 0o022


def _write_whole(path: Path, *parts: bytes | memoryview) -> None:
    """Write a file in one step: whoever reads it meanwhile sees all of it or none."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".unfinished", delete=False) as unfinished:
        try:
            for part in parts:
                unfinished.write(part)
            unfinished.close()
            os.replace(unfinished.name, path)
        except OSError:
            Path(unfinished.name).unlink(missing_ok=True)
            raise


def _tidy(folder: Path) -> None:
    """Delete the copies read longest ago and what nobody finished. Whoever reads one has it in memory."""
    files = sorted(((path.stat(), path) for path in folder.iterdir()), key=lambda file: file[0].st_mtime, reverse=True)
    copies = [(about.st_size, path) for about, path in files if path.suffix == ".frames"]
    sizes = accumulate(size for size, _ in copies)
    old = [
        path for number, ((_, path), size) in enumerate(zip(copies, sizes, strict=True)) if number > 1 and size > MOST
    ]
    left = [path for about, path in files if path.suffix == ".unfinished" and about.st_mtime < time.time() - ABANDONED]
    for path in (*old, *left):
        path.unlink(missing_ok=True)
