"""What a careful reader would mark in our own texts, whatever they say."""

import re
from collections.abc import Iterable

from tests.live.reading import sentences_of

LONGEST = 45
"""Words of a sentence. What is parted by semicolons or stands behind a colon is a list, and counts part by part."""

MANY = "inspections|visits|themes|reports|recommendations|authorities|grades|actions|years|others"
"""What there cannot be one of."""


def faults(text: str) -> list[str]:
    """What a careful reader would mark in a text."""
    marked = {
        "a word twice": re.findall(r"\b([A-Za-z]+) \1\b", text, re.I),
        "one of many": re.findall(rf"(?<![\d.,-])\b(?:1|one) (?:(?!with|for|read)[a-z]+ )?(?:{MANY})\b", text, re.I),
        "an id": re.findall(r"\b[a-z]+_\w+|\b[a-z-]+/\d{4}-[a-z-]+", text),
        "no value": re.findall(r"\bnan\b|\bNaT\b|<NA>|\bNone(?= \w+ing\b|[,.)])", text),
        "points": re.findall(r"\.\.|[;,:] ?\.|\(\)| ,| \.|  |, ,|[“] ?[”]|: ?$|\{|\}", text),
        "no capital": [text] if text and text[0].islower() else re.findall(r"[a-z)][.?!] [a-z]\w*", text),
        "too long": [one for one in sentences_of(text) if longest(one) > LONGEST],
    }
    return [f"{what}: {found} in {text!r}" for what, found in marked.items() if found]


def longest(sentence: str) -> int:
    """Words of the longest part of a sentence between semicolons and after a colon."""
    return max(len(part.split()) for part in re.split(r"[;:] ", sentence))


def marked(titles: Iterable[str], texts: Iterable[str]) -> list[str]:
    """What is marked in headings, which end without a full stop, and in texts, which are whole sentences. Empty ones are left out."""
    found = []
    for title in filter(None, titles):
        found += [*faults(title), *([f"a full stop: {title!r}"] if title.endswith(".") else [])]
    for text in filter(None, texts):
        found += [*faults(text), *([] if text.endswith((".", "?")) else [f"no full stop: {text!r}"])]
    return found
