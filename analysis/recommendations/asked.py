"""All that Ofsted asked for, of any authority or of all England: found by words, theme, inspection and more."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

import pandas as pd

from analysis import naming
from analysis.citations import page_link
from analysis.english import lower_first
from analysis.findings.search import ask, index_of, query_groups
from analysis.frameworks import graded_frameworks, strands
from analysis.look_up import each, look_up, to_choose, tuples
from analysis.recommendations.asked_sentences import again_words, asked_place
from analysis.recommendations.national_framework import tag
from loaders import Dataset, kept

PRIORITY, AGAIN = "Priority actions only", "Asked again only"
"""Which recommendations are shown, as an address says it."""


class Wanted(NamedTuple):
    """Which recommendations are looked for. Empty means all; ``shown``: None, ``PRIORITY`` or ``AGAIN``."""

    authorities: tuple[str, ...] = ()
    inspections: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    shown: str | None = None
    regions: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    grades: tuple[str, ...] = ()
    words: str = ""


@kept
def asked_for(ds: Dataset) -> pd.DataFrame:
    """Every recommendation, the newest inspection first, in the order of its report.

    Columns: those of ``ds.recommendations``, start, framework (words), region, grade (words of the overall one; missing
    where none was given), tag (of the National Framework, in one spelling), place (number and page, in words), link (to the
    page of the report), themes (labels of the main ones, joined), again (where a link says that it was asked before, in
    words; else empty).
    """
    table = ds.recommendations
    facts = pd.DataFrame(
        {
            "start": table["inspection"].map(look_up(ds, "inspections", "inspection", "start")),
            "framework": table["inspection"].map(_frameworks(ds)),
            "region": table["authority"].map(look_up(ds, "authorities", "authority", "region")),
            "grade": table["inspection"].map(grades_overall(ds)).astype("str"),
            "tag": pd.Series([tag(printed) for printed in table["national_framework"]], table.index, dtype="str"),
            "place": [asked_place(row) for row in each(table)],
            "link": pd.Series(
                [page_link(ds, row.inspection, row.page) for row in each(table)], table.index, dtype="str"
            ),
        },
        index=table.index,
    )
    keys = pd.MultiIndex.from_frame(table[["inspection", "recommendation"]])
    facts["themes"] = [", ".join(_main_themes(ds).get(key, ())) for key in keys]
    facts["again"] = ["; ".join(_again(ds).get(key, ())) for key in keys]
    return (
        pd.concat([table, facts], axis=1)
        .sort_values(["start", "inspection"], ascending=[False, True], kind="stable")
        .reset_index(drop=True)
    )


@kept
def _frameworks(ds: Dataset) -> dict[str, str]:
    return {row.inspection: naming.inspection_kind(ds, row.framework) for row in each(ds.inspections)}


@kept
def grades_overall(ds: Dataset) -> dict[str, str]:
    """The words of the grade that leads the first strand, by inspection; those without one are left out."""
    leading = ds.grades[ds.grades["leads"] & (ds.grades["strand"] == strands(ds)[0])].drop_duplicates("inspection")
    words = leading["grade"].map(look_up(ds, "grade_scale", "grade", "label"))
    return dict(zip(leading["inspection"][words.notna()], words.dropna(), strict=True))


@kept
def _main_themes(ds: Dataset) -> dict[tuple[str, str], list[str]]:
    labels = look_up(ds, "themes", "theme", "label")
    found: dict[tuple[str, str], list[str]] = {}
    for row in each(ds.recommendation_themes[ds.recommendation_themes["primary"]]):
        found.setdefault((row.inspection, row.recommendation), []).append(labels[row.theme])
    return found


@kept
def _again(ds: Dataset) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for row in each(ds.links):
        found.setdefault((row.inspection, row.recommendation), []).append(again_words(ds, row))
    return found


@kept(most=64)
def found(ds: Dataset, wanted: Wanted) -> pd.DataFrame:
    """What is wanted: best match first where there are words, else newest first. A theme must be a main one.

    Columns: those of ``asked_for``, summary_marked, quote_marked.
    """
    table = asked_for(ds)
    for column, values in (
        ("authority", wanted.authorities),
        ("inspection", wanted.inspections),
        ("tag", wanted.tags),
        ("region", wanted.regions),
        ("framework", wanted.frameworks),
        ("grade", wanted.grades),
    ):
        if values:
            table = table[table[column].isin(values)]
    if wanted.themes:
        themes = ds.recommendation_themes
        main = themes.loc[
            themes["primary"] & themes["theme"].isin(wanted.themes), ["inspection", "recommendation"]
        ].drop_duplicates()
        table = table.merge(main, on=["inspection", "recommendation"])
    if wanted.shown == PRIORITY:
        table = table[table["priority_action"]]
    if wanted.shown == AGAIN:
        table = table[table["again"] != ""]
    return _matching(ds, table, wanted.words).reset_index(drop=True)


def _matching(ds: Dataset, table: pd.DataFrame, words: str) -> pd.DataFrame:
    if not words.strip():
        return table.assign(summary_marked=table["summary"], quote_marked=table["quote"])
    allowed = set(tuples(table, "inspection", "recommendation"))
    hits = ask(_index(ds), query_groups(ds, words), allowed)
    columns = ["inspection", "recommendation", "summary_marked", "quote_marked"]
    return pd.DataFrame(hits, columns=columns, dtype="str").merge(table, on=columns[:2])


@kept
def _index(ds: Dataset) -> sqlite3.Connection:
    return index_of(asked_for(ds)[["inspection", "recommendation", "summary", "quote", "themes"]])


@kept(most=64)
def sheet(ds: Dataset, wanted: Wanted, number: int, size: int) -> pd.DataFrame:
    """One sheet of what is wanted. Columns: those of ``found``."""
    return found(ds, wanted).iloc[(number - 1) * size : number * size]


@kept(most=64)
def as_table(ds: Dataset, rows: pd.DataFrame) -> pd.DataFrame:
    """Recommendations as a table to take away. ``rows``: as ``found``.

    Columns: Authority, Inspection, Begun, Number, Asked for, Quote, Main themes, Asked again, Priority action, Who is asked,
    For whom, By when, National Framework, Page, Report.
    """
    return pd.DataFrame(
        {
            "Authority": rows["authority"].map(look_up(ds, "authorities", "authority", "name")),
            "Inspection": rows["framework"],
            "Begun": rows["start"].dt.strftime("%Y-%m-%d"),
            "Number": rows["recommendation"],
            "Asked for": rows["summary"],
            "Quote": rows["quote"],
            "Main themes": rows["themes"],
            "Asked again": rows["again"],
            "Priority action": rows["priority_action"].map({True: "Yes", False: "No"}),
            "Who is asked": rows["addressee"],
            "For whom": rows["for_whom"],
            "By when": rows["timescale"],
            "National Framework": rows["tag"],
            "Page": rows["page"],
            "Report": rows["link"],
        }
    )


@kept
def by_theme(ds: Dataset, rows: pd.DataFrame) -> pd.DataFrame:
    """How often each main theme was asked for in these recommendations, the most often first. ``rows``: as ``found``.

    Columns: Theme, Inspections, Recommendations, Asked in.
    """
    mine = rows[["inspection", "recommendation", "start"]].merge(
        ds.recommendation_themes[ds.recommendation_themes["primary"]][["inspection", "recommendation", "theme"]]
    )
    labels, lines = look_up(ds, "themes", "theme", "label"), []
    for theme, part in mine.groupby("theme", sort=False):
        inspections = list(dict.fromkeys(part.sort_values("start", kind="stable")["inspection"]))
        where = "; ".join(_year(ds, inspection) for inspection in inspections)
        lines.append((labels[theme], len(inspections), len(part), where))
    table = pd.DataFrame(lines, columns=["Theme", "Inspections", "Recommendations", "Asked in"])
    return table.sort_values(
        ["Inspections", "Recommendations", "Theme"], ascending=[False, False, True], ignore_index=True
    )


def _year(ds: Dataset, inspection: str) -> str:
    """``2022``, or ``2023 (focused visit)`` for what is no full inspection."""
    row = naming.inspection_row(ds, inspection)
    kind = naming.inspection_kind(ds, row.framework)
    full = row.framework in graded_frameworks(ds)
    return f"{row.start.year}" if full else f"{row.start.year} ({lower_first(kind)})"


@kept
def offered(ds: Dataset, column: str) -> dict[str, str]:
    """Words to choose from in a column of ``asked_for``: frameworks and grades in their own order, others by name."""
    return to_choose(ds, column, asked_for(ds)[column])


@kept
def held(ds: Dataset, authority: str) -> tuple[str, ...]:
    """The inspections of an authority whose recommendations were read, newest first; one that made none is among them."""
    mine = ds.inspections[
        (ds.inspections["authority"] == authority) & ds.inspections["depth"].isin(["coded", "recommendations"])
    ]
    return tuple(mine.sort_values(["start", "inspection"], ascending=False)["inspection"])
