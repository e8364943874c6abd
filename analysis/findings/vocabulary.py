"""The words that really occur in the texts that are searched: other ways to write one, and the one that was meant."""

from __future__ import annotations

import difflib
import re
import sqlite3
from collections import Counter
from itertools import pairwise

from loaders import Dataset, kept

SHORTEST = 4
"""Letters below which a word is too short to guess which other one was meant."""
ALIKE = 0.75
"""How alike two words must be, from 0 to 1, to offer one in place of the other."""
PLURALS = {"child": "children", "person": "people", "man": "men", "woman": "women"}
"""Plurals that no rule makes; stems find the others."""

_FORMS = PLURALS | {many: one for one, many in PLURALS.items()}


def tokens(text: str) -> list[str]:
    """Return the words of a text in small letters; hyphens, apostrophes and quotes part words."""
    return re.findall(r"[^\W_]+", text.lower())


def with_apostrophes(ds: Dataset, words: list[str]) -> list[str]:
    """Return words with those that lack an apostrophe as the texts write them, in parts: "children", "s" for "childrens"."""
    whole = _possessives(ds)
    return [part for word in words for part in whole.get(word, word).split()]


def other_forms(ds: Dataset, word: str) -> list[str]:
    """Return phrases that write a word in another way: "well being" for "wellbeing", "children" for "child"."""
    forms = [_parted(ds).get(word), _FORMS.get(word)]
    return [form for form in forms if form]


def joined_at(ds: Dataset, words: list[str]) -> str | None:
    """Return the first two neighbours among words that occur written as one, with a blank between them; None without any."""
    known = _counts(ds)
    return next((f"{one} {next_one}" for one, next_one in pairwise(words) if one + next_one in known), None)


@kept(most=64)
def spelling(ds: Dataset, words: str) -> tuple[tuple[str, ...], str]:
    """Return the words of a search that occur nowhere, and the search with the nearest words that do.

    The second is empty where every word occurs, or for none of them a near one does.
    """
    given = with_apostrophes(ds, tokens(words))
    strange = [word for word in given if not _occurs(ds, word) and not joined_at(ds, _around(given, word))]
    nearest = {word: near for word in strange if (near := _nearest(ds, word))}
    return tuple(strange), " ".join(nearest.get(word, word) for word in given) if nearest else ""


def _around(words: list[str], word: str) -> list[str]:
    place = words.index(word)
    return words[max(place - 1, 0) : place + 2]


def _nearest(ds: Dataset, word: str) -> str:
    """The word that occurs and is most like this one; of several the one that occurs most often."""
    if len(word) < SHORTEST:
        return ""
    known = _counts(ds)
    sized = [one for one in known if abs(len(one) - len(word)) <= 2 and len(one) >= SHORTEST and one.isalpha()]
    near = difflib.get_close_matches(word, sized, n=3, cutoff=ALIKE)
    likeness = {one: round(difflib.SequenceMatcher(None, one, word).ratio(), 2) for one in near}
    return max(near, key=lambda one: (likeness[one], known[one]), default="")


def _occurs(ds: Dataset, word: str) -> bool:
    return bool(other_forms(ds, word)) or bool(
        _stems(ds).execute("SELECT 1 FROM words WHERE words MATCH ?", (f'"{word}"',)).fetchone()
    )


def _text(ds: Dataset) -> str:
    frames = [ds.findings["summary"], ds.findings["quote"], ds.recommendations["summary"], ds.recommendations["quote"]]
    spoken = [" ".join(ds.synonyms["word"]), " ".join(ds.themes["label"])]
    return "\n".join([*spoken, *(text for frame in frames for text in frame.dropna())]).lower()


@kept
def _counts(ds: Dataset) -> Counter[str]:
    """How often each word occurs."""
    return Counter(tokens(_text(ds)))


@kept
def _parted(ds: Dataset) -> dict[str, str]:
    """Words that occur with a hyphen, written as one, and their parts as a phrase."""
    written = {word for word in _text(ds).replace("‑", "-").split() if "-" in word.strip("-")}
    return {"".join(parts): " ".join(parts) for parts in map(tokens, sorted(written)) if len(parts) > 1}


@kept
def _possessives(ds: Dataset) -> dict[str, str]:
    """Words that occur with an apostrophe before an s, and not without one, and their parts as a phrase."""
    owners, known = set(re.findall(r"([^\W_]+)[’']s\b", _text(ds))), _counts(ds)
    return {f"{owner}s": f"{owner} s" for owner in owners if f"{owner}s" not in known}


@kept
def _stems(ds: Dataset) -> sqlite3.Connection:
    """An index of all words by their stem."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute("CREATE VIRTUAL TABLE words USING fts5(word, tokenize = 'porter unicode61')")
    connection.execute("INSERT INTO words VALUES (?)", (" ".join(_counts(ds)),))
    return connection
