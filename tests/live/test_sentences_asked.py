"""Each sentence on what Ofsted asked for, and each question to a committee, against the files, for every authority."""

import re
from collections import Counter
from itertools import pairwise

from analysis.authority.questions import agenda, committee_questions
from analysis.known import known_inspections
from analysis.recommendations.asked import Wanted, found, held
from analysis.recommendations.asked_sentences import all_asked_sentence, coded_would_add, latest_asked_sentence
from analysis.recommendations.sentences import (
    READING_WORDS,
    became_sentence,
    no_recommendations_sentence,
    step_words,
    still_true_words,
    thread_headline,
    threads_intro,
)
from analysis.recommendations.thread_rule import recommendation_headlines, recommendation_paths, still_true
from tests.live import by_hand
from tests.live.careful import marked
from tests.live.histories import Held, in_words, latest_moves, opened
from tests.live.reading import COUNT, GRADES, count_of
from tests.live.world import World

GRADE = "|".join(GRADES)


def path(world: World, name: str, request: dict) -> list[tuple[Held, str]]:
    """What each later report that was read in full says of a recommendation, in order of time."""
    record = world.files.records[name]
    asked = (name, request, by_hand.own_request(world.files, record, request))
    later = [one for one in world.coded(name.split("/")[0]) if one.began > by_hand.first_day(record["published"])]
    return [(one, by_hand.reading(world.files, asked, (one.name, one.record))) for one in later]


def request_of(world: World, row) -> dict:
    """The recommendation of a row."""
    asked = world.files.records[row.inspection]["recommendations"]
    return next(one for one in asked if one["id"] == row.recommendation)


def test_what_became_of_each_recommendation(ds, world, authorities):
    """The headline of each: the latest reading and its inspection, how many since did not look, or why there is none."""
    for authority in authorities:
        for row in recommendation_headlines(ds, authority).itertuples():
            told = thread_headline(ds, row)
            steps = path(world, row.inspection, request_of(world, row))
            looked = [step for step in steps if step[1] != "not_looked_at"]
            if not looked:
                if not steps:
                    assert told == "No later report has been read in full yet.", (row.inspection, row.recommendation)
                    continue
                none = re.fullmatch(rf"No later evidence: ({COUNT}) reports? read in full since, and (?:it did not look|none of them looked) at this\.", told)  # fmt: skip
                assert count_of(none[1]) == len(steps), told
                continue
            latest, reading = looked[-1]
            words = "good signs" if reading == "good_signs" else READING_WORDS[reading]
            assert re.match(rf"{words}\b(?: \([^)]*\))? in {re.escape(in_words(world.files, latest))}", told, re.I), (row.inspection, told)  # fmt: skip
            later = [one for one, _ in steps if one.began > latest.began]
            since = re.search(rf"; ({COUNT}) reports? read in full since did not look at it", told)
            assert (count_of(since[1]) if since else 0) == len(later), (row.inspection, told)
            the_very_matter(world, row, told, latest)


def the_very_matter(world: World, row, told: str, latest: Held) -> None:
    """Hold which paragraphs say, and all say, that the very matter is met or still true."""
    says = {
        finding["paragraph"]: link["says"]
        for finding in latest.record["findings"]
        for link in finding.get("speaks_to", [])
        if (link["inspection"], link["recommendation"]) == (row.inspection, row.recommendation)
    }
    assert ("rests on the theme alone" in told) == (
        row.reading in ("positive", "good_signs", "mixed", "still_a_concern") and not says
    ), told
    if one := re.search(r"On this very matter paragraphs? (.+) says?: (.+)\.", told):
        assert re.split(", | and ", one[1]) == [str(paragraph) for paragraph in says], told
        assert set(says.values()) == {{"now met": "met", "still true": "still_true"}[one[2]]}, told


