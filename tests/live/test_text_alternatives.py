"""What stands in words for a chart of an authority: each grade, year and number in it is in the files, and in the table behind the chart."""

import re
from collections.abc import Iterator

import pandas as pd

from analysis.selection import Selection
from exhibits.grades import grades_over_time
from exhibits.history import history
from exhibits.themes import QUIET, quiet_themes, theme_recurrence_chart
from exhibits.timeline import timeline
from tests.live.histories import Held, all_moves, in_words, month, opened
from tests.live.reading import COUNT, GRADES, count_of, one_wording, read_all
from tests.live.results import on_strands, the_result
from tests.live.world import World

GRADE = "|".join(GRADES)
EMPTY = {"grades": "Empty grid: no inspection of {} is held here.", "history": "Empty chart: no graded inspection is held here."}  # fmt: skip


def judging(world: World, authority: str) -> list[Held]:
    """What was held under a framework that gives grades."""
    return [one for one in world.held.get(authority, []) if world.files.frameworks[one.framework].get("judgements")]


def headed(world: World, held: Held) -> str:
    """How an inspection is called over a column: ``March 2022, ILACS 2018``."""
    first = "" if held.record.get("start") else "Published "
    return f"{first}{opened(held)}, {world.files.frameworks[held.framework]['short_label']}"


def told_inspections(text: str) -> Iterator[tuple[str, str]]:
    """``March 2022, ILACS 2018: Good in all four judgements.``: each heading, and its words."""
    return re.findall(r"(?:^|(?<=\. ))((?:Published )?(?:[A-Z][a-z]+ )?\d{4}, [^:.]+): (.+?)\.(?= |$)", text)


def the_inspections(
    world: World, text: str, held: list[Held], strands: list[str] | None = None
) -> list[tuple[str, str]]:
    """Hold that a text tells the latest of these inspections with their grades, and counts the others; return what it tells.

    ``strands``: those of which alone it speaks, unless all that was judged got one grade, or the framework has words of its own.
    """
    latest, told = text.startswith("The latest: "), told_inspections(text.removeprefix("The latest: "))
    given = [one for one in held if one.grades]
    assert latest or len(told) == len(given), text
    assert not latest or len(told) < len(held), text
    assert latest == text.endswith(" The table holds the others."), text
    shown = given[len(given) - len(told) :]
    assert [heading for heading, _ in told] == [headed(world, one) for one in shown], text
    for (_, words), one in zip(told, shown, strict=True):
        of_all = strands is None or one.own or read_all(words)
        the_result(world, words, one if of_all else on_strands(one, strands))
    others = re.search(rf"({COUNT}) other inspections?(?: or visit| and visits) without grades\.", text, re.I)
    if not latest:
        assert (count_of(others[1]) if others else 0) == len(held) - len(given), text
    return told


def the_sources(world: World, authority: str, sources: tuple[str, ...], held: list[Held]) -> None:
    """Hold that these inspections and no others stand as sources: the authority, kind, months and day of publication of each."""
    told = []
    for source in sources:
        found = re.fullmatch(r"Ofsted, (?:.+: )?(.+?), ((?:[a-z ]+) (?:of|published in) .+?\d{4})(?: \((?:published (.+)|publication date unknown)\))?", source)  # fmt: skip
        assert found[1] == world.names[authority], source
        told.append(next(one for one in held if f"the {found[2]}" == in_words(world.files, one) and one.name not in told).name)  # fmt: skip
        if found[3]:
            assert found[3] == day(world.held_as(told[-1]).record["published"]), source
    assert sorted(told) == sorted(one.name for one in held), (authority, sources)


def day(written: object) -> str:
    """``4 May 2022``; of a month or year alone as much as is known."""
    text = str(written)
    return f"{int(text[8:])} {month(text)}" if len(text) == 10 else month(text)


def has_grade(column: pd.Series | pd.DataFrame) -> bool:
    """Whether a cell of a column of the grid, or of several of one heading, is a grade."""
    return any(plain(cell) in map(one_wording, GRADES) for cell in column.to_numpy().ravel() if isinstance(cell, str))


def plain(cell: str) -> str:
    """A grade as a cell of a table has it, without what stands behind it."""
    return one_wording(cell.partition(" (")[0])


def test_the_grid_of_grades_in_words(ds, world, authorities):
    for authority in authorities:
        shown, held, name = grades_over_time(ds, Selection((authority,))), judging(world, authority), world.names[authority]  # fmt: skip
        if not held:
            assert shown.alt == EMPTY["grades"].format(name)
            continue
        start = f"Grid of grades of {name}, strands by inspections. "
        assert shown.alt.startswith(start)
        columns = [column for column in shown.table if column != "Strand"]
        the_sources(world, authority, shown.sources, [one for one in held if headed(world, one) in columns and has_grade(shown.table[headed(world, one)])])  # fmt: skip
        for heading, words in the_inspections(world, shown.alt.removeprefix(start), held, world.scale.compared):
            columns = [column for column in shown.table if column == heading]
            assert columns, (authority, heading)
            cells = {plain(cell) for cell in shown.table[columns].to_numpy().ravel() if isinstance(cell, str)}
            assert {one_wording(grade) for grade in re.findall(GRADE, words)} <= cells, (authority, words)


