"""The chapter of ``data/README.md`` about the tables, written from the contract."""

from __future__ import annotations

from ..records import manual
from .contract import TABLES, Table

_INTRODUCTION = """
## The tables that come out

What pages, files and `/data` show: `from loaders import load; load("data").grades` is the table `grades`. This chapter is
written from `loaders/dataset/contract.yaml`. Unknown is missing; a date of a month or a year stands as its first day.
"""


def readme() -> str:
    """Return the text of ``data/README.md``: the records field by field, then the tables column by column."""
    return manual.chapters() + _INTRODUCTION + "".join(_chapter(name, table) for name, table in TABLES.items())


def _chapter(name: str, table: Table) -> str:
    key = f" Key: {', '.join(f'`{column}`' for column in table.key)}." if table.key else ""
    lines = [
        f"\n### `{name}`\n",
        f"One row is {table.row}.{key}\n",
        "| column | type | what it holds |",
        "|---|---|---|",
    ]
    lines += [f"| `{column}` | {said.type} | {said.meaning} |" for column, said in table.columns.items()]
    return "\n".join(lines) + "\n"
