"""The Children's Social Care National Framework, to which reports since 2025 tie what they ask for: one way to write each tag."""

from __future__ import annotations

import re

TAGS = {
    "Outcome 1": "Children, young people and families stay together and get the help they need",
    "Outcome 2": "Children and young people are supported by their family network",
    "Outcome 3": "Children and young people are safe in and outside of their homes",
    "Outcome 4": "Children in care and care leavers have stable, loving homes",
    "Enabler 1": "Multi-agency working is prioritised and effective",
    "Enabler 2": "Leaders drive conditions for effective practice",
    "Enabler 3": "The workforce is equipped and effective",
    "Principle 1": "Children’s welfare is paramount",
    "Principle 2": "Children’s wishes and feelings are sought, heard and responded to",
    "Principle 3": "Children’s social care works in partnership with whole families",
    "Principle 4": "Children are raised by their families",
}
"""Each tag in one spelling, and what the framework of December 2023 calls it; of a long name the first words."""

_NUMBERS = {"one": "1", "two": "2", "three": "3", "four": "4"}
_NUMBERED = re.compile(r"\b(outcome|enabler|principle)\s+(\w+)")


def tag(printed: object) -> str | None:
    """``Enabler 3`` for ``Enabler three`` and ``enabler 3: national framework``; by its name where no number is printed.

    What is none of ``TAGS`` stays as printed; None where nothing is printed.
    """
    if not isinstance(printed, str):
        return None
    words = printed.lower()
    if found := _NUMBERED.search(words):
        kind, number = found.groups()
        name = f"{kind.capitalize()} {_NUMBERS.get(number, number)}"
        return name if name in TAGS else printed
    return next((name for name, title in TAGS.items() if title.lower() in words.replace("'", "’")), printed)
