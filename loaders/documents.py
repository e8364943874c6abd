"""Documents as pages of text: PDF or plain text, without running lines, and folded to what a machine can compare."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

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
_RUNNING_LINE = range(16, 111)  # letters: shorter lines repeat by chance, longer ones are rows of a table


class UnreadableDocument(Exception):
    """A document that cannot be read. Says why."""


def fold(text: str) -> str:
    """Fold what print may change: kinds of quotation marks and hyphens, ligatures, blanks, line breaks. Case is kept."""
    text = unicodedata.normalize("NFKC", text).translate(_QUOTES)
    return " ".join(_LINE_END_HYPHEN.sub("-", text).split())


def pages_of(path: Path) -> tuple[str, ...]:
    """Read the text of a PDF page by page, or of a text file as one page, without running headers and footers.

    Raises ``UnreadableDocument`` where the file cannot be opened, is damaged or is not UTF-8 text.
    """
    try:
        pages = _pages_of_pdf(path) if path.suffix.lower() == ".pdf" else [path.read_text(encoding="utf-8")]
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableDocument(str(error)) from error
    return tuple(_without_running_lines(pages))


def _pages_of_pdf(path: Path) -> list[str]:
    import pypdfium2  # here, as whoever reads no PDF need not wait for it: 0.08 s

    try:
        with pypdfium2.PdfDocument(path) as document:
            return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(str(error)) from error


def _without_running_lines(pages: Iterable[str]) -> list[str]:
    """Leave out lines that repeat at page turns, and bare page numbers, which cut sentences in two."""
    pages = list(pages)
    repeated = _repeated((line.strip() for page in pages for line in page.splitlines()), least=max(3, len(pages) // 3))
    return ["\n".join(line for line in page.splitlines() if not _is_running(line.strip(), repeated)) for page in pages]


def _repeated(lines: Iterable[str], least: int) -> set[str]:
    counts = Counter(_without_page_number(line) for line in lines if len(line) in _RUNNING_LINE)
    return {line for line, count in counts.items() if count >= least}


def _is_running(line: str, repeated: set[str]) -> bool:
    return bool(re.fullmatch(r"\d{1,3}", line)) or _without_page_number(line) in repeated


def _without_page_number(line: str) -> str:
    return re.sub(r"\d+\s*$|^\s*\d+\s", "", line).strip()
