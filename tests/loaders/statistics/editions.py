"""Ofsted's editions in tests: made up, read, taken into a data folder; and the real one, where it is at hand."""

import subprocess
import sys
from pathlib import Path

import pytest

from loaders import DATA
from loaders.records.editions import EditionRow, grade_columns
from loaders.records.problems import Refused
from loaders.records.reading import read_records, read_vocabulary
from loaders.statistics.commands import take_in
from loaders.statistics.edition import edition_rows, read_official
from loaders.statistics.naming import Named
from loaders.statistics.writing import write_edition
from tests.spreadsheets import small_edition, write_ods

ROOT = DATA.parent
REAL = ROOT.parent / "shared/official_statistics/local_authority_inspection_outcomes_2025-03-31.ods"
HISTORY, IN_YEAR, LATEST = "ILACS_inspection_history", "In-year_inspections", "Inspections_as_at_31_March"
needs_real = pytest.mark.skipif(
    not REAL.is_file(), reason=f"OFSTED'S FILE NOT READ: it is not kept with the code and is not at {REAL}"
)
VOCABULARY = read_vocabulary(DATA)
FRAMEWORKS = VOCABULARY["frameworks"]


def vocabulary() -> tuple:
    """The authorities and the frameworks of this repository."""
    return VOCABULARY["authorities"].authorities, FRAMEWORKS


def make(tmp_path: Path, sheets: dict | None = None, name: str = "outcomes.ods") -> dict[str, EditionRow]:
    """The rows of an edition by id."""
    return edition_rows(read_official(write_ods(tmp_path / name, sheets or small_edition()), FRAMEWORKS), *vocabulary())


def take(data: Path, sheets: dict | None = None, name: str = "outcomes.ods") -> Named:
    """Take an edition into a data folder, as the command does."""
    file = write_ods(data.parent / name, sheets or small_edition())
    _, about, found = take_in(file, read_records(data), data)
    write_edition(data, about, list(found.rows.values()), grade_columns(FRAMEWORKS))
    return found


def refused(path: Path) -> str:
    """What is said of a file that is refused."""
    with pytest.raises(Refused) as raised:
        read_official(path, FRAMEWORKS)
    return str(raised.value)


def run(*arguments: object) -> subprocess.CompletedProcess:
    """Run ``python -m loaders official`` with these arguments."""
    return subprocess.run(
        [sys.executable, "-m", "loaders", "official", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def contents(folder: Path) -> dict[str, str]:
    """The text of each file of a folder, by its path there."""
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
