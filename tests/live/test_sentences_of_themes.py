"""Each sentence about the themes of an authority, read as a person would, against the files, for every authority."""

import re

from analysis.authority.overview import story
from analysis.themes.recurrence import theme_recurrence
from analysis.themes.sentences import themes_sentence, themes_title
from tests.live import by_hand
from tests.live.histories import in_words, opened
from tests.live.reading import COUNT, GRADES, count_of, read_list
from tests.live.world import World

GRADE = "|".join(GRADES)
WHEN = r"(?:of|published in) [A-Z][\w ]*?\d{4}|of \d{4}"
CALLED = rf"the [a-z][a-z ]*?(?:{WHEN})"
"""How a sentence names an inspection or visit."""


def test_the_themes_that_keep_coming_back(ds, world, authorities):
    """The sentence and title of the chart of themes, and what the Overview says of them: which, how many, and no other."""
    for authority in authorities:
        statuses, name = theme_recurrence(ds, authority), world.names[authority]
        text = themes_sentence(ds, name, statuses)
        told, lines = story(ds, authority), {}
        several = len(world.coded(authority)) > 1
        for line in (*told.worse, *told.better, *told.back):
            the_list(world, authority, line, lines)
        if several:
            expected = {
                status: world.with_status(authority, status)
                for status in ("recurring", "raised_again", "slipped_back", "now_praised")
            }
            assert {status: themes for status, themes in lines.items() if status in expected} == {
                status: themes for status, themes in expected.items() if themes
            }, (authority, lines)
            assert lines.get("first", set()) == world.with_status(authority, "newly_raised"), authority
            back = expected["recurring"] | expected["raised_again"]
            assert ("No theme keeps coming back." in told.back) <= (not back), told.back
            title = themes_title(name, statuses)
            parts = re.findall(rf"({COUNT}) (?:themes? )?(keep|slipped back|once raised)", title.partition(": ")[2])
            counts = {words: count_of(number) for number, words in parts}
            assert counts.get("keep", 0) == len(back), title
            for words, status in (("slipped back", "slipped_back"), ("once raised", "now_praised")):
                assert counts.get(words, len(expected[status])) == len(expected[status]), title
        for sentence in re.split(r"(?<=\.) (?=[A-Z])", text):
            the_list(world, authority, sentence, {})


LISTS = {
    "Raised in a row: ": "recurring",
    "Raised again: ": "raised_again",
    "Slipped back: ": "slipped_back",
    "Praised before, now weak: ": "slipped_back",
    "Raised before and now praised: ": "now_praised",
    "Raised: ": "newly_raised",
    "Raised in it: ": "newly_raised",
    "Not a return but raised for the first time: ": "newly_raised",
    "New as a theme, but asked for before, whole or in part: ": "newly_raised",
    "New in the reports read in full, but asked for before in others: ": "newly_raised",
}
"""How lists of themes begin, and the status of the themes in them."""


def the_list(world: World, authority: str, line: str, lines: dict[str, set[str]]) -> None:
    """Hold a sentence that lists themes: each has the status, all that have it are told or counted. Fills ``lines``."""
    start = next((one for one in LISTS if line.startswith(one)), "")
    status = LISTS.get(start)
    text = line.removeprefix(start).removesuffix(".")
    if praised := re.fullmatch(rf"({COUNT}) themes? raised before (?:is|are) praised now: (.+)", text, re.I):
        status, text = "now_praised", praised[2]
    if status is None:
        other_lines(world, authority, line)
        return
    text, _, close = text.partition("; one paragraph decides")
    themes, more = read_list(text, world.themes)
    expected = world.with_status(authority, status)
    named = {theme for theme, _ in themes}
    assert len(named) == len(themes), line
    assert named <= expected, (authority, line)
    if praised:
        assert count_of(praised[1]) == len(themes) + more == len(expected), line
    part_of_it = status == "newly_raised" and start[:3] in ("Not", "New")
    if not part_of_it:
        assert len(themes) + more == len(expected), (authority, line)
    if close:
        doubts = {theme for theme in expected if by_hand.is_close(world.looks[authority, theme])}
        assert len(doubts) == (1 if len(expected) == 1 else count_of(close.split()[0])), line
    for theme, behind in themes:
        last_look(world, authority, theme, behind)
        if part_of_it:
            first_time(world, authority, theme, start)
    key = "first" if part_of_it else status
    lines[key] = lines.get(key, set()) | (expected if more and not part_of_it else named)
    if part_of_it and more:
        lines[key] = expected


