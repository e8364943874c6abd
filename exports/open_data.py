"""The data at addresses that stay: ``/data/grades.csv``, ``.json``, ``dataset.xlsx``, ``schema.json``, ``datapackage.json``,
``feed.atom``.

A table takes the pages' own filters.

Knows nothing of the web server: a path and a query go in, an answer comes out.
"""

from __future__ import annotations

import difflib
import hashlib
import json
from typing import NamedTuple

import pandas as pd

from analysis import citations, english
from loaders import Dataset, kept
from loaders.dataset.contract import TABLES

from . import markup
from .csv_files import csv_bytes
from .data_package import data_package
from .feed import feed
from .filters import Refused, filtered, parameters
from .workbook import dataset_workbook

_fill = markup.filler()

CSV, JSON, HTML, TEXT, ATOM = "text/csv", "application/json", "text/html", "text/plain", "application/atom+xml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

Query = tuple[tuple[str, str], ...]

WHOLE = ("dataset.xlsx", "schema.json", "datapackage.json", "feed.atom")
ADDRESSES = (*(f"{name}.{form}" for name in TABLES for form in ("csv", "json")), *WHOLE)
"""What stands under ``/data/``: each table, and what is of them all."""


class Answer(NamedTuple):
    """What an address answers: status, body, its type, the name to save it under (empty: it is read, not saved)."""

    status: int
    body: bytes
    media: str
    file_name: str = ""

    @property
    def etag(self) -> str:
        """Changes if and only if the body does."""
        return f'"{hashlib.sha256(self.body).hexdigest()[:20]}"'


@kept(most=64)
def answer(ds: Dataset, path: str, query: Query = ()) -> Answer:
    """The answer to ``/data/<path>?<query>``: 200, 404 where nothing has that name, 400 where the query cannot be understood."""
    whole = {
        "": _index,
        "index.html": _index,
        "schema.json": _schema,
        "datapackage.json": _package,
        "dataset.xlsx": _dataset,
    }
    try:
        if path == "feed.atom":
            return Answer(200, feed(ds, query), ATOM)
        if path in whole:
            if query:
                raise Refused(
                    400,
                    f"{path or 'The list of tables'} takes no parameters. A table does: /data/grades.csv?authority=York.",
                )
            return whole[path](ds)
        name, _, form = path.rpartition(".")
        if name not in TABLES or form not in ("csv", "json"):
            raise Refused(404, _not_found(path))
        frame = filtered(ds, name, query)
    except Refused as refused:
        return Answer(refused.status, f"{refused}\n".encode(), TEXT)
    return Answer(200, csv_bytes(frame), CSV, path) if form == "csv" else Answer(200, _json(frame), JSON, path)


def _not_found(path: str) -> str:
    near = difflib.get_close_matches(path, ADDRESSES, n=1)
    hint = f" Did you mean /data/{near[0]}?" if near else ""
    return f"There is no /data/{path[:80]} here.{hint} /data/ lists every table."


def _json(frame: pd.DataFrame) -> bytes:
    """Rows as objects; days as 2022-05-04; unknown is null."""
    plain = frame.assign(
        **{str(c): frame[c].dt.strftime("%Y-%m-%d") for c in frame if pd.api.types.is_datetime64_any_dtype(frame[c])}
    )
    rows = plain.astype(object).where(plain.notna(), None).to_dict("records")
    return (json.dumps(rows, ensure_ascii=False, default=int, separators=(",", ":")) + "\n").encode()


def _dataset(ds: Dataset) -> Answer:
    return Answer(200, dataset_workbook(ds), XLSX, "dataset.xlsx")


def _schema(ds: Dataset) -> Answer:
    """Which tables there are, what a row of each is, its columns, its filters."""
    tables = {
        name: {
            "one_row_is": table.row,
            "rows": len(getattr(ds, name)),
            "csv": f"{name}.csv",
            "json": f"{name}.json",
            "filters": parameters(getattr(ds, name), name),
            "columns": [
                {"column": column, "type": said.type, "meaning": said.meaning} for column, said in table.columns.items()
            ],
        }
        for name, table in TABLES.items()
    }
    about: dict[str, object] = {
        "as_at": f"{ds.as_at:%Y-%m-%d}",
        "version": ds.fingerprint,
        "licence": citations.LICENCE,
        "tables": tables,
    }
    return Answer(200, _pretty(about), JSON)


def _package(ds: Dataset) -> Answer:
    """The tables as a Data Package, for programs that understand it."""
    return Answer(200, _pretty(data_package(ds)), JSON)


def _pretty(value: dict[str, object]) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _index(ds: Dataset) -> Answer:
    """A page that lists every address."""
    tables = markup.table(
        "Every table", ("Table", "One row is", "Rows", "Addresses", "Filters"), [_listed(ds, name) for name in TABLES]
    )
    day, words = english.day(ds.as_at), citations.OPEN_DATA
    return Answer(
        200, _fill("open_data", day=day, licence=citations.LICENCE, words=words, tables=tables).encode(), HTML
    )


def _listed(ds: Dataset, name: str) -> tuple[str, ...]:
    """A table in that list."""
    frame = getattr(ds, name)
    filters = ", ".join(parameters(frame, name)) or "none"
    return name, TABLES[name].row, f"{len(frame):,}", _fill("addresses", name=name), filters
