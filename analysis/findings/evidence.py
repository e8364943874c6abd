"""Findings as readers see them: filtered, with their codes, their place and their address."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd

from analysis import citations, naming
from analysis.authority.inspection_details import known_to_choose
from analysis.findings.search import search
from analysis.look_up import each, look_up, rows, tuples
from analysis.selection import Selection
from loaders import Dataset, kept


@dataclass(frozen=True)
class Facets:
    """What findings are narrowed by. Empty means all, but for paragraphs: those that are named, all where it is None."""

    authorities: tuple[str, ...] = ()
    inspections: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    words: str = ""
    paragraphs: tuple[str, ...] | None = None


@kept(most=64)
def findings(ds: Dataset, facets: Facets) -> pd.DataFrame:
    """The findings that match every facet: best match first where there are words, else in order of time and paragraph.

    A theme and a verdict must belong to the same code. Columns: those of ``ds.findings``, summary_marked, quote_marked,
    place (in words, with the authority where several are asked for), link (address, or missing). Where there are
    words, rank
    stands before summary_marked.
    """
    one = facets.inspections[0] if len(facets.inspections) == 1 else None
    table = rows(ds, "findings", "inspection", one) if one else ds.findings
    for column, wanted in (
        ("authority", facets.authorities),
        ("inspection", () if one else facets.inspections),
        ("section", facets.sections),
    ):
        if wanted:
            table = table[table[column].isin(wanted)]
    if facets.paragraphs is not None:
        table = table[table["paragraph"].isin(facets.paragraphs)]
    codes = ds.codes
    if facets.themes:
        codes = codes[codes["theme"].isin(facets.themes)]
    if facets.verdicts:
        codes = codes[codes["verdict"].isin(facets.verdicts)]
    if facets.themes or facets.verdicts:
        table = table.merge(codes[["inspection", "paragraph"]].drop_duplicates())
    if facets.words.strip():
        table = table.merge(search(ds, facets.words, table), on=["inspection", "paragraph"]).sort_values("rank")
    else:
        start = table["inspection"].map(look_up(ds, "inspections", "inspection", "start"))
        table = table.assign(summary_marked=table["summary"], quote_marked=table["quote"], start=start)
        table = table.sort_values(["start", "inspection"], ascending=[False, True], kind="stable").drop(columns="start")
    several = len(facets.authorities) > 1
    keys = list(tuples(table, "inspection", "paragraph", "page"))
    places = [citations.place(ds, inspection, paragraph, page, several) for inspection, paragraph, page in keys]
    links = [citations.page_link(ds, inspection, page) for inspection, _, page in keys]
    return table.assign(place=places, link=pd.Series(links, table.index, dtype="str")).reset_index(drop=True)


def codes_of(ds: Dataset, inspection: str, paragraph: str) -> list[tuple[str, str]]:
    """Theme label and verdict of each code of a paragraph, the main one first."""
    return _codes(ds).get((inspection, paragraph), [])


@kept
def _codes(ds: Dataset) -> dict[tuple[str, str], list[tuple[str, str]]]:
    labels = look_up(ds, "themes", "theme", "label")
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for inspection, paragraph, theme, verdict in tuples(ds.codes, "inspection", "paragraph", "theme", "verdict"):
        found.setdefault((inspection, paragraph), []).append((labels[theme], verdict))
    return found


@kept
def sections(ds: Dataset, inspections: Collection[str]) -> list[str]:
    """Headings of the reports, in the order in which they first stand."""
    return list(dict.fromkeys(ds.findings.loc[ds.findings["inspection"].isin(inspections), "section"]))


@kept(most=64)
def as_table(ds: Dataset, found: pd.DataFrame) -> pd.DataFrame:
    """Findings as a table to take away.

    Columns: Authority, Report, Paragraph, Page, Section, Summary in our words, Quote, Themes, Address.
    """
    themes = [
        "; ".join(f"{label}: {verdict}" for label, verdict in codes_of(ds, *key)) or None
        for key in tuples(found, "inspection", "paragraph")
    ]
    labels = {inspection: naming.inspection_label(ds, inspection) for inspection in found["inspection"].unique()}
    return pd.DataFrame(
        {
            "Authority": found["authority"].map(look_up(ds, "authorities", "authority", "name")),
            "Report": found["inspection"].map(labels),
            "Paragraph": found["paragraph"],
            "Page": found["page"],
            "Section": found["section"],
            "Summary in our words": found["summary"],
            "Quote": found["quote"],
            "Themes": themes,
            "Address": found["link"],
        }
    )


class Sheet(NamedTuple):
    """Some of the findings that were found: as a frame, and each by its inspection and paragraph."""

    part: pd.DataFrame
    rows: dict[tuple[str, str], Any]


@kept
def sheet(ds: Dataset, facets: Facets, number: int, size: int) -> Sheet:
    """Return one sheet of so many findings, counted from 1. Columns of ``part``: those of ``findings``."""
    found = findings(ds, facets)
    part = found.iloc[(number - 1) * size : number * size]
    return Sheet(part, {(row.inspection, row.paragraph): row for row in each(part)})


@kept
def coded_to_choose(ds: Dataset, selection: Selection) -> list[str]:
    """Return the inspections of the chosen authorities whose findings are held, oldest first."""
    held = look_up(ds, "findings", "inspection", "authority")
    return [inspection for inspection in known_to_choose(ds, selection) if inspection in held]
