"""What a figure shows is what the table behind it holds: of ten authorities that lie evenly apart, and of England on three strands."""

import re
from pathlib import Path

import pandas as pd
import pytest

from analysis.comparison.standings import compared, england
from analysis.england.asked import WAYS
from analysis.england.movers import ROSE_TWO
from analysis.frameworks import strands
from analysis.selection import Selection
from exhibits import Exhibit
from exhibits.asked import what_is_asked
from exhibits.beside import grades_beside
from exhibits.by_year import england_by_year, time_between_by_year, visits_over_time
from exhibits.deadlines import plan_deadlines
from exhibits.grades import grades_over_time
from exhibits.history import history
from exhibits.intervals import time_between, time_since_last, time_to_report, waiting_times
from exhibits.movement import grade_flow, grade_matrix
from exhibits.movers import who_moved
from exhibits.rug import tartan_rug
from exhibits.stacks import distribution_by_region, distribution_over_time
from exhibits.standing import grades_by_date
from exhibits.standing_matrix import where_each_stands
from exhibits.theme_beside import theme_beside_others
from exhibits.theme_grid import themes_by_grade
from exhibits.themes import quiet_themes, theme_recurrence_chart
from exhibits.themes_of_england import theme_by_parts, themes_of_england
from exhibits.themes_over_time import one_theme_over_time, themes_over_time, turned_round
from exhibits.themes_side_by_side import themes_beside_each_other
from exhibits.tile_map import tile_map
from exhibits.timeline import timeline
from exhibits.visits import visits_by_theme_chart
from loaders import DATA
from tests.live.drawn import LETTERS, bars, every, iso, letter, plain, traces

STANDS = {"–": "Weak", "±": "Mixed", "+": "Strong", "·": "Not covered"}
FOLLOWED = {"–": "Still weak", "±": "In between", "+": "Turned round"}
SHARE = re.compile(r"(\d+) of (\d+) \(\d+%\)")


@pytest.fixture(scope="session")
def data() -> Path:
    """The data as they are alone: two records more are drawn like the others."""
    return DATA


