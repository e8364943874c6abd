"""Each sentence about all of England, against the files: who stands where, who moved, themes, what was asked, year by year."""

import re
from collections import Counter
from datetime import date
from itertools import pairwise
from statistics import median

import pytest

from analysis.comparison.standings import counts, counts_by_region, counts_over_time, england, states
from analysis.comparison.transitions import publication_lag, transitions
from analysis.england.asked import asked_twice, inspections_read, times_asked
from analysis.england.by_year import gaps_by_year, grades_by_year, visits_by_year
from analysis.england.by_year_sentences import by_year_sentence, gaps_by_year_sentence, visits_by_year_sentence
from analysis.england.movers import FELL, PAIR, ROSE, ROSE_TWO, movers
from analysis.england.reports_read import EVERY, latest_read
from analysis.england.sentences import (
    distribution_title,
    england_sentence,
    flow_title,
    lag_sentence,
    movement_sentence,
    movers_sentence,
    movers_title,
    moves_title,
    regions_sentence,
    time_between_sentence,
)
from analysis.england.theme_sentences import (
    dividing_sentence,
    theme_by_part_sentence,
    themes_sentence,
    themes_title,
    turned_round_sentence,
    who_turned_sentence,
)
from analysis.england.themes_of_england import dividing, theme_by_part
from analysis.england.turned_round import DIRECTIONS, turned_by_theme, who_turned
from analysis.findings.sentences import reports_sentence
from analysis.frameworks import strands
from analysis.recommendations.asked import Wanted, found
from analysis.recommendations.asked_sentences import asked_twice_sentence, england_asked_sentence, shares_asked_sentence
from analysis.themes.shares import theme_shares
from tests.live import by_hand
from tests.live.careful import faults
from tests.live.histories import days, moves_between
from tests.live.reading import COUNT, GRADES, count_of, one_wording, read_list
from tests.live.stands import balances, exist, full, gaps, standing
from tests.live.world import World

GRADE = "|".join(GRADES)


@pytest.fixture(params=range(5))
def strand(ds, request) -> str:
    """Each strand in turn."""
    return strands(ds)[request.param]


def stands(world: World, strand: str) -> Counter[str]:
    """How many authorities of today stand at each grade; those without one as ``none``."""
    given = (standing(world, one, strand) for one in exist(world))
    return Counter("none" if one is None else one_wording(one.printed) for one in given)


def pairs(world: World, strand: str) -> list[tuple[str, int, str, int]]:
    """Every two neighbouring full inspections of an authority: whose, what became of the grade, the grades, how long it took."""
    made = []
    for authority in exist(world):
        for two in pairwise(full(world, authority)):
            took = (days(two[1].record) - days(two[0].record)).days
            move = moves_between(strand, *two).what if all(strand in one.grades for one in two) else "none"
            grades = tuple(one_wording(one.grades[strand].printed) if strand in one.grades else "" for one in two)
            made.append((authority, move, grades, took))
    return made


def test_how_england_stands(ds, world, strand):
    comparison, expected = england(ds, strand), stands(world, strand)
    text = england_sentence(ds, comparison, counts(ds, comparison), states(ds))
    assert f"of {len(exist(world))} authorities" in text
    graded = text.partition(";")[0].partition("authorities ")[2]
    told = {one_wording(grade): int(count) for count, grade in re.findall(rf"(\d+) (?:is judged |are judged )?({GRADE})", graded)}  # fmt: skip
    assert told == {grade: count for grade, count in expected.items() if grade != "none"}, text
    rest = sum(int(count) for count in re.findall(r"\b(\d+) ", text.partition(";")[2]))
    assert rest == expected["none"], text
    title = distribution_title(ds, strand, counts_over_time(ds, comparison))
    high = expected["Good"] + expected["Outstanding"]
    assert f"{high} of {sum(expected.values()) - expected['none']} graded are" in title, title
    assert [*faults(text), *faults(title)] == []


