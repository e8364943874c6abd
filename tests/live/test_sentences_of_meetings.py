"""Meeting mode, screen by screen, for every second authority: titles, lines and presenter's notes against the files that they speak of."""

import re

from analysis.authority.meeting import screens
from analysis.selection import Selection
from tests.live import by_hand
from tests.live.histories import MONTHS, Held, in_words, latest_moves, month, opened
from tests.live.reading import COUNT, count_of
from tests.live.test_sentences_asked import path
from tests.live.world import World

HARDEST = ("concern", "mixed", "strength")
MOVED = {"better": "up", "worse": "down", "the same": "same", "judged differently": "unlike"}
OPEN = {"asked again": "asked_again", "asked again in part": "asked_again_in_part", "still a concern": "still_a_concern", "mixed": "mixed"}  # fmt: skip


def placed(world: World, authority: str, place: str) -> tuple[Held, str, dict]:
    """What a place names: the report, whether a paragraph, a recommendation or the grades, and that part of it."""
    report, what = re.fullmatch(r"(.+?\d{4}), (the grades|(?:headline )?paragraph .+|recommendation \d+)", place).groups()  # fmt: skip
    held = world.named(authority, f"the {report[0].lower()}{report[1:]}")
    if what == "the grades":
        return held, what, {}
    kind, number, page = re.fullmatch(r"(headline paragraph|paragraph|recommendation) (\w+)(?:, page (\d+))?", what).groups()  # fmt: skip
    if kind == "recommendation":
        return held, kind, next(one for one in held.record["recommendations"] if one["id"] == f"R{number}")
    number = f"H{number}" if kind.startswith("headline") else number
    found = next(one for one in held.record["findings"] if str(one["paragraph"]) == number)
    assert page is None or int(page) == found["page"], place
    return held, "paragraph", found


def the_words(words: str, found: dict) -> None:
    """Hold that a note says what the paragraph says: its summary, with its quote or without."""
    quote = f" “{found['quote']}”"
    assert words.removesuffix(quote) == found["summary"], (words, found["paragraph"])


def test_every_screen(ds, world, authorities):
    for authority in authorities[::2]:  # a deck costs a third of a second, and says little that is not held elsewhere
        kinds = set()
        for screen in screens(ds, Selection((authority,))):
            assert world.names[authority] in screen.title, screen.title
            of = screen.picture.kind if screen.picture else ""
            if " against the grades before: " in screen.title:
                what_changed(world, authority, screen.title)
            if of == "path":
                an_open_thread(world, authority, screen)
            for line in screen.lines if of == "themes" else ():
                a_line_of_a_theme(world, authority, line)
            for note in screen.notes:
                kinds.add(a_note(world, authority, note, of))
            named_sources(world, screen.source)
        assert kinds <= {"told", "grade", "theme", "question", "thread"}


def what_changed(world: World, authority: str, title: str) -> None:
    """Hold how many grades are better, worse, the same and judged differently."""
    told = {words: count_of(count) for count, words in re.findall(rf"({COUNT}) (better|worse|the same|judged differently)", title)}  # fmt: skip
    moves = [move.what for move in latest_moves(world.held[authority], world.scale.compared)]
    assert told == {words: moves.count(what) for words, what in MOVED.items() if what in moves}, title


