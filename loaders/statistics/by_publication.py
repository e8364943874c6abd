"""Inspections of 2009 to 2018 as the editions of 2022 and 2023 list them: by day of publication, an authority a row.

That sheet has the inspections of one authority side by side, each a group of columns; which columns are whose stands in
``editions.yaml``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, NamedTuple

from ..records.editions import EditionRow
from ..records.ids import Parts, free_id
from ..records.problems import Problem
from ..records.vocabulary import Framework, Frameworks
from .rows import place, records_of
from .sheets import SHEET, ColumnMap, Table, day_of, text


class Group(NamedTuple):
    """The columns of one inspection: its framework, its kind within it, headings of its day of publication and its grades."""

    framework: str
    variant: str | None
    published: str
    grades: dict[str, str]


class ByPublication(NamedTuple):
    """Where such a sheet stands, its groups of columns, and grade words that it puts in place of those of the time."""

    sheet: str
    name: str
    groups: list[Group]
    translated: dict[str, str]

    @property
    def columns(self) -> ColumnMap:
        """Sheet and headings of each group, under the id of its framework, with a number from the second on."""
        found: ColumnMap = {}
        for group in self.groups:
            number = sum(name.split(" ")[0] == group.framework for name in found) + 1
            name = group.framework if number == 1 else f"{group.framework} {number}"
            found[name] = {SHEET: self.sheet, "name": self.name, "published": group.published, **group.grades}
        return found


class Listed(NamedTuple):
    """One inspection as such a sheet lists it."""

    name: str
    framework: str
    variant: str | None
    published: date
    grades: dict[str, str]
    row: int


def from_yaml(said: dict[str, Any] | None) -> ByPublication | None:
    """What ``editions.yaml`` says of such a sheet; None where an edition has none."""
    if said is None:
        return None
    groups = [
        Group(group["framework"], group.get("variant"), group["published"], group["grades"])
        for group in said["inspections"]
    ]
    return ByPublication(said[SHEET], said["name"], groups, said["translated"])


def listed(
    about: ByPublication, tables: dict[str, Table], file: str, frameworks: Frameworks, problems: list[Problem]
) -> list[Listed]:
    """Every inspection of the sheet; cells that are not understood are added to ``problems``."""
    versions = {framework.id: framework for framework in frameworks.frameworks}
    found: list[Listed] = []
    for group, table in zip(about.groups, tables.values(), strict=True):
        for cells in records_of(table.rows):
            # A second table, of authorities that are gone, begins further down with the same headings.
            if text(cells["published"]) in (None, group.published):
                continue
            published = day_of(cells["published"])
            if published is None:
                message = f"found {text(cells['published'])!r}; not a date. Write it as a date, such as 14/05/2012."
                problems.append(place(file, table.sheet, cells["row"], message, group.published))
                continue
            grades = dict(_grades(group, cells, versions[group.framework], about.translated, file, problems))
            name = text(cells["name"]) or ""
            found.append(Listed(name, group.framework, group.variant, published, grades, cells["row"]))
    return found


def _grades(
    group: Group,
    cells: dict[str, Any],
    framework: Framework,
    translated: dict[str, str],
    file: str,
    problems: list[Problem],
) -> Iterator[tuple[str, str]]:
    """Column and grade, in the words that the framework gave."""
    for column, heading in group.grades.items():
        said = text(cells[column])
        if said is None:
            continue
        word = said if said in framework.grades else translated.get(said, said)
        if word in framework.grades:
            yield column, word
        else:
            message = f"found {said!r}; not a grade of {framework.label}. Take it from the report."
            problems.append(place(file, "", cells["row"], message, heading))


def add_rows(
    rows: dict[str, EditionRow],
    found: Iterable[Listed],
    authority_of: Callable[[str], str | None],
    frameworks: Frameworks,
    file: str,
) -> list[Problem]:
    """Add a row for each inspection, those of one authority, framework and day as one. Returns names that no authority has."""
    kinds = {framework.id: framework.kind for framework in frameworks.frameworks}
    together: dict[tuple[str, str, date], Listed] = {}
    problems: list[Problem] = []
    for one in found:
        authority = authority_of(one.name)
        if authority is None:
            message = f"found {one.name!r}; not an authority of authorities.csv. Add it, or the name as an alias."
            problems.append(place(file, "", one.row, message))
            continue
        key = (authority, one.framework, one.published)
        before = together.get(key)
        together[key] = one if before is None else one._replace(grades={**before.grades, **one.grades})
    for (authority, framework, published), one in sorted(together.items(), key=lambda item: item[0]):
        name = free_id(Parts(authority, published.year, kinds[framework]), rows)
        rows[name] = EditionRow(
            inspection=name,
            variant=one.variant,
            start=None,
            end=None,
            published=published,
            visit_theme=None,
            grades=one.grades,
        )
    return problems
