"""Phrases looked up in a sentence: by the stems of their words, in order, with gaps where the phrase allows them."""

from __future__ import annotations

import re
from bisect import bisect, bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

import snowballstemmer

GAP, LONGEST_GAP = "…", 4

_WORD = re.compile(r"=?[a-z0-9]+(?:['’][a-z]+)?|…", re.IGNORECASE)
_END_OF_SENTENCE = re.compile(r"[.;:](?=\s|$)|[◼•▪]")
_BRACKET = re.compile(r"[(\[][^()\[\]]*[)\]]")
_STEMMER = snowballstemmer.stemmer("english")

Part = Literal["main", "detail", "purpose", "left out"]


@dataclass(frozen=True)
class Word:
    """A word of a text: its stem, its letters as printed, where it stands, and the part of its sentence."""

    stem: str
    letters: str
    start: int
    end: int
    sentence: int
    part: Part = "main"


Step = tuple[str, str | None]
"""One word of a phrase: the stem it must have, and its letters where only this form, or only capitals, will do."""


class Language:
    """Text to words and phrases to steps, with some words taken for one another."""

    def __init__(self, alike: Iterable[Iterable[str]]):
        self.alike = {stem(word): stem(group[0]) for group in map(list, alike) for word in group}

    def steps(self, phrase: str) -> tuple[Step, ...]:
        """A phrase as the steps that ``match`` follows."""
        found = [(word.lstrip("="), word.startswith("=") or _in_capitals(word)) for word in _WORD.findall(phrase)]
        return tuple((self._stem(word), word if exact else None) for word, exact in found)

    def words(self, text: str) -> list[Word]:
        """The words of a text, sentence by sentence."""
        ends = [match.start() for match in _END_OF_SENTENCE.finditer(text)]
        found = []
        for match in _WORD.finditer(text):
            letters = match.group().lstrip("=")
            found.append(Word(self._stem(letters), letters, match.start(), match.end(), bisect(ends, match.start())))
        return found

    def _stem(self, word: str) -> str:
        own = stem(word)
        return self.alike.get(own, own)


def _in_capitals(word: str) -> bool:
    """Whether a word is an abbreviation in capitals, its plural or genitive s apart."""
    bare = re.split(r"['’]", word)[0].removesuffix("s")
    return len(bare) > 1 and bare.isupper() and bare.isalpha()


def _fits(word: Word, wanted: str, letters: str | None) -> bool:
    """Whether a word of a text is the one that a step asks for: SEND is no form of "send"."""
    if word.stem != wanted or letters is None:
        return word.stem == wanted
    return _in_capitals(word.letters) if _in_capitals(letters) else word.letters.lower() == letters.lower()


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What a word has in common with its other forms; the genitive counts as none."""
    return _STEMMER.stemWord(re.sub(r"['’].*", "", word.lower()))


def match(steps: tuple[Step, ...], words: list[Word], start: int) -> tuple[int, ...]:
    """The places of a phrase's words from ``start`` on, or nothing where it does not stand there."""
    places, i, reach = [], start, 0
    for wanted, letters in steps:
        if wanted == GAP:
            reach = LONGEST_GAP
            continue
        near = range(i, min(i + reach + 1, len(words)))
        found = next((k for k in near if _fits(words[k], wanted, letters)), None)
        if found is None or words[found].sentence != words[start].sentence:
            return ()
        places.append(found)
        i, reach = found + 1, 0
    return tuple(places)


def with_parts(text: str, words: list[Word], openings: dict[Part, list[tuple[Step, ...]]]) -> Iterator[Word]:
    """The words with the part of the sentence that they stand in.

    A part begins with one of its ``openings`` and ends with the sentence; what is left out ends with the next comma.
    A purpose is not left again for a detail. Nothing opens with the first word of a sentence ("To improve …").
    """
    by_first: dict[str, list[tuple[Part, tuple[Step, ...]]]] = {}
    for name, phrases in openings.items():
        for phrase in phrases:
            by_first.setdefault(phrase[0][0], []).append((name, phrase))
    part, first = "main", 0
    for i, word in enumerate(words):
        if i == 0 or word.sentence != words[i - 1].sentence:
            part, first = "main", i
        elif part == "left out" and "," in text[words[i - 1].end : word.start]:
            part = "main"
        opened = next((name for name, phrase in by_first.get(word.stem, ()) if match(phrase, words, i)), None)
        if opened == "left out" or (opened and part == "main" and i > first) or (opened == "purpose" and part == "detail"):
            part = opened
        yield replace(word, part=part)


def without_tags(text: str, words: list[Word], tags: list[tuple[Step, ...]]) -> list[Word]:
    """The words that stand in no bracket that begins with a tag."""
    starts, drop = [word.start for word in words], set()
    for bracket in _BRACKET.finditer(text):
        first, end = (bisect_left(starts, place) for place in bracket.span())
        if first < end and any(match(tag, words, first) for tag in tags):
            drop.update(range(first, end))
    return [word for i, word in enumerate(words) if i not in drop]
