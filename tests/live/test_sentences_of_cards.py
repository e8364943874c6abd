"""Cards of findings, of recommendations and of pairs of quotes: what stands beside each quote is what the record says, for every authority."""

import re

import pytest

from analysis import citations
from analysis.findings.evidence import Facets, as_table, findings
from analysis.recommendations import asked as recommendations
from analysis.recommendations.asked import Wanted, found
from analysis.recommendations.sentences import READING_WORDS
from analysis.recommendations.thread import key_evidence, threads
from tests.live import by_hand
from tests.live.histories import Held, in_words, when
from tests.live.shown_cards import Card, read_cards
from tests.live.test_sentences_asked import path
from tests.live.test_sentences_of_meetings import placed
from tests.live.test_text_alternatives import day
from tests.live.world import World
from ui import cards, followed_cards

ONES = {"one": "1", "two": "2", "three": "3", "four": "4"}


@pytest.fixture(scope="module")
def pages(data) -> dict[str, str]:
    """Ofsted's page of each authority, where its number is known."""
    return {one: f"https://reports.ofsted.gov.uk/provider/44/{number}" for one, number in by_hand.numbers(data).items()}


def some(authorities: list[str], step: int) -> list[str]:
    """Every so many authorities; of the few whose records are new, all."""
    return authorities if len(authorities) < 9 else authorities[::step]


def by_newest(world: World, authority: str) -> list[Held]:
    """What is held of an authority, the newest first; of one day in order of their ids."""
    held = sorted(world.held.get(authority, []), key=lambda one: one.name)
    return sorted(held, key=lambda one: one.began, reverse=True)


def where(world: World, held: Held, finding: dict) -> str:
    """``Inspection of March 2022, paragraph 31, page 6``, put together anew."""
    about = world.files.frameworks[held.framework]
    kind = "Inspection" if about.get("judgements") else about["label"].capitalize()
    number = str(finding["paragraph"])
    part = f"headline paragraph {number[1:]}" if number.startswith("H") else f"paragraph {number}"
    page = f", page {finding['page']}" if finding.get("page") else ""
    return f"{kind} {when(held)}, {part}{page}"


def called(world: World, held: Held) -> str:
    """``York, ILACS 2018, March 2022``."""
    words = when(held).removeprefix("of ").replace("published in", "published")
    name = world.names[held.name.partition("/")[0]]
    return f"{name}, {world.files.frameworks[held.framework]['short_label']}, {words}"


def link_of(held: Held, page: int | None, pages: dict[str, str]) -> tuple[str, str]:
    """Where a card leads: to the page of the report, else to Ofsted's page of the authority, and in which words."""
    url = held.record["source"].get("url")
    if url:
        return f"{url}#page={page}" if page else url, "Open the report"
    other = pages.get(held.name.partition("/")[0], "")
    return other, "Ofsted’s page of this authority" if other else ""


def card_of_finding(world: World, held: Held, finding: dict, pages: dict[str, str]) -> Card:
    """The card that a paragraph should have."""
    chips = tuple(f"{world.labels[theme]}: {verdict}" for theme, verdict in finding["codes"].items())
    link = link_of(held, finding.get("page"), pages)
    return Card(where(world, held, finding), finding["summary"], finding["quote"], chips, *link, "")


def test_each_card_of_a_finding(ds, world, authorities, pages):
    """Place, page, summary, quote, each theme with its verdict, and the link, of every paragraph, the newest report first."""
    for authority in some(authorities, 2):  # the others stand in the table below, which is made of the same
        expected = [card_of_finding(world, held, finding, pages) for held in by_newest(world, authority) for finding in held.record.get("findings", [])]  # fmt: skip
        assert read_cards(cards.as_html(ds, findings(ds, Facets(authorities=(authority,))))) == expected, authority