def test_what_became_of_the_recommendations_of_an_inspection(ds, world, authorities):
    """The first sentence of Recommendations: how many there were, and how many later inspections found how."""
    for authority in authorities:
        headlines = recommendation_headlines(ds, authority)
        for one in world.held.get(authority, []):
            requests = one.record.get("recommendations", [])
            if not requests:
                continue
            mine = headlines[headlines["inspection"] == one.name]
            text = became_sentence(ds, one.name, list(mine["reading"]) or ["not_looked_at"] * len(requests))
            count = re.match(rf"{re.escape(world.names[authority])}: ({COUNT}) recommendations? of {re.escape(in_words(world.files, one))}\. ", text)  # fmt: skip
            assert count_of(count[1]) == len(requests), text
            if one.record["depth"] != "coded":
                whose = "it" if len(requests) == 1 else "they"
                assert f"were not read, so {whose} cannot be followed" in text, text
                continue
            looked = [[step[1] for step in path(world, one.name, request) if step[1] != "not_looked_at"] for request in requests]  # fmt: skip
            latest = Counter(READING_WORDS[(steps or ["not_looked_at"])[-1]] for steps in looked)
            if set(latest) == {"not looked at"}:
                assert "No later inspection read here looked at" in text, text
                continue
            words = "|".join(sorted(READING_WORDS.values(), key=len, reverse=True))
            told = re.findall(rf"(?:: |, | and )({COUNT}) ({words})(?=[,.]| and )", text.partition("found")[2])
            assert {reading: count_of(number) for number, reading in told} == latest, text


def test_how_much_was_asked_where_no_words_are_held(ds, world, authorities):
    for authority in authorities:
        held, known = world.held.get(authority, []), known_inspections(ds, authority)
        if any(one.record.get("recommendations") for one in held):
            continue
        text = no_recommendations_sentence(ds, authority, known)
        assert world.names[authority] in text, text
        made = [n for one in held if (n := (one.record.get("counts") or {}).get("recommendations"))]
        told = re.search(rf"made ({COUNT}) recommendations?\.", text)
        assert (count_of(told[1]) if told else 0) == sum(made), text
        if len(made) > 1:
            assert count_of(re.search(rf"The reports of ({COUNT}) inspections", text)[1]) == len(made), text


def test_each_step_of_each_path(ds, world, authorities):
    for authority in authorities:
        told: dict[tuple[str, str], list[str]] = {}
        for step in recommendation_paths(ds, authority).itertuples():
            told.setdefault((step.inspection, step.recommendation), []).append(step_words(ds, step))
        for (name, recommendation), words in told.items():
            request = next(one for one in world.files.records[name]["recommendations"] if one["id"] == recommendation)
            steps = [f"{opened(one)}: {READING_WORDS[reading]}" for one, reading in path(world, name, request)]
            assert [re.sub(r" \(.*\)$", "", line) for line in words] == steps, (name, recommendation)


def test_how_much_was_asked(ds, world, authorities):
    for authority in authorities:
        read = [one for one in world.held.get(authority, []) if one.record.get("depth") in ("coded", "recommendations")]
        requests = [request for one in read for request in one.record.get("recommendations", [])]
        rows = found(ds, Wanted(authorities=(authority,)))
        text = all_asked_sentence(ds, authority, rows, len(held(ds, authority)))
        if not read:
            assert text.startswith("No report on "), text
            continue
        numbers = re.match(rf"({COUNT}) recommendations? to {re.escape(world.names[authority])} in ({COUNT}) ", text, re.I)  # fmt: skip
        assert [count_of(number) for number in numbers.groups()] == [len(requests), len(read)], text
        for pattern, key in (("priority action", "priority_action"), ("asked before", "returns_to")):
            told = re.search(rf"\b({COUNT}) (?:is|are|was|were) (?:a )?{pattern}", text, re.I)
            assert (count_of(told[1]) if told else 0) == sum(bool(one.get(key)) for one in requests), (pattern, text)
        unread = [in_words(world.files, one) for one in read if one.record["depth"] != "coded"]
        would = coded_would_add(ds, tuple(one.name for one in read))
        assert all(words in would for words in unread) == bool(would or not unread), would
        assert would.count(" of ") >= len(unread), would
        for one in read:
            count, words = len(one.record.get("recommendations", [])), in_words(world.files, one)
            for line in (latest_asked_sentence(ds, one.name, count), threads_intro(ds, one.name, count, False)):
                first = re.match(rf"({COUNT}) recommendations? (?:in|of) {re.escape(words)}: ", line, re.I)
                assert count_of(first[1]) == count, line


