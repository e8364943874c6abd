"""CSV read safely, with the line of every row."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection
from pathlib import Path

from .hidden import fault_of
from .problems import Problem, Refused, one_of
from .yaml_lines import text_of

Row = dict[str, str | None]


def read_csv(path: Path, name: str, columns: Collection[str], optional: Collection[str] = ()) -> list[tuple[int, Row]]:
    """Read a CSV file with these columns, in any order, and perhaps some optional ones.

    Returns each row with its line (from 1) and its cells by column, without blanks around them; an empty cell is None.
    Raises ``Refused`` with the line where reading had to stop, ``OSError`` where the file cannot be opened.
    """
    reader = csv.reader(io.StringIO(text_of(path, name), newline=""), strict=True)
    rows: list[tuple[int, Row]] = []
    heading: list[str] = []
    try:
        for cells in reader:
            line = reader.line_num - sum(cell.count("\n") for cell in cells)
            fault = next(filter(None, map(fault_of, cells)), "")
            if fault:
                raise Refused(Problem(name, line, "", fault))
            if not heading:
                heading = _checked([cell.strip() for cell in cells], name, columns, optional)
            elif len(cells) != len(heading):
                message = f"has {len(cells)} cells, but there are {len(heading)} columns. Put text with a comma in quotation marks."
                raise Refused(Problem(name, line, "", message))
            else:
                rows.append((line, {column: cell.strip() or None for column, cell in zip(heading, cells, strict=True)}))
    except csv.Error as error:
        raise Refused(Problem(name, reader.line_num, "", f"not valid CSV: {error}.")) from error
    if not heading:
        raise Refused(
            Problem(name, 1, "", f"the file is empty. Its first line names its columns: {','.join(columns)}.")
        )
    return rows


def _checked(heading: list[str], name: str, columns: Collection[str], optional: Collection[str]) -> list[str]:
    for column in heading:
        if column not in (*columns, *optional):
            raise Refused(Problem(name, 1, column, one_of(column, (*columns, *optional), "a column of this file")))
        if heading.count(column) > 1:
            raise Refused(Problem(name, 1, column, f"{heading.count(column)} columns have this name. Keep one."))
    missing = [column for column in columns if column not in heading]
    if missing:
        raise Refused(Problem(name, 1, missing[0], "this column is missing. Add it, empty where nothing is known."))
    return heading
