"""What Grades says of several authorities beside each other, and of the rug of grades year by year, against the files."""

import re

import pytest

from analysis.grades.spell_sentences import beside_alt, beside_sentence, beside_title, rug_sentence, rug_title
from exhibits.beside import shown_spells
from tests.live.histories import Held, all_moves
from tests.live.reading import COUNT, GRADES, count_of
from tests.live.stands import exist
from tests.live.world import World

GRADE = "|".join(GRADES)
TIMES = {"not once": 0, "once": 1, "twice": 2}


def rows(world: World, authority: str, strand: str) -> list[Held]:
    """What gave a grade on a strand, or looked at everything and gave none, in order of time."""
    return [
        one
        for one in world.held.get(authority, [])
        if strand in one.grades or world.files.frameworks[one.framework].get("full")
    ]


def stands(world: World, authority: str, strand: str) -> str | None:
    """The grade on which an authority of today stands on a strand, as the scale words it."""
    last = rows(world, authority, strand)[-1:]
    given = last[0].grades.get(strand) if last and authority in exist(world) else None
    return world.scale.labels[given.id] if given else None


def times(words: str) -> int:
    """The number of ``not once``, ``twice``, ``seven times``."""
    return TIMES[words] if words in TIMES else count_of(words.removesuffix(" times"))


def joined(world: World, authorities: list[str]) -> str:
    """``York``, ``York and Leeds``: names as a list has them."""
    names = [world.names[one] for one in authorities]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


@pytest.fixture
def groups(world, authorities) -> list[tuple[str, ...]]:
    """Every third authority beside the nearest of its neighbours, in turn one to four; and those that are gone beside one of today."""
    found = [(one, *world.near.get(one, [])[: 1 + place % 4]) for place, one in enumerate(authorities[::3])]
    gone = [one for one in authorities if one not in exist(world)]
    return [group for group in found if len(group) > 1] + [(one, "york") for one in gone]


def test_who_stands_where_beside_each_other(ds, world, groups):
    ranks = {label: world.scale.ranks[grade] for grade, label in world.scale.labels.items()}
    shown = tuple(world.scale.compared)
    for group in groups:
        found, subject = shown_spells(ds, group, shown), group[0]
        title, text = beside_title(ds, subject, found, shown), beside_sentence(ds, group, found, shown)
        told_best(world, group, title, ranks)
        first = next((strand for strand in shown if any(stands(world, one, strand) for one in group)), None)
        if first is None:
            continue
        line, since, rose, fell = re.fullmatch(r"(.+?\))\. Since (\d{4}), grades that may be compared rose (.+) and fell (.+)\.", text).groups()  # fmt: skip
        by_grade: dict[str, list[str]] = {}
        for one in group:
            by_grade.setdefault(stands(world, one, first) or "no grade that stands", []).append(one)
        order = sorted(by_grade, key=lambda grade: ranks.get(grade, 9))
        expected = "; ".join(f"{grade} ({joined(world, by_grade[grade])})" for grade in order)
        assert line == f"{world.scale.strands[first]} now: {expected}", text
        moves = [move.what for one in group for move in all_moves(world.held.get(one, []), list(shown))]
        assert (times(rose), times(fell)) == (moves.count("up"), moves.count("down")), text
        began = [one.began[:4] for who in group for strand in shown for one in rows(world, who, strand)]
        assert since == min(began), text
        in_words(world, group, beside_alt(ds, found, shown, "Bars of time"))


