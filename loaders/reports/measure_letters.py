"""How well letters are read: every value held against a careful reading, whose columns are those of ``letters.csv``.

``asked`` holds each thing asked for by its first five words and its last, a priority action behind an exclamation mark: so
a list that is cut short, runs on or is out of order is seen. No letter's text is needed beyond that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..documents import fold
from .draft import Draft
from .recommendations import Recommendation

ERAS = {
    "focused-visit 2018": "Focused visits, 2018 and 2019",
    "focused-visit 2020": "Focused visits, 2020 and 2021",
    "focused-visit 2022": "Focused visits, 2022 to 2026",
    "jtai 2016": "Joint inspections, 2016 to 2020",
    "jtai 2022": "Joint inspections, 2022 to 2025",
}
FIELDS = ["kind", "authority", "dates", "published", "inspectors", "agencies", "theme", "strengths", "what is asked"]
THEMES = {
    "permanence": "permanen",
    "care leavers": "care leavers|care.experienced|leaving care",
    "front door": "front[- ]door|contact|referral|safeguarding hub|MASH",
    "vulnerable adolescents": "adolescents|extra-familial|exploitation|aged between 15 and 18",
    "children in care": "children in care|looked after",
    "child in need": "in need|protection plan|child protection",
    "help and protection": "need help|help and protection",
}
"""Words of which a theme read must hold one, where they are not the theme's own."""
SAYS = " … "


def era_of(row: dict[str, str]) -> str:
    """Key of ``ERAS``: kind, and the first year of the template that was in use when the visit began."""
    return max(key for key in ERAS if key.startswith(row["kind"]) and key <= f"{row['kind']} {row['start']}")


def values(row: dict[str, str], read: Draft) -> Iterator[tuple[str, Any, Any]]:
    """Field, true value and value read (None where the reader is not sure) of everything that the reading knows."""

    def sure(name: str) -> Any:
        found = read.facts[name]
        return found.value if found.sure else None

    yield "kind", row["kind"], read.framework.kind if read.version.sure else None
    yield "authority", row["authority"], getattr(sure("authority"), "id", None)
    for field, name, column in (
        ("dates", "start", "start"),
        ("dates", "end", "end"),
        ("published", "published", "published_printed"),
    ):
        day = sure(name)
        yield field, row[column] or None, day and day.isoformat()
    if row["kind"] == "jtai":
        names = sure("agencies")
        yield "agencies", len(row["agencies"].split("; ")), names and len(names)
        yield (
            "strengths",
            int(row["strengths"]) if row["strengths"] else None,
            sure("strengths") if "strengths" in read.facts else None,
        )
    else:
        yield "inspectors", row["inspectors"].split("; "), sure("inspectors")
    said, theme = sure("visit_theme"), row["theme"] or None
    fits = said and theme and re.search(THEMES.get(theme, theme), said, re.IGNORECASE)
    yield "theme", theme, theme if fits else said
    known = row["improvements"] != ""
    short = [shortened(item) for item in read.asked.authority] if sure("recommendations") is not None else None
    yield (
        "what is asked",
        _plain(row["asked"].split(" | ") if row["asked"] else []) if known else None,
        _plain(short) if short is not None else None,
    )


def shortened(item: Recommendation) -> str:
    """First five words and the last of what is asked for, as ``letters.csv`` has them."""
    words = item.text.split()
    return f"{'! ' if item.priority else ''}{' '.join(words[:5])}{SAYS}{words[-1]}"


def _plain(texts: list[str]) -> list[str]:
    """The same without blanks and hyphens, which PDFs lose at the ends of lines."""
    return [re.sub(r"[\s-]", "", fold(text)) for text in texts]
