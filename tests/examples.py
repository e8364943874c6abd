"""Examples of calls: for each parameter of the public functions of ``analysis`` and ``exhibits`` a value that makes sense."""

import inspect
from collections.abc import Callable
from datetime import date
from itertools import zip_longest
from typing import Any

import pandas as pd

from analysis.comparison.standings import BEGUN, compared, england
from analysis.comparison.transitions import transitions
from analysis.england.asked import BY_YEAR
from analysis.england.movers import ROSE_TWO
from analysis.england.reports_read import EVERY
from analysis.findings.evidence import Facets, findings
from analysis.grades.comparability import strand_cells
from analysis.grades.spells import spells
from analysis.recommendations.asked import Wanted
from analysis.recommendations.asked import found as recommendations_found
from analysis.selection import Selection
from analysis.themes.recurrence import theme_recurrence
from loaders import Dataset
from loaders.records.reading import read_vocabulary
from loaders.statistics.rows import Reading
from loaders.statistics.sheets import find_tables
from tests.builders import SAMPLE
from tests.spreadsheets import small_edition

BY_PARAMETER: dict[str, Callable[[Dataset], Any]] = {
    "ds": lambda ds: ds,
    "selection": lambda ds: Selection(authorities=("york",)),
    "basis": lambda ds: BEGUN,
    "comparison": lambda ds: england(ds, "overall", pd.Timestamp("2025-03-31"), BEGUN),
    "authority": lambda ds: "york",
    "authorities": lambda ds: ["york"],
    "inspection": lambda ds: "york/2022-ilacs",
    "plan": lambda ds: "york/2022-action-plan",
    "inspections": lambda ds: ds.inspections,
    "recommendation": lambda ds: "R1",
    "later": lambda ds: "york/2025-ilacs",
    "theme": lambda ds: "recording",
    "day": lambda ds: pd.Timestamp("2026-08-22"),
    "before": lambda ds: "requires_improvement",
    "after": lambda ds: "good",
    "cells": lambda ds: strand_cells(ds, ["york"]),
    "pairs": lambda ds: transitions(ds, BY_PARAMETER["comparison"](ds)),
    "statuses": lambda ds: theme_recurrence(ds, "york"),
    "order": lambda ds: "By group",
    "part": lambda ds: EVERY,
    "better": lambda ds: "good",
    "worse": lambda ds: "requires_improvement",
    "facets": lambda ds: Facets(authorities=("york",)),
    "found": lambda ds: findings(ds, BY_PARAMETER["facets"](ds)),
    "words": lambda ds: "records",
    "wanted": lambda ds: Wanted(authorities=("york",)),
    "rows": lambda ds: recommendations_found(ds, BY_PARAMETER["wanted"](ds)),
    "number": lambda ds: 1,
    "size": lambda ds: 20,
    "way": lambda ds: BY_YEAR,
    "subject": lambda ds: "york",
    "preset": lambda ds: ROSE_TWO,
    "shown": lambda ds: ("overall", "leaders"),
    "framework": lambda ds: "sif",
    "strand": lambda ds: "overall",
}
"""The value of each parameter, by its name."""

BESIDE = {"comparison": lambda ds: compared(ds, Selection(("york", "leeds")), "chosen", "overall")}
"""A comparison with a subject."""

SPELLS = {"found": lambda ds: spells(ds, ("york",))}
"""How long the grades of York stood."""

BY_FUNCTION: dict[str, dict[str, Callable[[Dataset], Any]]] = {
    "analysis.grades.spells.spells_table": SPELLS,
    "analysis.comparison.side_by_side.balances": BESIDE,
    "analysis.comparison.side_by_side.themes_side_by_side": BESIDE,
    "analysis.comparison.side_by_side.praised_where_criticised": BESIDE,
    "loaders.dataset.frames.in_order": {"name": lambda ds: "grades", "table": lambda ds: ds.grades},
    "loaders.statistics.rows.read_rows": {
        "kind": lambda ds: "history",
        "table": lambda ds: find_tables(
            {name: pd.DataFrame(zip_longest(*rows)).T for name, rows in small_edition().items()}, "a.ods"
        )["history"],
        "about": lambda ds: Reading("a.ods", date(2025, 3, 31), read_vocabulary(SAMPLE)["frameworks"]),
        "problems": lambda ds: [],
    },
}
"""Where a function needs another value than others do."""


def name_of(function: Callable) -> str:
    """Dotted name of a function."""
    return f"{function.__module__}.{function.__name__}"


def example(function: Callable, ds: Dataset) -> dict[str, Any]:
    """Return a value for each parameter that a function needs, in order. Raises ``KeyError`` where one has no example."""
    values = BY_PARAMETER | BY_FUNCTION.get(name_of(function), {})
    parameters = inspect.signature(function).parameters.values()
    needed = [parameter.name for parameter in parameters if parameter.default is parameter.empty]
    if missing := [name for name in needed if name not in values]:
        raise KeyError(f"{name_of(function)} has no example of {', '.join(missing)}: add it to tests/examples.py")
    return {name: values[name](ds) for name in needed}
