"""The contract: every table of the data with its columns, their types and meanings, as ``contract.yaml`` lists them.

The frames, the data dictionary, the tables' chapter of ``data/README.md`` and the descriptions at ``/data`` are made
from it. Whoever adds a column writes one line there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import yaml

TYPES = {"text": "str", "date": "datetime64[s]", "number": "Int64", "flag": "bool"}
"""Type of a column in the contract, and in pandas."""


@dataclass(frozen=True)
class Column:
    """One column: its type (a key of ``TYPES``) and what it holds."""

    type: str
    meaning: str


@dataclass(frozen=True)
class Table:
    """One table: what a row of it is, its columns by name, its key, and the columns that hold keys of other tables."""

    row: str
    columns: dict[str, Column]
    key: tuple[str, ...] = ()
    refers: tuple[tuple[tuple[str, ...], str], ...] = ()


def _read() -> dict[str, Table]:
    text = Path(__file__).with_name("contract.yaml").read_text(encoding="utf-8")
    return {
        name: Table(
            row=entry["row"],
            columns={column: Column(*said) for column, said in entry["columns"].items()},
            key=tuple(entry.get("key", ())),
            refers=tuple((tuple(columns.split(", ")), other) for columns, other in entry.get("refers", {}).items()),
        )
        for name, entry in yaml.safe_load(text).items()
    }


TABLES = _read()
"""Every table of the contract, by the name of its frame."""


def frame(name: str, rows: list[dict[str, object]]) -> pd.DataFrame:
    """Make rows into the frame ``name`` of the contract: its columns in order, with their types, missing where not given.

    Raises ``KeyError`` where a row has a field that no column takes.
    """
    columns = TABLES[name].columns
    unknown = {field for row in rows for field in row} - set(columns)
    if unknown:
        raise KeyError(
            f"the table {name!r} has no column for {sorted(unknown)}. Add it to loaders/dataset/contract.yaml."
        )
    table = pd.DataFrame(rows, columns=list(columns))
    return table.astype({column: TYPES[said.type] for column, said in columns.items()})


def data_dictionary() -> pd.DataFrame:
    """One row per column of each table. Columns: frame, column, type, meaning."""
    rows = [
        (name, column, said.type, said.meaning)
        for name, table in TABLES.items()
        for column, said in table.columns.items()
    ]
    return pd.DataFrame(rows, columns=["frame", "column", "type", "meaning"])
