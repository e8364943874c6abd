"""What became of a recommendation: the thread rule.

1. The primary themes of a recommendation are what is to get better, one or two. Other themes decide nothing.
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

from typing import NamedTuple

import pandas as pd

from analysis.frameworks import graded_frameworks
from analysis.known import known_inspections
from analysis.themes.recurrence import Look
from loaders import Dataset, kept

READINGS = {
    "asked_again": "Asked again",
    "asked_again_in_part": "Asked again in part",
    "still_a_concern": "Still a concern",
    "mixed": "Mixed",
    "good_signs": "Good signs (visit)",
    "positive": "Positive",
    "not_looked_at": "Not looked at",
}
"""Readings from worst to best, with the words shown."""

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

    Columns: inspection, recommendation, later, start (of the later inspection), reading (a key of ``READINGS``),
    for_whom (of the later recommendation, where it asks again in part), by (the later recommendation), why (reason of
    the link), by_theme (theme and reading, joined), paragraphs (evidence, joined), only_summaries, close_call.
    """
    known = known_inspections(ds, authority)
    coded = known[known["depth"] == "coded"]
    rows = []
    for recommendation in ds.recommendations[ds.recommendations["inspection"].isin(coded["inspection"])].itertuples():
        published = coded.set_index("inspection")["published"][recommendation.inspection]
        for later in coded[coded["start"] > published].itertuples():
            rows.append(
                {
                    "inspection": recommendation.inspection,
                    "recommendation": recommendation.recommendation,
                    "later": later.inspection,
                    "start": later.start,
                }
                | _reading(ds, recommendation, later)
            )
    return pd.DataFrame(rows, columns=PATH).astype({"only_summaries": bool, "close_call": bool})


@kept
def recommendation_headlines(ds: Dataset, authority: str) -> pd.DataFrame:
    """One row per recommendation: the latest reading that looked.

    Columns: inspection, recommendation, reading, later (the inspection read, else missing), for_whom, close_call,
    since (later inspections that did not look), before (readings of the path before it, joined).
    """
    paths = recommendation_paths(ds, authority)
    coded = known_inspections(ds, authority).query("depth == 'coded'")["inspection"]
    rows = []
    for recommendation in ds.recommendations[ds.recommendations["inspection"].isin(coded)].itertuples():
        path = paths[(paths["inspection"] == recommendation.inspection) & (paths["recommendation"] == recommendation.recommendation)]
        looked = path[path["reading"] != "not_looked_at"]
        latest = looked.iloc[-1] if len(looked) else None
        rows.append(
            {
                "inspection": recommendation.inspection,
                "recommendation": recommendation.recommendation,
                "reading": "not_looked_at" if latest is None else latest["reading"],
                "later": None if latest is None else latest["later"],
                "for_whom": None if latest is None else latest["for_whom"],
                "close_call": latest is not None and bool(latest["close_call"]),
                "since": len(path) if latest is None else int((path["start"] > latest["start"]).sum()),
                "before": "; ".join(looked["reading"].iloc[:-1]),
            }
        )
    return pd.DataFrame(rows, columns=["inspection", "recommendation", "reading", "later", "for_whom", "close_call", "since", "before"])


@kept
def still_true(ds: Dataset, authority: str) -> pd.DataFrame:
    """Asked once, still true later though not asked again: the converse of a repeated recommendation.

    One row per recommendation and later paragraph that says so. Columns: inspection, recommendation, later, paragraph,
    why, met_in, met_paragraph (the first later inspection whose paragraphs all say that the matter is met, else missing).
    """
    known = known_inspections(ds, authority)[["inspection", "start"]]
    speaks = ds.speaks_to.merge(known, on="inspection").sort_values("start", kind="stable")
    asked_again = set(zip(ds.links["inspection"], ds.links["earlier_inspection"], ds.links["earlier_recommendation"], strict=True))
    rows = []
    for link in speaks[speaks["says"] == "still_true"].itertuples():
        matter = (link.earlier_inspection, link.earlier_recommendation)
        if (link.inspection, *matter) in asked_again:
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
    return pd.DataFrame(rows, columns=["inspection", "recommendation", "later", "paragraph", "why", "met_in", "met_paragraph"])


class _Tables(NamedTuple):
    """What the readings rest on, by key, so that a thread does not search whole frames."""

    primary: dict[tuple[str, str], list[str]]
    codes: dict[str, pd.DataFrame]
    said: dict[tuple[str, str, str], pd.Series]
    links: dict[tuple[str, str, str], pd.DataFrame]
    summaries: set[tuple[str, str]]
    groups: dict[str, str]


