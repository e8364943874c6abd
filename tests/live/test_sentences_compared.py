"""Each sentence that sets an authority beside others, on Compare and Themes, against the files, for every authority."""

import re
from collections import Counter
from datetime import date
from itertools import chain, pairwise
from statistics import median

from analysis.authority.overview import next_fact
from analysis.comparison.sentences import (
    compare_sentence,
    moved_title,
    next_words,
    since_sentence,
    since_title,
    subject_move_sentence,
)
from analysis.comparison.side_by_side import coded_standings, contrasts
from analysis.comparison.standings import compared, standings, states
from analysis.comparison.transitions import last_transitions, next_inspection, since_last, transitions
from analysis.england.theme_sentences import lessons_sentence
from analysis.england.turned_round import lessons
from analysis.selection import Selection
from analysis.themes.beside import own_look, praised_for, theme_beside
from analysis.themes.sentences import beside_sentence, beside_title, praised_sentence, side_by_side_sentence
from tests.live import by_hand
from tests.live.careful import marked
from tests.live.histories import Held, days, in_words, month, opened
from tests.live.reading import COUNT, GRADES, count_of, read_list
from tests.live.stands import balances, exist, full, last_move, standing
from tests.live.world import World

GRADE = "|".join(GRADES)


def group_of(world: World, authority: str, group: str) -> list[str]:
    """The authority and those that it stands beside."""
    if group == "neighbours":
        return [authority, *world.near.get(authority, [])]
    region = next((names for names in world.regions.values() if authority in names), None)
    return [authority] if region is None else region


def comparisons(ds, world: World, authorities: list[str]):
    """Each authority beside its neighbours overall, and every third beside its region on one strand after the other."""
    for place, authority in enumerate(authorities):
        yield authority, "neighbours", "overall", compared(ds, Selection((authority,)), "neighbours", "overall")
        if authority in exist(world) and place % 3 == 0:
            strand = world.scale.compared[place % 5]
            yield authority, "region", strand, compared(ds, Selection((authority,)), "region", strand)


def test_where_each_stands_among_others(ds, world, authorities):
    for authority, group, strand, comparison in comparisons(ds, world, authorities):
        text, name = compare_sentence(ds, comparison, standings(ds, comparison), states(ds)), world.names[authority]
        everyone, own = group_of(world, authority, group), standing(world, authority, strand)
        assert len(set(everyone)) == len(comparison.authorities)
        assert name in text
        alike = [one for one in everyone if own and getattr(standing(world, one, strand), "id", None) == own.id]
        if own is None:
            held = full(world, authority)
            assert ("no full inspection" in text) == (not held), text
            before = [one for one in held if strand in one.grades]
            last = re.search(rf"Its last was ({GRADE}), in (.+)\.", text)
            assert bool(last) == bool(before), text
            if last:
                assert (last[1], last[2]) == (before[-1].grades[strand].printed, opened(before[-1])), text
            continue
        assert f"judged {own.printed} {world.scale.phrases[strand]}" in text, text
        if "no longer exists" in text:
            assert f"in {opened(full(world, authority)[-1])}" in text, text
            continue
        if one := re.search(rf"is one of ({COUNT}) judged .+ among (.+)\.", text):
            assert count_of(one[1]) == len(alike) > 1, text
            number = int(re.search(r"\d+", one[2])[0])
            assert number == len(everyone) - (group == "neighbours"), text
        elif len(everyone) > 1:
            assert " alone is judged " in text or "None of its " in text, text
            assert alike == [authority], text
        ended = [one for one in everyone if full(world, one) and strand not in judged(world, full(world, one)[-1])]
        told = re.search(rf"({COUNT}) of them had a later inspection, which gives no such grade", text, re.I)
        if "None of its" in text:
            assert (count_of(told[1]) if told else 0) == len(ended), text


