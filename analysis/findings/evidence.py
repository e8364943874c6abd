"""Findings as readers see them: filtered, with their codes, their place and their address."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import pandas as pd

from analysis import citations, naming
from analysis.findings.search import search
from loaders import Dataset


@dataclass(frozen=True)
class Facets:
    """What the findings page narrows by. Empty means all."""

    authorities: tuple[str, ...] = ()
    inspections: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()
    words: str = ""
    paragraphs: tuple[str, ...] = ()


def findings(ds: Dataset, facets: Facets) -> pd.DataFrame:
    """The findings that match every facet: best match first where there are words, else in order of time and paragraph.

    A theme and a verdict must belong to the same code. Columns: those of ``ds.findings``, summary_marked, quote_marked,
    place (in words, with the authority where several are asked for), link (address, or missing).
    """
    table = ds.findings
    for column, wanted in (
        ("authority", facets.authorities),
        ("inspection", facets.inspections),
        ("section", facets.sections),
        ("paragraph", facets.paragraphs),
    ):
        if wanted:
            table = table[table[column].isin(wanted)]
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
        start = ds.inspections.set_index("inspection")["start"].reindex(table["inspection"]).to_numpy()
        table = table.assign(summary_marked=table["summary"], quote_marked=table["quote"], start=start)
        table = table.sort_values(["start", "inspection"], ascending=[False, True], kind="stable").drop(columns="start")
    several = len(facets.authorities) > 1
    places = [citations.place(ds, row.inspection, row.paragraph, row.page, several) for row in table.itertuples()]
    links = [citations.page_link(ds, row.inspection, row.page) for row in table.itertuples()]
    return table.assign(place=places, link=links).reset_index(drop=True)


def codes_of(ds: Dataset, inspection: str, paragraph: str) -> list[tuple[str, str]]:
    """Theme label and verdict of each code of a paragraph, the main one first."""
    codes = ds.codes[(ds.codes["inspection"] == inspection) & (ds.codes["paragraph"] == paragraph)]
    labels = ds.themes.set_index("theme")["label"]
    return [(labels[row.theme], row.verdict) for row in codes.itertuples()]


def sections(ds: Dataset, inspections: Collection[str]) -> list[str]:
    """Headings of the reports, in the order in which they first stand."""
    return list(dict.fromkeys(ds.findings.loc[ds.findings["inspection"].isin(inspections), "section"]))


def as_table(ds: Dataset, found: pd.DataFrame) -> pd.DataFrame:
    """Findings as a table to take away: Authority, Report, Paragraph, Page, Section, Summary, Quote, Themes, Address."""
    names = ds.authorities.set_index("authority")["name"]
    labels = ds.themes.set_index("theme")["label"]
    codes = ds.codes.assign(words=ds.codes["theme"].map(labels) + ": " + ds.codes["verdict"])
    themes = codes.groupby(["inspection", "paragraph"], sort=False)["words"].agg("; ".join).rename("Themes")
    table = found.merge(themes, left_on=["inspection", "paragraph"], right_index=True, how="left")
    return pd.DataFrame(
        {
            "Authority": table["authority"].map(names),
            "Report": [naming.inspection_label(ds, inspection) for inspection in table["inspection"]],
            "Paragraph": table["paragraph"],
            "Page": table["page"],
            "Section": table["section"],
            "Summary in our words": table["summary"],
            "Quote": table["quote"],
            "Themes": table["Themes"],
            "Address": table["link"],
        }
    )


def praised_elsewhere(ds: Dataset, theme: str, authority: str, most: int = 3) -> pd.DataFrame:
    """What other authorities are praised for on a theme, newest first. Columns as ``findings``."""
    others = tuple(name for name in ds.findings["authority"].unique() if name != authority)
    if not others:
        return findings(ds, Facets()).head(0)
    praised = findings(ds, Facets(authorities=others, themes=(theme,), verdicts=("strength",)))
    return praised[~praised["is_summary"]].head(most)
