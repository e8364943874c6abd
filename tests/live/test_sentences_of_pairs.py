"""Cards that set what two paragraphs say beside each other, and those in Ofsted's words: each stands in its record, says what it is shown for, and is quoted only where it may be."""

import re
from itertools import pairwise

from analysis.comparison.neighbours import near_ones
from analysis.comparison.standings import compared
from analysis.england.turned_round import lessons
from analysis.selection import Selection
from analysis.themes.beside import praised_for
from tests.live import by_hand
from tests.live.histories import Held
from tests.live.reading import read_list
from tests.live.shown_cards import Side, chips, read_cards, read_lines, read_pairs
from tests.live.stands import balances, full
from tests.live.test_sentences_of_cards import some, where
from tests.live.test_sentences_of_meetings import placed
from tests.live.world import World
from ui import cards

WEAK, STRONG = ("concern", "mixed"), ("strength",)
DIRECTIONS = {
    "criticised then, praised now": ("concern", "strength"),
    "praised then, criticised now": ("strength", "concern"),
}


def quotable(finding: dict, theme: str) -> bool:
    """Whether the one quote of a paragraph may stand for a theme: its main one, of two at most, with one verdict."""
    codes = finding["codes"]
    return next(iter(codes)) == theme and len(codes) <= 2 and len(set(codes.values())) == 1


def said(world: World, authority: str, side: Side, theme: str, verdicts: tuple[str, ...]) -> Held:
    """Hold that a paragraph has the theme with one of the verdicts, is no summary, and stands in its own words or in ours."""
    held, what, finding = placed(world, authority, side.place)
    assert what == "paragraph", side
    assert side.place == where(world, held, finding), side
    assert finding["codes"][theme] in verdicts, (side, finding["codes"])
    assert not finding.get("is_summary"), side
    quoted = f"“{finding['quote']}”" if quotable(finding, theme) else f"{finding['summary']} (In our words.)"
    assert side.words == quoted, (side, finding)
    url = held.record["source"].get("url")
    assert not url or side.url == f"{url}#page={finding['page']}" if finding.get("page") else url, side
    return held


def turns(world: World, authority: str, theme: str) -> list[tuple[by_hand.Seen, by_hand.Seen]]:
    """Every two neighbouring looks that count of which one is weak and the other strong."""
    looks = by_hand.counted(world.looks.get((authority, theme), []))
    return [pair for pair in pairwise(looks) if {by_hand.balance(one.codes) for one in pair} == {"weak", "strong"}]


def speak_for_it(before: by_hand.Seen, after: by_hand.Seen, verdicts: tuple[str, ...]) -> int:
    """How many paragraphs speak for a turn: before with the first verdict, after with the second."""
    return before.codes[verdicts[0]] + after.codes[verdicts[1]]


def can_be_quoted(world: World, look: by_hand.Seen, theme: str, verdict: str) -> bool:
    """Whether a paragraph of a look can be quoted for a theme."""
    findings = world.held_as(look.inspection).record["findings"]
    return any(one["codes"].get(theme) == verdict and quotable(one, theme) for one in findings if not one.get("is_summary"))  # fmt: skip


def test_what_turned_then_and_now(ds, world, authorities):
    """The last turn of a theme that two quotes can tell, the latest first: all of them, or three."""
    ids = {label: theme for theme, label in world.labels.items()}
    for authority in authorities:
        can = []
        for theme in world.labels:
            for before, after in turns(world, authority, theme)[-1:]:
                order = ("concern", "strength") if by_hand.balance(after.codes) == "strong" else ("strength", "concern")
                if all(can_be_quoted(world, look, theme, verdict) for look, verdict in zip((before, after), order, strict=True)):  # fmt: skip
                    can.append((world.held_as(after.inspection).began, speak_for_it(before, after, order), theme))
        shown = read_pairs(cards.turned(ds, authority))
        days = []
        for pair in shown:
            label, direction = re.fullmatch(rf"(.+): ({'|'.join(DIRECTIONS)})", pair.title).groups()
            assert [side.label for side in pair.sides] == ["Then", "Now"]
            held = [
                said(world, authority, side, ids[label], (verdict,))
                for side, verdict in zip(pair.sides, DIRECTIONS[direction], strict=True)
            ]
            before, after = turns(world, authority, ids[label])[-1]
            weight = speak_for_it(before, after, DIRECTIONS[direction])
            assert [one.name for one in held] == [before.inspection, after.inspection], pair
            assert all(side.words.startswith("“") for side in pair.sides), pair
            days.append((held[-1].began, weight, ids[label]))
        assert set(days) <= set(can), authority
        assert [day[:2] for day in days] == sorted((one[:2] for one in can), reverse=True)[:3], (authority, can)


