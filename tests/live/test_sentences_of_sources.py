"""How much is held of each authority, how far the data reaches, and when the next inspection is likely, against the files."""

import re
from statistics import multimode

import pandas as pd

from analysis.authority.in_words import latest_words
from analysis.authority.overview import story
from analysis.authority.sentences import freshness_sentence, in_words_sentence, paper_purpose, short_list_sentence
from analysis.comparison.sentences import basis_sentence, full_inspections_sentence, standing_rows, standing_title
from analysis.comparison.standings import cells, compared, counts, standings, states
from analysis.known import known_inspections, short_lists
from analysis.selection import Selection
from loaders.dataset.as_known import as_known
from tests.live import by_hand
from tests.live.histories import in_words
from tests.live.reading import COUNT, count_of, one_wording
from tests.live.stands import exist, full, standing
from tests.live.test_text_alternatives import day
from tests.live.world import World

HELD = {
    "read in full": lambda depth, grades: depth == "coded",
    "read for their recommendations": lambda depth, grades: depth == "recommendations",
    "with grades only": lambda depth, grades: depth == "outcome" and grades,
    "with dates only": lambda depth, grades: depth == "outcome" and not grades,
    "known without a report": lambda depth, grades: depth == "listed",
}
"""How much of an inspection or visit is held, in words: by its depth, and whether its framework gives grades. Ofsted's rows are outcomes."""


def held_of(world: World, authority: str) -> dict[str, int]:
    """How much is held of an authority, by hand."""
    judged = {name for name, about in world.files.frameworks.items() if about.get("judgements")}
    every = [(one.record.get("depth", "outcome"), one.framework in judged) for one in world.held.get(authority, [])]
    counts = {words: sum(fits(*one) for one in every) for words, fits in HELD.items()}
    return {words: count for words, count in counts.items() if count}


def told_held(text: str) -> dict[str, int]:
    """Read ``five read in full, three with grades only``."""
    return {words: count_of(count) for count, words in re.findall(rf"({COUNT}) ({'|'.join(HELD)})", text)}


def test_how_much_is_held(ds, world, authorities):
    """On the Overview and in a paper: how many, since when, and how far each was read."""
    for authority in authorities:
        held, known = world.held.get(authority, []), known_inspections(ds, authority)
        fact = next(one for one in story(ds, authority).facts if one.label == "Inspections and visits known")
        assert (int(fact.value), told_held(fact.note)) == (len(held), held_of(world, authority)), authority
        text = paper_purpose(ds, authority, [], known, ds.as_at)
        assert day(world.files.day) in text
        if held:
            since, count, rest = re.search(rf"since (\d{{4}})\. Known on [^:]+: ({COUNT}) inspections? (?:or visit|and visits), (.+)\.", text).groups()  # fmt: skip
            assert (since, count_of(count), told_held(rest)) == (held[0].began[:4], len(held), held_of(world, authority)), text  # fmt: skip
        if told := latest_words(ds, authority):
            words, record = in_words_sentence(ds, told.inspection), world.held_as(told.inspection).record
            assert words.endswith(f"read {('once', 'twice')[record['readings'] - 1]}."), words


def test_on_how_many_strands_a_grade_was_given(ds, world, authorities):
    """The Overview: the grade given most often at the latest graded inspection; of two, the worse."""
    for authority in authorities:
        fact = next((one for one in story(ds, authority).facts if one.label.startswith("Judgements at ")), None)
        given = [one for one in world.held.get(authority, []) if set(one.grades) & set(world.scale.compared)]
        if not given or given[-1].own:
            continue
        grades = [one for strand, one in given[-1].grades.items() if strand in world.scale.compared]
        most = max(multimode(one.rank for one in grades))
        (label,) = {one_wording(one.printed) for one in grades if one.rank == most}
        assert one_wording(fact.label.removeprefix("Judgements at ")) == label, fact
        assert fact.value == f"{sum(one.rank == most for one in grades)} of {len(grades)}", fact
        assert fact.note == in_words(world.files, given[-1]), fact