def test_the_history_in_words(ds, world, authorities):
    """Each strand: its grades in order with their years, where they may be compared; how many visits gave none."""
    strands = {label: strand for strand, label in world.scale.strands.items()}
    for authority in authorities:
        shown = history(ds, Selection((authority,)))
        held = world.held.get(authority, [])
        given = {strand: [one for one in held if strand in one.grades] for strand in world.scale.compared}
        if not any(given.values()):
            assert shown.alt == EMPTY["history"], authority
            continue
        rows = {(row["Strand"], plain(row["Grade"]), row["From"][-4:]) for row in shown.table.to_dict("records")}
        told = re.findall(r"(?<=\. )([A-Z][a-z ]+?)(, latest grades)?: (.+?)\.(?= |$)", shown.alt)
        assert {strands[label] for label, _, _ in told} == {strand for strand, one in given.items() if one}, authority
        for label, latest, words in told:
            strand = strands[label]
            steps = re.findall(rf"(^|; |, then )({GRADE}) (\d{{4}})", words)
            way = given[strand][-len(steps) :]
            assert [(grade, year) for _, grade, year in steps] == [(world.scale.labels[one.grades[strand].id], one.began[:4]) for one in way], words  # fmt: skip
            assert bool(latest) == (len(steps) < len(given[strand])), words
            unlike = [move.what == "unlike" for move in all_moves(way, [strand])]
            assert [between == "; " for between, _, _ in steps[1:]] == unlike, words
            assert {(label, one_wording(grade), year) for _, grade, year in steps} <= rows, words
        visits = re.search(rf"({COUNT}) visits? without grades\.$", shown.alt, re.I)
        assert count_of(visits[1]) == len(held) - len(judging(world, authority)), shown.alt


def test_the_timeline_in_words(ds, world, authorities):
    for authority in authorities:
        shown, held, name = timeline(ds, Selection((authority,))), world.held.get(authority, []), world.names[authority]
        if not held:
            assert shown.draw is None
            continue
        start = f"Timeline, a row for each strand, below them visits. {name}: "
        assert shown.alt.startswith(start), shown.alt
        told = the_inspections(world, shown.alt.removeprefix(start), held)
        the_sources(world, authority, shown.sources, [one for one in held if one.record.get("depth") != "listed"])
        unheld = re.search(rf"For ({COUNT}) inspections? (?:or visit|and visits) no report is held here\.", shown.key)  # fmt: skip
        assert (count_of(unheld[1]) if unheld else 0) == sum(one.record.get("depth") == "listed" for one in held), (
            authority
        )
        assert len(shown.table) == len(held)
        assert {words for _, words in told} <= set(shown.table["Result"]), authority


def test_the_timeline_of_several_in_words(ds, world, authorities):
    """Of each how much is held, and from when its latest grades are; which these are where there is room."""
    for authority, others in ((one, world.near.get(one, [])[:2]) for one in authorities[::4]):
        shown = timeline(ds, Selection((authority, *others)))
        for one in (authority, *others):
            held = world.held.get(one, [])
            if not others or not held:
                continue
            told = re.search(rf"(?<=\. ){re.escape(world.names[one])}: ({COUNT}) inspections? (?:or visit|and visits)(?:, the latest grades from ([^.]+?))?\.(?= |$)", shown.alt)  # fmt: skip
            assert count_of(told[1]) == len(held), shown.alt
            assert (shown.table["Authority"] == world.names[one]).sum() == len(held)
            given = [held for held in held if held.grades]
            assert bool(told[2]) == bool(given), shown.alt
            if given:
                heading, _, words = told[2].partition(": ")
                assert heading == headed(world, given[-1]), shown.alt
                if words:
                    the_result(world, words, given[-1])


def test_the_themes_in_words(ds, world, authorities):
    """Both charts of themes: how many of each status, by the rule and by the table; which are named; over how many inspections."""
    ids = {label: theme for theme, label in world.labels.items()}
    meaning: dict[tuple[str, bool], str] = {}
    for authority in authorities:
        one_report = len(world.coded(authority)) == 1
        looked = {look.inspection for (who, _), looks in world.looks.items() if who == authority for look in looks}
        for shown in (theme_recurrence_chart(ds, Selection((authority,))), quiet_themes(ds, Selection((authority,)))):
            if shown is None or shown.draw is None:
                continue
            total, over, text = re.fullmatch(rf"Chart of (\d+) themes of {re.escape(world.names[authority])}, one row each, over ({COUNT}) inspections? (?:or visit|and visits)\. (.+) The table names them all\.", shown.alt).groups()  # fmt: skip
            assert count_of(over) == len(looked), shown.alt
            table = shown.table.set_index("Theme")["Status"].to_dict()
            parts = re.findall(r"(?:^|(?<=\. ))([A-Z][^:]+?) \((\d+)\): (.+?)\.(?= [A-Z]|$)", text)
            assert sum(int(count) for _, count, _ in parts) == int(total), shown.alt
            for label, count, names in parts:
                of = {ids[theme] for theme, status in table.items() if status == label}
                assert len(of) == int(count), (authority, label)
                (status,) = {world.status(authority, theme) for theme in of}
                assert meaning.setdefault((label, one_report), status) == status, (authority, label)
                named, more = listed(names, ids)
                assert named <= of, (authority, names)
                assert len(named) + more == len(of), (authority, names)
            if not any(status in QUIET for label, count, _ in parts for status in [meaning[label, one_report]]):
                raised = set(world.labels) - world.with_status(authority, *QUIET)
                assert int(total) == len(raised), shown.alt


def listed(text: str, ids: dict[str, str]) -> tuple[set[str], int]:
    """Read a list of labels: which themes, and how many more."""
    found: set[str] = set()
    for label in sorted(ids, key=len, reverse=True):
        if label in text:
            found.add(ids[label])
            text = text.replace(label, "")
    more = re.search(rf"({COUNT}) more", text)
    assert re.sub(rf"{COUNT} more|and|[,; ]", "", text) == "", text
    return found, count_of(more[1]) if more else 0