def told_best(world: World, group: tuple[str, ...], title: str, ranks: dict[str, int]) -> None:
    """Hold a title that says how the first of a group stands among those that have a grade."""
    subject = group[0]
    strand = next((strand for strand in world.scale.compared if stands(world, subject, strand)), None)
    if strand is None:
        assert title.endswith(": grades over time"), title
        return
    now = {one: grade for one in group if (grade := stands(world, one, strand))}
    mine, phrase = now.pop(subject), world.scale.phrases[strand]
    better = [one for one, grade in now.items() if ranks[grade] < ranks[mine]]
    alike = [one for one, grade in now.items() if grade == mine]
    if told := re.fullmatch(rf"(.+) is ({GRADE}) (.+); ({COUNT}) of ({COUNT}) others? stands? higher", title):
        assert told.groups()[:3] == (world.names[subject], mine, phrase), title
        assert (count_of(told[4]), count_of(told[5])) == (len(better), len(now)), title
        return
    assert not better, title
    assert title.endswith(f" {phrase}: {mine}"), title
    if told := re.match(rf"{re.escape(world.names[subject])} and (.+) stand highest ", title):
        many = re.fullmatch(rf"({COUNT}) others", told[1])
        assert told[1] == joined(world, alike) if not many else count_of(many[1]) == len(alike), title
    else:
        assert not alike, title
        assert (" has the only grade " in title) == (not now), title


def in_words(world: World, group: tuple[str, ...], alt: str) -> None:
    """Hold the text alternative: of each strand that it names, who stands at which grade."""
    told = dict(re.findall(r"(?<=\. )([A-Z][a-z ]+): (.+?\))\.(?= |$)", alt))
    strands = {label: strand for strand, label in world.scale.strands.items()}
    assert told, alt
    for label, words in told.items():
        given = {one: grade for one in group if (grade := stands(world, one, strands[label]))}
        expected = {f"{grade} ({joined(world, [one for one in given if given[one] == grade])})" for grade in given.values()}  # fmt: skip
        assert set(words.split("; ")) == expected, (group, alt)


def test_the_rug_year_by_year(ds, world, groups):
    """How often grades rose and fell on the strand, and how many stood at the best two, when most were held first and last."""
    for group in groups[::2]:
        for shown in (tuple(world.scale.compared), (world.scale.compared[len(group) % 5],)):
            found = shown_spells(ds, group, shown)
            strand = next((one for one in shown if any(stands(world, who, one) for who in group)), shown[0])
            title = rug_title(ds, found, shown)
            moves = [move.what for one in group for move in all_moves(world.held.get(one, []), [strand])]
            label, rose, fell = re.fullmatch(r"(.+), year by year: grades rose (.+) and fell (.+)", title).groups()
            assert (label, times(rose), times(fell)) == (world.scale.strands[strand], moves.count("up"), moves.count("down")), title  # fmt: skip
            text = rug_sentence(ds, group, shown)
            years = next((held for one in shown if (held := by_year(world, group, one, ds.as_at.year))), None)
            if years is None:
                assert text == "No grade of these authorities is held here."
                continue
            most, last = min(years, key=lambda year: (-len(years[year]), year)), max(years)
            parts = re.findall(rf"(?:at the end of (\d{{4}})|(now)), ({COUNT}) of ({COUNT})", text)
            assert [int(year) if year else ds.as_at.year for year, _, _, _ in parts] == [most, *([last] * (last > most))], text  # fmt: skip
            for (_, _, good, of), year in zip(parts, (most, last), strict=False):
                best = [grade for grade in years[year] if world.scale.ranks[grade] <= 2]
                assert (count_of(good), count_of(of)) == (len(best), len(years[year])), text


def by_year(world: World, group: tuple[str, ...], strand: str, this_year: int) -> dict[int, list[str]]:
    """The grades that stood at the end of each year, this year those that stand; years without any are left out."""
    found: dict[int, list[str]] = {}
    for authority in group:
        given = rows(world, authority, strand)
        for place, one in enumerate(given):
            last = given[place + 1 :][:1]
            until = int(last[0].began[:4]) - 1 if last else this_year if authority in exist(world) else 0
            for year in range(int(one.began[:4]), until + 1):
                if strand in one.grades:
                    found.setdefault(year, []).append(one.grades[strand].id)
    return found
