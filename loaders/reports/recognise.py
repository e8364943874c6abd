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
LETTER = re.compile(r"^.{0,1500}?\bDear\b", re.DOTALL)
VISIT = re.compile(r"monitoring visit|focus+ed visit|joint targeted area inspection", re.IGNORECASE)
_BY_HAND = "Fill in data/template.yaml by hand."
VISITS_NOT_READ = {
    "monitoring visit": f"is a letter of a monitoring visit. It gives no grades, and this reader has never seen one to learn from. {_BY_HAND}",
    "joint targeted area inspection": f"is about a joint targeted area inspection, which gives no grades and which this reader cannot read. {_BY_HAND}",
}
OTHERS = {
    r"Safeguarding Children(?:'s)? Board": "is about a safeguarding children board alone: it gives the local authority no grade.",
    r"joint targeted area inspection": VISITS_NOT_READ["joint targeted area inspection"],
    r"monitoring visit": VISITS_NOT_READ["monitoring visit"],
    r"arrangements for the protection of children": f"is about an inspection of the protection of children (2012 to 2013), which this reader cannot read. {_BY_HAND}",
    r"fostering (?:agency|service)|adoption (?:agency|service|support)": "is about a fostering or adoption agency, not about a local authority's children's services.",
    r"special educational needs and.{0,20}disabilit|\bSEND\b": "is about special educational needs, not about a local authority's children's social care.",
    r"\b(?:school|academy|college|nursery|early years|headteacher|sixth form)\b": "is about a school or nursery, not about a local authority's children's services.",
    r"children's homes?\b": "is about a children's home, not about a local authority's children's services.",
}
"""Documents that are told apart only to be refused in words that help."""


def kind_of(report: Report) -> str:
    """A key of ``KINDS``, or ``focused_visit``. Raises ``Refused`` for every other document, saying what it seems to be."""
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


_UNKNOWN = "is no report of an inspection of a local authority's children's services that this reader knows. It reads those of 2012 to today, and letters of focused visits."


def _kind_of_letter(report: Report, text: str) -> str:
    visit = VISIT.search(text)
    if visit is None:
        raise refused(report.name, f"is a letter, and not of a visit that this reader knows. {_BY_HAND}")
    name = visit.group().lower()
    if name in VISITS_NOT_READ:
        raise refused(report.name, VISITS_NOT_READ[name])
    return "focused_visit"
