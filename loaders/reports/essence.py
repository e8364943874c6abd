"""The measured essence of a draft, as ``python -m loaders draft REPORT --json`` prints it."""

from __future__ import annotations

from datetime import date
from typing import Any

from .draft import Draft
from .found import Found


def essence(draft: Draft) -> dict[str, Any]:
    """Plain values only: dates ISO, grades of the common scale by strand, null for whatever the reader is not sure of."""
    authority = _sure(draft.authority)
    known = {
        "framework": (draft.framework.part_of or draft.framework.id) if draft.version.sure else None,
        "kind": draft.framework.kind,
        "authority": authority.id if authority else None,
        "ons_code": authority.ons_code if authority else None,
        "start": _iso(draft.start),
        "end": _iso(draft.end),
        "published": _iso(draft.published),
        "lead_inspector": _sure(draft.lead_inspector),
        "grades": _by_strand(draft),
        "recommendations": [item.text for item in draft.asked.authority],
        "paragraphs": _sure(draft.paragraph_count),
        "unsure": _unsure(draft),
    }
    return known | (_of_letter(draft) if draft.is_letter else {})


def _of_letter(draft: Draft) -> dict[str, Any]:
    """What only letters have. ``addressees`` stands beside ``recommendations``, null for the local authority."""
    return {
        "visit_theme": _sure(draft.visit_theme),
        "inspectors": _sure(draft.inspectors) or [],
        "agencies": _sure(draft.agencies) or [],
        "priority_actions": [item.text for item in draft.asked.authority if item.priority],
        "addressees": [item.addressee for item in draft.asked.authority],
        "strengths": [item.text for item in draft.asked.strengths],
    }


def _sure(found: Found) -> Any:
    return found.value if found.sure else None


def _iso(found: Found) -> str | None:
    day: date | None = _sure(found)
    return day.isoformat() if day else None


def _by_strand(draft: Draft) -> dict[str, str | None]:
    """One grade per strand: that of the judgement which stands for it. Null where the reader is unsure, or none was given."""
    leads = [judgement for judgement in draft.framework.judgements if judgement.leads and judgement.id in draft.grades]
    return {
        judgement.strand: draft.framework.grades.get(_sure(draft.grades[judgement.id]) or "") for judgement in leads
    }


def _unsure(draft: Draft) -> list[str]:
    strands = {
        f"grades.{judgement.id}": f"grades.{judgement.strand}"
        for judgement in draft.framework.judgements
        if judgement.leads
    }
    return list(dict.fromkeys(strands.get(name, name) for name in draft.unsure))
