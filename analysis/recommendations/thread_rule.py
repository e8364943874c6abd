"""What became of a recommendation: the thread rule.

1. The primary themes of a recommendation are what is to get better, one or two. Other themes decide nothing. What others
   alone were asked, as a safeguarding board, is read by links and never by themes, which tell of the authority.
2. Later is a coded inspection of the same authority that began after the recommendation was published (no one can act
   before) and was itself published by the day asked about.
3. That a later recommendation returns to an earlier one is a curated link with a reason, decided by two readers. A
   shared theme is not a shared matter: only a link can read "asked again".
4. The reading of a later inspection, the first that fits: asked again; asked again in part; else by the balance of the
   codes of each primary theme and of the paragraphs that speak to the very matter: still a concern, mixed, positive (a
   full look), good signs (a visit); not looked at. Paragraphs that only sum up others speak if nothing else does.
5. Of two primary themes the worse reading holds, and both are shown.
6. The thread shows the path. Its headline is the latest reading that looked, and how many inspections since did not.
7. What the council reported stands beside it in its own voice and never changes a reading. "Fixed" is never written.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

from analysis.frameworks import graded_frameworks
from analysis.known import known_inspections
from analysis.look_up import each, look_up, rows, tuples
from analysis.recommendations.addressed import asked_of_authority
from analysis.themes.recurrence import Look
from loaders import Dataset, kept

READINGS = ("asked_again", "asked_again_in_part", "still_a_concern", "mixed", "good_signs", "positive", "not_looked_at")
"""Readings, the worst first. ``READING_WORDS``, in ``sentences.py``, says them."""

_SAYS = {"met": "strength", "partly": "mixed", "still_true": "concern"}
_BALANCE = {"weak": "still_a_concern", "mixed": "mixed", "strong": "positive", "none": "not_looked_at"}

PATH = [
    "inspection",
    "recommendation",
    "later",
    "start",
    "reading",
    "for_whom",
    "by",
    "why",
    "by_theme",
    "paragraphs",
    "only_summaries",
    "close_call",
]


@kept
def recommendation_paths(ds: Dataset, authority: str) -> pd.DataFrame:
    """One row per recommendation and later inspection that could have looked, in order of time.

    Columns: inspection, recommendation, later, start (of the later inspection), reading (one of ``READINGS``),
    for_whom (of the later recommendation, where it asks again in part), by (the later recommendation), why (reason of
    the link), by_theme (theme and reading, joined), paragraphs (evidence, joined), only_summaries, close_call.
    """
    known = known_inspections(ds, authority)
    coded = list(each(known[known["depth"] == "coded"]))
    published = {row.inspection: row.published for row in coded}
    asked = rows(ds, "recommendations", "authority", authority)
    paths = [
        (inspection, recommendation, later.inspection, later.start, *_reading(ds, inspection, recommendation, later))
        for inspection, recommendation in tuples(asked, "inspection", "recommendation")
        if inspection in published
        for later in coded
        if later.start > published[inspection]
    ]
    return pd.DataFrame(paths, columns=PATH).astype({"only_summaries": bool, "close_call": bool})


@kept
def recommendation_headlines(ds: Dataset, authority: str) -> pd.DataFrame:
    """One row per recommendation: the latest reading that looked.

    Columns: inspection, recommendation, reading, later (the inspection read, else missing), for_whom, close_call,
    since (later inspections that did not look), before (readings of the path before it, joined).
    """
    known, asked = known_inspections(ds, authority), rows(ds, "recommendations", "authority", authority)
    coded = set(known.loc[known["depth"] == "coded", "inspection"])
    paths: dict[tuple[str, str], list] = {}
    for step in each(recommendation_paths(ds, authority)):
        paths.setdefault((step.inspection, step.recommendation), []).append(step)
    headlines = [
        _headline(key, paths.get(key, [])) for key in tuples(asked, "inspection", "recommendation") if key[0] in coded
    ]
    return pd.DataFrame(headlines, columns=HEADLINE)


HEADLINE = ["inspection", "recommendation", "reading", "later", "for_whom", "close_call", "since", "before"]


def _headline(key: tuple[str, str], path: list) -> tuple:
    """One row of ``recommendation_headlines``. ``path``: the rows of ``recommendation_paths`` of one recommendation."""
    looked = [step for step in path if step.reading != "not_looked_at"]
    if not looked:
        return (*key, "not_looked_at", None, None, False, len(path), "")
    *before, latest = looked
    since = sum(step.start > latest.start for step in path)
    words = "; ".join(step.reading for step in before)
    return (*key, latest.reading, latest.later, latest.for_whom, bool(latest.close_call), since, words)


@kept
def still_true(ds: Dataset, authority: str) -> pd.DataFrame:
    """Asked once, still true later though not asked again: the converse of a repeated recommendation.

    One row per recommendation and later paragraph that says so. Columns: inspection, recommendation, later, paragraph,
    why, met_in, met_paragraph (the first later inspection whose paragraphs all say that the matter is met, else missing).
    """
    known = known_inspections(ds, authority)[["inspection", "start"]]
    speaks = ds.speaks_to.merge(known, on="inspection").sort_values("start", kind="stable")
    asked_again = set(zip(*(ds.links[name] for name in ("inspection", "earlier_inspection", "earlier_recommendation")), strict=True))  # fmt: skip
    # A paragraph that carries a request for a like matter is not one on which nothing was asked.
    carries = {(row.inspection, row.paragraph) for row in each(speaks[speaks["says"].isin(["still_true", "partly"])]) if (row.inspection, row.earlier_inspection, row.earlier_recommendation) in asked_again}  # fmt: skip
    rows = []
    for link in each(speaks[speaks["says"] == "still_true"]):
        matter = (link.earlier_inspection, link.earlier_recommendation)
        if (link.inspection, *matter) in asked_again or (link.inspection, link.paragraph) in carries:
            continue
        same = speaks[(speaks["earlier_inspection"] == matter[0]) & (speaks["earlier_recommendation"] == matter[1])]
        in_doubt = set(same.loc[same["says"] != "met", "inspection"])
        met = same[(same["says"] == "met") & (same["start"] > link.start) & ~same["inspection"].isin(in_doubt)]
        first = met.iloc[0] if len(met) else None
        rows.append(
            {
                "inspection": matter[0],
                "recommendation": matter[1],
                "later": link.inspection,
                "paragraph": link.paragraph,
                "why": link.why,
                "met_in": None if first is None else first["inspection"],
                "met_paragraph": None if first is None else first["paragraph"],
            }
        )
    return pd.DataFrame(
        rows, columns=["inspection", "recommendation", "later", "paragraph", "why", "met_in", "met_paragraph"]
    )


class Evidence(NamedTuple):
    """What a paragraph says of a recommendation's matter; ``said``: what a linked paragraph says of the very matter."""

    paragraph: str
    theme: str
    verdict: str | None
    is_summary: bool
    said: str | None


