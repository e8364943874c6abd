"""Each sentence about an authority on Overview and Themes, read as a person would, against the files, for every authority."""

import re

from analysis import naming
from analysis.authority.overview import story
from analysis.authority.sentences import timeline_sentence, timeline_title
from analysis.grades.comparability import strand_cells
from analysis.grades.sentences import grades_sentence, grades_title, result_words
from analysis.grades.spell_sentences import history_title
from analysis.grades.spells import spells
from analysis.known import known_inspections
from analysis.themes.recurrence import theme_recurrence
from analysis.themes.sentences import themes_sentence, themes_title
from tests.live.careful import marked
from tests.live.histories import Held, all_moves, in_words, latest_moves, opened, when
from tests.live.reading import COUNT, GRADES, count_of, read_all, read_grades, read_steps
from tests.live.results import graded, on_strands, the_result
from tests.live.world import World

GRADE = "|".join(GRADES)
WHEN = r"(?:of|published in) [A-Z][\w ]*?\d{4}|of \d{4}"
CALLED = rf"the [a-z][a-z ]*?(?:{WHEN})"
"""How a sentence names an inspection or visit."""


def steps(world: World, authority: str, what: str) -> dict[str, set[tuple[str, str, str]]]:
    """What moved at the latest graded inspection, by the inspection it moved since."""
    found: dict[str, set[tuple[str, str, str]]] = {}
    for move in latest_moves(world.held.get(authority, []), world.scale.compared):
        if move.what == what:
            before, after = move.earlier.grades[move.strand].printed, move.later.grades[move.strand].printed
            found.setdefault(in_words(world.files, move.earlier), set()).add((move.strand, before, after))
    return found


def test_the_headline_of_every_authority(ds, world, authorities):
    for authority in authorities:
        told, name, given = story(ds, authority).headline, world.names[authority], graded(world, authority)
        assert told.removeprefix("The ").startswith(name) or not given
        fell = {step for part in steps(world, authority, "down").values() for step in part}
        if not given:
            assert told.startswith(f"No {'graded ' * bool(world.held.get(authority))}inspection of ")
            continue
        if fell:
            first, result = re.fullmatch(r".*? fell (.+)\. After the inspection (.+)\.", told).groups()
            assert read_steps(first, world.scale.phrases) == fell, told
            _, when_, words = re.fullmatch(rf"({WHEN}) it was judged (.+)", result).group(0, 1, 2)
            assert when_ == when(given[-1]), told
            the_result(world, words, given[-1])
            continue
        parts = rf"(.*?)( rose(?: (.+?))?: it)? was judged ((?:{GRADE}) .+) after the inspection ({WHEN})\.(.*)"
        _, rose, on, words, day, rest = re.fullmatch(parts, told).groups()
        what_rose(world, authority, told, rose, on)
        the_result(world, words, given[-1])
        assert day == when(given[-1])
        assert ("only graded inspection" in rest) == (len(given) == 1), told
        if took := re.search(r"since it took over from (.+)\.", rest):
            before = next(one for one, called in world.names.items() if called == took[1])
            assert authority in world.successors[before], told
        if len(given) > 1:
            the_one_before(world, rest, given)


def what_rose(world: World, authority: str, told: str, rose: str | None, on: str | None) -> None:
    """Hold that an authority is said to have risen where a grade did, on those strands unless overall or all rose."""
    risen = {strand for part in steps(world, authority, "up").values() for strand, _, _ in part}
    assert bool(rose) == bool(risen), told
    if on:
        assert set(read_grades(f"Good {on}", world.scale.phrases)) == risen, told
    elif rose:
        assert "overall" in risen or set(graded(world, authority)[-1].grades) <= risen, told


def the_one_before(world: World, rest: str, given: list[Held]) -> None:
    """Hold what a headline says of the inspection before."""
    before, latest = given[-2:]
    day, words, apart, no_more = re.fullmatch(
        rf" In (.+?\d{{4}}) it was ((?:{GRADE}) .+?)(?:; (.+) were not judged apart then)?\.( Inspections give no overall grade any more\.)?",
        rest,
    ).groups()
    assert day == re.sub("^of |^published in ", "", when(before)), rest
    the_result(world, words, before)
    frameworks = world.files.frameworks
    together = {strand for one in frameworks[before.framework].get("judgements", []) for strand in one.get("also_covers", [])}  # fmt: skip
    new = [strand for strand in latest.grades if strand not in before.grades and strand in together]
    if apart or frameworks[before.framework]["kind"] == frameworks[latest.framework]["kind"]:
        assert (apart or "").lower() == " and ".join(world.scale.strands[strand].lower() for strand in new), rest
    judged = {one["strand"] for one in frameworks[latest.framework]["judgements"]}
    dropped = "overall" in before.grades and "overall" not in judged
    assert bool(no_more) == dropped, rest


