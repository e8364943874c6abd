"""Editions of Ofsted's statistics whose columns are written down: their tables, read where they are said to stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import yaml

from ..records.problems import Problem, Refused
from .by_publication import ByPublication, from_yaml
from .sheets import HEADER_WITHIN, SHEET, ColumnMap, Table, below, day_of, text


class Known(NamedTuple):
    """An edition whose columns are written down: its day, its title, its tables.

    ``mended``: cells that the reports do not bear out. ``other_framework``: rows of inspections under another framework, which
    the sheet does not tell apart. ``by_publication``: a sheet of all inspections since 2009, where the edition has one.
    """

    as_at: date
    title: str
    tables: ColumnMap
    mended: list[dict[str, Any]]
    other_framework: list[dict[str, Any]]
    by_publication: ByPublication | None

    def mend(self, table: Table) -> Table:
        """The table with those cells put right, and without those rows."""
        rows = table.rows.copy()
        for row in self.other_framework:
            if row["sheet"] == table.sheet:
                rows = rows[(rows["name"].map(text) != row["name"]) | (rows["start"].map(day_of) != row["start"])]
        for cell in self.mended:
            if cell["sheet"] == table.sheet:
                its = (rows["name"].map(text) == cell["name"]) & (rows["start"].map(day_of) == cell["start"])
                rows.loc[its, cell["column"]] = cell["right"]
        return replace(table, rows=rows)


EDITIONS = [
    Known(
        day,
        said["title"],
        said["tables"],
        said.get("mended", []),
        said.get("other_framework", []),
        from_yaml(said.get("by_publication")),
    )
    for day, said in yaml.safe_load(Path(__file__).with_name("editions.yaml").read_text(encoding="utf-8")).items()
]


def mapped_tables(sheets: dict[str, pd.DataFrame], columns: ColumnMap, file: str) -> dict[str, Table]:
    """The tables where an edition says that they stand. Raises ``Refused`` where a sheet or a heading is not there."""
    found = {}
    for kind, named in columns.items():
        sheet = named[SHEET]
        if sheet not in sheets:
            raise Refused(
                Problem(
                    file, 1, "", f"has no sheet {sheet!r}. Its sheets: {', '.join(sheets)}. Mend the edition's columns."
                )
            )
        headings = {column: heading for column, heading in named.items() if column != SHEET}
        found[kind] = _mapped(sheet, sheets[sheet], headings, file)
    return found


def _mapped(sheet: str, cells: pd.DataFrame, headings: dict[str, str], file: str) -> Table:
    """The table below the first row that has every one of the headings."""
    best: set[str] = set()
    for i in range(min(HEADER_WITHIN, len(cells))):
        row = [text(cell) for cell in cells.iloc[i]]
        places = {column: row.index(heading) for column, heading in headings.items() if heading in row}
        if len(places) == len(headings):
            return below(sheet, cells, i, places)
        best = max(best, set(places), key=len)
    missing = ", ".join(repr(heading) for column, heading in headings.items() if column not in best)
    raise Refused(Problem(file, 1, f"sheet {sheet!r}", f"has no column {missing}. Mend the edition's columns."))
