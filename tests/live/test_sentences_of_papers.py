"""The committee's paper: what only it says, section by section, against the files. Every eighteenth authority, those of which least is held, and those whose records are new."""

import re

import pytest

from analysis.authority.sentences import paper_purpose
from analysis.known import known_inspections
from analysis.selection import Selection
from exports.briefing import CHOICES, briefing
from exports.briefing.paper import APART, Bars, Bullets, History, Paper, Rows, Text
from tests.live import by_hand
from tests.live.histories import Held, in_words, opened
from tests.live.reading import COUNT, count_of
from tests.live.test_sentences_asked import path
from tests.live.test_sentences_of_cards import by_newest, evidence, note_of, some, where
from tests.live.test_sentences_of_meetings import OPEN, placed
from tests.live.test_text_alternatives import day
from tests.live.world import World


@pytest.fixture
def papers(ds, world, authorities) -> dict[str, Paper]:
    """The whole paper of each."""
    least = sorted(authorities, key=lambda authority: len(world.held.get(authority, [])))[:3]
    return {authority: briefing(ds, Selection((authority,))) for authority in {*some(authorities, 18), *least}}


def blocks(paper: Paper, name: str, kind: type) -> list:
    """What a section has of a kind; nothing where it is left out."""
    return [block for section in paper.sections if section.name == name for block in section.blocks if isinstance(block, kind)]  # fmt: skip


def finding(paper: Paper, name: str) -> str:
    """What a section comes to: the title of its slides."""
    return next((section.finding for section in paper.sections if section.name == name), "")


def test_what_it_is_for(ds, world, authorities):
    """Whose inspections, since when, known on which day, and how many: of every authority."""
    for authority in authorities:
        text = paper_purpose(ds, authority, [], known_inspections(ds, authority), ds.as_at)
        held, name = world.held.get(authority, []), re.escape(world.names[authority])
        if not held:
            assert re.fullmatch(rf"No inspection of {name} is known here as at .+\.", text), text
            continue
        told = re.match(rf"This paper sets out how Ofsted has judged the children’s services of (?:the )?{name} since (\d{{4}})\. Known on (.+?): ({COUNT}) inspections? (?:or visit|and visits), ", text)  # fmt: skip
        assert (told[1], told[2], count_of(told[3])) == (held[0].began[:4], day(world.files.day), len(held)), text


def test_each_section_stands_there_or_is_said_to_be_left_out(papers, world):
    for authority, paper in papers.items():
        assert paper.title == f"{world.names[authority]}: inspections of children’s services"
        assert paper.footer == f"Inspections over time. Data as at {day(world.files.day)}."
        there, last = [section.name for section in paper.sections], paper.sections[-2 if paper.sections[-1].name == "glossary" else -1]  # fmt: skip
        for name, title in CHOICES.items():
            out = any(f"{title}: " in block.text for block in last.blocks if isinstance(block, Text) and block.text.startswith("Left out"))  # fmt: skip
            assert (name in there) != out or name == "glossary", (authority, name)


def test_what_was_asked_most_lately(papers, world):
    for authority, paper in papers.items():
        asked = [one for one in by_newest(world, authority) if one.record.get("recommendations")]
        lists = blocks(paper, "asked", Bullets)
        assert bool(lists) == bool(asked), authority
        if asked:
            expected = []
            for one in asked[0].record["recommendations"]:
                spot = [one["id"], *[f"{part} {one[part]}" for part in ("paragraph", "page") if one.get(part)]]
                expected.append(f"{one['summary']} “{one['quote']}” ({', '.join(spot)}). {note_of(world, one)}")
            assert list(lists[0].items) == expected, authority
            count, which = re.fullmatch(rf"{re.escape(world.names[authority])}: ({COUNT}) recommendations? of (.+)", finding(paper, "asked")).groups()  # fmt: skip
            assert (count_of(count), which) == (len(expected), in_words(world.files, asked[0])), authority


def test_what_neighbours_were_asked(papers, world):
    """How many neighbours were asked for each of the ten themes asked for most often, and whether this one was."""
    for authority, paper in papers.items():
        read = {}
        for near in world.near.get(authority, []):
            for one in world.held.get(near, []):
                if one.record.get("depth") in ("coded", "recommendations") and world.files.frameworks[one.framework].get("judgements"):  # fmt: skip
                    read[near] = one
        tables = blocks(paper, "asked", Rows)
        assert bool(tables) == bool(read), authority
        if not read:
            continue
        counts = {theme: sum(theme in themes_of(world, one) for one in read.values()) for theme in world.labels}
        most = sorted((theme for theme in counts if counts[theme]), key=lambda theme: -counts[theme])[:10]
        asked = [one for one in by_newest(world, authority) if one.record.get("recommendations")][:1]
        own = themes_of(world, asked[0]) if asked else set()
        told = [tuple(cell.text for cell in row) for row in tables[0].rows]
        assert told == [(world.labels[theme], f"{counts[theme]} of {len(read)}", "Yes" if theme in own else "No") for theme in most]  # fmt: skip