def judged(world: World, held: Held) -> set[str]:
    """The strands that a framework judges, alone or with another."""
    judgements = world.files.frameworks[held.framework]["judgements"]
    return {strand for one in judgements for strand in (one["strand"], *one.get("also_covers", []))}


def test_who_moved_between_the_last_two_full_inspections(ds, world, authorities):
    for authority, group, strand, comparison in comparisons(ds, world, authorities):
        everyone, phrase = group_of(world, authority, group), world.scale.phrases[strand]
        text = subject_move_sentence(ds, comparison, transitions(ds, comparison))
        own, pair = last_move(world, authority, strand), [opened(one) for one in full(world, authority)[-2:]]
        if own is None:
            assert text.startswith(f"{world.names[authority]} has no two full inspections under ILACS to compare."), (
                text
            )
        elif own == "none":
            assert f"{pair[0]} and {pair[1]}, did not both give a grade {phrase}" in text, text
        else:
            assert f"last two full inspections, {pair[0]} and {pair[1]}, " in text, text
            steps = abs(own.later.grades[strand].rank - own.earlier.grades[strand].rank)
            words = {"up": "went up by ({}) grade", "down": "went down by ({}) grade", "same": "kept its grade", "unlike": "cannot be compared"}  # fmt: skip
            told = re.search(words[own.what].format(COUNT), text)
            assert told, text
            assert not told.groups() or count_of(told[1]) == steps, text
        fair = [move.what for one in everyone if (move := last_move(world, one, strand)) and move != "none" and move.what != "unlike"]  # fmt: skip
        others = Counter(fair)
        if own not in (None, "none") and own.what != "unlike":
            others[own.what] -= 1
        if of := re.search(rf"Of the ({COUNT}) others that can be compared, ({COUNT}) went up, ({COUNT}) went down and ({COUNT}) stayed", text):  # fmt: skip
            assert [count_of(number) for number in of.groups()] == [others.total(), others["up"], others["down"], others["same"]], text  # fmt: skip
        else:
            assert others.total() < 2, text
        title = moved_title(ds, comparison, last_transitions(ds, comparison))
        if of := re.match(rf"(only .+?|{COUNT}) rose, ({COUNT}) fell and ({COUNT}) kept", title, re.I):
            up = 1 if of[1].lower().startswith("only ") else count_of(of[1])
            assert (up, count_of(of[2]), count_of(of[3])) == tuple(Counter(fair)[what] for what in ("up", "down", "same")), title  # fmt: skip
            if of[1].lower().startswith("only "):
                assert world.names[authority] in of[1], title
                assert own.what == "up", title
        else:
            assert len(fair) < 2, title
            assert title.startswith("Nobody’s last two") == (not fair), title


def waits(world: World, ds, everyone: list[str]) -> dict[str, int]:
    """Days since the last full inspection of each began."""
    return {one: (ds.as_at.date() - days(full(world, one)[-1].record)).days for one in everyone if full(world, one)}


def test_how_long_ago_the_last_full_inspection_began(ds, world, authorities):
    for place, authority in enumerate(authorities):
        group = ("neighbours", "region")[place % 2] if authority in exist(world) else "neighbours"
        comparison = compared(ds, Selection((authority,)), group, "overall")
        since, known = since_last(ds, comparison), waits(world, ds, group_of(world, authority, group))
        title, text = since_title(ds, comparison, since), since_sentence(ds, since)
        if not known:
            assert text == "No full inspection of these authorities is known yet."
            continue
        middle, longest, who = re.match(r"In the middle case .+ began ([\d.]+) years ago\. The longest ago, ([\d.]+) years, (?:is that|are those) of (.+?)\.(?= |$)", text).groups()  # fmt: skip
        assert middle == f"{median(known.values()) / 365.25:.1f}", text
        last, more = read_list(who, {name: one for one, name in world.names.items()})
        most = [one for one, waited in known.items() if waited == max(known.values())]
        assert {one for one, _ in last} <= set(most), text
        assert (len(last) + more, "are those" in text) == (len(most), len(most) > 1), text
        assert longest == f"{max(known.values()) / 365.25:.1f}", text
        none = re.search(rf"({COUNT}) authorit(?:y has|ies have|y had|ies had) had none yet", text, re.I)
        assert (count_of(none[1]) if none else 0) == len(comparison.authorities) - len(known), text
        if authority in known:
            assert f"began {known[authority] / 365.25:.1f} years ago" in title, title