def test_what_was_asked_once_and_is_still_true(ds, world, authorities):
    for authority in authorities:
        for row in still_true(ds, authority).itertuples():
            told = still_true_words(ds, row)
            asked, later, paragraph, rest = re.fullmatch(r"Asked for in (the .+?)\. Still true in (the .+?) \(paragraph (\w+)\), though not asked for again(?:\. Met in (.+))?\.", told).groups()  # fmt: skip
            assert asked == in_words(world.files, world.held_as(row.inspection)), told
            there = world.named(authority, later)
            matter = (row.inspection, row.recommendation)
            assert says_of(there, matter)[paragraph] == "still_true", told
            links = [(link["inspection"], link["recommendation"]) for one in there.record["recommendations"] for link in one.get("returns_to", [])]  # fmt: skip
            assert matter not in links, told
            after = [one for one in world.coded(authority) if one.began > there.began and says_of(one, matter)]
            met = [one for one in after if set(says_of(one, matter).values()) == {"met"}]
            if rest:
                where, number = re.fullmatch(r"(the .+) \(paragraph (\w+)\)", rest).groups()
                assert world.named(authority, where) == met[0], told
                assert says_of(met[0], matter)[number] == "met", told
            else:
                assert not met, told


def says_of(held: Held, matter: tuple[str, str]) -> dict[str, str]:
    """What the paragraphs of a report say of a recommendation."""
    return {
        str(finding["paragraph"]): link["says"]
        for finding in held.record.get("findings", [])
        for link in finding.get("speaks_to", [])
        if (link["inspection"], link["recommendation"]) == matter
    }


def test_every_question(ds, world, authorities):
    for authority in authorities:
        rows = list(committee_questions(ds, authority).itertuples())
        assert len({row.theme for row in rows}) == len(rows)
        for row, item in zip(rows, agenda(ds, authority), strict=True):
            assert len(row.question.split()) <= 35, row.question
            assert row.question in item
            QUESTIONS[row.rule](world, authority, row)
            if isinstance(row.paragraph, str):
                paragraphs = [str(finding["paragraph"]) for finding in world.held_as(row.inspection).record["findings"]]
                assert f"paragraph {row.paragraph}" in row.question
                assert row.paragraph in paragraphs, row.question


def _fell(world: World, authority: str, row) -> None:
    pattern = rf"Ofsted’s judgement fell from ({GRADE}) to ({GRADE}) (.+?)(?: \(({COUNT}) others? fell too\))? between (.+) and (.+?)\."
    before, after, phrase, others, earlier, later = re.match(pattern, row.question).groups()
    fell = [move for move in latest_moves(world.held[authority], world.scale.compared) if move.what == "down"]
    move = next(move for move in fell if world.scale.phrases[move.strand] == phrase)
    labels = [world.scale.labels[one.grades[move.strand].id] for one in (move.earlier, move.later)]
    assert [before, after, earlier, later] == [*labels, opened(move.earlier), opened(move.later)], row.question
    assert (count_of(others) if others else 0) == len(fell) - 1, row.question


def _returned(world: World, authority: str, row) -> None:
    theme, earlier, part, later = re.match(r"On (.+), Ofsted asked in (.+?) and again(, in part,)? in (.+?) \(", row.question).groups()  # fmt: skip
    latest, asked = world.coded(authority)[-1], []
    for request in latest.record["recommendations"]:
        for link in request.get("returns_to", []):
            before = world.held_as(link["inspection"])
            themes = next(one for one in before.record["recommendations"] if one["id"] == link["recommendation"])["themes"]  # fmt: skip
            if opened(before) == earlier and world.themes[theme] in themes["primary"]:
                asked.append(link["extent"])
    assert later == opened(latest), row.question
    assert ("part" if part else "same") in asked, (row.question, asked)


