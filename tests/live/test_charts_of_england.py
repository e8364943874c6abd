"""Titles, sentences and text alternatives of the charts of England: against the table behind each, and against the files."""

import re
from collections import Counter
from itertools import pairwise

import pytest

from analysis.comparison.standings import compared, england
from analysis.frameworks import strands
from analysis.selection import Selection
from exhibits.by_year import england_by_year
from exhibits.intervals import time_between, waiting_times
from exhibits.movement import grade_matrix
from exhibits.standing import grades_by_date
from exhibits.theme_grid import themes_by_grade
from exhibits.themes_over_time import one_theme_over_time, themes_over_time, turned_round
from exhibits.themes_side_by_side import themes_beside_each_other
from tests.live.histories import days, opened
from tests.live.reading import COUNT, GRADES, count_of, one_wording, read_list
from tests.live.stands import balances, exist, full
from tests.live.test_sentences_of_england import pairs
from tests.live.world import World, inside

GRADE = "|".join(GRADES)
SHARE = re.compile(r"(\d+) of (\d+) \((\d+)%\)")


@pytest.fixture(params=range(5))
def strand(ds, request) -> str:
    """Each strand in turn."""
    return strands(ds)[request.param]


def label_of(world: World, words: str) -> str:
    """The label of a theme as a sentence has it."""
    return world.labels[world.themes[words]] if words in world.themes else words


def test_which_moves_were_most_frequent(ds, world, strand):
    shown = grade_matrix(ds, england(ds, strand))
    made = Counter(grades for _, what, grades, _ in pairs(world, strand) if what in ("up", "down", "same"))
    table = shown.table.set_index("From")
    for before in table.index:
        for after in table.index:
            assert table[f"to {after}"][before] == made[before, after], (strand, before, after)
    told = re.findall(rf"from ({GRADE}) to ({GRADE}) \((\d+)\)", shown.alt.partition("Most often ")[2])
    assert [int(count) for _, _, count in told] == sorted(made.values(), reverse=True)[: len(told)], shown.alt
    assert all(made[before, after] == int(count) for before, after, count in told), shown.alt


def test_how_many_waited_how_long(ds, world):
    """Each class of length, in the text and in the table: gaps between two inspections, and waits since the last."""
    starts = [[days(one.record) for one in full(world, authority)] for authority in exist(world)]
    gaps = [(later - earlier).days for one in starts for earlier, later in pairwise(one)]
    waited = [(ds.as_at.date() - one[-1]).days for one in starts if one]
    comparison = england(ds, strands(ds)[0])
    for shown, lengths in ((time_between(ds, comparison), gaps), (waiting_times(ds, comparison), waited)):
        told = re.findall(r"((?:Under|Within|Over) \d years?|\d to \d years): (\d+)", shown.alt)
        assert told == [(label, str(count)) for label, count in shown.table.itertuples(index=False)]
        for label, count in told:
            years = [int(number) * 365.25 for number in re.findall(r"\d", label)]
            low, high = (years[0], 1e9) if label.startswith("Over") else (0, years[0]) if len(years) == 1 else years
            assert sum(low <= length < high for length in lengths) == int(count), (label, count)


def test_grades_of_a_few_over_time(ds, world, authorities):
    """Grades over time of a handful: each grade in words with its month, in order."""
    for place, authority in enumerate(authorities[::6]):
        strand = world.scale.compared[place % 5]
        group = (authority, *world.near.get(authority, [])[:3])
        shown = grades_by_date(ds, compared(ds, Selection(group), "chosen", strand))
        for one in group:
            told = re.search(rf"(?<=\. ){re.escape(world.names[one])}: (.+?)\.(?= |$)", shown.alt)
            given = [
                (
                    one_wording(held.grades[strand].printed) if strand in held.grades else "no grade of its own",
                    opened(held),
                )
                for held in full(world, one)
            ]
            found = re.findall(rf"({GRADE}|no grade of its own) in (\w+ \d{{4}})", told[1]) if told else []
            assert [(one_wording(grade), month) for grade, month in found] == given, (one, shown.alt)
            assert (shown.table["Authority"] == world.names[one]).sum() == len(given), one


def test_themes_beside_each_other(ds, world, authorities):
    """The title: on how many themes others are strong where the first is not."""
    stand = balances(world)
    for authority in authorities[::4]:
        comparison = compared(ds, Selection((authority, *world.near.get(authority, [])[:3])), "chosen", "overall")
        read = [one for one in comparison.authorities if one in stand]
        shown = themes_beside_each_other(ds, comparison)
        if len(read) < 2:
            assert shown.title == "Themes side by side need two reports that were read"
            continue
        own = stand[read[0]]
        learn = [theme for theme in own if own[theme] in ("weak", "mixed") and any(stand[one].get(theme) == "strong" for one in read[1:])]  # fmt: skip
        told = re.search(rf": ({COUNT}) themes? to learn from$", shown.title)
        assert (count_of(told[1]) if told else 0) == len(learn), shown.title
        assert f"Chart of {len(world.labels)} themes, one row each, a column for each of {len(read)} authorities." in shown.alt  # fmt: skip