def first_time(world: World, authority: str, theme: str, start: str) -> None:
    """Hold whether a theme was raised for the first time, by what each report held of the authority asked for."""
    last = by_hand.counted(world.looks[authority, theme])[-1].inspection
    before = [one for one in world.asked(authority, theme) if one.began < world.held_as(last).began]
    if start.startswith("Not a return"):
        assert before == [], (authority, theme, [one.name for one in before])
    elif start.startswith("New in the reports"):
        assert before, (authority, theme)
        assert not any(one.record["depth"] == "coded" for one in before), (authority, theme)
    else:
        latest = world.coded(authority)[-1]
        returns = [request for request in latest.record["recommendations"] if request.get("returns_to")]
        assert any(theme in request["themes"]["primary"] for request in returns), (authority, theme)


def last_look(world: World, authority: str, theme: str, behind: str) -> None:
    """Hold ``last looked at in …``: nothing since says anything of the theme, nor asks for it; and where it is not said, the last did."""
    counted, looks = by_hand.counted(world.looks[authority, theme]), world.looks[authority, theme]
    names = [one.name for one in world.coded(authority)]
    since = names[names.index(counted[-1].inspection) + 1 :]
    last = world.held_as(counted[-1].inspection)
    later = [one for one in world.asked(authority, theme) if one.began > last.began]
    if behind.startswith("asked for since in "):
        assert world.named(authority, behind.removeprefix("asked for since in ")) == later[-1], (authority, theme)
    elif behind.startswith("looked at in part since, in "):
        narrow = [look for look in looks if world.held_as(look.inspection).began > last.began]
        named = world.named(authority, behind.removeprefix("looked at in part since, in "))
        assert named.name == narrow[-1].inspection, (authority, theme, behind)
    elif behind:
        assert world.named(authority, behind.removeprefix("last looked at in ")) == last, (authority, theme, behind)
        assert since, (authority, theme, behind)
        assert looks[-1].inspection == last.name, (authority, theme, behind, looks[-1])
        assert not later, (authority, theme, behind, later[-1].name)
    else:
        assert not since, (authority, theme)
        assert not later, (authority, theme, later[-1].name)


def other_lines(world: World, authority: str, line: str) -> None:
    """Hold ``Eight themes were praised in each report read in full …``: no look at one of them says otherwise."""
    if found := re.fullmatch(
        rf"({COUNT}) themes? (?:was|were) praised in each report read in full that .+", line, re.I
    ):
        steady = [theme for theme in world.with_status(authority, "steady_strength") if praised_always(world.looks[authority, theme])]  # fmt: skip
        assert count_of(found[1]) == len(steady), (authority, line)
    elif found := re.fullmatch(rf"({COUNT}) themes? (?:was|were) praised in the one report .+", line, re.I):
        assert len(world.coded(authority)) == 1, line
        assert count_of(found[1]) == len(world.with_status(authority, "steady_strength")), line
    elif found := re.fullmatch(rf"({COUNT}) earlier recommendations? asked for again, whole or in part, in ({CALLED})\.", line, re.I):  # fmt: skip
        latest = world.coded(authority)[-1]
        matters = {
            (link["inspection"], link["recommendation"])
            for request in latest.record["recommendations"]
            for link in request.get("returns_to", [])
        }
        assert in_words(world.files, latest) == found[2], line
        assert count_of(found[1]) == len(matters), line
    elif line.startswith("Not coded, so not counted: "):
        the_gaps(world, authority, line)


def praised_always(looks: list) -> bool:
    """Whether each of two looks or more is strong, those that do not count too."""
    weights = {by_hand.balance(look.codes) for look in looks} - {"none"}
    return len(by_hand.counted(looks)) > 1 and weights == {"strong"}


def the_gaps(world: World, authority: str, line: str) -> None:
    """Hold which inspections and visits are named as not coded: all since the first look at any theme, in order of time."""
    firsts = [by_hand.counted(world.looks.get((authority, theme), []))[:1] for theme in world.labels]
    first = min(world.held_as(look.inspection).began for looks in firsts for look in looks)
    gaps = [one for one in world.held[authority] if one.record.get("depth") != "coded" and one.began > first]
    text = line.removeprefix("Not coded, so not counted: ").removesuffix(".")
    names = [in_words(world.files, one) for one in gaps]
    if len(gaps) <= 4:
        assert text == " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names), line
        return
    total = 0
    for part in re.split(r", | and (?=the |\w+ [a-z ]+ \()", text):
        if many := re.fullmatch(rf"({COUNT}) ([a-z ]+)s \((.+) to (.+)\)", part):
            of = [one for one in gaps if in_words(world.files, one).startswith(f"the {many[2]} ")]
            assert (count_of(many[1]), many[3], many[4]) == (len(of), opened(of[0]), opened(of[-1])), line
            total += len(of)
        else:
            assert part in names, line
            total += 1
    assert total == len(gaps), line
