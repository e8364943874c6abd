"""Source documents as text that a quote can be looked up in: PDF or plain text, folded to what a machine can compare."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2

_QUOTES = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": "'",
        "”": "'",
        '"': "'",
        "–": "-",
        "—": "-",
        "‑": "-",
        "‐": "-",
        "−": "-",
        "\u00ad": "",
        "\ufffe": "-",
        "\x02": "-",
    }
)
_LINE_END_HYPHEN = re.compile(r"(?<=\w)-\s*\n\s*(?=\w)")
_NOT_LETTERS = re.compile(r"[\s\-]+")
COPIED_WORDS = 10
_RUNNING_LINE = range(16, 111)  # letters: shorter lines repeat by chance, longer ones are rows of a table


def fold(text: str) -> str:
    """Fold what print may change: kinds of quotation marks and hyphens, ligatures, blanks, line breaks. Case is kept."""
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return " ".join(_LINE_END_HYPHEN.sub("-", text).split())


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
    """Read a PDF or text file. Raises ``OSError`` or ``pypdfium2.PdfiumError`` where it cannot be read."""
    pages = _pdf_pages(path) if path.suffix.lower() == ".pdf" else [path.read_text(encoding="utf-8")]
    return SourceText(path, tuple(_without_running_lines(pages)))


def _pdf_pages(path: Path) -> list[str]:
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]


def _without_running_lines(pages: Iterable[str]) -> list[str]:
    """Leave out lines that repeat at page turns, and bare page numbers, which cut sentences in two."""
    pages = list(pages)
    lines = [line.strip() for page in pages for line in page.splitlines()]
    repeated = _repeated(lines, least=max(3, len(pages) // 3))
    kept = []
    for page in pages:
        kept.append("\n".join(line for line in page.splitlines() if not _is_running(line.strip(), repeated)))
    return kept


def _repeated(lines: list[str], least: int) -> set[str]:
    counts: dict[str, int] = {}
    for line in lines:
        if len(line) in _RUNNING_LINE:
            bare = re.sub(r"\d+\s*$|^\s*\d+\s", "", line).strip()
            counts[bare] = counts.get(bare, 0) + 1
    return {line for line, count in counts.items() if count >= least}


def _is_running(line: str, repeated: set[str]) -> bool:
    if re.fullmatch(r"\d{1,3}", line):
        return True
    return re.sub(r"\d+\s*$|^\s*\d+\s", "", line).strip() in repeated


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
