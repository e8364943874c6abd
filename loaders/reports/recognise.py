"""What kind of document this is, told by its own words and never by its year or its name."""

from __future__ import annotations

import re

from .intake import refused
from .lines import Report

_LABEL = r"(?:Inspection dates?|Lead inspector)"
KINDS = {
    "sif": r"^.{0,400}?Re-? ?inspection of services for children in need of help and protection|^.{0,400}?\bInspection of services for children in need of help and protection",
    "ilacs": rf"^.{{0,400}}?Inspection of .{{0,120}}?children's (?:social care )?services.{{0,300}}?{_LABEL}|^.{{0,300}}?{_LABEL}.{{0,400}}?Judgement\s+Grade.{{0,80}}impact of leaders",
    "slac_2013": r"^.{0,400}?Inspection of looked after children services",
    "slac": r"^.{0,400}?Inspection of safeguarding and looked after children|relevant services in the local area towards ensuring that children and young people are properly safeguarded",
}
"""Reports that can be read, and the words on their first page that tell them."""
LETTER = re.compile(r"^.{0,4000}?\bDear\b", re.DOTALL)
_BY_HAND = "Fill in data/template.yaml by hand."
_NO_PLAN = r"(?!.{0,120}?(?:action plan|statement of (?:proposed )?action))"
LETTERS_READ = {
    "focused_visit": rf"\bFocus+ed (?:assurance )?visit (?:to|of|on)\b{_NO_PLAN}|\bfindings of (?:the|a|our|this) (?:recent )?focus+ed\b[^.]{{0,20}} visit",
    "jtai": rf"\bJoint targeted area inspection (?:\(JTAI\) )?of\b{_NO_PLAN}|\bfindings of (?:the|a|our) joint targeted area inspection",
}
"""Letters that can be read, and the words of their title or first sentence."""
LETTERS_NOT_READ = {
    r"\bmonitoring (?:visit|inspection)\b": "is a letter of a monitoring visit, which this reader has never seen to learn from. "
    "Write its record by hand: copy data/template.yaml, set framework to monitoring_visit and depth to outcome, and give its dates and what it looked at.",
    r"\bannual (?:engagement|conversation|review meeting)\b": "is a letter after an annual engagement meeting. That is no inspection and no visit: there is nothing to record.",
    r"\b(?:action plan|(?:written )?statement of (?:proposed )?action)\b": "is a letter about an action plan, which is no inspection. "
    "Record the inspection that the plan answers; an action plan itself goes into data/action_plans by hand, as data/README.md says.",
    r"\b(?:special educational needs|SEND)\b": "is a letter about special educational needs, not about a local authority's children's social care.",
    r"\badoption\b|\bfostering\b|\bchildren's homes?\b": "is a letter about adoption, fostering or children's homes, not about a local authority's children's services as a whole.",
}
"""Letters that are told apart only to say what to do instead."""
OTHERS = {
    r"\A.{0,600}?annual (?:engagement|conversation)": "is about an annual engagement meeting. That is no inspection and no visit: there is nothing to record.",
    r"\A.{0,300}?(?:action plan|statement of (?:proposed )?action)": "is an action plan, or about one, and no report. It goes into data/action_plans by hand, as data/README.md says.",
    r"Safeguarding Children(?:'s)? Board": "is about a safeguarding children board alone: it gives the local authority no grade.",
    r"joint targeted area inspection": f"is about a joint targeted area inspection and is no letter of one, the only form this reader knows. {_BY_HAND}",
    r"monitoring visit": f"is about a monitoring visit, which gives no grades and which this reader cannot read. {_BY_HAND}",
    r"arrangements for the protection of children": f"is about an inspection of the protection of children (2012 to 2013), which this reader cannot read. {_BY_HAND}",
    r"fostering (?:agency|service)|adoption (?:agency|service|support)": "is about a fostering or adoption agency, not about a local authority's children's services.",
    r"special educational needs and.{0,20}disabilit|\bSEND\b": "is about special educational needs, not about a local authority's children's social care.",
    r"\b(?:school|academy|college|nursery|early years|headteacher|sixth form)\b": "is about a school or nursery, not about a local authority's children's services.",
    r"children's homes?\b": "is about a children's home, not about a local authority's children's services.",
}
"""Documents that are told apart only to be refused in words that help."""


def kind_of(report: Report) -> str:
    """A key of ``KINDS`` or ``LETTERS_READ``. Raises ``Refused`` for every other document, saying what it seems to be."""
    text = report.front()[:6000]
    if LETTER.match(text):
        return _kind_of_letter(report, text)
    for kind, pattern in KINDS.items():
        if re.search(pattern, text, re.IGNORECASE | re.DOTALL):
            return kind
    for pattern, why in OTHERS.items():
        if re.search(pattern, text, re.IGNORECASE | re.DOTALL):
            raise refused(report.name, why)
    raise refused(report.name, _UNKNOWN)


_UNKNOWN = (
    "is no report of an inspection of a local authority's children's services that this reader knows. It reads those of 2012 to "
    "today, and letters of focused visits and joint targeted area inspections."
)


def _kind_of_letter(report: Report, text: str) -> str:
    """The kind whose words stand first after the greeting: letters name earlier visits and plans further down."""
    text = text.partition("Dear")[2]
    places = [
        (match.start(), found)
        for found in (*LETTERS_READ.items(), *((None, pattern) for pattern in LETTERS_NOT_READ))
        for match in [re.search(found[1], text, re.IGNORECASE)]
        if match
    ]
    if not places:
        raise refused(report.name, f"is a letter, and not of a visit that this reader knows. {_BY_HAND}")
    kind, pattern = min(places, key=lambda place: place[0])[1]
    if kind is None:
        raise refused(report.name, LETTERS_NOT_READ[pattern])
    return kind