def test_what_the_latest_report_praised_and_criticised(ds, world, authorities):
    ids = {label: theme for theme, label in world.labels.items()}
    for authority in some(authorities, 2):
        latest, held = cards.in_words(ds, authority), full(world, authority)
        read = bool(held) and held[-1].record.get("depth") == "coded"
        if not read:
            assert latest == ("", ""), authority
            continue
        looks = {theme: look for (who, theme), seen in world.looks.items() if who == authority for look in seen if look.inspection == held[-1].name}  # fmt: skip
        for html, title, verdicts in zip(latest, ("Praised", "Criticised, or praised with reservations"), (STRONG, WEAK), strict=True):  # fmt: skip
            if not html:
                assert not any(by_hand.balance(look.codes) == "strong" for look in looks.values()) or verdicts == WEAK
                continue
            heading, lines = read_lines(html)
            assert heading == title
            assert 0 < len(lines) <= 3
            for line in lines:
                assert said(world, authority, line, ids[line.label], verdicts) == held[-1], line
                if verdicts == STRONG:
                    assert by_hand.balance(looks[ids[line.label]].codes) == "strong", line


def test_what_others_are_praised_for_where_it_is_criticised(ds, world, authorities):
    """One card for each theme on which it is weak or mixed, and criticised in a paragraph, and another is strong; who else is."""
    stand, ids = balances(world), {label: theme for theme, label in world.labels.items()}
    names = {name: one for one, name in world.names.items()}
    for authority in (one for one in some(authorities, 4) if one in stand):
        near = [one for one in world.near.get(authority, []) if one in stand]
        comparison = compared(ds, Selection((authority,)), "neighbours", "overall")
        shown = read_pairs(cards.praised(ds, comparison, world.names[authority]))
        for pair in shown:
            ours, theirs, theme = *pair.sides, ids[pair.title]
            strong = [one for one in near if stand[one].get(theme) == "strong"]
            assert stand[authority][theme] in ("weak", "mixed"), pair
            assert (ours.label, theirs.label) == (world.names[authority], world.names[strong[0]]), pair
            assert said(world, authority, ours, theme, WEAK) == full(world, authority)[-1]
            assert said(world, strong[0], theirs, theme, STRONG) == full(world, strong[0])[-1]
            told, more = read_list(pair.note.removeprefix("Praised for it too: ").removesuffix("."), names)
            assert [one for one, _ in told] == strong[1:][: len(told)], pair
            assert len(told) + more == len(strong) - 1, pair
        own = full(world, authority)[-1].record["findings"]
        criticised = {theme for one in own if not one.get("is_summary") for theme, verdict in one["codes"].items() if verdict in WEAK}  # fmt: skip
        expected = {theme for theme in criticised if stand[authority].get(theme) in ("weak", "mixed") and any(stand[one].get(theme) == "strong" for one in near)}  # fmt: skip
        assert {ids[pair.title] for pair in shown} == expected, authority


def test_who_turned_round_what_keeps_coming_back(ds, world, authorities):
    """Cards of those that turned a theme round: two looks in a row, whether it was asked for all the same, whether one paragraph speaks alone."""  # fmt: skip
    for authority in some(authorities, 3):
        for lesson in lessons(ds, authority, near_ones(ds, authority)):
            for pair in read_pairs(cards.who_turned(ds, lesson.turned)):
                name, words = re.fullmatch(r"(.+) \((.+)\): criticised then, praised now", pair.title).groups()
                other = next(one for one, shown in world.names.items() if shown == name)
                place = world.near[authority].index(other) + 1
                assert words == f"statistical neighbour {place} of {len(world.near[authority])}", pair
                then, now = (said(world, other, side, lesson.theme, (verdict,)).name for side, verdict in zip(pair.sides, ("concern", "strength"), strict=True))  # fmt: skip
                steps = {(before.inspection, after.inspection): (before, after) for before, after in turns(world, other, lesson.theme)}  # fmt: skip
                before, after = steps[then, now]
                assert ("still asked for it" in pair.note) == after.asked, pair
                assert ("rests on one paragraph" in pair.note) == (1 in (sum(before.codes.values()), sum(after.codes.values()))), pair  # fmt: skip


def test_who_is_praised_for_a_theme(ds, world, authorities):
    """One theme after the other: the paragraph of each that is praised, with all that it says."""
    names = {name: one for one, name in world.names.items()}
    for place, authority in enumerate(authorities[::5]):
        theme = list(world.labels)[place * 5 % len(world.labels)]
        for card in read_cards(cards.praised_for(ds, praised_for(ds, authority, theme)[:8])):
            name, _, spot = card.place.partition(": ")
            other = names[re.sub(r" \((?:statistical neighbour \d+ of \d+|same region)\)$", "", name)]
            held, _, finding = placed(world, other, spot[0].upper() + spot[1:])
            assert held == full(world, other)[-1], card
            assert finding["codes"][theme] == "strength", card
            assert card.summary == finding["summary"], card
            assert card.quote == (finding["quote"] if quotable(finding, theme) else ""), card
            assert card.chips == tuple(f"{world.labels[one]}: {verdict}" for one, verdict in finding["codes"].items()), card  # fmt: skip


def test_the_reader_of_cards_leaves_nothing_out():
    assert chips('<ul class="chips"><li class="chip" style="x">+ Plans: strength</li></ul>') == ("Plans: strength",)