@pytest.fixture(scope="module")
def ten(authorities) -> list[str]:
    """Ten authorities that lie evenly apart in the order of the file."""
    return authorities[:: max(len(authorities) // 10, 1)][:10]


def test_grades_as_bars_of_time(ds, world, ten):
    """History, timeline and grades beside others: a letter and a length for each row of the table that is a grade."""
    for place, authority in enumerate(ten):  # beside others every second: it is the same drawing
        group = (authority, *world.near.get(authority, [])[:2])
        for exhibit in (history(ds, Selection((authority,))), grades_beside(ds, Selection(group)))[: 2 - place % 2]:
            if exhibit.draw is None:
                continue
            rows = [row for row in exhibit.table.to_dict("records") if letter(row["Grade"])]
            expected = sorted((row["Strand"], letter(row["Grade"]), iso(row["From"])) for row in rows)
            for narrow in (False, True) if authority == ten[0] else (False,):
                assert sorted(bars(world, traces(ds, exhibit, narrow))) == expected, (exhibit.name, narrow)
        drawn = history(ds, Selection((authority,)))
        if drawn.draw is not None:
            shown = timeline(ds, Selection((authority,)))
            assert sorted(bars(world, traces(ds, shown))) == sorted(bars(world, traces(ds, drawn))), authority
            stand = [row for row in drawn.table.to_dict("records") if row["Until"] == "now" and letter(row["Grade"])]
            large = [trace for trace in traces(ds, drawn) if trace.get("xaxis") == "x2"]
            assert sorted(plain(text) for text in every(large, "text")) == sorted(letter(row["Grade"]) for row in stand)


def test_the_grid_of_grades_and_the_rug(ds, world, ten):
    """A letter for each cell of the table that is a grade, in its column and row."""
    for place, authority in enumerate(ten):
        exhibit = grades_over_time(ds, Selection((authority,)))
        if exhibit.draw is not None:
            columns = [list(exhibit.table[head]) if isinstance(exhibit.table[head], pd.Series) else None for head in exhibit.table.columns[1:]] if exhibit.table.columns.is_unique else exhibit.table.iloc[:, 1:].T.to_numpy().tolist()  # fmt: skip
            expected = {(x, strand): letter(cell) for x, column in enumerate(columns) for strand, cell in zip(exhibit.table["Strand"], column, strict=True) if letter(str(cell))}  # fmt: skip
            marks = [trace for trace in traces(ds, exhibit) if trace["name"].split(" ")[0] in LETTERS.values()]
            told = {(x, world.scale.strands[data[1]]): plain(text) for trace in marks for x, text, data in zip(trace["x"], trace["text"], trace["customdata"], strict=True)}  # fmt: skip
            assert told == expected, authority
        if place % 2:
            continue
        rug = tartan_rug(ds, Selection((authority, *world.near.get(authority, [])[:2])))
        if rug.draw is not None:
            cells = [letter(str(cell)) for cell in rug.table.iloc[:, 2:].to_numpy().ravel()]
            drawn = [plain(text) for text in every(traces(ds, rug), "text")]
            assert sorted(filter(None, drawn)) == sorted(filter(None, cells)), authority


def test_bars_of_themes(ds, ten):
    """A number for each count in the table, in its cell; the length of a bar is that of its number."""
    for authority in ten:
        for exhibit in (theme_recurrence_chart(ds, Selection((authority,))), quiet_themes(ds, Selection((authority,)))):
            if exhibit is not None and exhibit.draw is not None:
                theme_bars(ds, exhibit)
    for authority in ten[::3]:
        exhibit = themes_beside_each_other(ds, compared(ds, Selection((authority,)), "neighbours", "overall"))
        if exhibit.draw is not None:
            theme_bars(ds, exhibit)


def theme_bars(ds, exhibit: Exhibit) -> None:
    """Hold the bars of a chart of themes."""
    shown = {text for trace in traces(ds, exhibit) if not trace.get("name") for text in trace.get("hovertext") or []}
    told = {cell.partition(": ")[2] or cell for cell in exhibit.table.to_numpy().ravel() if isinstance(cell, str)}
    assert shown <= told | set(exhibit.table.to_numpy().ravel()), exhibit.name
    units = set()
    for trace in traces(ds, exhibit):
        kind = {"–": "concern", "±": "mixed", "+": "strength"}.get(str(trace.get("name", "")).split(" ")[0])
        for text, words, long in zip(trace["text"], trace["hovertext"], trace["x"], strict=True) if kind else []:
            number = int(re.search(rf"(\d+) {kind}", words)[1])
            assert text in ("", f"{number}", f"{number} ›"), (exhibit.name, words)
            units.add(round(long / (number if kind == "mixed" else min(number, 12)), 6))
    assert len(units) == 1, exhibit.name


def test_how_they_stand_on_a_theme(ds, world, ten):
    for place, authority in enumerate(ten):
        theme = list(world.labels)[place * 4 % len(world.labels)]
        stacked(ds, theme_beside_others(ds, authority, theme), STANDS, "Reports")


def stacked(ds, exhibit: Exhibit, words: dict[str, str], base: str) -> None:
    """Hold stacked bars: a number for each in the table, as long as its number or share. Rows without a base are headings."""
    rows = exhibit.table[exhibit.table[base] >= 10] if words is FOLLOWED else exhibit.table
    seen = set()
    for trace in traces(ds, exhibit):
        sign, _, name = trace["name"].partition(" ")
        assert words[sign] == name, trace["name"]
        told = [(text.partition(" ")[2] or "0", long) for text, long in zip(trace["text"], trace["x"], strict=True)]
        of = [int(re.search(r" of (\d+)$", text)[1]) for text in trace["hovertext"]]
        told = [(int(count), long) for (count, long), total in zip(told, of, strict=True) if total]
        seen.add(name)
        pairs = dict(zip(rows["Theme"], rows[name], strict=True)) if "Theme" in rows else dict(enumerate(rows[name]))
        if words is not FOLLOWED:
            assert [count for count, _ in told] == list(pairs.values()), (exhibit.name, name)
        else:
            labels = [text.rpartition(", ")[0].partition(": ")[0] for text in trace["hovertext"]]
            assert all(pairs[label] == count for label, (count, _) in zip(labels, told, strict=True)), exhibit.name
        for (count, long), total in zip(told, filter(None, of), strict=True):
            assert long == pytest.approx(count) or long == pytest.approx(count / total * 100), exhibit.name
    assert {name for name in words.values() if rows[name].any()} <= seen, exhibit.name


def test_each_stands_beside_its_neighbours(ds, world, ten):
    """Letters of the grid of grades, bars of the time since the last inspection, tiles of grades over time."""
    for place, authority in enumerate(ten):
        comparison = compared(ds, Selection((authority,)), "neighbours", world.scale.compared[place % 5])
        standing(ds, world, where_each_stands(ds, comparison))
        since = time_since_last(ds, comparison)
        (drawn,) = traces(ds, since)
        assert list(drawn["text"]) == [f"{days / 365.25:.1f} years" if pd.notna(days) else "none yet" for days in since.table["Days since"]]  # fmt: skip
        assert [round(long, 1) for long in drawn["x"]] == list(since.table["Years since"].fillna(0))
        tiles(ds, grades_by_date(ds, comparison))


def standing(ds, world, exhibit: Exhibit) -> None:
    """Hold the letter of each tile of the grid of grades, and the sign of its move."""
    marks, rows = traces(ds, exhibit), exhibit.table.to_dict("records")
    labels = [world.scale.strands[strand] for strand in world.scale.compared]
    told = {}
    for trace in marks:
        for text, base, y in zip(trace["text"], trace["base"], trace["y"], strict=True):
            told[len(rows) - 1 - y, labels[round(base + 0.47)]] = text
    for row, cells in enumerate(rows):
        for label in labels:
            cell, shown = cells[label], told.pop((row, label))
            sign = "▲" if ", better than before" in cell else "▼" if ", worse than before" in cell else ""
            assert (sign in shown, "▲" in shown or "▼" in shown) == (True, bool(sign)), (cell, shown)
            assert not letter(cell) or shown.split(" ")[0] == letter(cell), (cell, shown)
            assert letter(cell) or shown.split(" ")[0] not in LETTERS.values(), (cell, shown)
    assert not told


def tiles(ds, exhibit: Exhibit) -> None:
    """Hold the letter of each tile on its day."""
    if exhibit.draw is None:
        return
    marks = [trace for trace in traces(ds, exhibit) if "text" in trace]
    told = sorted((text, x[:10]) for trace in marks for text, x in zip(trace["text"], trace["x"], strict=True) if text in LETTERS.values())  # fmt: skip
    rows = exhibit.table.to_dict("records")
    assert told == sorted((letter(row["Grade"]), iso(row["Began"])) for row in rows if letter(row["Grade"])), exhibit.name  # fmt: skip


@pytest.mark.parametrize("place", [0, 2, 4])
def test_all_england_strand_by_strand(ds, world, place):
    """Stacks by year and region, years and frameworks, moves, the map."""
    comparison = england(ds, strands(ds)[place])
    for exhibit in (distribution_over_time(ds, comparison), distribution_by_region(ds, comparison)):
        for trace in traces(ds, exhibit):
            along = trace["x"] if trace.get("orientation") == "h" else trace["y"]
            assert along == list(exhibit.table[trace["name"].partition(" ")[2]]), exhibit.name
        assert len(traces(ds, exhibit)) == len(exhibit.table.columns) - 1
    years = england_by_year(ds, comparison)
    told = {text: long for trace in traces(ds, years) for text, long in zip(trace["hovertext"], trace["y"], strict=True)}  # fmt: skip
    rows = years.table.to_dict("records")
    expected = {f"{row['Year']}: {row['Grade']} {row['Inspections']} of {row['Of all in the year']}": row["Inspections"] / row["Of all in the year"] * 100 for row in rows}  # fmt: skip
    assert told == pytest.approx(expected)
    matrix, flow = grade_matrix(ds, comparison), grade_flow(ds, comparison)
    numbers = matrix.table.iloc[:, 1:].to_numpy()
    (drawn,) = traces(ds, matrix)
    assert [(round(base + 0.48), y, int(text)) for base, y, text in zip(drawn["base"], drawn["y"], drawn["text"], strict=True)] == [(x, y, numbers[y, x]) for y in range(4) for x in range(4)]  # fmt: skip
    link = traces(ds, flow)[0]["link"]
    assert {(a, b - 4): n for a, b, n in zip(link["source"], link["target"], link["value"], strict=True)} == {(y, x): numbers[y, x] for y in range(4) for x in range(4) if numbers[y, x]}  # fmt: skip
    mapped = tile_map(ds, comparison)
    placed = next(trace for trace in traces(ds, mapped) if trace["type"] == "scatter")
    told = {text.partition(": ")[0]: plain(shown.partition("<br>")[2]) for text, shown in zip(placed["hovertext"], placed["text"], strict=True)}  # fmt: skip
    assert {name: letter for name, letter in told.items() if letter in LETTERS.values()} == {row["Authority"]: letter(row["Grade"]) for row in mapped.table.to_dict("records") if letter(row["Grade"])}  # fmt: skip


def test_all_england_times(ds):
    """Classes of lengths, middle and ends of each year, visits by subject and year, who moved."""
    comparison = england(ds, strands(ds)[0])
    for exhibit in (time_between(ds, comparison), waiting_times(ds, comparison)):
        (drawn,) = traces(ds, exhibit)
        assert drawn["y"] == list(exhibit.table.iloc[:, 1]), exhibit.name
    for exhibit, days in ((time_between_by_year(ds, comparison), 365.25), (time_to_report(ds, comparison), 1)):
        lines, dots = traces(ds, exhibit)
        assert dots["y"] == pytest.approx(list(exhibit.table["Median"] / days)), exhibit.name
        ends = [end for row in exhibit.table.to_dict("records") for end in (row["Shortest"], row["Longest"])]
        assert [end for end in lines["y"] if end is not None] == pytest.approx([end / days for end in ends])
    subjects = visits_over_time(ds, comparison)
    (drawn,) = traces(ds, subjects)
    assert [int(text or 0) for text in drawn["text"]] == subjects.table.iloc[:, 1:].to_numpy().ravel().tolist()
    visits = visits_by_theme_chart(ds, comparison)
    assert traces(ds, visits)[0]["x"] == list(visits.table["Focused visits"])
    moved = who_moved(ds, comparison, ROSE_TWO)
    _, before, after = traces(ds, moved)
    rows = moved.table.to_dict("records")[: len(after["x"])]
    assert [before["text"], after["text"]] == [[letter(row[side]) for row in rows] for side in ("Before", "After")]
    assert [round(long, 1) for long in after["x"]] == [row["Years between"] for row in rows]


def test_all_england_themes(ds, world):
    """Reports by how they stand, shares by grade, time and way, what followed a weak look."""
    comparison, theme = england(ds, strands(ds)[0]), next(iter(world.labels))
    stacked(ds, themes_of_england(ds, comparison), STANDS, "Reports")
    stacked(ds, theme_by_parts(ds, comparison, theme), STANDS, "Number")
    stacked(ds, one_theme_over_time(ds, comparison, theme), STANDS, "Reports read")
    stacked(ds, turned_round(ds, comparison), FOLLOWED, "Weak before")
    grids = [themes_by_grade(ds, comparison, "good", "requires_improvement"), themes_over_time(ds, comparison)]
    grids += [what_is_asked(ds, comparison, way, next(iter(world.names))) for way in WAYS]
    for exhibit in grids:
        (drawn,) = traces(ds, exhibit)
        wide = round(max(drawn["base"]) + 1.48)
        told = [text.partition(": ")[2] for text in drawn["hovertext"]]
        cells = exhibit.table.iloc[: len(told) // wide, -wide:].to_numpy().ravel()
        assert [SHARE.search(words)[0] for words in told] == list(cells), exhibit.name
        shares = [int(number) / int(of) for number, of in (SHARE.search(words).groups() for words in told)]
        assert drawn["text"] == [f"{share:.0%}" for share in shares], exhibit.name


def test_deadlines_of_each_plan(ds):
    for plan in ds.plans["plan"]:
        exhibit = plan_deadlines(ds, plan)
        marks = traces(ds, exhibit)
        drawn = {data[0]: (trace["name"], x[:10]) for trace in marks for data, x in zip(trace["customdata"], trace["x"], strict=True)}  # fmt: skip
        rows = exhibit.table.to_dict("records")
        assert {action: status for action, (status, _) in drawn.items()} == {row["Action"]: row["Status"] for row in rows}  # fmt: skip
        for row in rows:
            if printed := re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", row["Deadline as printed"]):
                assert drawn[row["Action"]][1] == "-".join(printed.groups()[::-1]), row
