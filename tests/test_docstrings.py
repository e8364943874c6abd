"""What a docstring says of the columns of a table is what the function returns: each is run, on the sample.

The form is ``Columns: authority, start (first day on site), grade.`` Words in brackets are for the reader. An entry may be
``those of ``transitions```` (another function, a parameter, or a table as ``ds.findings``) or ``one per inspection``.
``Columns of ``changes``: …`` speaks of a part of what is returned; an exhibit's part is its ``table``.
"""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from typing import Any

import pandas as pd
import pytest

import analysis
import exhibits
import loaders.dataset
import loaders.statistics
from loaders import Dataset
from loaders.dataset.contract import TABLES
from tests.examples import example, name_of

LISTS = re.compile(r"Columns(?: of ``(\w+)``)?: ")
OTHER_FORMS = re.compile(r"\b(?:[Cc]olumns (?:as ``|of the table)|columns:|has the columns|columns of ``)")
SOME = re.compile(r"(?:then )?one per .+")

NO_LIST = {
    "analysis.about.method.tables": "tables of many forms, each with a caption",
    "analysis.about.sources.source_tables": "two tables, each with a caption",
    "analysis.about.sources.note_tables": "tables of many forms, each with a caption",
    "exhibits.plan_progress.progress_of_plan": "a column for each version, and none for a plan of one",
    "analysis.england.themes_over_time.weak_over_time": "a column for each time, of which there may be none",
    "exhibits.by_year.visits_over_time": "a column for each year, of which there may be none",
    "analysis.england.asked.shares_asked": "a column for each part, of which there may be none",
    "exhibits.asked.what_is_asked": "a column for each part, of which there may be none",
    "exhibits.theme_grid.themes_by_grade": "a column for each grade that ten reports gave, of which there may be none",
    "exhibits.theme_grid.weak_table": "a column for each that it is given",
    "exhibits.themes_over_time.themes_over_time": "a column for each time, of which there may be none",
    "analysis.look_up.rows": "the columns of whichever table is asked for",
    "loaders.dataset.contract.frame": "those of the table that it makes",
}
"""Functions that return tables and list no columns, and why."""


def public_functions() -> Iterator[Callable]:
    """Every public function of the answers, the exhibits, the dataset and the statistics."""
    for package in (analysis, exhibits, loaders.dataset, loaders.statistics):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                if inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_"):
                    yield value


FUNCTIONS = {name_of(function): function for function in public_functions()}


def doc(function: Callable) -> str:
    return " ".join((function.__doc__ or "").split())


def without_brackets(text: str) -> str:
    """A text without what stands in brackets, from the innermost outwards."""
    while (shorter := re.sub(r"\s*\([^()]*\)", "", text)) != text:
        text = shorter
    return text


def entries(function: Callable) -> list[str]:
    """What a docstring lists, entry by entry: up to the end of its sentence."""
    text = without_brackets(doc(function))
    start = LISTS.search(text).end()
    return re.split(r", ", re.split(r"\.(?:\s|$)", text[start:], maxsplit=1)[0])


def function_called(name: str, near: Callable) -> Callable:
    """The function that another's docstring names."""
    beside = FUNCTIONS.get(f"{near.__module__}.{name}")
    (found,) = [beside] if beside else [other for full, other in FUNCTIONS.items() if full.endswith(f".{name}")]
    return found


def listed(function: Callable, given: dict[str, Any]) -> list[str]:
    """Columns that a docstring lists, those of others among them written out."""
    names = []
    for entry in entries(function):
        if not (of := re.fullmatch(r"those of ``([\w.]+)``", entry)):
            names.append(entry)
        elif of[1].startswith("ds."):
            names += TABLES[of[1].removeprefix("ds.")].columns
        elif of[1] in given:
            names += list(given[of[1]].columns)
        else:
            names += listed(function_called(of[1], function), given)
    return names


def table_in(value: Any) -> pd.DataFrame:
    """The first table in what a function returns."""
    if isinstance(value, pd.DataFrame):
        return value
    return next(
        table
        for part in value
        if isinstance(part, pd.DataFrame | tuple | list) and (table := table_in(part)) is not None
    )


def alike(names: list[str], columns: list[str]) -> bool:
    """Whether columns are as listed, where an entry may stand for one or more."""
    pattern = ", ".join(".+" if SOME.fullmatch(name) else re.escape(name) for name in names)
    return re.fullmatch(pattern, ", ".join(columns)) is not None


LISTING = [name for name, function in FUNCTIONS.items() if LISTS.search(doc(function))]


@pytest.mark.parametrize("name", LISTING)
def test_a_table_has_the_columns_that_its_docstring_lists(ds: Dataset, name):
    function = FUNCTIONS[name]
    given = example(function, ds)
    value = function(*given.values())
    part = LISTS.search(doc(function))[1]
    columns = list(table_in(getattr(value, part) if part else value).columns)
    names = listed(function, given)
    assert alike(names, columns), f"listed: {', '.join(names)}; returned: {', '.join(columns)}"


@pytest.mark.parametrize("name", FUNCTIONS)
def test_columns_are_listed_in_one_form_wherever_a_table_is_returned(name):
    function = FUNCTIONS[name]
    assert not OTHER_FORMS.search(doc(function)), "write “Columns: those of ``that``.”"
    returns = str(inspect.signature(function).return_annotation)
    if re.search(r"DataFrame|Exhibit\b", returns) and "dict[str" not in returns:
        assert name in NO_LIST or LISTS.search(doc(function)), "list the columns of what it returns"


def test_a_wrong_list_is_noticed():
    assert alike(["Strand", "then one per inspection"], ["Strand", "2022", "2025"])
    assert not alike(["Strand", "then one per inspection"], ["Strand"])
    assert not alike(["a", "b"], ["b", "a"])
    assert not alike(["a"], ["a", "b"])