def test_who_moved_in_england(ds, world, strand):
    comparison, made = england(ds, strand), pairs(world, strand)
    table, count = transitions(ds, comparison), Counter(move for _, move, _, _ in made)
    text = movement_sentence(ds, table, strand)
    told = re.match(rf"Of ({COUNT}) pairs? that can be compared .+?, ({COUNT}) went up, ({COUNT}) went down and ({COUNT}) stayed", text)  # fmt: skip
    moved = [count["up"], count["down"], count["same"]]
    if told:
        assert [count_of(number) for number in told.groups()] == [sum(moved), *moved], text
    else:
        assert sum(moved) == 0, text
    for words, what in (("cannot be compared, because", "unlike"), (r"ha(?:s|ve) no grade of", "none")):
        number = re.search(rf"({COUNT}) (?:more )?pairs? {words}", text, re.I)
        assert (count_of(number[1]) if number else 0) == count[what], (what, text)
    title = moves_title(ds, table, strand)
    if one := re.search(rf"({COUNT}) rose, ({COUNT}) fell and ({COUNT}) stayed", title):
        assert [count_of(number) for number in one.groups()] == moved, title
    changes = Counter(grades for _, move, grades, _ in made if move in ("up", "down")).most_common(2)
    flow = re.search(rf"from ({GRADE}) to ({GRADE}) \((\d+)\)", flow_title(ds, strand, table))
    if flow:
        assert ((flow[1], flow[2]), int(flow[3])) == changes[0], flow[0]
        assert changes[0][1] > changes[1][1], "more frequent than any other"
    assert [*faults(text), *faults(title)] == []


def test_who_moved_how_fast(ds, world, strand):
    comparison, made = england(ds, strand), [one for one in pairs(world, strand) if one[1] in ("up", "down", "same")]
    rank = {label: world.scale.ranks[grade] for grade, label in world.scale.labels.items()}
    wanted = {
        ROSE: lambda move, grades: grades == ("Inadequate", "Good"),
        FELL: lambda move, grades: move == "down" and grades[1] == "Inadequate",
        ROSE_TWO: lambda move, grades: rank[grades[0]] - rank[grades[1]] >= 2,
        PAIR: lambda move, grades: grades == ("Good", "Outstanding"),
    }
    for preset, fits in wanted.items():
        pair = ("good", "outstanding") if preset == PAIR else ("", "")
        moved = movers(ds, comparison, preset, *pair)
        title, text = movers_title(ds, moved, preset, strand, pair), movers_sentence(ds, moved, strand, len(moved))
        mine = sorted((took, world.names[who]) for who, move, grades, took in made if fits(move, grades))
        assert count_of(re.match(rf"({COUNT}) moves? ", title, re.I)[1]) == len(mine), title
        if mine:
            verb, who, took = re.match(r"The fastest (was|were) (.+), after ([\d,]+) days\.", text).groups()
            first = {name for days_, name in mine if days_ == mine[0][0]}
            told, more = read_list(who, {name: name for name in world.names.values()})
            assert count_of(took) == mine[0][0], text
            assert {name for name, _ in told} <= first, text
            assert (len(told) + more, verb) == (len(first), "was" if len(first) == 1 else "were"), text
            if middle := re.search(r"middle case it took ([\d.]+) years", text):
                assert middle[1] == f"{median(took for took, _ in mine) / 365.25:.1f}", text
        else:
            assert text.startswith("No two full inspections"), text


def test_regions_and_times(ds, world):
    comparison = england(ds, strands(ds)[0])
    sizes = [len(names) for names in world.regions.values()]
    number, least, most = re.match(rf"({COUNT}) regions of (\d+) to (\d+) ", regions_sentence(counts_by_region(ds, comparison)), re.I).groups()  # fmt: skip
    assert (count_of(number), int(least), int(most)) == (len(sizes), min(sizes), max(sizes))
    every = gaps(tuple(tuple(days(one.record) for one in full(world, authority)) for authority in sorted(exist(world))))
    text = time_between_sentence(transitions(ds, comparison))
    assert int(re.search(r"the (\d+) gaps", text)[1]) == len(every), text
    assert count_of(re.search(r"is ([\d,]+) days", text)[1]) == int(median(every)), text
    low, high = (float(one) * 365.25 for one in re.search(r"from ([\d.]+) years to ([\d.]+) years", text).groups())
    assert 0.45 <= sum(low - 19 <= gap <= high + 19 for gap in every) / len(every) <= 0.6, text
    lags = [
        (date.fromisoformat(str(one.record["published"])) - days(one.record)).days
        for authority in exist(world)
        for one in full(world, authority)
        if len(str(one.record.get("start") or "")) == 10 and len(str(one.record.get("published") or "")) == 10
    ]
    middle = int(re.search(r"took (\d+) days in the middle case", lag_sentence(publication_lag(ds, comparison)))[1])
    assert middle == int(median(lags))


