"""The front of a letter: the visit or joint inspection it is about, when, by whom, and what was looked at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import takewhile

from .found import Found, missing
from .front import DAY, NAME, RANK, day_of
from .lines import Report, joined

KINDS = ("focused_visit", "jtai")
TITLE = re.compile(r"(?:Focus+ed visit|Joint targeted area inspection)\b", re.IGNORECASE)
VISIT_TITLE = re.compile(r"Focus+ed visit (?:to|of) .{3,80}? children's (?:social care )?services", re.IGNORECASE)
BEGINS = re.compile(r"\b(?:Overview|Headline findings|Main findings|Context|What needs to improve)\b")
"""Where the findings of a letter begin, if no heading says so."""
LONGEST_FRONT = 4_000  # letters from the title to the first finding; 2,500 are the most seen
MOST_DAYS, MOST_WEEKS = 30, 36  # on site, and from then to the letter; 6 days and 15 weeks are the most seen

_TO = r"\s*(?:-|─|to|until)\s*"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )?"
_DAYS = rf"{_WEEKDAY}(?P<days>(?:{DAY})(?:(?:{_TO}|,\s*|\s*(?:&|and)\s+){_WEEKDAY}(?:{DAY})){{0,3}})"
DAYS = {
    "focused_visit": re.compile(
        rf"findings of (?:the|a|our)\b[^.]{{0,20}}?\bvisit\b(?:[^.]|\bSt\.){{0,120}}? (?:on|from|between|over|during) (?:the )?{_DAYS}",
        re.IGNORECASE,
    ),
    "jtai": re.compile(
        rf"\b(?:Between|took place (?:from|between|on)|carried out (?:from|between|on)) {_DAYS}", re.IGNORECASE
    ),
}
NAMED = re.compile(
    r"\b(?:inspectors? (?:\(HMI\) )?(?:for this visit )?(?:was|were)|(?:carried out|conducted|undertaken) by)\s+(?P<names>.{4,400}?)"
    r"(?=\.\s+[A-Z]|\.$|\.? (?:The )?inspectors (?:looked|considered|evaluated|reviewed|focused)|$)",
    re.IGNORECASE,
)
ROLE = re.compile(
    r"\b(?:H(?:er|is) Majesty's Inspectors?|S?HMIs?|Ofsted Inspector|Senior|Social Care|Schools?|designate|(?:lead|team) inspectors?|"
    r"two of|both|all of whom are|who observed the visit|as a supernumerary inspector|with)\b|[()]",
    re.IGNORECASE,
)
_NAME = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3}"
LEAD = re.compile(rf"\blead inspector (?P<after>{_NAME})|(?P<before>{_NAME}), lead inspector\b")
_EVIDENCE = r"(?!(?:a |the )?(?:\w+ )?range of|case |children's case|local authority performance)"
LOOKED_AT = re.compile(
    r"(?:\bInspectors?(?: also)? (?:looked at|considered|evaluated|reviewed|assessed|focused on|appraised)|\bThe focus of this visit was on|"
    rf"\bThe visit (?:looked at|focused on))\s+{_EVIDENCE}(?P<what>.{{4,900}}?)(?=\.\s+[A-Z~]|\.$|\.'|$| This visit was| The visit was| Inspectors )",
    re.IGNORECASE,
)
ARRANGEMENTS = re.compile(
    r"^(?:how )?(?:the )?(?:local authority's )?(?:arrangements|services?|practice) (?:(?:in place )?(?:for|to|at|on)|that) |^the |^its ",
    re.IGNORECASE,
)
RESPONSE = re.compile(
    r"multi-agency (?:responses? to|identification and response to) (?:the )?(?P<theme>.{4,200}?)"
    r"(?=\.| in (?:the )?[A-Z]| Between | This (?:letter|inspection)|$)"
)
DEEP_DIVE = re.compile(r"'deep[ -]dive'(?: focus)? (?:on|into) (?:the )?(?:response to )?(?P<theme>.{4,160}?)\.")
NO_THEME = re.compile(r"abuse and neglect")
"""What the title of a joint inspection of 2016 to 2019 says whatever its theme was."""
AGENCIES = {
    "Ofsted": r"\bOfsted\b|Chief Inspector of Education",
    "Care Quality Commission": r"\bCare Quality Commission\b|\bCQC\b",
    "HMICFRS": r"\bHMICFRS\b|\bHMIC\b|Inspectorate of Constabulary|HMI Constabulary|Inspector of Constabulary",
    "HMI Probation": r"\bHMI Prob|Inspectorate of Probation|\bHMIP\b|Inspector of Probation",
}


@dataclass(frozen=True)
class Front:
    """The front of a letter: its title, and the words from there to its first finding."""

    title: str
    opening: str

    @property
    def sentence(self) -> str:
        """The sentences that say whose services, or which area, the letter is about: they name it a second time."""
        found = re.search(r"findings of [^.]{0,300}|work of (?:the )?individual agencies in [^.]{0,60}", self.opening)
        return re.split(r" (?:on|between|from) \d", found.group())[0] if found else ""


def front_of(report: Report) -> Front:
    """The front of a letter, by its headings; by its words where it has none."""
    for k, heading in enumerate(report.headings[:12]):
        if heading.page <= 2 and TITLE.match(heading.text):
            after = [other for other in report.headings[k + 1 :] if not other.text.startswith("In ")]
            end = after[0].first if after else len(report.body)
            opening = joined(line.text for line in report.body[heading.after : end])[:LONGEST_FRONT]
            return Front(heading.text, opening)
    text = report.front(2)
    place = text.find("Dear ")
    words = text[max(place, 0) :][:LONGEST_FRONT]
    begins = BEGINS.search(words)
    title = VISIT_TITLE.search(words)
    return Front(title.group() if title else "", words[: begins.start() if begins else None])


def letter_day(report: Report) -> Found:
    """The day of the letter, printed above its greeting."""
    above = joined(line.text for line in takewhile(lambda line: not line.text.startswith("Dear"), report.body[:60]))
    dated = [
        day
        for words in re.findall(DAY, above, re.IGNORECASE)
        if re.search(r"[a-z]+,? \d{4}|/", words, re.IGNORECASE) and (day := day_of(words))
    ]
    return Found(dated[0], 1, "the date of the letter") if dated else missing("The letter is not dated.")


def days(report: Report, kind: str) -> tuple[Found, Found, Found]:
    """First and last day on site, and the day of the letter, each doubted where they do not fit."""
    published = letter_day(report)
    match = DAYS[kind].search(front_of(report).opening) or DAYS[kind].search(report.front(2)[:LONGEST_FRONT])
    if match is None:
        none = missing("No dates are printed where they usually stand.")
        return none, none, published
    start, end = period_of(match["days"], published.value)
    return start, end, _after(end.value, published)


def period_of(words: str, letter: date | None) -> tuple[Found, Found]:
    """First and last day of a visit, joined by "and" or by "to"; one day is a visit of one day. A year left out is the letter's."""
    printed = re.findall(DAY, words, re.IGNORECASE)
    last, why = day_of(printed[-1]), ""
    if last is None and letter and not re.search(r"\d{4}", words):
        last = day_of(printed[-1], letter)
        why = "The letter leaves out the year. It is taken from the day of the letter."
    first = day_of(printed[0], last)
    if first is None or last is None:
        none = missing(f"{words!r} is no date that the calendar has.")
        return none, none
    if not 0 <= (last - first).days <= MOST_DAYS:
        why = "The two days are not in order, or too far apart."
    start, end = Found(first, 1, words, doubt=why), Found(last, 1, words, doubt=why)
    return start, end