def reached(data, world: World) -> dict[str, str]:
    """The last day by which each full inspection of each authority of today is listed: that of its own check, or of Ofsted's last edition."""
    with (data / "authorities.csv").open(encoding="utf-8", newline="") as lines:
        checked = {row["authority"]: row["reports_checked"] for row in by_hand.csv.DictReader(lines)}
    last = max(path.stem for path in (data / "statistics").glob("*.csv"))
    return {one: checked[one] or last for one in exist(world)}


def test_how_far_the_data_reaches(ds, data, world, authorities):
    """To which day full inspections are listed, and each kind of visit: today, and as it was known on an earlier day."""
    to, lists = reached(data, world), by_hand.read(data / "collection.yaml")["lists"]
    begun = {}
    for about in world.files.frameworks.values():
        first = by_hand.first_day(about["in_force_from"])
        begun[about["kind"]] = min(first, begun.get(about["kind"], first))
    earlier = as_known(ds, pd.Timestamp(2020, 6, 30))
    for dataset, now, whose in ((ds, world.files.day, authorities), (earlier, "2020-06-30", authorities[:3])):
        expected = set()
        for one in lists:
            since = str(one.get("since") or "")
            if one.get("phrase") and one.get("until") and (since or begun.get(one["kind"], "")) <= now:
                first = f"from {day(since)} " if since else ""
                expected.add(f"{one['phrase']} {first}to {day(min(str(one['until']), now))}")
        for authority in whose:
            text = freshness_sentence(dataset, (authority,))
            parts = re.match(r"Known here: (.+?)\.(?: |$)", text)[1].split("; ")
            own = {f"full inspections to {day(min(to[authority], now))}"} if authority in to else set()
            assert set(parts) == expected | own, text
            assert ("Some letters could not be had." in text) == any(not one["complete"] for one in lists if one.get("phrase")), text  # fmt: skip
            short = short_lists(dataset, (authority,), dataset.as_at)
            ends = {authority} if authority in to and to[authority] < now else set()
            assert set(short.index) == ends, authority
            for _ in ends:
                said = short_list_sentence(dataset, short)
                assert said.startswith(f"Full inspections of {world.names[authority]} are listed here only to {day(to[authority])}:"), said  # fmt: skip
    both = tuple(authorities[:2])
    told = freshness_sentence(ds, both)
    if len({to[one] for one in both if one in to}) > 1:
        assert all(f"full inspections of {world.names[one]} to {day(to[one])}" in told for one in both), told


def test_what_a_comparison_counts(ds, data, world, authorities):
    """Beside neighbours: to which day the lists are complete, who stands at each grade, how many full inspections gave one."""
    to = reached(data, world)
    for place, authority in enumerate(authorities):
        strand = world.scale.compared[place % 5]
        comparison = compared(ds, Selection((authority,)), "neighbours", strand)
        everyone = list(comparison.authorities)
        text = basis_sentence(ds, comparison, short_lists(ds, comparison.authorities, comparison.day))
        short = {one for one in everyone if one in to and to[one] < world.files.day}
        assert (f"complete to {day(world.files.day)}" in text) == (not short), text
        assert all(world.names[one] in text for one in short) or len(short) > 3, text
        every = cells(ds, comparison)
        text = full_inspections_sentence(ds, len(every), int(every["grade"].notna().sum()), strand)
        given = [held for one in everyone for held in full(world, one)]
        graded = sum(strand in one.grades for one in given)
        if len(given) > 1:
            many, of = re.match(rf"({COUNT}) full inspections .+, (all|{COUNT}) of them graded {world.scale.phrases[strand]}\.", text, re.I).groups()  # fmt: skip
            assert (count_of(many), len(given) if of == "all" else count_of(of)) == (len(given), graded), text
        table, now = standings(ds, comparison), {one: standing(world, one, strand) for one in everyone}
        title = standing_title(ds, comparison, counts(ds, comparison), states(ds))
        told = re.findall(r"(?:^|\. )([A-Z][^():.]+) \((\d+)\): ", rows := standing_rows(ds, table, states(ds)))
        assert sum(int(number) for _, number in told) == len(everyone), rows
        for grade in set(world.scale.labels.values()):
            mine = [one for one in everyone if now[one] and world.scale.labels[now[one].id] == grade]
            assert dict(told).get(grade) == (str(len(mine)) if mine else None), rows
            assert (f"{len(mine)} {grade}" in title) == bool(mine), title