def test_what_rose_and_what_fell(ds, world, authorities):
    for authority in authorities:
        told = story(ds, authority)
        for lines, what, verb in ((told.better, "up", "rose"), (told.worse, "down", "fell")):
            found = {}
            for line in lines:
                if one := re.fullmatch(rf"The grade {verb} since ({CALLED}): (.+)\.", line):
                    found[one[1]] = read_steps(one[2], world.scale.phrases)
            assert found == steps(world, authority, what), (authority, lines)
            assert not any(re.search(r"\bnothing\b|only one graded|No two of", line) and found for line in lines)
            for line in lines:
                nothing_moved(world, authority, line, what)


def nothing_moved(world: World, authority: str, line: str, what: str) -> None:
    """Hold a sentence that says since when nothing moved, why nothing can have, or what rose before."""
    held, strands = world.held.get(authority, []), world.scale.compared
    latest = latest_moves(held, strands)
    fair = [move for move in latest if move.what != "unlike"]
    if one := re.fullmatch(rf"Nothing that can be compared got (?:better|worse) since ({CALLED})\.", line):
        assert fair, line
        assert all(move.what != what for move in latest), line
        assert one[1] in {in_words(world.files, move.earlier) for move in fair}, line
    elif line.startswith("Only one graded inspection"):
        assert len([one for one in held if set(one.grades) & set(strands)]) == 1, (authority, line)
    elif line.startswith("No two of the grades held here can be compared"):
        assert not [move for move in all_moves(held, strands) if move.what != "unlike"], (authority, line)
    elif one := re.fullmatch(
        rf"The last rise held here came between ({CALLED}) and ({CALLED})(?:, .+?)?: (.+)\.", line
    ):
        rises = [move for move in all_moves(held, strands) if move.what == "up"]
        last = max(rises, key=lambda move: move.later.began).later
        assert in_words(world.files, last) == one[2], line
        expected = {
            (move.strand, move.earlier.grades[move.strand].printed, move.later.grades[move.strand].printed)
            for move in rises
            if move.later == last
        }
        assert read_steps(one[3], world.scale.phrases) == expected, line
        assert {one[1]} == {in_words(world.files, move.earlier) for move in rises if move.later == last}, line


def test_the_changes_of_every_strand(ds, world, authorities):
    """The table of strands on the Overview: before, now, and what changed."""
    for authority in authorities:
        held = world.held.get(authority, [])
        latest = {move.strand: move for move in latest_moves(held, world.scale.compared)}
        strands = {label: strand for strand, label in world.scale.strands.items()}
        last = [one for one in held if set(one.grades) & set(world.scale.compared)][-1:]
        for row in story(ds, authority).changes.to_dict("records"):
            strand = strands[row["Strand"]]
            if strand not in latest:
                assert row["Change"] == "first grade held here" or row["Now"] == "no grade of its own", row
                assert (strand in last[0].grades) == (row["Now"] != "no grade of its own"), row
                continue
            move = latest[strand]
            for one, cell in ((move.earlier, row["Before"]), (move.later, row["Now"])):
                assert cell == f"{one.grades[strand].printed} ({one.began[:4]})", (authority, row)
            words = {"up": "better than in {}", "down": "worse than in {}", "same": "the same as in {}"}
            unlike = "not comparable with {}: the judgement was drawn differently"
            assert row["Change"] == words.get(move.what, unlike).format(opened(move.earlier)), (authority, row)