def test_the_table_of_findings(ds, world, authorities, pages):
    """The same as a table to take away, of the other authorities."""
    for authority in some(authorities[1:], 2):
        rows = as_table(ds, findings(ds, Facets(authorities=(authority,)))).astype(object)
        told = rows.where(rows.notna(), None).to_dict("records")
        expected = [
            {
                "Authority": world.names[authority],
                "Report": called(world, held),
                "Paragraph": str(finding["paragraph"]),
                "Page": finding.get("page"),
                "Section": finding["section"],
                "Summary in our words": finding["summary"],
                "Quote": finding["quote"],
                "Themes": "; ".join(f"{world.labels[theme]}: {verdict}" for theme, verdict in finding["codes"].items()) or None,
                "Address": link_of(held, finding.get("page"), pages)[0] or None,
            }
            for held in by_newest(world, authority)
            for finding in held.record.get("findings", [])
        ]  # fmt: skip
        assert told == expected, authority


def test_how_a_paragraph_is_cited(ds, world, authorities):
    """One paragraph of each report: publisher, authority, title, day of publication, paragraph, page, quote, address."""
    for authority in authorities:
        for place, held in enumerate(world.coded(authority)):
            finding = held.record["findings"][place * 7 % len(held.record["findings"])]
            told = citations.citation(ds, held.name, str(finding["paragraph"]))
            record, spot = held.record, where(world, held, finding).partition(", ")[2]
            title = record.get("title") or in_words(world.files, held).removeprefix("the ")
            published = f"published {day(record['published'])}" if record.get("published") else "publication date unknown"  # fmt: skip
            start = f"Ofsted, {world.names[authority]}: {title}, {published}, {spot}: “{finding['quote']}”."
            assert told.startswith(start), (held.name, told)
            assert told.removeprefix(start).strip() == (record["source"].get("url") or told.removeprefix(start).strip()), told  # fmt: skip


def card_of_request(world: World, held: Held, request: dict, pages: dict[str, str]) -> Card:
    """The card that a recommendation should have."""
    paragraph = f", paragraph {request['paragraph']}" if request.get("paragraph") else ""
    page = f", page {request['page']}" if request.get("page") else ""
    place = f"{called(world, held)}: {request['id']}{paragraph}{page}"
    return Card(place, request["summary"], request["quote"], (), *link_of(held, request.get("page"), pages), note_of(world, request))  # fmt: skip


def note_of(world: World, request: dict) -> str:
    """What stands below a recommendation."""
    again = [
        f"Asked again{'' if link['extent'] == 'same' else ' in part'}: {link['recommendation']} of "
        + in_words(world.files, world.held_as(link["inspection"]))
        for link in request.get("returns_to", [])
    ]  # fmt: skip
    parts = [
        "Priority action" if request.get("priority_action") else "",
        "; ".join(again),
        "Main theme: " + ", ".join(world.labels[theme] for theme in request["themes"]["primary"]),
        f"Asked of: {request.get('addressee', 'the local authority')}",
        *(f"{head}: {request[name]}" for head, name in (("For", "for_whom"), ("By when", "timescale")) if request.get(name)),
        f"National Framework: {in_one_spelling(request['national_framework'])}" if request.get("national_framework") else "",
    ]  # fmt: skip
    return ". ".join(filter(None, parts)) + "."


def in_one_spelling(printed: str) -> str:
    """``Enabler 3`` of ``enabler three: national framework``; of what has no number, as the card has it."""
    number = re.search(r"\b(outcome|enabler|principle) (\w+)", printed.lower())
    return f"{number[1].capitalize()} {ONES.get(number[2], number[2])}" if number else recommendations.tag(printed)


