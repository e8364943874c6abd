"""Source documents in which a quote can be looked up, letter for letter but for what print may change."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..documents import fold, pages_of

_NOT_LETTERS = re.compile(r"[\s\-]+")
COPIED_WORDS = 10


def squeeze(text: str) -> str:
    """``fold`` and then leave out blanks and hyphens, so that a hyphen lost at a line end is forgiven."""
    return _NOT_LETTERS.sub("", fold(text))


class _Squeezed:
    """A folded text without blanks and hyphens, with the place of each letter, so that words can still be told apart."""

    def __init__(self, folded: str):
        self.folded = folded
        self.places = [i for i, letter in enumerate(folded) if not _NOT_LETTERS.match(letter)]
        self.letters = "".join(folded[i] for i in self.places)

    def holds(self, quote: str) -> bool:
        """Whether the quote stands in the text and neither begins nor ends inside a word."""
        wanted, start = squeeze(quote), -1
        while wanted and (start := self.letters.find(wanted, start + 1)) >= 0:
            first, last = self.places[start], self.places[start + len(wanted) - 1]
            before, after = self.folded[max(first - 1, 0) : first], self.folded[last + 1 : last + 2]
            if not (before.isalnum() and wanted[0].isalnum()) and not (after.isalnum() and wanted[-1].isalnum()):
                return True
        return False


@dataclass(frozen=True)
class SourceText:
    """One source document, page by page (a text file is one page), without running headers and footers."""

    path: Path
    pages: tuple[str, ...]

    @cached_property
    def _whole(self) -> _Squeezed:
        return _Squeezed(fold("\n".join(self.pages)))

    def holds(self, quote: str) -> bool:
        """Whether the quote stands in the document, letter for letter but for what ``squeeze`` folds, in whole words."""
        return self._whole.holds(quote)

    def holds_at(self, quote: str, page: int) -> bool:
        """Whether the quote stands on that page, or in a paragraph that runs on to the next."""
        return _Squeezed(fold("\n".join(self.pages[page - 1 : page + 1]))).holds(quote)

    @cached_property
    def runs_of_words(self) -> set[tuple[str, ...]]:
        """Every run of ``COPIED_WORDS`` consecutive words, to find what was copied."""
        return set(runs(" ".join(self.pages)))


def runs(text: str) -> list[tuple[str, ...]]:
    """Every run of ``COPIED_WORDS`` consecutive words of a text, in lower case."""
    words = re.findall(r"[a-z0-9']+", fold(text).lower().replace("-", " "))
    return list(zip(*(words[i:] for i in range(COPIED_WORDS)), strict=False))


def read_source(path: Path) -> SourceText:
    """Read a PDF or text file. Raises ``UnreadableDocument`` where it cannot be read."""
    return SourceText(path, pages_of(path))


def find_source(name: str, folders: Iterable[Path]) -> Path | None:
    """The file called ``name`` (or at that path) in or below the folders, or None. Never one outside them."""
    if Path(name).is_absolute() or ".." in Path(name).parts:
        return None
    for folder in folders:
        if (folder / name).is_file():
            return folder / name
        for path in sorted(folder.rglob(Path(name).name)):
            if path.is_file() and path.as_posix().endswith("/" + name):
                return path
    return None
