"""How easy a text is to read: the school grade that it asks for and its longest sentence."""

import re
from functools import cache

import readability

from loaders import load

GRADE, LONGEST = 9, 30
"""The 9th grade is the school year of the 14- and 15-year-olds. A sentence has at most this many words."""

FEWEST = 12
"""Below this one long word moves the grade by a year or more, so only the length counts."""


def grade(text: str) -> float:
    """Flesch-Kincaid grade of a text. Terms and grades that the glossary explains count as plain words of one syllable."""
    return readability.getmeasures("\n".join(_sentences(_with_plain_terms(text))), lang="en")["readability grades"][
        "Kincaid"
    ]


def longest(text: str) -> int:
    """Words of its longest sentence."""
    return max((len(sentence.split()) for sentence in _sentences(text)), default=0)


def too_hard(text: str) -> str:
    """Why a text asks too much of its reader; empty where it does not."""
    if (words := longest(text)) > LONGEST:
        return f"a sentence of {words} words (at most {LONGEST})"
    if len(text.split()) >= FEWEST and (found := grade(text)) > GRADE:
        return f"school grade {found:.1f} (at most {GRADE})"
    return ""


def _sentences(text: str) -> list[str]:
    """Sentences, their words apart by one blank. A paragraph or an item of a list ends one."""
    parts = re.split(r"(?<=[.?!])[”’\")]*\s+|\n\s*\n|\n(?=\s*(?:\d+\.|-)\s)", text)
    return [
        words for part in parts if (words := " ".join(re.findall(r"[^\W_][\w'’-]*", re.sub(r"^\s*\d+\.\s", "", part))))
    ]


def _with_plain_terms(text: str) -> str:
    return _terms().sub(lambda found: " ".join("term" for _ in found[0].split()), text)


@cache
def _terms() -> re.Pattern:
    ds = load()
    words = [*ds.glossary["term"], *ds.grade_words["grade_as_published"], *ds.strands["label"]]
    words += [word for also in ds.glossary["also"].dropna() for word in also.split("; ")]
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, set(words)), key=len, reverse=True))})s?\b", re.I)
