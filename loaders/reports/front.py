"""The front of a report: whose it is, when inspectors were there, who led, when it was published."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from ..documents import fold
from ..records import vocabulary
from .found import Found, missing
from .lines import Report

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = "|".join(f"{name[:3]}(?:{name[3:]})?" if name[3:] else name for name in MONTHS) + "|sept"
DAY = rf"(?<!\d)\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?(?![\d:.])(?:\s*(?:{_MONTH})\b\.?)?(?:,?\s*\d{{4}}\b)?"
_TO = r"\s*(?:-|─|to|until)\s*"
DATES = re.compile(rf"(?>\s|,|and|to|-|─|{DAY}|{_MONTH}|\d{{4}})++", re.IGNORECASE)
PERIOD = re.compile(rf"(?P<first>{DAY})(?:{_TO}(?P<last>{DAY}))?", re.IGNORECASE)
DATES_LABEL = re.compile(r"\b(?:Inspection dates?|Dates? of inspection)\s*:?\s*", re.IGNORECASE)
LEAD_LABEL = re.compile(r"^(?:Lead|Reporting) inspectors?(?: on site)?\b\s*:?\s*", re.IGNORECASE)
RANK = re.compile(
    r"[\s,(]*(?:(?:-|─)\s*)?(?:\b(?:Senior\s+)?(?:(?:Social Care )?S?HMI|H[ie][sr] Majest(?:y(?:\s?'s)?|ies) Inspectors?|Ofsted(?: Inspector)?|Regulatory Inspector|Inspector)\b"
    r"(?:\s*\(?S?HMI\)?)?(?:,? Social Care)?\)?)?[\s.,)]*$",
    re.IGNORECASE,
)
LONGEST_NAME = 200  # letters, with rank and all
NAME = re.compile(r"[^\W\d_][\w'.-]*(?: (?!and\b)[^\W\d_][\w'.-]*){1,4}")
PUBLISHED = re.compile(rf"\b(?:Report )?published(?: on)?\s*:?\s*(?P<day>{DAY})", re.IGNORECASE)


class Authority(NamedTuple):
    """The parts of an authority that a draft needs."""

    id: str
    ons_code: str | None


def authority(report: Report, known: Iterable[vocabulary.Authority], title: str, again: str = "") -> Found:
    """The authority that the title names, by name or alias, as ``Authority``. A longer name goes before one inside it.

    ``again``: words that name it a second time. They stand in for a title that names none, and must not name another.
    """
    names = _names(known)
    place = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(names, key=len, reverse=True))) + r")\b")

    def named(text: str) -> list[vocabulary.Authority]:
        return [names[match.group()] for match in place.finditer(_plain(text))]

    whole = named(report.text)
    titled = list(dict.fromkeys(entry.id for entry in named(title)))
    second = list(dict.fromkeys(entry.id for entry in named(again)))
    if titled and second and titled[0] not in second:
        titled = list(dict.fromkeys([*titled, *second]))
    titled = titled or second
    if not titled and not whole:
        return missing("Neither the title nor the text names an authority that authorities.csv knows.")
    often = Counter(entry.id for entry in whole)
    first = titled[0] if titled else often.most_common(1)[0][0]
    entry = next(entry for entry in whole if entry.id == first)
    read = Found(Authority(first, entry.ons_code), 1, title, f"named {often[first]} times" if often[first] > 2 else "")
    if not titled:
        return read.doubted("No title names the authority. It is the one that the text names most often.")
    return read.doubted(f"The title also names {', '.join(titled[1:])}.") if titled[1:] else read


def _names(known: Iterable[vocabulary.Authority]) -> dict[str, vocabulary.Authority]:
    """Every name and alias in plain letters, and the short form of a name (Newcastle) where only one authority has it."""
    known = list(known)
    short = Counter(_short(entry.name) for entry in known)
    names = {_short(entry.name): entry for entry in known if short[_short(entry.name)] == 1}
    return names | {
        _plain(name): entry
        for entry in known
        for name in (entry.name, *entry.aliases)
        if not re.fullmatch(r"E\d{8}", name)
    }


def _short(name: str) -> str:
    return re.split(r" (?:upon|on|with) ", _plain(name))[0]


def _plain(name: str) -> str:
    return " ".join(re.sub(r"[^\w\s]", " ", re.sub(r"'s?\b", "", fold(name).lower().replace("&", " and "))).split())


def period(text: str, page: int = 1) -> tuple[Found, Found]:
    """First and last day on site, from the words that print them. Of two periods: the first start and the last end."""
    text = fold(text)
    matches = [match for match in PERIOD.finditer(text) if re.search("[a-z/]", match.group(), re.IGNORECASE)]
    if not matches:
        return missing("No dates are printed where they usually stand."), missing(
            "No dates are printed where they usually stand."
        )
    words = text[: matches[-1].end()].strip()
    last = day_of(matches[-1]["last"] or matches[-1]["first"])
    first = day_of(matches[0]["first"], day_of(matches[0]["last"]) if matches[0]["last"] else last)
    if first is None or last is None:
        return _no_date(words)
    why = ""
    if len(matches) == 1 and not matches[0]["last"]:
        why = "Only one date is printed: it may be the first day, the last, or neither."
    elif not 0 <= (last - first).days <= 200:
        why = "The two days are not in order, or too far apart."
    start, end = Found(first, page, words), Found(last, page, words)
    return (start.doubted(why), end.doubted(why)) if why else (start, end)


def _no_date(words: str) -> tuple[Found, Found]:
    why = f"{words!r} is no date that the calendar has."
    return missing(why), missing(why)


def day_of(words: str | None, end: date | None = None) -> date | None:
    """A day as printed. What it leaves out, month or year, it takes from the end of its period."""
    if words is None:
        return None
    if "/" in words:
        day, month, year = (int(part) for part in words.split("/"))
        return _calendar(year if year > 99 else 2000 + year, month, day)
    day = int(re.findall(r"\d+", words)[0])
    name = re.search(r"[a-z]{3,}", re.sub(r"\d+(?:st|nd|rd|th)", "", words.lower()))
    number = (
        next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.group()[:3]))
        if name
        else end and end.month
    )
    printed = re.search(r"\d{4}", words)
    if number and printed:
        return _calendar(int(printed.group()), number, day)
    if not number or not end:
        return None
    found = _calendar(end.year, number, day)
    return _calendar(end.year - 1, number, day) if found and found > end else found


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def inspection_dates(report: Report) -> tuple[Found, Found]:
    """First and last day on site, as the front page prints them."""
    for i, line in enumerate(report.lines):
        label = DATES_LABEL.search(fold(line.text))
        if label and line.page <= 2:
            following = [fold(other.text) for other in report.lines[i + 1 : i + 3]]
            words = re.split(r"\(|Report\b|Published\b|Lead\b", fold(line.text)[label.end() :], flags=re.IGNORECASE)[0]
            if not re.search(r"\d{4}\s*$|/\d+\s*$", words) or re.match(
                r"and\b|to\b|-|─|\d", following[0] if following else ""
            ):
                words = f"{words} {_dates_only(following)}"
            return period(words, line.page)
    return period("")


def first_period(words: str) -> tuple[date | None, date | None]:
    """First and last day of the first period on site."""
    matches = [match for match in PERIOD.finditer(fold(words)) if match["last"]]
    if not matches:
        return None, None
    last = day_of(matches[0]["last"], day_of(matches[-1]["last"]))
    return day_of(matches[0]["first"], last), last


def _dates_only(following: list[str]) -> str:
    """The part of the next lines that goes on with the dates."""
    words = ""
    for text in following:
        if not DATES.fullmatch(text):
            break
        words += f" {text}"
    return words


def published(report: Report) -> Found:
    """The day of publication, where the report prints it."""
    match = PUBLISHED.search(report.front(1))
    day = day_of(match["day"]) if match and re.search(r"\d{4}|/", match["day"]) else None
    if match is None or day is None:
        return missing("The report prints no day of publication. Take it from Ofsted's website.")
    return Found(day, 1, match.group())


def lead_inspector(report: Report) -> Found:
    """Who led, without rank. A deputy is passed over. Two leads are joined by a semicolon."""
    for i, line in enumerate(report.lines):
        words = fold(line.text)
        label = LEAD_LABEL.match(words)
        if not label:
            continue
        said = RANK.sub("", re.split(r"\s+Deputy\b", words[label.end() :][:LONGEST_NAME])[0])
        below = [fold(other.text)[:LONGEST_NAME] for other in report.lines[i + 1 : i + 4]]
        following = below[:2]
        if not said and following:
            said = RANK.sub("", following.pop(0))
        if not said:
            return missing("The label stands there, and no name after it.")
        read = Found(said, line.page, words)
        if re.match(r"\w+ inspectors\b", words, re.IGNORECASE) or any(LEAD_LABEL.match(text) for text in following):
            return read.doubted("More than one may have led.")
        second = _second_name(said, below)
        if second and line.page == 1:
            return read.doubted(f"{second!r} stands below as well: perhaps two led.")
        return read if NAME.fullmatch(said) else read.doubted("This does not look like one name.")
    return missing("The report names no lead inspector.")


def _second_name(said: str, following: list[str]) -> str | None:
    """Another name below the first, known by the rank beside or below it. Deputies and teams are passed over."""
    names = [text for text in following if not re.match("Deputy|Team", text)]
    for text, below in zip(names, [*names[1:], ""], strict=False):
        name = RANK.sub("", text)
        ranked = name != text or (below and RANK.fullmatch(below))
        if name != said and NAME.fullmatch(name) and ranked:
            return name
    return None