def test_themes_of_england(ds, world):
    """What is weak, strong and not covered most often; each theme with its numbers; which divide two grades."""
    comparison, stand = england(ds, strands(ds)[0]), balances(world)
    inspections = tuple(latest_read(ds, comparison)["inspection"])
    shares, base = theme_shares(ds, inspections), len(stand)
    of = {theme: Counter(stand[one].get(theme, "none") for one in stand) for theme in world.labels}
    text = themes_sentence(ds, shares, inspections)
    assert re.match(rf"({COUNT}) latest full inspections, one for each authority", text)[1] == str(base)
    for words, balance in (("weak", "weak"), ("strong", "strong"), ("not covered", "none")):
        listed = re.search(rf"Most often {words}: (.+?)\. (?:Most|A theme)", text)[1]
        told = [(world.themes[label], int(number)) for label, number in re.findall(r"(?:^|; |, | and )?([^;()]+?) \((\d+)\)", listed)]  # fmt: skip
        assert len(told) == 3, listed
        assert all(of[theme][balance] == number for theme, number in told), (listed, words)
        assert [number for _, number in told] == sorted((one[balance] for one in of.values()), reverse=True)[:3], listed
    title = themes_title(ds, shares, EVERY)
    label, weak = re.match(r"(.+): weak in (\d+) of", title).groups()
    ordered = sorted((one["weak"] for one in of.values()), reverse=True)
    first = next(theme for theme, name in world.labels.items() if name == label)
    assert of[first]["weak"] == int(weak) == ordered[0], title
    assert ("more than any other theme" in title) == (ordered[0] > ordered[1]), title
    for theme, name in world.labels.items():
        line = theme_by_part_sentence(ds, theme_by_part(ds, comparison, theme), name)
        told = re.search(rf": of (\d+) latest full inspections, ({COUNT}) are weak, ({COUNT}) mixed and ({COUNT}) strong\.(?: ({COUNT}) do(?:es)? not cover it\.)?", line, re.I).groups("none")  # fmt: skip
        one = of[theme]
        assert [count_of(number) for number in told] == [base, one["weak"], one["mixed"], one["strong"], one["none"]], line  # fmt: skip
    grades = {one: standing(world, one, "overall") for one in stand}
    worse, better = ([one for one in stand if grades[one] and grades[one].id == grade] for grade in ("requires_improvement", "good"))  # fmt: skip
    divided = dividing_sentence(ds, dividing(ds, comparison, "good", "requires_improvement"), "Good", "Requires improvement to be good")  # fmt: skip
    for label, number, of_worse, few, of_better in re.findall(rf"(?:^|\. )([A-Z][^.]+?) is weak in (\d+) of (\d+) reports that gave [^.]+?, and in ({COUNT}) of (\d+) that", divided):  # fmt: skip
        theme = next(theme for theme, name in world.labels.items() if name == label)
        assert (int(of_worse), int(of_better)) == (len(worse), len(better)), divided
        assert int(number) == sum(stand[one].get(theme) == "weak" for one in worse), divided
        assert count_of(few) == sum(stand[one].get(theme) == "weak" for one in better), divided


def test_who_turned_a_theme_round(ds, world):
    comparison, followed = england(ds, strands(ds)[0]), Counter()
    for (authority, theme), looks in world.looks.items():
        if authority in exist(world):
            for two in pairwise(by_hand.counted(looks)):
                before, after = (by_hand.balance(look.codes) for look in two)
                followed[theme, before, after] += 1
                followed[theme, before] += 1
    table = turned_by_theme(ds, comparison)
    enough = table[table["base"] >= 10].assign(share=lambda rows: rows["strong"] / rows["base"])
    enough = enough.sort_values("share", ascending=False, kind="stable")
    text = turned_round_sentence(ds, enough, len(table) - len(enough))
    for words, after in (("Strong at the next look that counts, most often", "strong"), ("Weak again, most often", "weak")):  # fmt: skip
        listed = re.search(rf"{words}: (.+?\))\.", text)[1]
        told = [(world.themes[label], count_of(n), int(of)) for label, n, of in re.findall(rf"(?:^|; |, | and )?([^;()]+?) \(({COUNT}) of (\d+)\)", listed)]  # fmt: skip
        assert len(told) == 3, listed
        assert all((followed[theme, "weak", after], followed[theme, "weak"]) == (n, of) for theme, n, of in told), listed  # fmt: skip
        best = sorted((followed[theme, "weak", after] / of for theme in world.labels if (of := followed[theme, "weak"]) >= 10), reverse=True)  # fmt: skip
        assert [n / of for _, n, of in told] == best[:3], listed
    for theme, label in world.labels.items():
        for direction in DIRECTIONS:
            who = who_turned(ds, "york", theme, direction)
            line = who_turned_sentence(ds, label, "York", len(who), len(who), direction)
            told = re.search(rf": ({COUNT}) other authorit", line)
            sides = ("weak", "strong") if direction == "better" else ("strong", "weak")
            mine = [
                authority
                for (authority, of), looks in world.looks.items()
                if of == theme and authority != "york"
                for two in pairwise(by_hand.counted(looks))
                if tuple(by_hand.balance(look.codes) for look in two) == sides
            ]
            number = count_of(told[1]) if told and "no other authority is known" not in line else 0
            assert number == len(who) <= len(mine), line
            assert len({one.authority for one in who}) == number, line