def test_the_sentences_under_the_grades(ds, world, authorities):
    for authority in authorities:
        held, cells = world.held.get(authority, []), strand_cells(ds, [authority])
        name, latest = world.names[authority], latest_moves(world.held.get(authority, []), world.scale.compared)
        text = grades_sentence(ds, name, cells)
        told = set()
        for day, parts in re.findall(rf"Compared with ({CALLED}), the grade is (.+?)\.", text):
            for part in parts.split("; "):
                word, strands = re.fullmatch("(better|worse|the same) (.+)", part).groups()
                told |= {(strand, word, day) for strand in read_grades(f"Good {strands}", world.scale.phrases)}
        words = {"up": "better", "down": "worse", "same": "the same"}
        fair = {(move.strand, words[move.what], in_words(world.files, move.earlier)) for move in latest if move.what in words}  # fmt: skip
        assert told == fair, text
        assert ("can be compared directly" in text) == (not fair and bool(held) and "nothing to compare" not in text), text  # fmt: skip
        if unlike := re.search(r"(For [^.]+|Overall[^.]*), the two latest grades are not", text):
            strands = set(read_grades(f"Good {unlike[1][0].lower()}{unlike[1][1:]}", world.scale.phrases))
            assert strands == {move.strand for move in latest if move.what == "unlike"}, text
        else:
            assert not any(move.what == "unlike" for move in latest), text
        for one in held:
            if one.grades or one.own:
                the_result(world, result_words(ds, one.name), one)
        title = grades_title(ds, name, cells)
        if titled := re.fullmatch(r".+?: (.+) in ((?:[A-Z]\w+ )?\d{4})", title):
            last = [one for one in held if set(one.grades) & set(world.scale.compared)][-1]
            the_result(world, titled[1], last if read_all(titled[1]) else on_strands(last, world.scale.compared))
            assert titled[2] == opened(last), title
        else:
            assert title == f"No graded inspection of {name} is held here"


def test_the_way_to_the_present(ds, world, authorities):
    """``York overall: Good in 2016, Outstanding in 2022 and 2025``: each year and grade, the way unbroken and ending now."""
    for authority in authorities:
        title = history_title(ds, world.names[authority], spells(ds, (authority,)))
        name, held = re.escape(world.names[authority]), world.held.get(authority, [])
        if not (found := re.fullmatch(rf"{name} (overall|for [a-z ]+): (.+)", title)):
            assert title.startswith("No ")
            continue
        strand = next(one for one, phrase in world.scale.phrases.items() if phrase == found[1])
        given = [one for one in held if strand in one.grades]
        told = []
        for grade, years in re.findall(rf"({GRADE}) in ([\d, and]+?)(?=, [A-Z]|$)", found[2]):
            told += [(grade, year) for year in re.findall(r"\d{4}", years)]
        way = [(world.scale.labels[one.grades[strand].id], one.began[:4]) for one in given]
        assert told == way[-len(told) :], title
        moves = all_moves(given, [strand])
        unbroken = moves[len(moves) - len(told) + 1 :]
        assert all(move.what != "unlike" for move in unbroken), title
        assert len(told) == len(given) or moves[-len(told)].what == "unlike", title


def test_the_timeline_counts_what_is_held(ds, world, authorities):
    for authority in authorities:
        held, known, name = world.held.get(authority, []), known_inspections(ds, authority), world.names[authority]
        full = [one for one in held if world.files.frameworks[one.framework].get("judgements")]
        visits = len(held) - len(full)
        title, text = timeline_title(ds, [name], known), timeline_sentence(ds, [name], known)
        if not held:
            assert title == f"No inspection of {name} is known here"
            continue
        counts = {noun: count_of(count) for count, noun in re.findall(rf"({COUNT}) (inspection|visit)s?", title)}
        assert counts == {noun: n for noun, n in (("inspection", len(full)), ("visit", visits)) if n}, title
        assert title.endswith(f"since {held[0].began[:4]}"), title
        if full:
            kinds = {world.files.frameworks[one.framework]["kind"] for one in full}
            numbers = re.match(rf"({COUNT}) graded inspections? under ({COUNT}) frameworks?, and ({COUNT}) visit", text, re.I).groups()  # fmt: skip
            assert [count_of(number) for number in numbers] == [len(full), len(kinds), visits], text


def test_names_are_those_of_the_table(ds, world, authorities):
    for authority in authorities:
        assert naming.authority_name(ds, authority) == world.names[authority]


def test_they_read_well(ds, world, authorities):
    for authority in authorities:
        told, name = story(ds, authority), world.names[authority]
        known, cells, statuses = known_inspections(ds, authority), strand_cells(ds, [authority]), theme_recurrence(ds, authority)  # fmt: skip
        titles = [
            grades_title(ds, name, cells),
            history_title(ds, name, spells(ds, (authority,))),
            timeline_title(ds, [name], known),
            themes_title(name, statuses),
        ]
        texts = [
            told.headline,
            *told.worse,
            *told.better,
            *told.back,
            grades_sentence(ds, name, cells),
            timeline_sentence(ds, [name], known),
            themes_sentence(ds, name, statuses),
        ]
        assert marked(titles, texts) == []
