"""How good the suggested themes are, against the codes that two readers and a third agreed on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from ..records import reading as records
from ..records.schema import Depth, Inspection, Recommendation, RecommendationThemes
from ..verification.sources import SourceText, find_source, read_source, squeeze
from .suggest import CERTAINTIES, Suggestion, suggest_themes

Words = Callable[[Inspection, Recommendation], str | None]

_ITEM = re.compile(r"\n\s*(?=\d{1,3}\.\s|[\uf06e\uf0a7\uf0b7◼■•▪*-]\s|\n)")
_END_OF_ITEM = re.compile(r"[.)]\s*(?=\n|$)")


@dataclass(frozen=True)
class Case:
    """A curated recommendation: its words, its codes, and what is suggested for these words."""

    inspection: str
    recommendation: str
    coded: frozenset[str]
    primary: frozenset[str]
    suggestions: tuple[Suggestion, ...]

    def suggested(self, certainty: Iterable[str] = CERTAINTIES) -> frozenset[str]:
        """Themes suggested with one of these certainties."""
        return frozenset(one.theme for one in self.suggestions if one.certainty in certainty)

    @property
    def all_themes(self) -> tuple[frozenset[str], frozenset[str]]:
        """Themes coded, and suggested."""
        return self.coded, self.suggested()

    @property
    def primary_themes(self) -> tuple[frozenset[str], frozenset[str]]:
        """Themes coded as primary, and suggested as such."""
        return self.primary, self.suggested_primary

    @property
    def suggested_primary(self) -> frozenset[str]:
        """Themes suggested as primary."""
        return frozenset(one.theme for one in self.suggestions if one.primary)


@dataclass(frozen=True)
class Score:
    """Counts of themes: coded, suggested, and both."""

    coded: int
    suggested: int
    right: int

    @classmethod
    def of(cls, pairs: Iterable[tuple[frozenset[str], frozenset[str]]]) -> Score:
        """Add up (coded, suggested) over all recommendations: the micro average."""
        pairs = list(pairs)
        return cls(*(sum(map(len, column)) for column in ([c for c, _ in pairs], [s for _, s in pairs], [c & s for c, s in pairs])))

    @property
    def precision(self) -> float | None:
        """Share of the suggested themes that are coded."""
        return self.right / self.suggested if self.suggested else None

    @property
    def recall(self) -> float | None:
        """Share of the coded themes that are suggested."""
        return self.right / self.coded if self.coded else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two, as one number."""
        return 2 * self.right / (self.coded + self.suggested) if self.coded + self.suggested else None


def short_words(_: Inspection, recommendation: Recommendation) -> str:
    """What the record itself holds: the quote and our own summary."""
    return f"{recommendation.quote}. {recommendation.summary}"


def printed_words(folders: list[Path]) -> Words:
    """A reader of the whole recommendation as printed, from the sources in ``folders``; None where it is not found."""
    read: dict[str, SourceText | None] = {}

    def words(record: Inspection, recommendation: Recommendation) -> str | None:
        name = record.source.file
        if name not in read:
            path = find_source(name, folders) if name else None
            read[name] = read_source(path) if path else None
        return read[name] and _item("\n".join(read[name].pages), recommendation.quote)

    return words


def _item(text: str, quote: str) -> str | None:
    """The list item or paragraph of a source in which a quote stands, without the heading after it."""
    wanted = squeeze(quote)
    for item in _ITEM.split(text):
        if wanted not in squeeze(item):
            continue
        ends = (end.end() for end in _END_OF_ITEM.finditer(item))
        last = next((end for end in ends if wanted in squeeze(item[:end])), len(item))
        return " ".join(item[:last].split())
    return None


def cases(read: records.Records, words: Words) -> list[Case]:
    """Every recommendation of every coded inspection, with suggestions for its ``words``."""
    lists = read.vocabulary["theme_words"]
    found = []
    for name, record in sorted(read.inspections.items()):
        for recommendation in record.recommendations if record.depth == Depth.CODED else ():
            text = words(record, recommendation)
            if text is not None:
                primary, coded = _codes(recommendation.themes)
                found.append(Case(name, recommendation.id, coded, primary, tuple(suggest_themes(text, lists))))
    return found


def _codes(themes: RecommendationThemes) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(themes.primary), frozenset(themes.primary + themes.other)


def two_readers(read: records.Records) -> list[Score]:
    """The second reader's themes measured by the first's, before they met: all themes, then primary ones."""
    pairs = []
    for files in read.codings.values():
        if "first" in files and "second" in files:
            first, second = files["first"].recommendations, files["second"].recommendations
            pairs += [(_codes(first[name]), _codes(second[name])) for name in first if name in second]
    return [Score.of((one[i], other[i]) for one, other in pairs) for i in (1, 0)]
