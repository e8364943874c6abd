"""A draft in the project's record format: plain values, or text with each value's place and how sure the reader is."""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

import yaml

from ..records.schema import QUOTE_WORDS
from ..records.writing import FIRST_LINE
from .draft import Draft
from .found import Found
from .recommendations import Recommendation

GAPS = {
    "end": "The last day on site could not be read in the report.",
    "published": "The report does not print the day on which it was published.",
    "lead_inspector": "The report names no lead inspector.",
}
"""What a record says of a value that a report need not print."""
LETTER_GAPS = {
    "end": "The last day on site could not be read in the letter.",
    "published": "The letter is not dated.",
    "lead_inspector": None,
    "visit_theme": "The letter names no theme that the visit looked at.",
}
"""The same for a letter, most of which name inspectors and nobody who leads."""


def record_id(draft: Draft) -> str | None:
    """Where the record belongs: ``york/2025-ilacs``. None where authority or start is unknown."""
    if draft.authority.value is None or draft.start.value is None:
        return None
    return f"{draft.authority.value.id}/{str(draft.start.value)[:4]}-{draft.framework.kind}"


def record(draft: Draft, file: str) -> dict[str, Any]:
    """A record of depth ``outcome``, with what was read; null where nothing was. ``file``: the report, for ``verify``."""
    values = {
        "framework": draft.framework.id,
        "depth": "outcome",
        "variant": draft.variant,
        "title": re.split(r" and review of the effectiveness", draft.title, flags=re.IGNORECASE)[0] or None,
        "start": draft.start.value,
        "end": draft.end.value,
        "published": draft.published.value,
        "lead_inspector": draft.lead_inspector.value,
        "visit_theme": draft.visit_theme.value,
    }
    kept = {
        name: value
        for name, value in values.items()
        if value is not None or name in ("start", "published", "lead_inspector")
    }
    source = {"file": file, "title": draft.title or None, "url": None, "licence": draft.licence}
    grades = {name: found.value for name, found in draft.grades.items() if found.value is not None}
    gaps = LETTER_GAPS if draft.is_letter else GAPS
    notes = [{"kind": "gap", "text": text} for name, text in gaps.items() if text and values[name] is None]
    notes += [{"kind": "context", "text": text} for text in _who(draft)]
    return (
        kept
        | {"source": source, "counts": counts(draft)}
        | ({"grades": grades} if grades else {})
        | ({"notes": notes} if notes else {})
    )


def _who(draft: Draft) -> list[str]:
    """A sentence on who made a visit, where the letter names them without a doubt."""
    if draft.inspectors.sure:
        names = draft.inspectors.value
        named = f"The letter names {_listed(names)} as {'inspectors' if len(names) > 1 else 'inspector'}"
        return [f"{named}." if draft.lead_inspector.value else f"{named}, and nobody as lead inspector."]
    return [f"The joint inspection was made by {_listed(draft.agencies.value)}."] if draft.agencies.sure else []


def _listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def counts(draft: Draft) -> dict[str, int]:
    """What the report holds, counted, as far as it could be."""
    board = {"board_recommendations": len(draft.asked.board)} if _board_is_sure(draft) else {}
    all_counts = {
        "recommendations": draft.recommendation_count.value,
        **board,
        "numbered_paragraphs": draft.paragraph_count.value if draft.grades else None,
    }
    return {name: value for name, value in all_counts.items() if value is not None}


def _board_is_sure(draft: Draft) -> bool:
    return "safeguarding_board" in draft.grades and bool(draft.report.pages) and not draft.asked.board_doubt


def as_draft_yaml(draft: Draft) -> str:
    """The record as text that loads, each value with its place; below it, as comments, what is to be coded."""
    written = record(draft, draft.name)
    lines = [
        FIRST_LINE.rstrip(),
        "#",
        f"# Drafted from {draft.name}. Look at every line that says 'look again' or 'not found'.",
    ]
    if place := record_id(draft):
        lines.append(f"# It belongs in data/inspections/{place}.yaml.")
    lines += [f"# {name}: {why}" for name, why in draft.unsure.items()]
    for name, value in written.items():
        if name == "grades":
            lines += [
                "grades:",
                *(f"  {_scalar(key, grade)}{_remark(draft.grades[key])}" for key, grade in value.items()),
            ]
        elif isinstance(value, (dict, list)):
            lines += yaml.safe_dump({name: value}, sort_keys=False, allow_unicode=True, width=120).rstrip().splitlines()
        else:
            lines.append(f"{_scalar(name, value)}{_remark(draft.facts[name]) if name in draft.facts else ''}")
    return "\n".join([*lines, "", *_to_code(draft)]) + "\n"


def _scalar(name: str, value: Any) -> str:
    return yaml.safe_dump({name: value}, allow_unicode=True, width=1000).rstrip()


def _remark(found: Found) -> str:
    """Where a value stands and how sure the reader is, as the comment behind it."""
    place = f", page {found.page}" if found.page else ""
    words = found.words if len(found.words) <= 70 else found.words[:67] + "..."
    return f"  # {found.sureness}{place}" + (f": {words}" if words else "")


def _to_code(draft: Draft) -> list[str]:
    lines = [
        "# To code it: set depth to coded, take the '# ' away below, and write each summary in your own words.",
        "# recommendations:",
    ]
    for i, item in enumerate(draft.asked.authority):
        lines += _skeleton(i + 1, item)
    if draft.asked.strengths:
        lines += [
            "#",
            "# Strengths that the letter lists:",
            *(f"#   - {item.text} (page {item.page})" for item in draft.asked.strengths),
        ]
    if draft.is_letter:
        return [
            *lines,
            "#",
            "# A letter numbers no paragraphs. For findings count them from 1 below its main findings.",
        ]
    lines += ["#", "# Numbered paragraphs by section, for findings:"]
    for section, group in groupby(draft.paragraphs, key=lambda paragraph: paragraph.section):
        its = list(group)
        lines.append(f"#   {its[0].number} to {its[-1].number} (page {its[0].page} on): {section or 'no section'}")
    return lines


def _skeleton(number: int, item: Recommendation) -> list[str]:
    rows = [
        f"  - id: R{number}",
        f"    # as printed: {item.text}",
        "    summary: null",
        f"    {_scalar('quote', quote(item.text))}",
        "    themes: {primary: []}  # choose from data/themes.yaml",
        *([f"    {_scalar('addressee', item.addressee)}"] if item.addressee else []),
        *(["    priority_action: true"] if item.priority else []),
        *([f"    {_scalar('timescale', item.timescale)}"] if item.timescale else []),
        *([f'    paragraph: "{item.number}"'] if item.number else []),
        f"    page: {item.page}",
    ]
    return [f"# {row}" for row in rows]


def quote(text: str) -> str:
    """The first words of a recommendation, as many as a quote may have, ending with its first sentence where that fits."""
    words = text.split()[: QUOTE_WORDS[1]]
    ends = [i for i, word in enumerate(words, 1) if word.endswith(".") and i >= QUOTE_WORDS[0]]
    return " ".join(words[: ends[0]] if ends else words)
