"""Small readers of our own sentences: they take the grades, strands, names, dates and counts out of the words again."""

import re

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
GRADES = ("Requires improvement to be good", "Requires improvement", "Outstanding", "Good", "Adequate", "Inadequate")
COUNT = r"(?:\d[\d,]*|no|none|one|two|three|four|five|six|seven|eight|nine|ten)"
"""A count in words or digits, as a part of a pattern."""
_GRADE = "|".join(GRADES)


def count_of(words: str) -> int:
    """The number that a word or digits say."""
    plain = words.lower().replace(",", "")
    return 0 if plain == "none" else NUMBERS.index(plain) if plain in NUMBERS else int(plain)


def one_wording(grade: str) -> str:
    """Frameworks print one grade in two wordings; these are one."""
    return "Requires improvement to be good" if grade == "Requires improvement" else grade


def read_grades(text: str, phrases: dict[str, str]) -> dict[str, str]:
    """Read ``Good overall and for leaders, and Outstanding for care leavers``: strand to grade. ``phrases``: strand to phrase."""
    names = {phrase: strand for strand, phrase in phrases.items()}
    pattern = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    found, grade = {}, None
    for part in re.findall(rf"{_GRADE}|\b(?:{pattern})(?!\w)", text):
        if part in GRADES:
            grade = part
        else:
            assert grade is not None, text
            assert names[part] not in found, text
            found[names[part]] = one_wording(grade)
    rest = re.sub(rf"{_GRADE}|\b(?:{pattern})(?!\w)|,|\band\b|\s", "", text)
    assert rest == "", f"not understood: {rest} in {text}"
    return found


def read_all(text: str) -> tuple[str, int] | None:
    """Read ``Good in all five judgements``: the grade, and of how many; None where it is not said so."""
    found = re.fullmatch(rf"({_GRADE}) in (both|all ({COUNT}))(?: judgements)?", text)
    return None if found is None else (one_wording(found[1]), 2 if found[2] == "both" else count_of(found[3]))


def read_steps(text: str, phrases: dict[str, str]) -> set[tuple[str, str, str]]:
    """Read ``overall and for leaders, from Good to Inadequate; for care leavers, from …``: strand, before, after."""
    found = set()
    for part in re.split(r"; |, and (?=[^,]*, from )", text):
        strands, before, after = re.fullmatch(rf"(.+), from ({_GRADE}) to ({_GRADE})", part).groups()
        for strand in read_grades(f"Good {strands}", phrases):
            found.add((strand, before, after))
    return found


def read_list(text: str, names: dict[str, str]) -> tuple[list[tuple[str, str]], int]:
    """Read a list of names, however it is parted: each with what stands behind it in brackets, and how many more there are.

    ``names``: what a sentence calls a thing, to its id.
    """
    found, more = [], 0
    by_length = sorted(names, key=len, reverse=True)
    while text:
        if left := re.fullmatch(rf"({COUNT}) more", text):
            more, text = count_of(left[1]), ""
            continue
        name = next((one for one in by_length if text.startswith(one)), None)
        assert name is not None, f"no name begins: {text}"
        text = text[len(name) :]
        behind = re.match(r" \(([^()]*)\)", text)
        text = text[behind.end() :] if behind else text
        found.append((names[name], behind[1] if behind else ""))
        between = re.match(r"; | and |, ", text)
        assert between or not text, f"no end of a list: {text}"
        text = text[between.end() :] if between else text
    return found, more


def sentences_of(text: str) -> list[str]:
    """The sentences of a text."""
    return re.split(r"(?<=[.?!]) (?=[A-Z“0-9])", text)