class _Tables(NamedTuple):
    """What the readings rest on, by key, so that a thread does not search whole frames."""

    primary: dict[tuple[str, str], list[str]]
    codes: dict[str, list[Evidence]]
    said: dict[tuple[str, str, str], dict[str, str]]
    links: dict[tuple[str, str, str], Any]
    for_whom: dict[tuple[str, str], str | None]
    summaries: set[tuple[str, str]]
    groups: dict[str, str]


@kept
def _tables(ds: Dataset) -> _Tables:
    primary: dict[tuple[str, str], list[str]] = {}
    for row in each(ds.recommendation_themes[ds.recommendation_themes["primary"]]):
        primary.setdefault((row.inspection, row.recommendation), []).append(row.theme)
    codes: dict[str, list[Evidence]] = {}
    for inspection, *code in tuples(ds.codes, "inspection", "paragraph", "theme", "verdict", "is_summary"):
        codes.setdefault(inspection, []).append(Evidence._make([*code, None]))
    said: dict[tuple[str, str, str], dict[str, str]] = {}
    for row in each(ds.speaks_to):
        said.setdefault((row.inspection, row.earlier_inspection, row.earlier_recommendation), {})[row.paragraph] = (
            row.says
        )
    # Of several links the one that goes furthest, "same" before "part".
    links = {
        (row.inspection, row.earlier_inspection, row.earlier_recommendation): row
        for row in reversed(list(each(ds.links.sort_values("extent", ascending=False, kind="stable"))))
    }
    asked = ds.recommendations
    summaries = ds.findings[ds.findings["is_summary"]]
    return _Tables(
        primary,
        codes,
        said,
        links,
        {
            (inspection, asked_for): whom
            for inspection, asked_for, whom in tuples(asked, "inspection", "recommendation", "for_whom")
        },
        summaries=set(tuples(summaries, "inspection", "paragraph")),
        groups=look_up(ds, "themes", "theme", "group"),
    )