def themes_of(world: World, held: Held) -> set[str]:
    """The main themes that an inspection asked the authority for."""
    own = [one for one in held.record["recommendations"] if by_hand.own_request(world.files, held.record, one)]
    return {theme for one in own for theme in one["themes"]["primary"]}


def test_what_became_of_the_recommendations(papers, world, data):
    """Each of one inspection with its evidence, where it stands; and how many are still open."""
    plans = {by_hand.read(file)["responds_to"] for file in (data / "action_plans").glob("*/*.yaml")}
    for authority, paper in papers.items():
        options = [one for one in world.held.get(authority, [])[::-1] if one.record.get("recommendations")]
        tables = blocks(paper, "recommendations", Rows)
        assert bool(tables) == bool(options), authority
        if not options:
            continue
        planned, coded = ([one for one in options if one.name in plans], [one for one in options if one.record["depth"] == "coded"])  # fmt: skip
        held = (planned or coded[1:] or coded or options)[0]
        requests, still = held.record["recommendations"], 0
        assert [row[0].text for row in tables[0].rows] == [f"{one['id']} {one['summary']}" for one in requests], held.name  # fmt: skip
        for request, row in zip(requests, tables[0].rows, strict=True):
            looked = [step for step in path(world, held.name, request) if step[1] != "not_looked_at"] if held in coded else []  # fmt: skip
            still += bool(looked) and looked[-1][1] in OPEN.values()
            if not looked:
                assert row[-1].text == "None yet.", row
                continue
            words, place = re.fullmatch(r"(.+) \(([^()]+)\)", row[-1].text).groups()
            later, _, part = placed(world, authority, place)
            assert (later.name, words) == (looked[-1][0].name, part["summary"]), row
            assert "returns_to" in part or any(part in found for found in evidence(world, held, request, later)), row
        told = re.fullmatch(rf"{re.escape(world.names[authority])}: ({COUNT}) of ({COUNT}) recommendations? of (.+) still open", finding(paper, "recommendations"))  # fmt: skip
        assert (count_of(told[1]), count_of(told[2]), told[3]) == (still, len(requests), in_words(world.files, held)), authority  # fmt: skip


def graded(world: World, authority: str) -> list[Held]:
    """What gave a grade on a strand that is compared, in order of time."""
    return [one for one in world.held.get(authority, []) if set(one.grades) & set(world.scale.compared)]


def the_grades(world: World, held: Held, cells) -> None:
    """Hold the words of a row of grades, one cell for each strand compared."""
    words = {word for about in world.files.frameworks.values() for word in about.get("grades", {})}
    for strand, cell in zip(world.scale.compared, cells, strict=True):
        if strand in held.grades:
            assert cell.text.partition(" (")[0] == held.grades[strand].printed, (held.name, strand, cell)
            assert cell.look.letter.strip("()"), (held.name, strand, cell)
        else:
            assert cell.text.partition(" (")[0] not in words, (held.name, strand, cell)


def test_grades_beside_others(papers, world):
    """Whose latest grades, of which month; every letter has its words in the key."""
    for authority, paper in papers.items():
        near = [one for one in world.near.get(authority, []) if graded(world, one)][:10]
        tables = blocks(paper, "neighbours", Rows)
        assert bool(tables) == bool(near and graded(world, authority)), authority
        if not tables:
            continue
        for one, (name, inspected, *cells) in zip([authority, *near], tables[0].rows, strict=True):
            held = graded(world, one)[-1]
            assert (name.text, inspected.text) == (world.names[one], opened(held)), one
            the_grades(world, held, cells)
        key = next(block.text for block in blocks(paper, "neighbours", Text) if block.text.startswith("Key: "))
        tiles = {cell.look.letter: cell.text for row in tables[0].rows for cell in row if cell.look}
        assert dict(part.split(" ", 1) for part in key.removeprefix("Key: ").removesuffix(".").split("; ")) == tiles, key  # fmt: skip


