"""Rows and words by their key, from an index that is made once for each table."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from loaders import Dataset, kept


@kept
def look_up(ds: Dataset, table: str, key: str, column: str) -> dict[str, Any]:
    """Return one column of a table by another, the id of its rows: ``look_up(ds, "themes", "theme", "label")``."""
    frame: pd.DataFrame = getattr(ds, table)
    return dict(tuples(frame, key, column))


def rows(ds: Dataset, table: str, column: str, value: str) -> pd.DataFrame:
    """Return the rows of a table that have a value in a column, in their order; none where no row has it."""
    return getattr(ds, table).take(_places(ds, table, column).get(value, []))


def tuples(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Return the cells of some columns, row by row.

    A list of a column is made at once; to walk over a column of words asks Arrow for each cell, which takes ten times as long.
    """
    return zip(*(frame[column].tolist() for column in columns), strict=True)


def each(frame: pd.DataFrame) -> Iterator[Any]:
    """Return the rows of a frame one after another, its columns as attributes. What their cells are, the contract says."""
    columns = [column.tolist() for _, column in frame.items()]
    return map(_row_of(tuple(frame.columns)), frame.index, *columns)


@cache
def _row_of(columns: tuple[str, ...]) -> type:
    """The type of a row with these columns, as ``DataFrame.itertuples`` makes it anew in each call."""
    return namedtuple("Row", ("Index", *columns), rename=True)


@kept
def _places(ds: Dataset, table: str, column: str) -> dict[str, np.ndarray]:
    """Where the rows of each value of a column stand."""
    return getattr(ds, table).groupby(column, sort=False).indices


def to_choose(ds: Dataset, column: str, values: pd.Series) -> dict[str, str]:
    """The words of a column, each once: frameworks and grades in their own order, others by name."""
    found = set(values.dropna())
    orders = {"framework": ds.frameworks["short_label"], "grade": ds.grade_scale["label"]}
    return {words: words for words in orders.get(column, sorted(found)) if words in found}
