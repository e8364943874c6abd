"""Themes suggested for a recommendation from its words, by the lists in ``data/theme_words.yaml``.

1. A word stands for all its forms (its stem), a phrase for these words in this order within one sentence.
2. Where phrases overlap, the longest counts: "pathway plans" is not "plans" too. Phrases that mean no theme
   (``set_aside``) take their words in the same way; what follows "other than" (``leave_out``) is not read.
3. A theme that another one suggested includes by its definition is not suggested beside it (``includes``).
4. How sure: ``sure`` where a phrase names the theme, ``likely`` where it hints at it, and one step less where it
   stands in the purpose only ("so that …"). Vague words (``otherwise``) count where no theme is named at all.
5. Primary, at most two: what the first sentence names first, before its details and its purpose.

These are suggestions for a person to check. They are no codes: no rule, count or chart uses them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from ..records.vocabulary import ThemeWordLists
from .phrases import Language, Step, Word, match, with_parts, without_tags

Certainty = Literal["sure", "likely", "possible"]
CERTAINTIES: tuple[Certainty, ...] = ("sure", "likely", "possible")
MOST_PRIMARY = 2


@dataclass(frozen=True)
class Suggestion:
    """A theme that a recommendation's words suggest: the phrase that tells it, as printed, and how sure that is."""

    theme: str
    phrase: str
    certainty: Certainty
    primary: bool


@dataclass(frozen=True)
class _Phrase:
    theme: str | None
    kind: int
    steps: tuple[Step, ...]


NAMES, HINTS, OTHERWISE = range(3)


@dataclass(frozen=True)
class _Seen:
    """A phrase at a place of a text, and the part of the sentence it stands in."""

    theme: str | None
    kind: int
    places: tuple[int, ...]
    sentence: int
    part: str


def suggest_themes(text: str, lists: ThemeWordLists) -> list[Suggestion]:
    """Themes for one recommendation, the primary ones first, then the surest. Empty where none of the words is seen."""
    book = _book(lists.model_dump_json())
    words = book.read(text)
    seen = [one for one in _longest(book.seen_in(words)) if one.theme]
    if any(one.kind == NAMES for one in seen):
        seen = [one for one in seen if one.kind != OTHERWISE]
    best: dict[str, _Seen] = {}
    for one in sorted(_with_purpose(seen), key=_order):
        best.setdefault(one.theme, one)
    for included in {theme for name in best for theme in book.includes.get(name, ())}:
        best.pop(included, None)
    primary = _primary(list(best.values()))
    return [
        Suggestion(one.theme, _printed(text, words, one.places), CERTAINTIES[_doubt(one)], one in primary)
        for one in sorted(best.values(), key=lambda one: (one not in primary, *_order(one)))
    ]


def _doubt(seen: _Seen) -> int:
    """Steps down from sure."""
    return min(seen.kind, HINTS) + (seen.part == "purpose")


def _order(seen: _Seen) -> tuple:
    return _doubt(seen), seen.places


def _with_purpose(seen: list[_Seen]) -> Iterator[_Seen]:
    """A purpose counts as such only where its sentence has named something before it: "work to ensure that …"."""
    named = {one.sentence for one in seen if one.kind == NAMES and one.part == "main"}
    for one in seen:
        yield replace(one, part="main") if one.part == "purpose" and one.sentence not in named else one


def _primary(seen: list[_Seen]) -> list[_Seen]:
    """The surest of the first sentence before its details, or else of the whole; two of them only where named."""
    candidates = [one for one in seen if one.sentence == 0 and one.part == "main"] or seen
    least = min(map(_doubt, candidates), default=0)
    surest = sorted((one for one in candidates if _doubt(one) == least), key=lambda one: one.places)
    return surest[: MOST_PRIMARY if least == 0 else 1]


def _longest(seen: Iterable[_Seen]) -> Iterator[_Seen]:
    """What remains where phrases overlap: the one of most words, then the first, then the surest."""
    taken: set[int] = set()
    for one in sorted(seen, key=lambda one: (-len(one.places), one.places, one.kind)):
        if taken.isdisjoint(one.places):
            taken.update(one.places)
            yield one


def _printed(text: str, words: list[Word], places: tuple[int, ...]) -> str:
    return " ".join(text[words[places[0]].start : words[places[-1]].end].split())


class _Book:
    """The lists made ready to be looked up, by the first word of each phrase."""

    def __init__(self, lists: ThemeWordLists):
        self.language = Language(lists.alike)
        steps = self.language.steps
        self.tags = [steps(phrase) for phrase in lists.tags]
        openings = {"purpose": lists.purpose, "detail": lists.detail, "left out": lists.leave_out}
        self.openings = {part: [steps(phrase) for phrase in phrases] for part, phrases in openings.items()}
        phrases = [_Phrase(None, NAMES, steps(phrase)) for phrase in lists.set_aside]
        for entry in lists.themes:
            for kind, listed in enumerate((entry.names, entry.hints, entry.otherwise)):
                phrases += [_Phrase(entry.theme, kind, steps(phrase)) for phrase in listed]
        self.includes = {entry.theme: entry.includes for entry in lists.themes}
        self.by_first: dict[str, list[_Phrase]] = {}
        for phrase in phrases:
            self.by_first.setdefault(phrase.steps[0][0], []).append(phrase)

    def read(self, text: str) -> list[Word]:
        """The words of a text that are to be read, with the part of the sentence that each stands in."""
        words = without_tags(text, self.language.words(text), self.tags)
        return list(with_parts(text, words, self.openings))

    def seen_in(self, words: list[Word]) -> Iterator[_Seen]:
        """Every phrase of the lists at every place where it stands."""
        for i, word in enumerate(words):
            for phrase in self.by_first.get(word.stem, ()):
                places = match(phrase.steps, words, i)
                if places and word.part != "left out":
                    yield _Seen(phrase.theme, phrase.kind, places, word.sentence, word.part)


@lru_cache(maxsize=4)
def _book(lists: str) -> _Book:
    return _Book(ThemeWordLists.model_validate_json(lists))
