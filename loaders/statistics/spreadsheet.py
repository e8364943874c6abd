"""A spreadsheet's bytes (ODS or XLSX) -> the cells of every sheet.

Runs in a process of its own (``loaders/apart.py``), so that a file built to harm hurts nobody. It therefore imports nothing of
this project.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
WORKBOOK = "xl/workbook.xml"
"""What an XLSX file holds, and no other kind of zip file."""
MOST_BYTES = 100_000_000  # unpacked; the editions of 2022 and 2023 have 40 million
MOST_CELLS = 1_000_000  # the edition of 2022 has 450,000
DAY = "day"
"""The key of a cell that is a day or a time; all other cells are themselves."""


class Unreadable(Exception):
    """The file cannot be read. Says why, for the person who gave it."""


def cells_of(data: bytes) -> dict[str, list[list[Any]]]:
    """Rows of cells of every sheet by its name. Raises ``Unreadable``."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as packed:
            parts = packed.infolist()
            if sum(part.file_size for part in parts) > MOST_BYTES:
                raise Unreadable(
                    f"unpacks to more than {MOST_BYTES:,} bytes, many times what an edition holds. Is it the right file?"
                )
            kind = WORKBOOK if WORKBOOK in packed.namelist() else packed.read("mimetype").strip()
        if kind not in (MIMETYPE, WORKBOOK):
            raise Unreadable("")
        return _read(data)
    except PasswordError as error:
        raise Unreadable("is locked with a password. Save a copy without one.") from error
    except (
        CalamineError,
        zipfile.BadZipFile,
        KeyError,
        NotImplementedError,
        RuntimeError,
        OSError,
        EOFError,
        ValueError,
    ) as error:
        raise Unreadable("") from error


def _read(data: bytes) -> dict[str, list[list[Any]]]:
    book, found, number = CalamineWorkbook.from_filelike(BytesIO(data)), {}, 0
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        number += sheet.total_height * sheet.total_width
        if number > MOST_CELLS:
            raise Unreadable(
                f"has more than {MOST_CELLS:,} cells, many times what an edition holds. Is it the right file?"
            )
        found[name] = [list(_plain(row)) for row in sheet.to_python(skip_empty_area=False)]
    return found


def _plain(row: list[Any]) -> Iterator[Any]:
    """Cells as JSON can hold them; an empty one is None, a whole number has no point."""
    for cell in row:
        if isinstance(cell, date | datetime):
            yield {DAY: cell.isoformat()}
        elif isinstance(cell, float) and cell.is_integer():
            yield int(cell)
        else:
            yield cell if isinstance(cell, str | int | float) and cell != "" else None if cell == "" else str(cell)


def main() -> None:
    """Read a spreadsheet from standard input; print its cells as JSON, or why it cannot be read."""
    try:
        answer: dict[str, Any] = {"sheets": cells_of(sys.stdin.buffer.read())}
    except Unreadable as error:
        answer = {"unreadable": str(error)}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