def test_what_england_was_asked(ds, world):
    every = [(name, one) for name, one in world.files.records.items() if one.get("recommendations")]
    text = england_asked_sentence(ds)
    told = re.search(r"England: ([\d,]+) recommendations from (\d+) reports and letters on (\d+) authorities", text).groups()  # fmt: skip
    assert [count_of(number) for number in told] == [
        sum(len(one["recommendations"]) for _, one in every),
        len(every),
        len({name.split("/")[0] for name, _ in every}),
    ], text
    comparison = england(ds, strands(ds)[0])
    read = tuple(inspections_read(ds, comparison)["inspection"])
    asked = times_asked(ds, read).sort_values(ascending=False, kind="stable")
    mine = Counter(
        theme
        for name in read
        for theme in world.labels
        if world.held_as(name) in world.asked(name.split("/")[0], theme)
    )
    for label, number, base in re.findall(r"(?:: |; )([^:;]+?), (\d+) of (\d+) \(", shares_asked_sentence(ds, len(read), asked)):  # fmt: skip
        assert (mine[world.themes[label]], len(read)) == (int(number), int(base)), label
        assert int(number) >= sorted(mine.values(), reverse=True)[2], label
    for theme in world.labels:
        line = asked_twice_sentence(ds, theme, found(ds, Wanted(themes=(theme,))), asked_twice(ds, theme))
        times = {authority: len({one.name for one in world.asked(authority, theme)}) for authority in world.held}
        twice = [authority for authority, number in times.items() if number > 1]
        told = re.search(rf"\. ({COUNT}) of them (?:was|were) asked in more than one", line, re.I)
        assert (count_of(told[1]) if told else 0) == len(twice), line
        assert faults(line) == []


def test_england_year_by_year(ds, world):
    comparison = england(ds, strands(ds)[0])
    text = by_year_sentence(ds, grades_by_year(ds, comparison))
    total, *parts = (count_of(number) for number in re.findall(r"(\d[\d,]*)(?= inspections| and |, [A-Z]|\.)", text.partition(". Compare")[0] + "."))  # fmt: skip
    assert total == sum(parts[-text.count(",") - 2 :]) or total >= max(parts), text
    starts = {
        authority: [days(one.record) for one in held if world.files.frameworks[one.framework].get("full")]
        for authority, held in world.held.items()
    }
    line = gaps_by_year_sentence(gaps_by_year(ds, comparison))
    between = [(later.year, (later - earlier).days) for held in starts.values() for earlier, later in pairwise(held)]
    assert count_of(re.match(rf"({COUNT}) times? between", line, re.I)[1]) == len(between), line
    for year, number, middle in re.findall(rf"[Ii]n (\d{{4}}) (?:the middle one of|that of) ({COUNT}) was ([\d.]+) years", line):  # fmt: skip
        of = [took for then, took in between if then == int(year)]
        assert (count_of(number), middle) == (len(of), f"{median(of) / 365.25:.1f}"), line
    visits = [one for held in world.held.values() for one in held if world.files.frameworks[one.framework].get("counted_by_theme") and one.record.get("visit_theme")]  # fmt: skip
    seen = visits_by_year_sentence(visits_by_year(ds, comparison))
    assert count_of(re.match(rf"({COUNT}) focused visits? ", seen, re.I)[1]) == len(visits), seen
    for year, subjects, number in re.findall(r"in (\d{4}) at (“.+?”) \((\d+)\)", seen):
        counts_ = Counter(one.record["visit_theme"].capitalize() for one in visits if one.began[:4] == year)
        most = {subject for subject, count in counts_.items() if count == max(counts_.values())}
        assert set(re.findall("“(.+?)”", subjects)) == most, seen
        assert int(number) == max(counts_.values()), seen


def test_how_many_reports_are_searched(ds, world):
    coded = [(name, one) for name, one in world.files.records.items() if one["depth"] == "coded"]
    text = reports_sentence(ds)
    reports, authorities = re.search(rf"England: ({COUNT}) reports? on ({COUNT}) authorit", text).groups()
    assert (count_of(reports), count_of(authorities)) == (len(coded), len({name.split("/")[0] for name, _ in coded}))
    once = re.search(rf"({COUNT}) of them read once", text)
    assert count_of(once[1]) == sum(one["readings"] == 1 for _, one in coded), text
