"""A report's bytes -> its lines of print: words, page, place, size, weight.

Runs in a process of its own (``loaders/apart.py``), with little memory and little time, so that a file built to harm hurts
nobody. It therefore imports nothing of this project.
"""

from __future__ import annotations

import ctypes
import json
import sys
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

MOST_PAGES = 200  # the longest report met has 60
MOST_LETTERS, MOST_LINES = 250_000, 4_000  # the longest have 130,000 and 1,900
TOO_MUCH = f"holds more than {MOST_LETTERS:,} letters or {MOST_LINES:,} lines, many times what a report holds. Give the report alone."
LINE_END_HYPHEN = 2
"""What pdfium prints for a hyphen at the end of a line, where it joins the two lines."""


class Unreadable(Exception):
    """The file cannot be read. Says why, for the person who gave it."""


def lines_of(data: bytes) -> list[tuple]:
    """Every line of a PDF, in the order of its content: page, left edge, distance from the top as a share of the page's
    height, size in points, whether bold, words. Raises ``Unreadable``."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        raise Unreadable(
            "is locked with a password. Save a copy without one."
            if locked
            else "is damaged: no PDF reader can open it."
        ) from error
    with document:
        if len(document) > MOST_PAGES:
            raise Unreadable(
                f"has {len(document)} pages; an inspection report has fewer than {MOST_PAGES}. Give the report alone."
            )
        lines, letters = [], 0
        for number in range(len(document)):
            found = list(_lines_of_page(document[number], number + 1))
            letters += sum(len(line[-1]) for line in found)
            lines += found
            if letters > MOST_LETTERS or len(lines) > MOST_LINES:
                raise Unreadable(TOO_MUCH)
    return lines


def _lines_of_page(page: pypdfium2.PdfPage, number: int) -> Iterator[tuple]:
    text, height = page.get_textpage(), page.get_height()
    handle, x, y = text.raw, ctypes.c_double(), ctypes.c_double()
    letters: list[tuple[str, float]] = []
    matrix, place, scale, size = pdfium.FS_MATRIX(), (0.0, 0.0, False), 1.0, 0.0
    for i in range(min(text.count_chars(), MOST_LETTERS + 1)):
        letter = chr(pdfium.FPDFText_GetUnicode(handle, i))
        if letter in "\r\n":
            if letters:
                yield _line(number, place, letters)
            letters = []
        elif letters or not letter.isspace():
            if not letters:
                pdfium.FPDFText_GetCharOrigin(handle, i, x, y)
                pdfium.FPDFText_GetMatrix(handle, i, matrix)
                scale = abs(matrix.d) or abs(matrix.b) or 1.0
                place = (round(x.value, 1), round(1 - y.value / height, 4), _is_bold(handle, i))
            if (
                not letters or letter.isdigit() or letters[-1][0] == " "
            ):  # asking for every letter would double the time
                size = pdfium.FPDFText_GetFontSize(handle, i) * scale
            letters.append((letter, size))
    if letters:
        yield _line(number, place, letters)


def _is_bold(handle: Any, i: int) -> bool:
    """Whether a letter's font is heavy, or says so in its name."""
    if pdfium.FPDFText_GetFontWeight(handle, i) >= 600:
        return True
    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(handle, i, name, len(name), flags)
    return b"bold" in name.value.lower()


def _line(page: int, place: tuple[float, float, bool], letters: list[tuple[str, float]]) -> tuple:
    """A line without the small raised figures that point to footnotes."""
    sizes = [size for _, size in letters]
    size = max(set(sizes), key=sizes.count)
    kept = [letter for letter, its in letters if its > size * 0.8 or not letter.isdigit()]
    words = "".join(kept).replace(chr(LINE_END_HYPHEN), "\u2010")
    left, down, bold = place
    return page, left, down, round(size, 1), bold, words.strip()


def main() -> None:
    """Read a PDF from standard input; print its lines as JSON, or why it cannot be read."""
    answer: dict[str, Any]
    try:
        answer = {"lines": lines_of(sys.stdin.buffer.read())}
    except Unreadable as error:
        answer = {"unreadable": str(error)}
    except MemoryError:
        answer = {"unreadable": "asks for far more memory than a report needs. Save it again from a PDF viewer."}
    json.dump(answer, sys.stdout)


if __name__ == "__main__":
    main()
