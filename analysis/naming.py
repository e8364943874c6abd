"""What an authority, an inspection and its grades are called."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import pandas as pd

from analysis.english import day, joined, months
from analysis.frameworks import graded_frameworks
from analysis.look_up import look_up, tuples
from loaders import Dataset, kept

DEPTH_WORDS = {
    "coded": "report, read and coded paragraph by paragraph",
    "recommendations": "recommendations read, but not the findings",
    "outcome": "dates and grades",
    "listed": "known to have taken place; no report held here",
}

INSPECTIONS = 2000
"""Names that are kept of each kind: more than there are inspections."""

OWN = "The council’s own record, not published by Ofsted"
"""What stands beside a record that a council added over the data of this repository."""


@kept
def _inspections(ds: Dataset) -> dict[str, Any]:
    rows: Iterable[Any] = ds.inspections.itertuples(index=False)
    return {row.inspection: row for row in rows}


def inspection_row(ds: Dataset, inspection: str) -> Any:
    """One row of ``ds.inspections``, its columns as attributes. Raises ``KeyError`` where there is none."""
    return _inspections(ds)[inspection]


def held_here(ds: Dataset, inspection: str) -> str:
    """What is held of one inspection or visit: ``dates and grades``. Raises ``KeyError`` where there is none."""
    row = inspection_row(ds, inspection)
    if row.depth == "coded":
        return f"{DEPTH_WORDS[row.depth]}, {'twice' if row.readings == 2 else 'once'}"
    if row.depth == "outcome" and row.framework not in graded_frameworks(ds):
        return "dates only, as a visit gives no grades"
    return DEPTH_WORDS[row.depth]


@kept
def _authorities(ds: Dataset) -> dict[str, str]:
    return dict(tuples(ds.authorities, "authority", "name"))


def authority_name(ds: Dataset, authority: str) -> str:
    """The authority's name as shown. Raises ``KeyError`` where there is none."""
    return _authorities(ds)[authority]


def authorities_named(ds: Dataset, authorities: Iterable[str]) -> str:
    """``York, Leeds and Kent``: the names as shown. Raises ``KeyError`` where there is none."""
    return joined([authority_name(ds, authority) for authority in authorities])


def authority_in_sentence(ds: Dataset, authority: str) -> str:
    """``York``, ``the City of London``, ``the Isle of Wight``: the name as a sentence has it. Raises ``KeyError`` where there is none."""
    name = authority_name(ds, authority)
    return f"the {name}" if re.match(r"City of London|Isles? of ", name) else name


def region_in_sentence(region: str) -> str:
    """``London``, ``the North West``, ``the East of England``: a region's name as a sentence has it."""
    return f"the {region}" if re.match(r"North |South |East |West ", region) else region


def strand_title(ds: Dataset, strand: str) -> str:
    """The strand's label, as headings use it."""
    return look_up(ds, "strands", "strand", "label")[strand]


@kept
def _kinds(ds: Dataset) -> dict[str, str]:
    return dict(tuples(ds.frameworks, "framework", "short_label"))


def inspection_kind(ds: Dataset, framework: str) -> str:
    """The short name of a framework, as headings use it."""
    return _kinds(ds)[framework]


@kept(most=INSPECTIONS)
def inspection_label(ds: Dataset, inspection: str) -> str:
    """``York, ILACS 2018, March 2022``: one inspection, named so that nobody mistakes it."""
    row = inspection_row(ds, inspection)
    when = months(row.start, row.end, row.date_precision)
    return f"{authority_name(ds, row.authority)}, {inspection_kind(ds, row.framework)}, {when}{own_mark(row)}"


@kept(most=INSPECTIONS)
def inspection_in_sentence(ds: Dataset, inspection: str) -> str:
    """``the inspection of March 2022``, ``the focused visit of August 2023``, ``the inspection published in July 2012``."""
    row = inspection_row(ds, inspection)
    when = months(row.start, row.end, row.date_precision)
    of = when.replace("published", "published in") if "published" in when else f"of {when}"
    return f"the {kind_in_sentence(ds, row.framework)} {of}{own_mark(row)}"


def kind_in_sentence(ds: Dataset, framework: str) -> str:
    """``inspection``, ``focused visit``: what an inspection under a framework is called."""
    labels = look_up(ds, "frameworks", "framework", "label")
    return "inspection" if framework in graded_frameworks(ds) else labels[framework].lower()


def own_mark(row: Any) -> str:
    """`` (council’s own record)`` for a record that a council added; empty for any other. ``row``: of ``ds.inspections``."""
    return " (council’s own record)" if row.own else ""


@kept(most=INSPECTIONS)
def source_name(ds: Dataset, inspection: str) -> str:
    """How a report is named under a figure: ``Ofsted, York, inspection of March 2022 (published 4 May 2022)``."""
    row = inspection_row(ds, inspection)
    if row.own:
        visit = inspection_in_sentence(ds, inspection).removeprefix("the ").removesuffix(own_mark(row))
        return f"{OWN}: {authority_name(ds, row.authority)}, {visit}"
    if inspection in _from_statistics(ds):
        title = ds.sources.loc[ds.sources["record"] == inspection, "title"].iloc[0]
        return f"Ofsted, {title}: {authority_name(ds, row.authority)}, {inspection_in_sentence(ds, inspection).removeprefix('the ')}"
    published = (
        "publication date unknown"
        if pd.isna(row.published)
        else f"published {day(row.published, row.published_precision)}"
    )
    return f"Ofsted, {authority_name(ds, row.authority)}, {inspection_in_sentence(ds, inspection).removeprefix('the ')} ({published})"


@kept
def _from_statistics(ds: Dataset) -> frozenset[str]:
    return frozenset(ds.sources.loc[ds.sources["statistics"], "record"])


def report_read(ds: Dataset, inspection: str) -> bool:
    """Whether somebody opened the report or letter itself, so that what is missing here is missing there."""
    return inspection_row(ds, inspection).depth != "listed" and inspection not in _from_statistics(ds)


def lead_words(ds: Dataset, inspection: str) -> str:
    """The lead inspector; where none is recorded, whether the report names none or was not read here."""
    lead = inspection_row(ds, inspection).lead_inspector
    if isinstance(lead, str):
        return lead
    return "none named in the report" if report_read(ds, inspection) else "not held here"


def event_name(ds: Dataset, row: Any) -> str:
    """What an inspection or visit is called in a list: ``ILACS 2018``, ``Focused visit: care leavers``."""
    name = inspection_kind(ds, row.framework)
    return f"{name if pd.isna(row.visit_theme) else f'{name}: {row.visit_theme}'}{own_mark(row)}"


@kept(most=INSPECTIONS)
def column_heading(ds: Dataset, inspection: str) -> str:
    """``March 2022, ILACS 2018``: an inspection as the heading of a column."""
    row = inspection_row(ds, inspection)
    when = day(row.start, "year" if row.date_precision == "year" else "month")
    return f"{'Published ' if row.date_precision == 'published' else ''}{when}, {inspection_kind(ds, row.framework)}{own_mark(row)}"


@kept
def short_heading(ds: Dataset, inspection: str) -> str:
    """``Mar 2022, ILACS 2018``: the same where there is little room."""
    row = inspection_row(ds, inspection)
    when = day(row.start, "year") if row.date_precision == "year" else f"{row.start:%b %Y}"
    return f"{'Published ' if row.date_precision == 'published' else ''}{when}, {inspection_kind(ds, row.framework)}{', own' if row.own else ''}"