def test_each_card_of_a_recommendation(ds, world, authorities, pages):
    """Inspection, number, paragraph and page, words, link; whether asked before, of whom, for whom, by when, under which tag."""
    for authority in authorities:
        expected = [card_of_request(world, held, request, pages) for held in by_newest(world, authority) for request in held.record.get("recommendations", [])]  # fmt: skip
        rows = found(ds, Wanted(authorities=(authority,)))
        assert read_cards(cards.asked(ds, rows)) == expected, authority
        table = recommendations.as_table(ds, rows)
        assert list(table["Number"]) == [card.place.rpartition(": ")[2].partition(",")[0] for card in expected]
        assert list(table["Main themes"]) == [re.search(r"Main theme: (.+?)\. Asked of", card.note)[1] for card in expected]  # fmt: skip
        assert [link or "" for link in table["Report"].astype(object).where(table["Report"].notna(), None)] == [card.url for card in expected]  # fmt: skip


def test_what_stands_under_each_recommendation(ds, world, authorities, pages):
    """Each later inspection that looked: its reading, and cards of the paragraphs that speak to the matter and of no others; what the reading rests on; the list on paper."""  # fmt: skip
    for authority in some(authorities, 20):  # each path is held for all; its cards cost more
        for held in world.held.get(authority, []):
            requests = held.record.get("recommendations", [])
            shown = threads(ds, held.name) if requests else []
            assert [one.recommendation["recommendation"] for one in shown] == [one["id"] for one in requests]
            listed = re.findall(r"<th[^>]*>(R\d+)</th><td>([^<]*)</td><td>([^<]*)</td>", followed_cards.listed(ds, held.name, shown))  # fmt: skip
            assert [number for number, _, _ in listed] == [one["id"] for one in requests], held.name
            for request, thread in zip(requests, shown, strict=True):
                looked = [step for step in path(world, held.name, request) if step[1] != "not_looked_at"] if held.record["depth"] == "coded" else []  # fmt: skip
                assert len(thread.later) == len(looked), (held.name, request["id"])
                for (title, _, rows), (later, reading) in zip(thread.later, looked, strict=True):
                    start = where(world, later, {"paragraph": "1"}).partition(",")[0]
                    assert re.fullmatch(rf"{re.escape(start)}: {READING_WORDS[reading]}(?: \(.+\))?", title), title
                    expected = [card_of_finding(world, later, one, pages) for one in speaking(world, held, request, later)]  # fmt: skip
                    assert read_cards(cards.as_html(ds, rows)) == expected, (held.name, request["id"], later.name)
                rests_on(ds, world, held, request, looked)


def speaking(world: World, held: Held, request: dict, later: Held) -> list[dict]:
    """The paragraphs of a later report that stand under a recommendation: those on the very matter, else those on its themes."""
    linked, of_theme = evidence(world, held, request, later)
    return linked or [one for one in of_theme if not one.get("is_summary")] or of_theme


def evidence(world: World, held: Held, request: dict, later: Held) -> tuple[list[dict], list[dict]]:
    """The paragraphs of a later report that are linked to a recommendation, and the others that have one of its main themes."""
    linked, of_theme = [], []
    own = by_hand.own_request(world.files, held.record, request)
    for finding in later.record["findings"]:
        links = [(link["inspection"], link["recommendation"]) for link in finding.get("speaks_to", [])]
        if (held.name, request["id"]) in links:
            linked.append(finding)
        elif own and set(request["themes"]["primary"]) & set(finding["codes"]):
            of_theme.append(finding)
    return linked, of_theme


def rests_on(ds, world: World, held: Held, request: dict, looked: list[tuple[Held, str]]) -> None:
    """Hold what the latest reading rests on: the later request, or a paragraph that speaks to the matter."""
    rests = key_evidence(ds, held.name, request["id"])
    assert (rests is None) == (not looked), (held.name, request["id"])
    if rests is None:
        return
    later, what, part = placed(world, held.name.partition("/")[0], rests[1])
    assert (later.name, part["summary"]) == (looked[-1][0].name, rests[0]), rests
    if looked[-1][1].startswith("asked_again"):
        assert what == "recommendation", rests
        assert (held.name, request["id"]) in [(link["inspection"], link["recommendation"]) for link in part["returns_to"]], rests  # fmt: skip
    else:
        linked, of_theme = evidence(world, held, request, later)
        assert part in linked + of_theme, rests
