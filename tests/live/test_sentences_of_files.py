"""What only files say: cover sheets, the contents of the whole data set, the feed, frames of pictures, citations; and that each paper's file holds its words."""

import io
import re
from html import unescape
from itertools import pairwise
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest

from analysis.citations import LICENCE, table_citation, view_citation
from analysis.selection import Selection
from exhibits.history import history
from exhibits.themes import theme_recurrence_chart
from exhibits.timeline import timeline
from exports import workbook
from exports.briefing import FORMATS, briefing
from exports.briefing.paper import Bars, Bullets, Paper, Rows, Section, Text
from exports.feed import ATOM, feed
from exports.picture import picture
from exports.workbook import exhibit_workbook
from loaders import DATA
from tests.live.histories import Held, histories
from tests.live.results import graded
from tests.live.test_sentences_of_cards import by_newest, called, link_of
from tests.live.test_text_alternatives import day
from tests.live.world import World

ADDRESS = "https://inspections.example/timeline?authority=York"
MADE = (timeline, history, theme_recurrence_chart)


@pytest.fixture(scope="session")
def data() -> Path:
    """The data as they are alone: two records more are written like the others."""
    return DATA


def texts(section: Section) -> list[str]:
    """What a section says, piece by piece; of a grade its letter."""
    found = []
    for block in section.blocks:
        if isinstance(block, Text):
            found.append(block.text)
        elif isinstance(block, Bullets):
            found += block.items
        elif isinstance(block, Rows):
            found += [*block.heads, *(cell.look.letter if cell.look else cell.text for row in block.rows for cell in row)]  # fmt: skip
        elif isinstance(block, Bars):
            found += [label for label, _ in block.bars]
    return list(filter(None, found))


def of_word(content: bytes) -> str:
    """All words of a Word file."""
    document = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    footer = document.sections[0].footer.paragraphs
    return "\n".join([*(line.text for line in document.paragraphs), *cells, *(line.text for line in footer)])


def of_slides(content: bytes) -> str:
    """All words of a deck, those of tables and charts among them."""
    found = []
    for shape in (shape for slide in pptx.Presentation(io.BytesIO(content)).slides for shape in slide.shapes):
        if shape.has_text_frame:
            found.append(shape.text_frame.text)
        if shape.has_table:
            found += [cell.text for row in shape.table.rows for cell in row.cells]
        if shape.has_chart:
            found += map(str, shape.chart.plots[0].categories)
    return "\n".join(found)


def of_page(content: bytes) -> str:
    """All words of a web page."""
    body = content.decode("utf-8").partition("<body>")[2]
    return unescape(re.sub(r"<[^>]+>", "\n", re.sub(r"</?strong>|<a [^>]*>|</a>", "", body)))


