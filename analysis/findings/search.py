"""Full-text search over findings: by word, by stem and by synonym, whether words are joined, parted or hyphened.

The index is SQLite's own full-text engine (Porter stems, BM25 ranking). Synonyms come from ``data/glossary.yaml``.
"""

from __future__ import annotations

import sqlite3
from threading import Lock

import pandas as pd

from analysis.findings.vocabulary import joined_at, other_forms, tokens, with_apostrophes
from analysis.look_up import tuples
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
    allowed = None if among is None else set(tuples(among, "inspection", "paragraph"))
    found = ask(_index(ds), query_groups(ds, words), allowed)
    rows = [
        (inspection, paragraph, rank, summary, quote)
        for rank, (inspection, paragraph, summary, quote) in enumerate(found, start=1)
    ]
    return pd.DataFrame(rows, columns=["inspection", "paragraph", "rank", "summary_marked", "quote_marked"])


def query_groups(ds: Dataset, words: str) -> list[list[str]]:
    """What is searched for: one group per word or known phrase, with its synonyms, as quoted search terms."""
    left, groups = f" {' '.join(with_apostrophes(ds, tokens(words)))} ", []
    for phrases in _synonyms(ds):
        hit = next((phrase for phrase in phrases if f" {phrase} " in left), None)
        if hit:
            groups.append([f'"{phrase}"' for phrase in phrases])
            left = left.replace(f" {hit} ", " ")
    while pair := joined_at(ds, [word for word in left.split() if word not in _STOP]):
        groups.append([f'"{pair}"', f'"{pair.replace(" ", "")}"'])
        for word in pair.split():
            left = left.replace(f" {word} ", " ", 1)
    single = [word for word in left.split() if word not in _STOP]
    return groups + [[f'"{form}"' for form in (word, *other_forms(ds, word))] for word in single]


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
        "s",
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


@kept
def _synonyms(ds: Dataset) -> list[list[str]]:
    """Groups of phrases in lower case, the longest phrase first, so that a phrase is found before its words."""
    groups = [
        sorted({" ".join(tokens(word)) for word in part["word"]}, key=len, reverse=True)
        for _, part in ds.synonyms.groupby("group")
    ]
    return sorted(groups, key=lambda group: -len(group[0]))


def ask(index: sqlite3.Connection, groups: list[list[str]], allowed: set[tuple[str, str]] | None) -> list[tuple]:
    """Ask an index for what holds all groups, else for what holds any: rows of inspection, id, summary and quote, best first.

    ``allowed``: only these inspections and ids; None for all.
    """
    marks = ", ".join(f"highlight(texts, {column}, '{MARK[0]}', '{MARK[1]}')" for column in (2, 3))
    for operator in (" AND ", " OR ") if groups else ():
        query = operator.join(f"({' OR '.join(group)})" for group in groups)
        with _lock:
            found = index.execute(
                f"SELECT inspection, id, {marks} FROM texts WHERE texts MATCH ? ORDER BY bm25(texts, 0, 0, ?, ?, ?)",
                (query, *WEIGHTS),
            ).fetchall()
        if found := [row for row in found if allowed is None or row[:2] in allowed]:
            return found
    return []


def index_of(texts: pd.DataFrame) -> sqlite3.Connection:
    """Make an index of texts. ``texts``: inspection, an id within it, summary, quote and the labels of its themes, in this order."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute(
        "CREATE VIRTUAL TABLE texts USING fts5(inspection UNINDEXED, id UNINDEXED, summary, quote, themes, tokenize = 'porter unicode61')"
    )
    connection.executemany("INSERT INTO texts VALUES (?, ?, ?, ?, ?)", texts.itertuples(index=False, name=None))
    return connection


@kept
def _index(ds: Dataset) -> sqlite3.Connection:
    labels = (
        ds.codes.merge(ds.themes[["theme", "label"]])
        .groupby(["inspection", "paragraph"])["label"]
        .agg(" ".join)
        .rename("themes")
    )
    findings = ds.findings.merge(labels, on=["inspection", "paragraph"], how="left").fillna({"themes": ""})
    return index_of(findings[["inspection", "paragraph", "summary", "quote", "themes"]])
