"""An edition of Ofsted's statistics -> its two files in a data folder."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import yaml

from ..records.editions import FOLDER, ROW_COLUMNS, EditionFile, EditionRow
from ..records.writing import write_whole

COMMENT = """\
# yaml-language-server: $schema=../schema/edition.schema.json
# Written by `python -m loaders official FILE.ods` from the rows of the file; the figures are the file's own counts, against
# which pages hold what comes out of the records.
"""


def write_edition(folder: Path, about: EditionFile, rows: Sequence[EditionRow], grades: Sequence[str]) -> None:
    """Write ``statistics/<day>.csv`` and ``.yaml``, each in one step, so that no file is ever half written."""
    place = folder / FOLDER / about.as_at.isoformat()
    place.parent.mkdir(parents=True, exist_ok=True)
    write_whole(place.with_suffix(".csv"), csv_text(rows, grades))
    write_whole(place.with_suffix(".yaml"), yaml_text(about))


def csv_text(rows: Sequence[EditionRow], grades: Sequence[str]) -> str:
    """The rows as CSV, with a column for each of the grades that any of them gives."""
    grades = [column for column in grades if any(column in row.grades for row in rows)]
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([*ROW_COLUMNS, *grades])
    for row in rows:
        facts = [getattr(row, column) for column in ROW_COLUMNS]
        writer.writerow([*facts, *(row.grades.get(column) for column in grades)])
    return out.getvalue()


def yaml_text(about: EditionFile) -> str:
    """What an edition is, as YAML: one figure a line."""
    facts = about.model_dump(mode="json", exclude={"figures", "as_at", "checked"})
    columns = facts.pop("columns")
    facts |= {"as_at": about.as_at, "checked": about.checked, "columns": columns}
    figures = [figure.model_dump(exclude_none=True) for figure in about.figures]
    lines = [
        yaml.safe_dump(one, sort_keys=False, allow_unicode=True, default_flow_style=True, width=500) for one in figures
    ]
    head = yaml.safe_dump(facts, sort_keys=False, allow_unicode=True, width=120)
    return COMMENT + head + "figures:\n" + "".join(f"  - {line}" for line in lines)
