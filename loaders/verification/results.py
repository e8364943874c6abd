"""What was looked up already, and with what result: kept as a table, so that only what changed has to be looked up again.

A digest stands for all that a result rests on: the record, the facts of its framework, the code that looks up, and the
source itself. Where one of them changes, the record is due again. A tenth of the rest is looked up all the same, another
one each day, so that a fault of this bookkeeping does not stay unseen.
"""

from __future__ import annotations

import csv
import hashlib
import random
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from ..records.contents import Records
from ..records.writing import write_whole
from .sources import find_source

COLUMNS = ("record", "digest", "verified")
SHARE = 10
"""One in so many unchanged records is looked up again."""
_CODE = (
    Path(__file__).parent,
    Path(__file__).parents[1] / "documents.py",
    Path(__file__).parents[1] / "reports" / "grades.py",
)


@dataclass(frozen=True)
class Result:
    """A record in which everything was found: the digest of what was compared, and the day."""

    digest: str
    verified: date


def digests(records: Records, data: Path, folders: Iterable[Path]) -> dict[str, str]:
    """Digest of every record, plan and edition that names a source; where the source is nowhere, of the rest alone."""
    folders, root = list(folders), data.resolve().parent  # files of records are named with the data folder
    made: dict[str, str] = {}
    for record_id, record in records.inspections.items():
        if record.source.file and record_id not in records.from_statistics:
            files = [
                root / records.origins[record_id].file,
                data / "frameworks" / f"{record.framework}.yaml",
            ]
            made[record_id] = _digest(files, (record.source.file, record.source.pdf), folders)
    for plan_id, plan in records.plans.items():
        if plan.source.file:
            made[f"action_plans/{plan_id}"] = _digest(
                [root / records.origins[f"action_plans/{plan_id}"].file], (plan.source.file,), folders
            )
    for edition in records.editions:
        files = [data / "statistics" / f"{edition.name}{suffix}" for suffix in (".csv", ".yaml")]
        made[f"statistics/{edition.name}"] = _digest(files, (edition.about.file,), folders)
    return made


def _digest(files: Iterable[Path], sources: Iterable[str | None], folders: list[Path]) -> str:
    parts = [_code(), *(path.read_bytes() for path in files if path.is_file())]
    parts += [path.read_bytes() for name in sources if name and (path := find_source(name, folders))]
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()[:16]


@cache
def _code() -> bytes:
    modules = sorted(path for place in _CODE for path in (place.glob("*.py") if place.is_dir() else [place]))
    return b"\0".join(path.read_bytes() for path in modules)


def due(made: Mapping[str, str], results: Mapping[str, Result], seed: int) -> set[str]:
    """Ids that have to be looked up: those that are new or changed since ``results``, and one in ``SHARE`` of the others."""
    changed = {record for record, digest in made.items() if record not in results or results[record].digest != digest}
    rest = sorted(set(made) - changed)
    return changed | set(random.Random(seed).sample(rest, -(-len(rest) // SHARE)))


def read_results(path: Path) -> dict[str, Result]:
    """Read a table of results; empty where there is none. Raises ``ValueError`` where it is no such table."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        if tuple(rows.fieldnames or ()) != COLUMNS:
            raise ValueError(f"{path.as_posix()} has not the columns {', '.join(COLUMNS)}")
        return {row["record"]: Result(row["digest"], date.fromisoformat(row["verified"])) for row in rows}


def write_results(
    path: Path, made: Mapping[str, str], before: Mapping[str, Result], clean: Collection[str], today: date
) -> None:
    """Write the table: ``clean`` records with today's day, the others as they stood if they are still the same."""
    kept = {record: result for record, result in before.items() if made.get(record) == result.digest}
    new = {record: Result(made[record], today) for record in clean}
    text = [
        ",".join(COLUMNS),
        *(f"{record},{row.digest},{row.verified}" for record, row in sorted((kept | new).items())),
    ]
    write_whole(path, "\n".join(text) + "\n")
