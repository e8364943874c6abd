"""Findings as cards, alone and in pairs. Each is written as HTML once, and kept with the data that it shows."""

from __future__ import annotations

import pandas as pd
import streamlit as st
from markupsafe import Markup

from analysis import english, naming
from analysis.authority.in_words import latest_words
from analysis.citations import page_link, place
from analysis.comparison.side_by_side import also_praised_words, praised_where_criticised
from analysis.comparison.standings import Comparison
from analysis.england.theme_sentences import named, turned_note, turned_title
from analysis.england.turned_round import Turned
from analysis.findings.evidence import codes_of
from analysis.findings.paragraphs import Spoken, summaries
from analysis.look_up import each
from analysis.recommendations.asked_sentences import card_note
from analysis.themes.beside import Praised
from analysis.themes.sentences import pair_title
from analysis.themes.then_and_now import then_and_now
from loaders import Dataset, kept
from ui import markup


def show(ds: Dataset, found: pd.DataFrame, note: str = "") -> None:
    """One card per finding (columns as ``analysis.findings.evidence.findings``)."""
    if cards := as_html(ds, found, note):
        st.html(cards)


@kept
def as_html(ds: Dataset, found: pd.DataFrame, note: str = "") -> Markup:
    """Return findings that are kept as HTML, one card each."""
    return Markup().join(
        markup.evidence(row.place, row.summary_marked, row.quote_marked, markup.verdicts(codes_of(ds, row.inspection, row.paragraph)), row.link, note)
        for row in each(found)
    )  # fmt: skip


@kept
def asked(ds: Dataset, rows: pd.DataFrame) -> str:
    """Return recommendations as HTML, one card each. ``rows``: as ``analysis.recommendations.asked.found``, kept."""
    return Markup().join(
        markup.evidence(
            f"{naming.inspection_label(ds, row.inspection)}: {row.place}",
            row.summary_marked,
            row.quote_marked,
            link=row.link,
            note=card_note(row),
        )
        for row in each(rows)
    )


@kept
def turned(ds: Dataset, authority: str) -> str:
    """Return the themes that turned for an authority as HTML: one card each, with words then and now."""
    return Markup().join(
        _pair(ds, pair_title(turn.label, turn.direction), ("Then", "Now"), (turn.earlier, turn.later))
        for turn in then_and_now(ds, authority)
    )


@kept
def praised(ds: Dataset, comparison: Comparison, name: str, folded: bool = False) -> str:
    """Return what others are praised for where the subject is criticised, as HTML: one card a theme. ``name``: its own."""
    return Markup().join(
        _pair(
            ds,
            row.label,
            (name, naming.authority_name(ds, row.others[0])),
            (row.ours, row.theirs),
            also_praised_words(ds, row.others[1:]),
            folded,
        )
        for row in praised_where_criticised(ds, comparison)
    )


@kept
def who_turned(ds: Dataset, found: tuple[Turned, ...], folded: bool = False) -> str:
    """Return authorities that turned a theme as HTML: one card each, with its words then and now."""
    return Markup().join(
        _pair(ds, turned_title(ds, one), ("Then", "Now"), (one.turn.earlier, one.turn.later), turned_note(one), folded)
        for one in found
    )


@kept
def praised_for(ds: Dataset, found: tuple[Praised, ...]) -> str:
    """Return what authorities are praised for as HTML: one card each."""
    return Markup().join(
        markup.evidence(
            f"{named(ds, one.authority, one.near)}: {english.lower_first(_place(ds, one.said))}",
            summaries(ds)[one.said.inspection, one.said.paragraph],
            one.said.text if one.said.quoted else "",
            markup.verdicts(codes_of(ds, one.said.inspection, one.said.paragraph)),
            page_link(ds, one.said.inspection, one.said.page),
        )
        for one in found
    )


@kept
def in_words(ds: Dataset, authority: str) -> tuple[str, str]:
    """Return what the latest full inspection praised and criticised as HTML: a card each, empty where it has nothing to say."""
    told = latest_words(ds, authority)
    if told is None:
        return "", ""
    cards = []
    for title, kind, lines in (
        ("Praised", "better", told.praised),
        ("Criticised, or praised with reservations", "back", told.criticised),
    ):
        items = [
            (label, said, _place(ds, said), page_link(ds, said.inspection, said.page) or "") for label, said in lines
        ]
        cards.append(markup.fill("in_words", title=title, kind=kind, items=items) if items else Markup())
    return cards[0], cards[1]


def _place(ds: Dataset, said: Spoken) -> str:
    return place(ds, said.inspection, said.paragraph, said.page)


def _pair(
    ds: Dataset, title: str, labels: tuple[str, str], said: tuple[Spoken, Spoken], note: str = "", folded: bool = False
) -> Markup:
    """What two paragraphs say, each with its place and a link to its page."""
    places = [_place(ds, one) for one in said]
    urls = [page_link(ds, one.inspection, one.page) for one in said]
    return markup.pair(title, list(zip(labels, places, said, strict=True)), urls, note, folded)