def _after(end: date | None, published: Found) -> Found:
    """The day of the letter, doubted where the visit was not over, or was long over."""
    if not end or not published.value or end < published.value <= end + timedelta(weeks=MOST_WEEKS):
        return published
    when = "not over" if published.value <= end else "long over"
    return published.doubted(f"On this day the visit was {when}: it ended on {end}. One of the two is misprinted.")


def inspectors(front: Front) -> Found:
    """Everybody whom a letter of a visit names as inspector, as a list; nobody leads unless it says so."""
    said = [(match.group(), _names_in(match["names"])) for match in NAMED.finditer(front.opening)]
    if not said:
        return missing("The letter names no inspectors where it usually does.")
    words, names = next((one for one in said if all(map(_is_name, one[1])) and one[1]), said[0])
    odd = [name for name in names if not _is_name(name)] or ([] if names else [words])
    return Found(names, 1, words, doubt=f"{odd[0]!r} does not look like a name." if odd else "")


def _names_in(words: str) -> list[str]:
    names = [name.strip(" ,.;") for name in re.split(r",|;|\band\b", ROLE.sub(" , ", words))]
    return [name for name in names if name]


def _is_name(words: str) -> bool:
    """Whether words are a person's name: two or more, each with a capital letter, and no rank."""
    return (
        bool(NAME.fullmatch(words))
        and words == RANK.sub("", words)
        and all(word[:1].isupper() for word in words.split())
    )


def lead(front: Front) -> Found:
    """Who led, where a letter says so: most name their inspectors and nobody who leads."""
    match = LEAD.search(front.opening)
    if match is None:
        return missing("The letter names nobody as lead inspector.")
    return Found(match["after"] or match["before"], 1, match.group())


def theme(front: Front, kind: str) -> Found:
    """What inspectors looked at, in the letter's words."""
    if kind == "jtai":
        return _joint_theme(front)
    match = LOOKED_AT.search(front.opening)
    if match is None:
        return missing("The letter names no theme. Assurance visits of 2020 and 2021 had none.")
    words = " ".join(re.sub(r"[◼■▪•●\uf000-\uf0ff]\s*", "", match["what"]).split())
    read = Found(ARRANGEMENTS.sub("", words).strip(" .:"), 1, match.group())
    also = re.match(r"inspectors? also\b", match.group(), re.IGNORECASE)
    return read.doubted("This is what they looked at besides.") if also else read


def _joint_theme(front: Front) -> Found:
    places = [match for text in (front.title, front.opening) for match in [RESPONSE.search(text)] if match]
    deep = DEEP_DIVE.search(front.opening)
    told = [match for match in places if not NO_THEME.search(match["theme"])]
    match = told[0] if told else deep or (places[0] if places else None)
    if match is None:
        return missing("Neither the title nor the opening says what the joint inspection was about.")
    return Found(match["theme"].strip(" ,"), 1, match.group(), confirmed=deep.group() if told and deep else "")


def agencies(front: Front) -> Found:
    """The inspectorates that made a joint inspection, as a list."""
    names = [name for name, words in AGENCIES.items() if re.search(words, front.opening[:2_500])]
    return (
        Found(names, 1, front.opening[:200])
        if len(names) > 1
        else missing("The letter does not name the inspectorates.")
    )
