"""A file that someone gives us -> its lines of print, or a clear reason why not. Nothing here trusts the file."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from ..apart import GaveUp, read_apart
from ..records.problems import Problem, Refused
from . import extraction
from .lines import Line, Report, of_text

MOST_BYTES = 30_000_000  # the largest report met has 0.8 million
LEAST_LETTERS = 400
_BEGINNINGS = {
    b"PK\x03\x04": "is a Word, Excel or zip file. Save it as PDF or as plain text.",
    b"\xd0\xcf\x11\xe0": "is an old Word or Excel file. Save it as PDF or as plain text.",
    b"{\\rtf": "is a rich text file. Save it as PDF or as plain text.",
    b"\x89PNG": "is a picture. Give the report as PDF with text.",
    b"\xff\xd8\xff": "is a picture. Give the report as PDF with text.",
}


def read_file(path: Path) -> Report:
    """The lines of a PDF or text file. Raises ``Refused`` with the reason, ``OSError`` where it cannot be opened."""
    if path.stat().st_size > MOST_BYTES:
        raise refused(path.name, _too_large(path.stat().st_size))
    return read_bytes(path.name, path.read_bytes())


def read_bytes(name: str, data: bytes) -> Report:
    """The lines of a PDF or text file. Raises ``Refused`` with the reason, in words for the person who gave it."""
    if len(data) > MOST_BYTES:
        raise refused(name, _too_large(len(data)))
    if not data.strip():
        raise refused(name, "is empty. Download the report again.")
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return from_lines(name, _guarded(name, data))
    if head[:200].lower().startswith((b"<!doctype html", b"<html", b"<?xml", b"<head")):
        raise refused(
            name,
            "is a web page, not a report, whatever its name says: perhaps the page that says the report was not found. Download the report again.",
        )
    for beginning, why in _BEGINNINGS.items():
        if data.startswith(beginning):
            raise refused(name, why)
    return _from_text(name, data)


def from_lines(name: str, lines: list) -> Report:
    """A report from the lines of ``extraction.lines_of``. Raises ``Refused`` where they hold no text."""
    if sum(len(line[-1]) for line in lines) < LEAST_LETTERS:
        raise refused(
            name,
            "holds pictures of pages and no text: it was scanned. Let a program recognise its text (OCR) first, and save it again.",
        )
    return _bounded(Report(name, tuple(Line(*line) for line in lines), max(line[0] for line in lines)))


def refused(name: str, why: str) -> Refused:
    """The reason why a file is no report that can be read."""
    return Refused(Problem(name, 1, "", why))


def _too_large(size: int) -> str:
    return f"has {size / 1e6:.0f} million bytes; a report has fewer than {MOST_BYTES // 1_000_000} million. Give the report alone."


def _from_text(name: str, data: bytes) -> Report:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise refused(name, "is neither a PDF nor text in UTF-8. Give the report as PDF or as plain text.") from None
    if "\0" in text:
        raise refused(name, "is neither a PDF nor plain text. Give the report as PDF or as plain text.")
    if len(text) > extraction.MOST_LETTERS or text.count("\n") > 3 * extraction.MOST_LINES:
        raise refused(name, extraction.TOO_MUCH)
    if len(text.strip()) < LEAST_LETTERS:
        raise refused(name, "holds too few words to be a report.")
    return _bounded(of_text(name, text))


def _bounded(report: Report) -> Report:
    """The same report. Raises ``Refused`` where it has more lines than any, or more letters once each sign is spelt out."""
    letters = sum(len(unicodedata.normalize("NFKC", line.text)) for line in report.lines)
    if letters > extraction.MOST_LETTERS or len(report.lines) > extraction.MOST_LINES:
        raise refused(report.name, extraction.TOO_MUCH)
    return report


def _guarded(name: str, data: bytes) -> list:
    """Lines of a PDF, read by a process of its own with little memory and little time of the processor."""
    try:
        answer = read_apart(extraction.__file__, data)
    except GaveUp as gave_up:
        raise refused(name, str(gave_up)) from None
    if "unreadable" in answer:
        raise refused(name, answer["unreadable"])
    return answer["lines"]