def an_open_thread(world: World, authority: str, screen) -> None:
    """Hold the latest reading in the title, what was asked, and what the reading rests on."""
    name, recommendation = screen.picture.of
    number, when, reading, whom = re.search(r", recommendation (\d+) of the (.+?\d{4}): (.+?)(?: \((.+)\))?$", screen.title).groups()  # fmt: skip
    request = next(one for one in world.files.records[name]["recommendations"] if one["id"] == recommendation)
    assert (f"R{number}", f"the {when}") == (request["id"], in_words(world.files, world.held_as(name))), screen.title
    looked = [step for step in path(world, name, request) if step[1] != "not_looked_at"]
    assert OPEN[reading] == looked[-1][1], screen.title
    if whom:
        again = [one for one in looked[-1][0].record["recommendations"] if one.get("for_whom") == whom]
        links = [link for one in again for link in one.get("returns_to", [])]
        assert (name, recommendation) in [(link["inspection"], link["recommendation"]) for link in links], screen.title
    assert screen.lines[0] == f"Ofsted asked: {request['summary']}"
    asked, rests = screen.notes
    assert asked.words == f"“{request['quote']}”", asked
    assert placed(world, authority, asked.place)[2] == request, asked
    held, _, found = placed(world, authority, rests.place)
    assert (held.name, rests.words) == (looked[-1][0].name, found["summary"]), rests
    assert screen.lines[1] == f"{rests.words} ({rests.place})"


def a_note(world: World, authority: str, note, of: str) -> str:
    """Hold a note by what it claims, and return of which kind it is."""
    if of == "path":
        return "thread"
    if not note.place:
        return "told"
    if note.claim.endswith("?"):
        held, what, found = placed(world, authority, note.place)
        assert opened(held) in note.claim, note
        if what == "the grades":
            assert held.grades, note
        else:
            assert f"paragraph {found['paragraph']}" in note.claim, note
            the_words(note.words, found)
        return "question"
    before, _, after = note.claim.partition(": ")
    themes = {label: theme for theme, label in world.labels.items()}
    if before in themes:
        of_a_theme(world, authority, note, themes[before])
        return "theme"
    strand = next(strand for strand, label in world.scale.strands.items() if label == before)
    last = [one for one in world.held[authority] if set(one.grades) & set(world.scale.compared)][-1]
    given = last.grades.get(strand)
    assert after == (given.printed if given else "no grade of its own"), note
    assert in_words(world.files, last).removeprefix("the ") in note.place, note
    if "(published " in note.place:
        day = str(last.record["published"])
        words = f"{int(day[8:])} {MONTHS[int(day[5:7]) - 1]} {day[:4]}" if len(day) == 10 else month(day)
        assert f"(published {words})" in note.place, note
    return "grade"


def a_line_of_a_theme(world: World, authority: str, line: str) -> None:
    """Hold a line that begins with a theme and ends with a place: it says what that paragraph says, at the last look that counts."""
    told = re.fullmatch(r"(.+?): (.+) \(([^()]+, paragraph [^()]+)\)", line)
    themes = {label: theme for theme, label in world.labels.items()}
    if told and told[1] in themes:
        held, _, found = placed(world, authority, told[3])
        assert held.name == by_hand.counted(world.looks[authority, themes[told[1]]])[-1].inspection, line
        assert themes[told[1]] in found["codes"], line
        assert told[2] in (f"“{found['quote']}”", found["summary"]), line


def of_a_theme(world: World, authority: str, note, theme: str) -> None:
    """Hold that a paragraph speaks of the theme at the last look that counts, as hard as any there does, or as kindly."""
    held, _, found = placed(world, authority, note.place)
    looks = by_hand.counted(world.looks[authority, theme])
    assert held.name == looks[-1].inspection, note
    assert not found.get("is_summary"), note
    kindly = world.status(authority, theme) == "now_praised"
    verdict = next(one for one in (HARDEST[::-1] if kindly else HARDEST) if looks[-1].codes[one])
    assert found["codes"][theme] == verdict, note
    the_words(note.words, found)


def named_sources(world: World, source: str) -> None:
    """Hold that the months of a line of sources are those of inspections held of the authority that it names."""
    if found := re.fullmatch(r"Ofsted, (.+), inspections and visits of (.+)", source):
        names = {name: one for one, name in world.names.items()}
        whose = [names[name] for name in names if re.search(rf"(?:^|, | and ){re.escape(name)}(?:$|, | and )", found[1])]  # fmt: skip
        months = {opened(one) for authority in whose for one in world.held[authority]}
        assert set(re.split(", | and ", found[2])) <= months, source