def primary_themes(ds: Dataset, inspection: str, recommendation: str) -> list[str]:
    """Return the themes that a recommendation is to make better, one or two; none where it has none."""
    return _tables(ds).primary.get((inspection, recommendation), [])


def evidence(ds: Dataset, inspection: str, recommendation: str, later: str) -> pd.DataFrame:
    """What a later inspection says of a recommendation's matter, paragraph by paragraph.

    Columns: paragraph, theme, verdict, is_summary, said (what a linked paragraph says of the very matter), linked.
    Verdicts of linked paragraphs are those of the link.
    """
    table = pd.DataFrame(_evidence(ds, inspection, recommendation, later), columns=list(Evidence._fields))
    return table.assign(linked=table["said"].notna()).astype({"is_summary": bool})


def _evidence(ds: Dataset, inspection: str, recommendation: str, later: str) -> list[Evidence]:
    """The same as tuples: the codes of the primary themes, then linked paragraphs that are coded with none of them."""
    tables = _tables(ds)
    primary = tables.primary[inspection, recommendation]
    said = tables.said.get((later, inspection, recommendation), {})
    by_theme = primary if (inspection, recommendation) in asked_of_authority(ds) else []
    codes = [code for code in tables.codes.get(later, []) if code.theme in by_theme]
    coded = {code.paragraph for code in codes}
    return [
        *(
            code._replace(verdict=_SAYS[says], said=says) if (says := said.get(code.paragraph)) else code
            for code in codes
        ),
        *(
            Evidence(paragraph, primary[0], _SAYS[says], (later, paragraph) in tables.summaries, says)
            for paragraph, says in said.items()
            if paragraph not in coded
        ),
    ]


class Reading(NamedTuple):
    """What a later inspection says of a recommendation: the last columns of ``recommendation_paths``."""

    reading: str
    for_whom: str | None
    by: str | None
    why: str | None
    by_theme: str
    paragraphs: str
    only_summaries: bool
    close_call: bool


def _reading(ds: Dataset, inspection: str, recommendation: str, later: Any) -> Reading:
    tables = _tables(ds)
    found = _evidence(ds, inspection, recommendation, later.inspection)
    reading, by_theme, only_summaries, close = _by_balance(found, tables.groups, graded_frameworks(ds), later)
    paragraphs = ", ".join(dict.fromkeys(one.paragraph for one in found))
    result = Reading(reading, None, None, None, by_theme, paragraphs, only_summaries, close)
    link = tables.links.get((later.inspection, inspection, recommendation))
    if link is None:
        return result
    part = link.extent != "same"
    return result._replace(
        reading="asked_again_in_part" if part else "asked_again",
        for_whom=tables.for_whom[later.inspection, link.recommendation] if part else None,
        by=link.recommendation,
        why=link.why,
        close_call=False,
    )


def _by_balance(
    found: list[Evidence], groups: dict[str, str], graded: frozenset[str], later: Any
) -> tuple[str, str, bool, bool]:
    """Reading, reading per primary theme, whether only summaries speak, whether one code decides."""
    plain = [one for one in found if not one.is_summary]
    only_summaries = not plain and bool(found)
    focus = [] if pd.isna(later.focus) else later.focus.split(", ")
    verdicts: dict[str, list[str | None]] = {}
    for one in found if only_summaries else plain:
        verdicts.setdefault(one.theme, []).append(one.verdict)
    readings, close = {}, False
    for theme, given in verdicts.items():
        whole = later.framework in graded or groups[theme] in focus
        look = Look(given.count("strength"), given.count("mixed"), given.count("concern"), asked=False, whole=whole)
        readings[theme] = _of(look)
        close |= any(_of(other) != readings[theme] for other in look.one_code_otherwise())
    if not readings:
        return "not_looked_at", "", False, False
    worst = min(readings.values(), key=READINGS.index)
    return worst, "; ".join(f"{theme}: {reading}" for theme, reading in readings.items()), only_summaries, close


def _of(look: Look) -> str:
    reading = _BALANCE[look.balance]
    return "good_signs" if reading == "positive" and not look.whole else reading