def test_each_file_of_a_paper_holds_its_words(ds, authorities):
    """Word, slides (but for the glossary, of which a hall is shown the first terms alone) and web page."""
    paper: Paper = briefing(ds, Selection((authorities[len(authorities) // 2],)))
    for form, read in (("docx", of_word), ("pptx", of_slides), ("html", of_page)):
        said = " ".join(read(FORMATS[form][2](paper)).split())
        for section in paper.sections:
            if form == "pptx" and section.name == "glossary":
                continue
            assert (section.finding if form == "pptx" and section.finding else section.title) in said, (form, section.name)  # fmt: skip
            for text in texts(section):
                assert " ".join(text.split()) in said, (form, section.name, text)
        assert paper.title in said
        assert paper.purpose in said
        assert paper.footer in said


def test_what_a_cover_sheet_says(ds, world, authorities):
    """Sentence, voice, sources, day, terms and citation, as on the page; and the table under it, row by row."""
    for authority in authorities[::40]:
        for exhibit in (make(ds, Selection((authority,))) for make in MADE):
            book = openpyxl.load_workbook(io.BytesIO(exhibit_workbook(ds, exhibit, ADDRESS)))
            about = {str(label): text for label, text in book["About"].iter_rows(min_row=4, values_only=True)}
            assert book["About"]["A1"].value == exhibit.title
            assert about["What it shows"] == exhibit.sentence
            assert about["Who says it"] == exhibit.said_by
            assert about["Source"] == ("; ".join(exhibit.sources) or "none held")
            assert about["Data as at"] == day(world.files.day)
            assert about["Licence"] == LICENCE
            assert about["How to cite it"] == f"Inspections over time: “{exhibit.title}”, data as at {day(world.files.day)}. {ADDRESS}"  # fmt: skip
            assert about["How to cite it"] == table_citation(exhibit.title, ds.as_at, ADDRESS)
            heads, *rows = list(book["Table"].values) or [()]  # of an empty table nothing stands there
            assert list(filter(None, heads)) == [head for head in exhibit.table.columns if head]
            assert len(rows) == len(exhibit.table)


def test_the_frame_of_a_picture(ds, world, authorities):
    """Title, voice and sentence above, signs, source and day below; no line on another."""
    for authority in authorities[::20]:
        for exhibit in (make(ds, Selection((authority,))) for make in MADE):
            frame = picture(exhibit)
            above = unescape(" ".join(re.sub("</?b>", "", block["text"]) for block in frame["above"]))
            below = unescape(" ".join(re.sub("</?b>", "", block["text"]) for block in frame["below"]))
            assert above == f"{exhibit.title} {exhibit.said_by}. {exhibit.sentence}"
            origin = f"Source: {'; '.join(exhibit.sources) or 'none held'}. Data as at {day(world.files.day)}."
            assert below == f"{exhibit.key.replace('**', '')} {origin}".strip()
            for blocks in (frame["above"], frame["below"]):
                assert all(after["offset"] - before["offset"] >= before["size"] for before, after in pairwise(blocks))


def test_a_page_is_cited_with_names_and_day(ds, world, authorities):
    names = [world.names[one] for one in authorities[:3]]
    told = view_citation("Timeline", names, ds.as_at)
    assert all(name in told for name in names)
    assert told.endswith(f"as known on {day(world.files.day)}.")


def test_the_contents_of_the_whole_data_set(ds, world, data, monkeypatch):
    """How many rows each sheet holds, and how many inspections and documents, by counting in the files."""
    monkeypatch.setattr(workbook, "_bytes", lambda ds, title, about, sheets, as_at: (dict(about), sheets))
    about, sheets = workbook.dataset_workbook.__wrapped__(ds)
    records, every = world.files.records.values(), histories(world.files, world.scale)
    rows = dict(zip(sheets["Contents"]["Sheet"], sheets["Contents"]["Rows"], strict=True))
    findings = [finding for one in records for finding in one.get("findings", [])]
    requests = [request for one in records for request in one.get("recommendations", [])]
    held = sum(len(of) for of in every.values())
    plans = len(list((data / "action_plans").glob("*/*.yaml")))
    assert f"It holds {held:,} inspections and visits " in about["What it holds"]
    assert about["Source"] == f"Each row names its record; the sheet sources lists {held + plans} documents."
    assert about["Data as at"] == day(world.files.day)
    expected = {
        "inspections": held,
        "findings": len(findings),
        "codes": sum(len(finding["codes"]) for finding in findings),
        "recommendations": len(requests),
        "links": sum(len(request.get("returns_to", [])) for request in requests),
        "speaks_to": sum(len(finding.get("speaks_to", [])) for finding in findings),
        "plans": plans,
        "authorities": len(world.names),
        "themes": len(world.labels),
    }
    assert {name: rows[name] for name in expected} == expected
    assert all(len(sheets[name]) == rows[name] for name in rows)


def test_the_feed_says_what_is_held(ds, world, authorities):
    """Each entry of every twentieth authority: its name, its grades in the framework's words, and where its report is."""
    import xml.etree.ElementTree as Xml

    for authority in authorities[::20]:
        root = Xml.fromstring(feed(ds, [("authority", authority)]))
        assert root.findtext(f"{{{ATOM}}}title") == f"Inspections over time: {world.names[authority]}, newly held"
        named = {called(world, one): one for one in by_newest(world, authority)}
        checked = []
        for entry in root.iterfind(f"{{{ATOM}}}entry"):
            one = named[entry.findtext(f"{{{ATOM}}}title")]
            summary = entry.findtext(f"{{{ATOM}}}summary")
            told = dict(re.findall(r"(?:\. |; )([^:;]+): ([^;.]+)", summary.partition("Held: ")[2]))
            assert told == in_own_words(world, one), (one.name, summary)
            assert bool(told) == (one in graded(world, authority)), one.name
            links = {link.get("rel"): link.get("href") for link in entry.iterfind(f"{{{ATOM}}}link")}
            if one.record.get("source", {}).get("url"):
                assert links["via"] == link_of(one, None, {})[0]
            checked.append(str(one.record.get("source", {}).get("checked") or ""))
        written = [day for day in checked if day]
        assert written == sorted(written, reverse=True), authority


def in_own_words(world: World, held: Held) -> dict[str, str]:
    """Each judgement that gave a grade, as its framework calls it, with the grade as printed."""
    about, found = world.files.frameworks[held.framework], {}
    for judgement in about.get("judgements", []):
        given = held.record["grades"].get(judgement["id"]) if "grades" in held.record else held.record.get(judgement.get("statistics"))  # fmt: skip
        printed = given["as_published"] if isinstance(given, dict) else given
        if printed in about["grades"]:
            found[judgement["label"]] = printed
    return found
