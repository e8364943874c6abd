"""Full-text search over findings: by word, by stem and by synonym.

The index is SQLite's own full-text engine (Porter stems, BM25 ranking). Synonyms come from ``data/glossary.yaml``.
"""

from __future__ import annotations

import re
import sqlite3
from threading import Lock

import pandas as pd

from loaders import Dataset, kept

WEIGHTS = (3.0, 1.0, 2.0)  # summary, quote, themes
MARK = ("\ue000", "\ue001")
"""Private characters around what was found: safe to turn into markup after the text is escaped."""

_lock = Lock()


def search(ds: Dataset, words: str, among: pd.DataFrame | None = None) -> pd.DataFrame:
    """Findings that hold all the words (or a stem or synonym of each), best first; if none does, those that hold any.

    ``among``: only these findings (columns inspection and paragraph); None for all.

    Columns: inspection, paragraph, rank (from 1), summary_marked, quote_marked (both with ``MARK`` around what was found).
    An empty search finds nothing.
    """
    groups, found = query_groups(ds, words), []
    allowed = None if among is None else set(zip(among["inspection"], among["paragraph"], strict=True))
    for operator in (" AND ", " OR "):
        found = _ask(ds, operator.join(f"({' OR '.join(group)})" for group in groups)) if groups else []
        found = [row for row in found if allowed is None or row[:2] in allowed]
        if found:
            break
    rows = [
        (inspection, paragraph, rank, summary, quote)
        for rank, (inspection, paragraph, summary, quote) in enumerate(found, start=1)
    ]
    return pd.DataFrame(rows, columns=["inspection", "paragraph", "rank", "summary_marked", "quote_marked"])


def query_groups(ds: Dataset, words: str) -> list[list[str]]:
    """What is searched for: one group per word or known phrase, with its synonyms, as quoted search terms."""
    left, groups = f" {' '.join(_tokens(words))} ", []
    for phrases in _synonyms(ds):
        hit = next((phrase for phrase in phrases if f" {phrase} " in left), None)
        if hit:
            groups.append([f'"{phrase}"' for phrase in phrases])
            left = left.replace(f" {hit} ", " ")
    return groups + [[f'"{token}"'] for token in left.split() if token not in _STOP]


_STOP = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "did",
        "do",
        "does",
        "for",
        "from",
        "has",
        "have",
        "how",
        "in",
        "is",
        "it",
        "of",
        "on",
        "or",
        "that",
        "the",
        "their",
        "they",
        "to",
        "was",
        "were",
        "what",
        "who",
        "why",
        "with",
    ]
)


def _tokens(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower())


@kept
def _synonyms(ds: Dataset) -> list[list[str]]:
    """Groups of phrases in lower case, the longest phrase first, so that a phrase is found before its words."""
    groups = [
        sorted({" ".join(_tokens(word)) for word in part["word"]}, key=len, reverse=True)
        for _, part in ds.synonyms.groupby("group")
    ]
    return sorted(groups, key=lambda group: -len(group[0]))


def _ask(ds: Dataset, query: str) -> list[tuple]:
    marks = ", ".join(f"highlight(findings, {column}, '{MARK[0]}', '{MARK[1]}')" for column in (2, 3))
    index = _index(ds)
    with _lock:
        return index.execute(
            f"SELECT inspection, paragraph, {marks} FROM findings WHERE findings MATCH ? ORDER BY bm25(findings, 0, 0, ?, ?, ?)",
            (query, *WEIGHTS),
        ).fetchall()


@kept
def _index(ds: Dataset) -> sqlite3.Connection:
    labels = (
        ds.codes.merge(ds.themes[["theme", "label"]])
        .groupby(["inspection", "paragraph"])["label"]
        .agg(" ".join)
        .rename("themes")
    )
    findings = ds.findings.merge(labels, on=["inspection", "paragraph"], how="left").fillna({"themes": ""})
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute(
        "CREATE VIRTUAL TABLE findings USING fts5(inspection UNINDEXED, paragraph UNINDEXED, summary, quote, themes, tokenize = 'porter unicode61')"
    )
    connection.executemany(
        "INSERT INTO findings VALUES (?, ?, ?, ?, ?)",
        findings[["inspection", "paragraph", "summary", "quote", "themes"]].itertuples(index=False, name=None),
    )
    return connection
