"""How a paragraph, a report and a plan are cited, so that anyone can look a claim up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pandas as pd

from analysis.english import counted, day, joined, sentence
from analysis.look_up import look_up
from analysis.naming import OWN, authority_name, inspection_in_sentence, inspection_row
from loaders import Dataset, kept

LONGEST_LINE = 90
"""Letters of sources that stand below a figure whole."""

LICENCE = "Grades, dates and quotes keep the terms of their sources, most of them the Open Government Licence v3.0. Summaries and codes are our own words, free to use if you name the source."
"""Under which terms a table, a picture or a paper may be used."""

OPEN_DATA = "Each table has an address that stays. Add the parameters of a page to narrow it, as in grades.csv?authority=York&as_at=2023-12-31. They are authority, inspection, theme, strand, verdict, section, status, lead, and as_at for what was known on a day. Repeat a parameter to widen it. The header ETag tells a program whether anything has changed. feed.atom tells a feed reader what is newly held, of all authorities or as in feed.atom?authority=York."
"""How the open data is used, for its own page and the About page."""


def table_citation(title: str, as_at: pd.Timestamp, address: str = "") -> str:
    """How to cite a table that was taken away, with the day that it stands at."""
    return f"Inspections over time: “{title}”, data as at {day(as_at)}.{f' {address}' if address else ''}"


def short_sources(sources: Sequence[str]) -> str:
    """Sources in one short line: a short one whole, else how many documents of which publisher; empty without any."""
    whole = "; ".join(sources)
    if len(whole) <= LONGEST_LINE:
        return whole
    publishers = Counter(source.partition(", ")[0] for source in sources)
    return joined([f"{publisher} ({counted(count, 'document')})" for publisher, count in publishers.items()])


def view_citation(title: str, names: Sequence[str], known: pd.Timestamp) -> str:
    """How to cite a page about these authorities. Its panels may stand at an earlier day than the one chosen, and say so."""
    return f"Inspections over time: “{title}{f': {joined(names)}' if names else ''}”, {known_on(known)}."


def known_on(known: pd.Timestamp) -> str:
    """``as known on 7 July 2026``: the day chosen, in the words of the selection bar."""
    return f"as known on {day(known)}"


def older_link(made: pd.Timestamp, now: pd.Timestamp) -> str:
    """Says that a link was made with the data of another day."""
    if made < now:
        return f"This link was made when the data stood at {day(made)}. It now stands at {day(now)}, so figures may have changed."
    return f"This link was made with data as at {day(made)}. The data here is older, as at {day(now)}, so figures may differ."


def paragraph_words(paragraph: str | None) -> str:
    """``paragraph 31``, ``headline paragraph 1`` for H1, or ``the grades`` where a claim rests on these."""
    if not isinstance(paragraph, str):
        return "the grades"
    return f"headline paragraph {paragraph[1:]}" if paragraph.startswith("H") else f"paragraph {paragraph}"


def place(ds: Dataset, inspection: str, paragraph: str | None, page: int | None = None, named: bool = False) -> str:
    """``Inspection of March 2022, paragraph 31, page 6``; ``named``: with the authority before it."""
    on_page = f", page {int(page)}" if page is not None and not pd.isna(page) else ""
    return f"{_report(ds, inspection, named)}, {paragraph_words(paragraph)}{on_page}"


@kept
def _report(ds: Dataset, inspection: str, named: bool) -> str:
    where = inspection_in_sentence(ds, inspection).removeprefix("the ")
    whose = f"{authority_name(ds, inspection_row(ds, inspection).authority)}, " if named else ""
    return sentence(whose + where)[:-1]


def recommendation_place(ds: Dataset, inspection: str, recommendation: str) -> str:
    """``Inspection of February and March 2025, recommendation 1``."""
    return f"{_report(ds, inspection, False)}, recommendation {recommendation.removeprefix('R')}"


@kept
def citation(ds: Dataset, inspection: str, paragraph: str) -> str:
    """One line to paste into a paper: report, date, paragraph, page, address, quote."""
    row = inspection_row(ds, inspection)
    finding = ds.findings[(ds.findings["inspection"] == inspection) & (ds.findings["paragraph"] == paragraph)].iloc[0]
    title = row.title if isinstance(row.title, str) else inspection_in_sentence(ds, inspection).removeprefix("the ")
    page = "" if pd.isna(finding["page"]) else f", page {finding['page']}"
    address = f" {link}" if (link := page_link(ds, inspection)) else ""
    published = (
        "publication date unknown"
        if pd.isna(row.published)
        else f"published {day(row.published, row.published_precision)}"
    )
    publisher = OWN if row.own else "Ofsted"
    return f"{publisher}, {authority_name(ds, row.authority)}: {title}, {published}, {paragraph_words(paragraph)}{page}: “{finding['quote']}”.{address}"


def page_link(ds: Dataset, inspection: str, page: int | None = None) -> str | None:
    """Address of the report, opened at the page where a browser can do that; where it is not known, Ofsted's page of the
    authority, which lists its reports. None where neither is known, and for a council's own record, which is not there."""
    row = inspection_row(ds, inspection)
    if not isinstance(row.url, str):
        return None if row.own else ofsted_page(ds, row.authority)
    return row.url if page is None or pd.isna(page) else f"{row.url}#page={int(page)}"


OFSTED = "https://reports.ofsted.gov.uk/provider/44/"
"""Where Ofsted lists the reports of a local authority, before its number."""


def ofsted_page(ds: Dataset, authority: str) -> str | None:
    """Address of Ofsted's page of an authority, with all reports that it still shows. None where its number is not known."""
    number = look_up(ds, "authorities", "authority", "urn").get(authority)
    return f"{OFSTED}{number}" if isinstance(number, str) else None
