"""What is newly held, as an Atom feed (RFC 4287), for all authorities or for some.

An entry is one inspection or visit as it is held now. It is new again when more of it is held: its grades first, its
recommendations, its paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import urlencode
from xml.etree import ElementTree as Xml

import pandas as pd

from analysis.citations import page_link
from analysis.english import sentence
from analysis.naming import authorities_named, authority_name, held_here, inspection_label
from analysis.selection import find_authorities
from loaders import Dataset

from .filters import Refused

ATOM = "http://www.w3.org/2005/Atom"
MOST = 100
"""Entries of a feed, the newest first."""


def feed(ds: Dataset, query: Iterable[tuple[str, str]] = ()) -> bytes:
    """Write the feed. Addresses in it are relative to its own. Raises ``Refused`` for what the query may not ask."""
    authorities = [_authority(ds, parameter, value) for parameter, value in query]
    new = _newest(ds, authorities)
    names = authorities_named(ds, authorities)
    self = f"feed.atom?{urlencode([('authority', authority) for authority in authorities])}".rstrip("?")
    root = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": "en-GB"})
    _text(root, "title", f"Inspections over time{f': {names}' if names else ''}, newly held")
    _text(root, "id", f"urn:inspections-over-time:{self}")
    _text(root, "updated", _moment(new["checked"].max() if len(new) else ds.as_at))
    Xml.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": self})
    Xml.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": "../"})
    _text(Xml.SubElement(root, "author"), "name", "Inspections over time")
    for row in new.itertuples(index=False):
        _entry(ds, root, row)
    Xml.indent(root, " ")
    return Xml.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def _authority(ds: Dataset, parameter: str, value: str) -> str:
    if parameter != "authority":
        raise Refused(400, f"The feed cannot be narrowed by “{parameter[:40]}”. It takes: authority.")
    found = find_authorities([value], ds)
    if not found:
        raise Refused(400, f"“{value[:60]}” is not an authority in this data. /data/authorities.csv lists them.")
    return found[0]


def _newest(ds: Dataset, authorities: list[str]) -> pd.DataFrame:
    """Inspections with the day on which they were last read (``checked``), the newest first, at most ``MOST``."""
    held = ds.inspections.merge(ds.sources[["record", "checked"]], left_on="inspection", right_on="record")
    held = held[held["authority"].isin(authorities)] if authorities else held
    held = held[held["checked"].notna()]
    return held.sort_values(
        ["checked", "published", "inspection"], ascending=[False, False, True], na_position="last"
    ).head(MOST)


def _entry(ds: Dataset, root: Xml.Element, row: Any) -> None:
    label = inspection_label(ds, row.inspection)
    entry = Xml.SubElement(root, "entry")
    _text(entry, "title", label)
    _text(entry, "id", f"urn:inspections-over-time:{row.inspection}:{row.depth}")
    _text(entry, "updated", _moment(row.checked))
    if not pd.isna(row.published):
        _text(entry, "published", _moment(row.published))
    page = urlencode([("authority", authority_name(ds, row.authority)), ("inspection", label)])
    Xml.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": f"../timeline?{page}"})
    if report := page_link(ds, row.inspection):
        Xml.SubElement(entry, "link", {"rel": "via", "href": report})
    grades = ds.grades[(ds.grades["inspection"] == row.inspection) & ds.grades["grade"].notna()]
    told = "; ".join(f"{grade.judgement_label}: {grade.grade_as_published}" for grade in grades.itertuples())
    _text(entry, "summary", sentence(f"held: {held_here(ds, row.inspection)}") + (f" {told}." if told else ""))


def _moment(day: pd.Timestamp) -> str:
    return f"{day:%Y-%m-%d}T00:00:00Z"


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = text
