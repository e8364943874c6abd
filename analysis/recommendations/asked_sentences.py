"""Sentences about what Ofsted asked for: of an authority, of its neighbours, of all England."""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.english import counted, counted_digits, joined, listed, lower_first, number, sentence
from analysis.look_up import look_up
from analysis.naming import authority_name, inspection_in_sentence, inspection_kind, inspection_row
from analysis.themes.shares import LEAST
from loaders import Dataset, kept


def asked_place(row: Any) -> str:
    """Where a recommendation stands: ``R3, paragraph 12, page 4``. ``row``: of ``ds.recommendations``."""
    paragraph = f", paragraph {row.paragraph}" if isinstance(row.paragraph, str) else ""
    page = "" if pd.isna(row.page) else f", page {int(row.page)}"
    return f"{row.recommendation}{paragraph}{page}"


def again_words(ds: Dataset, link: Any) -> str:
    """``Asked again in part: R2 of the inspection of March 2022``. ``link``: a row of ``ds.links``."""
    part = "" if link.extent == "same" else " in part"
    return f"Asked again{part}: {link.earlier_recommendation} of {inspection_in_sentence(ds, link.earlier_inspection)}"


@kept
def all_asked_sentence(ds: Dataset, authority: str, rows: pd.DataFrame, held: int) -> str:
    """How much was asked of an authority, in how many inspections. ``rows``: as ``asked.found``; ``held``: inspections read."""
    name = authority_name(ds, authority)
    if not held:
        return f"No report on {name} whose recommendations were read is known by that day."
    urgent, again = int(rows["priority_action"].sum()), int((rows["again"] != "").sum())
    extra = []
    if urgent:
        extra.append(f"{number(urgent)} {'is a priority action' if urgent == 1 else 'are priority actions'}")
    if again:
        extra.append(f"{number(again)} {'was' if again == 1 else 'were'} asked before, by a link that says why")
    text = f"{counted(len(rows), 'recommendation')} to {name} in {counted(held, 'inspection and visit', 'inspections and visits')}"
    more = f" {sentence(joined(extra))}" if extra else ""
    return f"{sentence(text)}{more} That a theme comes twice does not mean that the same matter was asked twice."


def coded_would_add(ds: Dataset, inspections: tuple[str, ...]) -> str:
    """What cannot be said where findings were not read; empty where all of these were read whole."""
    unread = [name for name in inspections if inspection_row(ds, name).depth != "coded"]
    if not unread:
        return ""
    many = f"these {number(len(unread))} reports" if len(unread) > 1 else "this report"
    which = joined([inspection_in_sentence(ds, name) for name in unread])
    return (
        f"Of {many} only the recommendations were read, not the findings: {which}. Were the findings read too, this page could say "
        "whether they looked again at what had been asked before, and found it better or not. Until then it says nothing of it."
    )


def found_sentence(count: int, first: int, last: int) -> str:
    """How many recommendations were found, and which are shown."""
    if not count:
        return "No recommendation matches. Take a word or a filter away."
    shown = "" if last - first + 1 == count else f" {first} to {last} shown; the files below hold all."
    return f"{sentence(counted(count, 'recommendation'))[:-1]} found.{shown}"


def card_note(row: Any) -> str:
    """Beside a recommendation: priority action, asked again, who is asked, for whom, by when, framework tag. ``row``: as ``asked.found``."""
    facts = (
        ("", "Priority action" if row.priority_action else None),
        ("", row.again or None),
        ("Main theme: ", row.themes or None),
        ("Asked of: ", row.addressee),
        ("For: ", row.for_whom),
        ("By when: ", row.timescale),
        ("National Framework: ", row.tag),
    )
    return ". ".join(f"{head}{text}" for head, text in facts if isinstance(text, str)) + "."


@kept
def england_asked_sentence(ds: Dataset) -> str:
    """How much of England's recommendations is held: reports, authorities and words."""
    rows = ds.recommendations
    reports, authorities = rows["inspection"].nunique(), rows["authority"].nunique()
    return f"All of England: {len(rows):,} recommendations from {reports} reports and letters on {counted(authorities, 'authority', 'authorities')}."


@kept
def shares_asked_sentence(ds: Dataset, base: int, counts: pd.Series) -> str:
    """What Ofsted asks for most often, with the base. ``counts``: of inspections by theme, the most often first."""
    if not base:
        return "No full inspection whose recommendations were read counts on this day."
    labels = look_up(ds, "themes", "theme", "label")
    most = [
        f"{lower_first(labels[theme])}, {count} of {base} ({count / base:.0%})"
        for theme, count in counts.head(3).items()
    ]
    return f"{counted_digits(base, 'full inspection')} whose recommendations were read. Asked for most often: {'; '.join(most)}."


@kept
def asked_twice_sentence(ds: Dataset, theme: str, rows: pd.DataFrame, twice: tuple[str, ...]) -> str:
    """Who was asked for a theme, and who in more than one inspection. ``rows``: as ``asked.found``; ``twice``: authorities."""
    label = look_up(ds, "themes", "theme", "label")[theme]
    if rows.empty:
        return f"{label}: nobody is known who was asked for it."
    authorities = rows["authority"].nunique()
    text = (
        f"{label}: asked for in {counted(rows['inspection'].nunique(), 'inspection or visit', 'inspections and visits')}"
        f" of {counted(authorities, 'authority', 'authorities')}."
    )
    if not twice:
        return f"{text} None was asked for it in more than one of them."
    names = listed([authority_name(ds, authority) for authority in twice])
    linked = int((rows["again"] != "").sum())
    same = (
        f" Of {counted(linked, 'recommendation')} a link says that it asks for an earlier matter again."
        if linked
        else ""
    )
    return (
        f"{text} {sentence(number(len(twice)))[:-1]} of them {'was' if len(twice) == 1 else 'were'} asked in more than one: {names}."
        f" The theme is the same; the matter need not be.{same}"
    )


def near_asked_sentence(name: str, base: int) -> str:
    """Before the table of what neighbours were asked."""
    if not base:
        return f"Of no statistical neighbour of {name} have the recommendations of a full inspection been read."
    whom = f"{counted(base, 'statistical neighbour')} of {name}"
    return f"What Ofsted asked of {whom}, in the latest full inspection of each: how many of {base} were asked for each main theme."


@kept
def how_much_is_asked(ds: Dataset, read: pd.DataFrame) -> str:
    """How many recommendations a report makes under each framework: shares fall where fewer are made. ``read``: as ``inspections_read``."""
    counts = ds.recommendations["inspection"].value_counts()
    parts = []
    for framework in ds.frameworks["framework"]:
        inspections = read.loc[read["framework"] == framework, "inspection"]
        if len(inspections) >= LEAST:
            mean = counts.reindex(inspections).fillna(0).mean()
            parts.append(f"{inspection_kind(ds, framework)}, {mean:.0f}")
    if len(parts) < 2:
        return ""
    return f" A report asks for more under some frameworks, and each theme then comes more often; recommendations a report: {'; '.join(parts)}."


def latest_asked_sentence(ds: Dataset, inspection: str, count: int) -> str:
    """Before the latest recommendations."""
    return sentence(
        f"{counted(count, 'recommendation')} in {inspection_in_sentence(ds, inspection)}: each in our words, then in Ofsted’s, between quotation marks"
    )