@kept
def _tables(ds: Dataset) -> _Tables:
    primary = ds.recommendation_themes[ds.recommendation_themes["primary"]]
    matter = ["inspection", "earlier_inspection", "earlier_recommendation"]
    summaries = ds.findings[ds.findings["is_summary"]]
    return _Tables(
        primary={key: list(part["theme"]) for key, part in primary.groupby(["inspection", "recommendation"])},
        codes={key: part[["paragraph", "theme", "verdict", "is_summary"]] for key, part in ds.codes.groupby("inspection")},
        said={key: part.set_index("paragraph")["says"] for key, part in ds.speaks_to.groupby(matter)},
        links={key: part.sort_values("extent", ascending=False) for key, part in ds.links.groupby(matter)},
        summaries=set(zip(summaries["inspection"], summaries["paragraph"], strict=True)),
        groups=dict(zip(ds.themes["theme"], ds.themes["group"], strict=True)),
    )


def evidence(ds: Dataset, inspection: str, recommendation: str, later: str) -> pd.DataFrame:
    """What a later inspection says of a recommendation's matter, paragraph by paragraph.

    Columns: paragraph, theme, verdict, is_summary, said (what a linked paragraph says of the very matter), linked.
    Verdicts of linked paragraphs are those of the link.
    """
    tables = _tables(ds)
    primary = tables.primary[inspection, recommendation]
    codes = tables.codes[later]
    codes = codes[codes["theme"].isin(primary)]
    said = tables.said.get((later, inspection, recommendation), pd.Series(dtype=object))
    rows = [(row.paragraph, row.theme, row.verdict, row.is_summary, said.get(row.paragraph)) for row in codes.itertuples()]
    elsewhere = [paragraph for paragraph in said.index if paragraph not in set(codes["paragraph"])]
    rows += [(paragraph, primary[0], None, (later, paragraph) in tables.summaries, said[paragraph]) for paragraph in elsewhere]
    table = pd.DataFrame(rows, columns=["paragraph", "theme", "verdict", "is_summary", "said"])
    table["linked"] = table["said"].notna()
    table["verdict"] = table["said"].map(_SAYS).fillna(table["verdict"])
    table["is_summary"] = table["is_summary"].astype(bool)
    return table


def _reading(ds: Dataset, recommendation, later) -> dict:
    link = _tables(ds).links.get((later.inspection, recommendation.inspection, recommendation.recommendation))
    table = evidence(ds, recommendation.inspection, recommendation.recommendation, later.inspection)
    reading, by_theme, only_summaries, close = _by_balance(ds, table, later)
    result = {
        "reading": reading,
        "for_whom": None,
        "by": None,
        "why": None,
        "by_theme": by_theme,
        "paragraphs": ", ".join(dict.fromkeys(table["paragraph"])),
        "only_summaries": only_summaries,
        "close_call": close,
    }
    if link is not None:
        first = link.iloc[0]
        returns = ds.recommendations[
            (ds.recommendations["inspection"] == later.inspection) & (ds.recommendations["recommendation"] == first["recommendation"])
        ].iloc[0]
        result |= {
            "reading": "asked_again" if first["extent"] == "same" else "asked_again_in_part",
            "for_whom": returns["for_whom"] if first["extent"] == "part" else None,
            "by": first["recommendation"],
            "why": first["why"],
            "close_call": False,
        }
    return result


def _by_balance(ds: Dataset, table: pd.DataFrame, later) -> tuple[str, str, bool, bool]:
    """Reading, reading per primary theme, whether only summaries speak, whether one code decides."""
    plain = table[~table["is_summary"]]
    only_summaries = plain.empty and len(table) > 0
    used = table if only_summaries else plain
    groups = _tables(ds).groups
    focus = [] if pd.isna(later.focus) else later.focus.split(", ")
    readings, close = {}, False
    for theme, part in used.groupby("theme", sort=False):
        whole = later.framework in graded_frameworks(ds) or groups[theme] in focus
        look = Look(*((part["verdict"] == verdict).sum() for verdict in ("strength", "mixed", "concern")), asked=False, whole=whole)
        readings[theme] = _of(look)
        close |= any(_of(other) != readings[theme] for other in look.one_code_otherwise())
    if not readings:
        return "not_looked_at", "", False, False
    worst = min(readings.values(), key=list(READINGS).index)
    return worst, "; ".join(f"{theme}: {reading}" for theme, reading in readings.items()), only_summaries, close


def _of(look: Look) -> str:
    reading = _BALANCE[look.balance]
    return "good_signs" if reading == "positive" and not look.whole else reading