def counted_days(first: date, last: date, paused: list[tuple[date, date]]) -> int:
    """Days from one to the other without those in which inspections were paused."""
    lost = sum(max((min(last, end) - max(first, start)).days, 0) for start, end in paused)
    return (last - first).days - lost


def test_when_the_next_full_inspection_may_be(ds, world, authorities):
    starts = [[days(one.record) for one in full(world, authority)] for authority in exist(world)]
    paused = [pair for pair in pairwise(sorted(chain(*starts))) if (pair[1] - pair[0]).days > 182]
    every = [counted_days(*pair, paused) for one in starts for pair in pairwise(one)]
    for authority in authorities:
        text, held = next_words(ds, world.names[authority], *next_inspection(ds, authority, ds.as_at)), full(world, authority)  # fmt: skip
        if not held:
            assert "none under ILACS is known yet" in text, text
            continue
        waited = counted_days(days(held[-1].record), ds.as_at.date(), paused)
        longer = sorted(gap for gap in every if gap > waited)
        if len(longer) < 30:
            assert f"waited since {opened(held[-1])}, and too few gaps" in text, text
            continue
        assert f"after that of {opened(held[-1])} may begin between" in text, text
        assert int(re.search(r"looks at the (\d+) past gaps", text)[1]) == len(longer), text
        for first, last in paused:
            assert f"the time between {month(first)} and {month(last)}" in text, text
        told = re.search(r"between (\w+) (\d{4}) and (\w+) (\d{4})\. This", text).groups()
        the_same_on_the_card(world, authority, next_fact(ds, authority), told, longer)
        for name, year, gap in ((*told[:2], longer[len(longer) // 10]), (*told[2:], longer[len(longer) * 9 // 10])):
            day = date.fromordinal(ds.as_at.date().toordinal() + gap - waited)
            assert abs((int(year) - day.year) * 12 + MONTH[name] - day.month) <= 1, text


def the_same_on_the_card(world: World, authority: str, card, told: tuple[str, ...], longer: list[int]) -> None:
    """Hold the card of the Overview: the same years, on the same waits, of which eight in ten ended in that time."""
    if authority not in exist(world):
        assert card is None, authority
        return
    assert card.value == (f"{told[1]} to {told[3]}" if told[1] != told[3] else told[1]), (authority, card)
    assert f"the last began in {opened(full(world, authority)[-1])}, " in card.note, card
    assert f"eight in ten of the {len(longer)} longer waits" in card.note, card
    first, last = longer[len(longer) // 10], longer[len(longer) * 9 // 10]
    assert abs(sum(first <= wait <= last for wait in longer) / len(longer) - 0.8) < 0.1


MONTH = {name: place for place, name in enumerate(["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"], start=1)}  # fmt: skip


def test_a_theme_beside_others(ds, world, authorities):
    """One theme after the other, beside neighbours, region and England; and how many are praised for it."""
    stand = balances(world)
    for place, authority in enumerate(authorities):
        theme = list(world.labels)[place % len(world.labels)]
        name, label, own = world.names[authority], world.labels[theme], own_look(ds, authority, theme)
        title, text = beside_title(name, label, own), beside_sentence(ds, own, theme_beside(ds, authority, theme))  # fmt: skip
        mine = stand.get(authority, {}).get(theme, "none")
        if authority in stand:
            words = "not covered" if mine == "none" else f": {mine} in"
            assert words in title, title
            first = in_words(world.files, full(world, authority)[-1])
            assert text.lower().startswith(first.lower()), text
        region = next((region for region, names in world.regions.items() if authority in names), None)
        groups = {
            "Its statistical neighbours": [one for one in world.near.get(authority, []) if one in stand],
            region: [one for one in world.regions.get(region, []) if one in stand],
            "England": list(stand),
        }
        for who, names in groups.items():
            if not names or who is None:
                continue
            counts = Counter(stand[one].get(theme, "none") for one in names)
            numbers = re.search(rf"(?:^|\. ){who}: ({COUNT}) of ({COUNT}) are strong, ({COUNT}) mixed, ({COUNT}) weak(?:, ({COUNT}) do(?:es)? not cover it)?\.", text).groups("none")  # fmt: skip
            told = [count_of(number) for number in numbers]
            assert told == [counts["strong"], len(names), counts["mixed"], counts["weak"], counts["none"]], (who, text)
        praised = praised_for(ds, authority, theme)
        line = praised_sentence(ds, name, label, len(praised), len(praised))
        strong = [one for one in stand if one != authority and stand[one].get(theme) == "strong"]
        told = re.match(rf"({COUNT}) other authorit", line, re.I)
        assert (count_of(told[1]) if told else 0) == len(strong), (
            line,
            set(strong) ^ {one.authority for one in praised},
        )


def test_themes_side_by_side(ds, world, authorities):
    stand = balances(world)
    for authority in authorities:
        comparison = compared(ds, Selection((authority, *world.near.get(authority, [])[:5])), "chosen", "overall")
        read = [one for one in comparison.authorities if one in stand]
        if list(coded_standings(ds, comparison)) != read or len(read) < 2:
            continue
        themes = contrasts(ds, comparison)
        text, first = side_by_side_sentence([world.names[one] for one in read], themes), stand[read[0]]
        learn = {
            theme
            for theme, balance in first.items()
            if balance in ("weak", "mixed") and any(stand[one].get(theme) == "strong" for one in read[1:])
        }
        if told := re.search(r" is weak or mixed, and another strong, on (.+)\.", text):
            named, more = read_list(told[1], world.themes)
            assert {theme for theme, _ in named} <= learn, text
            assert len(named) + more == len(learn), text
        else:
            assert not learn, text


def test_who_turned_round_what_keeps_coming_back(ds, world, authorities):
    """What Compare says of the neighbours that turned round what keeps coming back."""
    for authority in authorities:
        near = tuple(world.near.get(authority, []))
        found = lessons(ds, authority, near)
        back = world.with_status(authority, "recurring", "raised_again")
        assert {lesson.theme for lesson in found} == back, authority
        text = lessons_sentence(ds, found, world.names[authority])
        turned = {lesson.theme for lesson in found if lesson.turned}
        for lesson in found:
            for one in lesson.turned:
                looks = [by_hand.balance(look.codes) for look in by_hand.counted(world.looks[one.authority, lesson.theme])]  # fmt: skip
                assert ("weak", "strong") in pairwise(looks), (authority, lesson.theme, one.authority)
                assert looks[-1] == "strong", (authority, lesson.theme, one.authority)
                assert one.authority in near
        if back:
            count = re.match(rf"({COUNT}) themes? keeps? coming back for ", text, re.I)
            assert count_of(count[1]) == len(back), text
            told = re.search(rf"turned (it|{COUNT} of them) round", text)
            number = 0 if told is None else len(turned) if told[1] == "it" else count_of(told[1].split()[0])
            assert ("None of those shown" in text) == (not turned), text
            assert number == len(turned) or not turned, text


def test_they_read_well(ds, world, authorities):
    for authority in authorities:
        comparison = compared(ds, Selection((authority,)), "neighbours", "overall")
        since = since_last(ds, comparison)
        texts = [
            compare_sentence(ds, comparison, standings(ds, comparison), states(ds)),
            since_sentence(ds, since),
            next_words(ds, world.names[authority], *next_inspection(ds, authority, ds.as_at)),
        ]
        assert marked([since_title(ds, comparison, since)], texts) == []
