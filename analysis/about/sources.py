"""What the records rest on, and where their sources disagree or are silent: tables of the page About."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis import citations, english, naming
from analysis.look_up import each, look_up
from loaders import Dataset


def source_tables(ds: Dataset) -> list[tuple[str, pd.DataFrame]]:
    """Every document and statistics file that the records rest on, and how far the lists of inspections are checked."""
    statistics = ds.sources["statistics"]
    shown = pd.concat([_listed(ds, ds.sources[~statistics]), _of_statistics(ds.sources[statistics])])
    checked = ds.authorities[ds.authorities["reports_checked"].notna()]
    lists = pd.DataFrame(
        {
            "Authority": [*checked["name"], "All others"],
            "List of full inspections complete to": [
                english.day(date) for date in [*checked["reports_checked"], ds.statistics_as_at]
            ],
        }
    )
    return [("Every source", shown), ("How far the lists of inspections are checked", lists)]


def _listed(ds: Dataset, sources: pd.DataFrame) -> pd.DataFrame:
    held = {inspection: naming.held_here(ds, inspection) for inspection in ds.inspections["inspection"]}
    shown = pd.DataFrame(
        {
            "Record": [_record_label(ds, record) for record in sources["record"]],
            "Document": sources["title"].fillna("none held"),
            "Publisher": sources["publisher"],
            "Licence as printed": sources["licence"].fillna("no open licence printed"),
            "Address": [_address(ds, row) for row in each(sources)],
            "Last compared": [english.day(date) for date in sources["checked"]],
            "What is held": sources["record"].map(held).fillna("the council's plan, action by action"),
        }
    )
    shown.loc[sources["file"].isna(), "Licence as printed"] = "none held"
    return shown


def _address(ds: Dataset, row: Any) -> str:
    inspections = look_up(ds, "inspections", "inspection", "url")
    page = citations.page_link(ds, row.record) if row.record in inspections else None
    return row.url if isinstance(row.url, str) else page or "not known"


def _of_statistics(sources: pd.DataFrame) -> pd.DataFrame:
    """One row for each statistics file, however many records rest on it."""
    rows = [
        {
            "Record": f"{len(part):,} inspections and visits of {part['authority'].nunique()} authorities",
            "Document": title,
            "Publisher": part["publisher"].iloc[0],
            "Licence as printed": part["licence"].iloc[0],
            "Address": "not known",
            "Last compared": english.day(part["checked"].min()),
            "What is held": "dates and grades; of a visit, dates only",
        }
        for title, part in sources.groupby("title")
    ]
    return pd.DataFrame(rows)


def note_tables(ds: Dataset) -> list[tuple[str, pd.DataFrame]]:
    """What sources disagree on or leave out; what only tells more of an inspection (``context``) stands with that inspection."""
    notes = ds.notes[ds.notes["kind"] != "context"]
    shown = pd.DataFrame(
        {
            "Record": [_record_label(ds, record) for record in notes["record"]],
            "Kind": notes["kind"],
            "Note": notes["text"],
            "Paragraphs": notes["paragraphs"],
        }
    )
    return [("Conflicts, gaps and misprints in the sources", shown)]


def _record_label(ds: Dataset, record: str) -> str:
    if record in set(ds.inspections["inspection"]):
        return naming.inspection_label(ds, record)
    plan: Any = ds.plans.set_index("plan").loc[record]
    return f"{naming.authority_name(ds, plan['authority'])}, action plan, version {plan['version']} of {english.day(plan['version_date'])}"