def shares(column) -> dict[str, tuple[int, int]]:
    """A column of shares: the number and its base by theme. The per cent fit."""
    found = {}
    for theme, cell in column.items():
        number, base, per_cent = map(int, SHARE.fullmatch(cell).groups())
        assert per_cent == int(f"{number / base * 100:.0f}"), cell
        found[theme] = (number, base)
    return found


def test_themes_time_by_time(ds, world):
    """The theme named for a time is weak more often than any other; one theme alone says the same as the table of all."""
    comparison = england(ds, strands(ds)[0])
    shown = themes_over_time(ds, comparison)
    table = shown.table.set_index("Theme")
    columns = {head.removeprefix("Weak: "): shares(table[head]) for head in table}
    parts = re.match(r"Most often weak: (.+?)\.(?: Not every|$)", shown.sentence)[1].split("; ")
    assert len(parts) == len(columns)
    for part in parts:
        head, words, number, base = re.fullmatch(r"(.+?): (.+), (\d+) of (\d+) \(\d+%\)", part).groups()
        most = max(number for number, _ in columns[head].values())
        named = [theme for theme, (number, _) in columns[head].items() if number == most]
        told, more = read_list(words, world.themes)
        assert {world.labels[theme] for theme, _ in told} <= set(named), part
        assert len(told) + more == len(named), part
        assert (int(number), int(base)) == (most, columns[head][named[0]][1]), part
    assert f"{len(table)} themes at {len(columns)} times" in shown.alt
    for theme, label in world.labels.items():
        text = one_theme_over_time(ds, comparison, theme).sentence
        told = re.findall(r"(?:^|; )([^:;]+): (\d+) of (\d+) \(", text.partition(" these reports. ")[2])
        assert {head: (int(number), int(base)) for head, number, base in told} == {head: of[label] for head, of in columns.items()}, text  # fmt: skip


def test_what_divides_two_grades(ds, world):
    """The title names the themes whose shares lie furthest apart; the sentence those that half of the worse have."""
    shown = themes_by_grade(ds, england(ds, strands(ds)[0]), "good", "requires_improvement")
    table = shown.table.set_index("Theme")
    worse, better = (shares(table[f"Weak: {grade}"]) for grade in ("Requires improvement to be good", "Good"))
    apart = {theme: worse[theme][0] / worse[theme][1] - better[theme][0] / better[theme][1] for theme in worse}
    named = [label_of(world, words) for words in shown.title.partition(": ")[2].split("; ")]
    assert [apart[theme] for theme in named] == sorted(apart.values(), reverse=True)[: len(named)], shown.title
    half = {theme for theme, (number, base) in worse.items() if number * 2 >= base}
    listed = re.search(r"these are weak: (.+)\.$", shown.sentence)
    assert {label_of(world, words) for words in listed[1].split("; ")} == half if listed else not half, shown.sentence


def test_what_was_turned_round_most_often(ds, world):
    """First and last by the share of weak looks that a strong one followed: nobody stands before the first or after the last."""
    shown = turned_round(ds, england(ds, strands(ds)[0]))
    most, least = re.fullmatch(r"(.+): turned round most often\. (.+): least often", shown.title).groups()
    rows = shown.table.set_index("Theme")
    enough = rows[rows["Weak before"] >= 10]
    part = enough["Turned round"] / enough["Weak before"]
    names = {label: label for label in rows.index} | {inside(label): label for label in rows.index}
    for words, share in ((most, part.max()), (least, part.min())):
        told, more = read_list(words, names)
        assert {label for label, _ in told} <= set(part[part == share].index), shown.title
        assert len(told) + more == (part == share).sum(), shown.title


def test_england_under_each_framework(ds, world, strand):
    """How many inspections under each framework, and the shares in a title, both of years of one framework."""
    shown = england_by_year(ds, england(ds, strand))
    of: dict[str, Counter] = {}
    for authority in world.held:
        for one in world.held[authority]:
            year = int(one.began[:4]) - (one.began[5:7] < "04")
            of.setdefault(one.framework, Counter())[year, strand in one.grades and one.grades[strand].rank <= 2] += 1
    names = {about["short_label"]: name for name, about in world.files.frameworks.items()}
    for label, count in re.findall(r"(?:: |, | and )([A-Z][^,.:]*?) (\d+)(?=,| and |\.)", shown.sentence):
        assert int(count) <= of[names[label]].total(), shown.sentence
        assert shown.table.loc[shown.table["Framework"] == label, "Inspections"].sum() == int(count)
    if told := re.search(r": (\d+)% of inspections of (\d{4})/\d\d, (\d+)% of (\d{4})/\d\d", shown.title):
        first, year, last, then = map(int, told.groups())
        assert any((percent(count, year), percent(count, then)) == (first, last) for count in of.values()), (
            strand,
            shown.title,
        )


def percent(count: Counter, year: int) -> int | None:
    """The share of the best two grades in a year."""
    base = count[year, True] + count[year, False]
    return int(f"{count[year, True] / base * 100:.0f}") if base else None
