"""The dataset that is shown: taken up again while it runs, when the files have changed and are whole."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from threading import Lock

import pandas as pd

from .data_folder import DataFolderError, State, folders_of, named_folders, state
from .dataset.contract import frame
from .dataset.dataset import Dataset
from .loading import load
from .records.problems import Problem

LOOK_EVERY = 2.0
"""Seconds between two looks at the disk."""
QUIET = 1.0
"""Seconds for which the files must have been left alone: what has just been written may be half written."""


def current() -> Dataset:
    """Return the dataset of the folders in ``INSPECTIONS_DATA``, or of this repository, as it is good to show.

    The disk is looked at once in ``LOOK_EVERY`` seconds for the whole process, however many pages and panels ask. Changed
    files are taken up once they are left alone. Where a change brings errors, the last good dataset stays, with those
    errors among its ``problems``, and is ``outdated`` until they are mended. Which folder is whole and which only adds is told
    when they are first read. Raises ``DataFolderError`` where one does not exist at first.
    """
    named = named_folders()
    with _OPENING:
        watched = _watched.get(named)
        if watched is None:
            _watched.clear()
            watched = _watched[named] = Watched(*folders_of(named))
    return watched.dataset()


_OPENING = Lock()
_watched: dict[tuple[Path, ...], Watched] = {}


class Watched:
    """A data folder, and those added to it, under watch. ``good``: their last dataset that brought no new errors; ``shown``: that with the problems of now."""

    def __init__(self, folder: Path, added: tuple[Path, ...] = ()):
        self.folders = (folder, *added)
        self.taken_up = self.seen = state(*self.folders)
        self.good = self.shown = load(*self.folders)
        self.looked = time.monotonic()
        self.looking = Lock()

    def dataset(self) -> Dataset:
        """Return the dataset to show. While one thread looks and reads, the others go on with what there is."""
        if time.monotonic() - self.looked >= LOOK_EVERY and self.looking.acquire(blocking=False):
            try:
                self._look()
            finally:
                self.looked = time.monotonic()
                self.looking.release()
        return self.shown

    def _look(self) -> None:
        now = state(*self.folders)
        if now != self.taken_up and (now == self.seen or _quiet(now)):
            self._take_up(now)
        self.seen = now

    def _take_up(self, now: State) -> None:
        try:
            read = load(*self.folders)
        except DataFolderError as error:
            gone = Problem(self.folders[0].name, 1, "", str(error))
            self.shown = replace(self.good, problems=frame("problems", [vars(gone)]), outdated=True)
        else:
            if _with_errors(read.problems) <= _with_errors(self.good.problems):
                self.good = self.shown = read
            else:
                self.shown = replace(self.good, problems=read.problems, outdated=True)
        self.taken_up = now


def _quiet(files: State) -> bool:
    """Whether no file was written just now."""
    return max((changed for _, changed in files.values()), default=0) < time.time_ns() - QUIET * 1e9


def _with_errors(problems: pd.DataFrame) -> set[str]:
    """Names of the files that have errors."""
    return set(problems.loc[problems["severity"] == "error", "file"])