def _slipped(world: World, authority: str, row) -> None:
    theme, earlier, later = re.match(r"On (.+), inspectors were positive in (.+?) but found weakness in (.+?) \(", row.question).groups()  # fmt: skip
    before, now = by_hand.counted(world.looks[authority, world.themes[theme]])[-2:]
    assert [opened(world.held_as(look.inspection)) for look in (before, now)] == [earlier, later], row.question
    assert [by_hand.balance(look.codes) for look in (before, now)] == ["strong", "weak"], row.question


def _turned(world: World, authority: str, row) -> None:
    theme, later, who, turned = re.match(r"Ofsted raised (.+) again in (.+?) \(.+?\)\. (.+), once weak on it, was praised in (.+?)\. What", row.question).groups()  # fmt: skip
    name = world.themes[theme]
    own = by_hand.counted(world.looks[authority, name])
    assert world.status(authority, name) in ("recurring", "raised_again"), row.question
    assert opened(world.held_as(own[-1].inspection)) == later, row.question
    neighbour = next(one for one, shown in world.names.items() if shown == who)
    assert neighbour in world.near[authority], row.question
    theirs = by_hand.counted(world.looks[neighbour, name])
    steps = [(by_hand.balance(one.codes), by_hand.balance(two.codes), opened(world.held_as(two.inspection))) for one, two in pairwise(theirs)]  # fmt: skip
    assert ("weak", "strong", turned) in steps, row.question
    assert by_hand.balance(theirs[-1].codes) == "strong", row.question


def _recurring(world: World, authority: str, row) -> None:
    theme, later, since = re.match(r"Ofsted has raised (.+) at inspection after inspection, last in (.+?) \(.+?\)( and not looked at since)?\.", row.question).groups()  # fmt: skip
    name = world.themes[theme]
    looks = by_hand.counted(world.looks[authority, name])
    assert all(by_hand.raised(look) for look in looks[-2:]), row.question
    last = world.held_as(looks[-1].inspection)
    assert opened(last) == later, row.question
    after = [one for one in world.coded(authority) if one.began > last.began]
    asked = [one for one in world.asked(authority, name) if one.began > last.began]
    narrow = [look for look in world.looks[authority, name] if world.held_as(look.inspection).began > last.began]
    assert bool(since) == (bool(after) and not asked and not narrow), row.question


def _newly(world: World, authority: str, row) -> None:
    later, theme = re.match(r"In (.+?) Ofsted asked the council to improve on (.+) \(", row.question).groups()
    asked = world.asked(authority, world.themes[theme])
    assert world.status(authority, world.themes[theme]) == "newly_raised", row.question
    assert row.inspection in {one.name for one in asked if opened(one) == later}, row.question
    since = [one for one in world.held[authority] if one.began > world.held_as(row.inspection).began]
    assert not any(one.grades for one in since), row.question


def _past(world: World, authority: str, row) -> None:
    given = [one for one in world.held[authority] if one.grades]
    assert given[-1].name == row.inspection, row.question


QUESTIONS = {
    "grade_fell": _fell,
    "asked_again": _returned,
    "asked_again_in_part": _returned,
    "slipped_back": _slipped,
    "turned_nearby": _turned,
    "recurring": _recurring,
    "newly_asked": _newly,
    "past_its_date": _past,
}
"""What holds a question of each rule."""


def test_they_read_well(ds, authorities):
    for authority in authorities:
        rows = found(ds, Wanted(authorities=(authority,)))
        texts = [
            all_asked_sentence(ds, authority, rows, len(held(ds, authority))),
            *(thread_headline(ds, row) for row in recommendation_headlines(ds, authority).itertuples()),
            *agenda(ds, authority),
        ]
        assert marked([], texts) == []