def test_grades_over_the_years(papers, world):
    """The table of grades, and the bars that slides draw of it: each from its inspection to the next that gave one."""
    for authority, paper in papers.items():
        drawn, held = blocks(paper, "standing", History), graded(world, authority)
        assert bool(drawn) == bool(held), authority
        if not held:
            continue
        table = drawn[0].table
        assert [head[-4:] for head in table.heads[1:]] == [one.began[:4] for one in held], authority
        for one, *cells in zip(held, *(row[1:] for row in table.rows), strict=True):
            the_grades(world, one, cells)
        labels = [world.scale.strands[strand] for strand in world.scale.compared]
        assert [row[0].text for row in table.rows] == labels == [label for label, _ in drawn[0].lanes]
        for strand, (_, spans) in zip(world.scale.compared, drawn[0].lanes, strict=True):
            given = [one for one in held if strand in one.grades]
            told = [span for span in spans if span.look.letter]
            assert [(span.words, int(span.start)) for span in told] == [(one.grades[strand].printed, int(one.began[:4])) for one in given]  # fmt: skip
            assert any(span.apart for span in told) <= (APART in {look.letter for look, _ in drawn[0].key}), authority


def test_bars_of_themes(papers, world):
    """How many themes have each status, by the rule."""
    for authority, paper in papers.items():
        for bars in blocks(paper, "coming-back", Bars):
            counts = sorted(count for _, count in bars.bars)
            statuses = [world.status(authority, theme) for theme in world.labels]
            assert counts == sorted(statuses.count(one) for one in set(statuses) - {"not_covered"}), authority
            assert all(f"{label[0].lower()}{label[1:]} {count}" in bars.alt for label, count in bars.bars), bars.alt


def test_then_and_now(papers, world):
    for authority, paper in papers.items():
        for block in blocks(paper, "changes", Text):
            if told := re.fullmatch(r"(.+): (?:criticised|praised) then, (?:criticised|praised) now\. Then, (.+) \((.+?)\)\. Now, (.+) \((.+?)\)\.", block.text):  # fmt: skip
                theme = next(one for one, label in world.labels.items() if label == told[1])
                for words, place in ((told[2], told[3]), (told[4], told[5])):
                    held, _, part = placed(world, authority, place[0].upper() + place[1:])
                    assert words == f"“{part['quote']}”", block
                    assert theme in part["codes"], block
                    assert place.partition(", ")[0].lower() == where(world, held, part).partition(", ")[0].lower(), block  # fmt: skip


def test_each_question_says_what_it_rests_on(papers, world):
    for authority, paper in papers.items():
        for item in [item for block in blocks(paper, "questions", Bullets) for item in block.items]:
            place, published = re.search(r" Rests on: (.+?), published ([^,]+)\.$", item).groups()
            held, what, part = placed(world, authority, place[0].upper() + place[1:])
            assert published == day(held.record["published"]), item
            assert what != "paragraph" or f"paragraph {str(part['paragraph']).removeprefix('H')}" in item, item


def test_every_document_is_named_once(papers, world):
    """Under how much of it is held, with its day of publication and its address."""
    for authority, paper in papers.items():
        lines = [item for block in blocks(paper, "sources", Bullets) for item in block.items]
        named = "; ".join(line for line in lines if not line.startswith(("The council’s own report", "Beside it")))
        for one in world.held.get(authority, []):
            words = re.escape(in_words(world.files, one).removeprefix("the "))
            url = one.record.get("source", {}).get("url")
            alike = [other for other in world.held[authority] if in_words(world.files, other) == in_words(world.files, one)]  # fmt: skip
            assert len(re.findall(rf"[:;,] {words}(?= \(|; |\.| http)", named)) >= len(alike), (one.name, named)  # fmt: skip
            assert not url or url in named, one.name
            if "source" in one.record and one.record.get("published"):
                assert f"{in_words(world.files, one).removeprefix('the ')} (published {day(one.record['published'])})" in named, one.name  # fmt: skip


def test_the_terms_are_those_that_it_uses(papers, data):
    for authority, paper in papers.items():
        words = "\n".join(line for section in paper.sections if section.name != "glossary" for line in Paper("", "", (section,), paper.as_at, "", "").words().split("\n")) + paper.purpose + paper.title  # fmt: skip
        told = {row[0].text for table in blocks(paper, "glossary", Rows) for row in table.rows}
        for term in by_hand.read(data / "glossary.yaml")["terms"]:
            shown = f"{term['term']} ({term['short']})" if term.get("short") else term["term"]
            names = [name for name in (term["term"], term.get("short")) if name]
            used = any(re.search(rf"\b{re.escape(name)}s?\b", words, 0 if name.isupper() else re.I) for name in names)
            assert (shown in told) == used, (authority, shown)
            assert not used or term["meaning"] in paper.words(), shown
