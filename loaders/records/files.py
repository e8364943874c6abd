"""The files of a data folder -> models: YAML and CSV, each file's problems noted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from .contents import Origin, Records
from .csv_lines import read_csv
from .problems import MOST_PROBLEMS, Problem, Refused
from .validation import validated
from .yaml_lines import read_yaml

M = TypeVar("M", bound=BaseModel)
T = TypeVar("T")

PLACES = {1: "<name>", 2: "<authority>/<name>"}
"""Where a file stands in its part of the data folder, by how deep."""
YAML = (".yaml", ".yml")
CSV = (".csv",)


def name_of(folder: Path, path: Path) -> str:
    """A file's name as users see it: ``data/themes.yaml``."""
    return (Path(folder.name or folder.resolve().name) / path.relative_to(folder)).as_posix()


def files_of(
    records: Records, folder: Path, part: str, depth: int, endings: tuple[str, ...] = YAML
) -> Iterator[tuple[Path, str]]:
    """Every file below ``folder/part`` with its id, which is its path. Two files with one id are reported."""
    known: dict[str, Path] = {}
    root = folder / part
    for path in sorted(p for p in root.rglob("*") if p.is_file() and p.suffix.lower() in endings):
        place = path.relative_to(root).with_suffix("")
        record_id, name = place.as_posix(), name_of(folder, path)
        if len(place.parts) != depth:
            message = f"stands in the wrong folder. Records of this part are {part}/{PLACES[depth]}{endings[0]}."
            records.problems.append(Problem(name, 1, "", message))
        elif record_id.lower() in known:
            other = name_of(folder, known[record_id.lower()])
            message = f"has the same id as {other}: {record_id}. Keep one of the two files."
            records.problems.append(Problem(name, 1, "", message))
        else:
            known[record_id.lower()] = path
            yield path, record_id


def read_model(records: Records, folder: Path, path: Path, model: type[M], record_id: str) -> M | None:
    """Read one YAML file as a model; None with the problems noted where it is wrong."""
    name = name_of(folder, path)
    read = _noted(records, name, lambda: read_yaml(path, name))
    if read is None:
        return None
    data, lines = read
    origin = records.origins[record_id] = Origin(name, lines)
    return validated(records, origin, data, model)


def read_rows(
    records: Records, folder: Path, path: Path, model: type[M], together: tuple[str, Collection[str]] = ("", ())
) -> list[tuple[Origin, M]] | None:
    """Read the rows of a CSV file as models, each with its origin; None where the file is wrong.

    The columns are the model's fields. ``together``: a field that takes the filled cells of further columns, by name.
    A row that is wrong is noted and left out.
    """
    name = name_of(folder, path)
    field, further = together
    columns = [one.alias or column for column, one in model.model_fields.items() if column != field]
    rows = _noted(records, name, lambda: read_csv(path, name, columns, further))
    if rows is None:
        return None
    found: list[tuple[Origin, M]] = []
    noted = len(records.problems)
    for line, row in rows:
        if len(records.problems) - noted >= MOST_PROBLEMS:
            break
        data: dict[str, object] = {column: cell for column, cell in row.items() if column not in further}
        if field:
            data[field] = {column: row[column] for column in further if row.get(column)}
        origin = Origin(name, {(): line})
        read = validated(records, origin, data, model)
        if read is not None:
            found.append((origin, read))
    return found


def _noted(records: Records, name: str, read: Callable[[], T]) -> T | None:
    """What was read, or None with the problem noted where the file cannot be read."""
    try:
        return read()
    except FileNotFoundError:
        records.problems.append(Problem(name, 1, "", "the file is missing. Every data folder needs it."))
    except OSError as error:
        records.problems.append(Problem(name, 1, "", f"cannot be read ({error.strerror})."))
    except Refused as refused:
        records.problems.append(refused.problem)
    return None
