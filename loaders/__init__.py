"""The only code that reads data files: records on disk become frames.

``load("data")`` reads a folder and returns a ``Dataset``; ``current()`` hands out the dataset of this repository,
read again only when a file has changed.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path

import pandas as pd

from . import checks, frames, records
from .problems import Problem
from .records import DataFolderError

__all__ = ["DATA", "DataFolderError", "Dataset", "Problem", "current", "current_folder", "load"]

DATA = Path(__file__).resolve().parent.parent / "data"


@dataclass(frozen=True, eq=False)
class Dataset:
    """All frames of the contract (columns: ``loaders.frames.COLUMNS``), the date they stand at and their fingerprint."""

    authorities: pd.DataFrame
    neighbours: pd.DataFrame
    inspections: pd.DataFrame
    grades: pd.DataFrame
    findings: pd.DataFrame
    codes: pd.DataFrame
    recommendations: pd.DataFrame
    recommendation_themes: pd.DataFrame
    suggested_themes: pd.DataFrame
    links: pd.DataFrame
    speaks_to: pd.DataFrame
    outcome_links: pd.DataFrame
    plans: pd.DataFrame
    plan_versions: pd.DataFrame
    actions: pd.DataFrame
    expected_outcomes: pd.DataFrame
    frameworks: pd.DataFrame
    judgements: pd.DataFrame
    grade_scale: pd.DataFrame
    grade_words: pd.DataFrame
    strands: pd.DataFrame
    fits: pd.DataFrame
    no_grade: pd.DataFrame
    themes: pd.DataFrame
    verdicts: pd.DataFrame
    coding_rules: pd.DataFrame
    glossary: pd.DataFrame
    synonyms: pd.DataFrame
    question_rules: pd.DataFrame
    barriers: pd.DataFrame
    sources: pd.DataFrame
    notes: pd.DataFrame
    official_figures: pd.DataFrame
    codings: pd.DataFrame
    settlements: pd.DataFrame
    problems: pd.DataFrame
    as_at: pd.Timestamp
    fingerprint: str

    @property
    def statistics_as_at(self) -> pd.Timestamp:
        """The day that Ofsted's statistics reach: every full inspection begun by then is here. Missing where none were taken in."""
        return self.official_figures["as_at"].max()

    @classmethod
    def frame_names(cls) -> list[str]:
        """Names of the frames, in order."""
        return [field.name for field in fields(cls) if field.name not in ("as_at", "fingerprint")]


def load(folder: str | Path = DATA) -> Dataset:
    """Read a data folder into frames.

    A record that is wrong is left out and listed in ``problems``; the others load. Raises ``DataFolderError`` where
    the folder does not exist.
    """
    read = checks.check(records.read_records(folder))
    known = read.vocabulary.get("authorities")
    as_at = pd.Timestamp(known.as_at) if known else pd.NaT
    return Dataset(**frames.build(read), as_at=as_at, fingerprint=fingerprint(folder))


def _files(folder: str | Path) -> list[Path]:
    return sorted(path for path in Path(folder).rglob("*") if path.suffix.lower() in (".yaml", ".yml"))


def fingerprint(folder: str | Path) -> str:
    """Short digest of the name and content of every data file: the same wherever the same data lies."""
    digest = hashlib.sha256()
    for path in _files(folder):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _state(folder: Path) -> tuple:
    """Name, size and time of change of every data file: cheap to ask before each page."""
    stats = ((path, path.stat()) for path in _files(folder))
    return tuple((path.as_posix(), stat.st_size, stat.st_mtime_ns) for path, stat in stats)


def current() -> Dataset:
    """The dataset of the folder in ``INSPECTIONS_DATA``, or of this repository; read again when a file has changed."""
    folder = current_folder()
    return _cached(folder, _state(folder))


def current_folder() -> Path:
    """The data folder that is shown."""
    return Path(os.environ.get("INSPECTIONS_DATA", DATA))


@lru_cache(maxsize=2)
def _cached(folder: Path, _state: tuple) -> Dataset:
    return load(folder)
