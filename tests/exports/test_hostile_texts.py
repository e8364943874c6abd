"""Texts made to hurt whoever opens a file: refused by the check, or nothing but letters in every format that is given out."""

import csv
import io
import json
import re
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree as Xml

import pytest
from openpyxl import load_workbook

from analysis.selection import Selection
from exports.briefing import CHOICES, FORMATS, briefing
from exports.csv_files import is_formula
from exports.feed import feed
from exports.open_data import answer
from exports.workbook import table_workbook
from loaders import load
from loaders.dataset.contract import TABLES
from loaders.records.hidden import LONGEST
from tests.builders import INSPECTION, replace, small_data
from tests.planted import planted_records

HIDDEN = [
    "\x00",
    "\x07",
    "\x1b[31m",
    "\x7f",
    "\x85",
    "\u200e",
    "\u200f",
    "\u061c",
    "\u202e",
    "\u2066",
    "\u2028",
    "\ufffe",
    "\ufffb",
    "\U000e0041",
]
FIELDS = [
    "Keep better records.",
    "Ada Smith",
    "Leaders know the strengths and weaknesses of practice well.",
    "Help and protection",
]


@pytest.mark.parametrize("letter", HIDDEN, ids=[f"U+{ord(one[0]):04X}" for one in HIDDEN])
def test_a_letter_that_nobody_sees_is_refused_wherever_it_stands(tmp_path, letter):
    written = "".join(f"\\U{ord(one):08x}" for one in letter)
    for number, field in enumerate(FIELDS):
        data = small_data(tmp_path / str(number))
        text = (data / INSPECTION).read_text(encoding="utf-8")
        place = next(line for line in text.splitlines() if field in line)
        (data / INSPECTION).write_text(
            text.replace(f'"{field}"', field).replace(field, f'"{field[:3]}{written}{field[3:]}"'), encoding="utf-8"
        )
        (problem,) = load(data).problems.itertuples()
        assert f"holds U+{ord(letter[0]):04X}, a letter that nobody sees" in problem.message
        assert problem.line == text.splitlines().index(place) + 1


def test_a_text_without_end_is_refused_and_emoji_are_letters(tmp_path):
    data = small_data(tmp_path)
    replace(data / INSPECTION, "Ada Smith", "A" * 10_000)
    (problem,) = load(data).problems.itertuples()
    assert problem.message.startswith(f"has 10,000 letters; a text has at most {LONGEST:,}.")
    replace(data / INSPECTION, "A" * 10_000, "Ada 😀 👩🏽‍🎓 Smith")
    assert load(data).inspections["lead_inspector"].tolist() == ["Ada 😀 👩🏽‍🎓 Smith"]


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A dataset whose every text begins like a formula and a script, and goes on with links, tags, pictures and markdown."""
    ds = load(planted_records(tmp_path_factory.mktemp("planted") / "data", "=1+1;javascript:alert(1)//"))
    assert ds.problems.empty
    return ds


def test_no_cell_of_a_csv_is_a_formula(planted):
    for name in TABLES:
        for row in csv.reader(io.StringIO(answer(planted, f"{name}.csv").body.decode("utf-8-sig"))):
            assert [cell for cell in row if is_formula(cell) and not re.fullmatch(r"-?[\d.]+", cell)] == [], name


def test_no_cell_of_a_workbook_is_a_formula_or_a_link(planted):
    for name in TABLES:
        frame = getattr(planted, name)
        its = frame[frame["authority"] == "york"] if "authority" in frame else frame
        made = table_workbook(planted, "=1+1", its.tail(40), planted.as_at, ["=2+2"], "=3+3")
        assert _formulas(made) == []
        assert _leads(made) == set()


def _formulas(made: bytes) -> list[str]:
    book = load_workbook(io.BytesIO(made))
    return [cell.value for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]


def _leads(made: bytes) -> set[str]:
    """Where the parts of an Office file lead outside it: links, pictures, objects."""
    with zipfile.ZipFile(io.BytesIO(made)) as packed:
        parts = [packed.read(name).decode() for name in packed.namelist() if name.endswith(".rels")]
        assert not any(re.search("vba|macro|externalLink|activeX", name) for name in packed.namelist())
        for name in packed.namelist():
            if name.endswith(".xlsx"):  # the table behind a chart
                assert _formulas(packed.read(name)) == []
            if name.endswith((".xml", ".rels")):
                Xml.fromstring(packed.read(name))
    found = {target for part in parts for target in re.findall(r'Target="([^"]+)"[^>]*TargetMode="External"', part)}
    return found | {
        target for part in parts for target in re.findall(r'TargetMode="External"[^>]*Target="([^"]+)"', part)
    }


class Tags(HTMLParser):
    """Tags and addresses of a page."""

    def __init__(self, text: str):
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src", "action", "xlink:href")]
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


@pytest.mark.parametrize("form", FORMATS)
def test_no_paper_leads_anywhere_or_runs_anything(planted, form):
    made = FORMATS[form][2](briefing(planted, Selection(("york", "leeds"), None), CHOICES))
    if form == "html":
        page = Tags(made.decode())
        assert page.tags & {"script", "img", "iframe", "object", "embed", "form", "base", "video"} == set()
        assert page.handlers == []
        addresses = page.addresses
    else:
        addresses = sorted(_leads(made))
    assert [
        one
        for one in addresses
        if "evil" in one
        or not re.match(
            r"https://(files|reports)\.ofsted\.gov\.uk/|#|http://localhost|https://www\.|https://assets", one
        )
    ] == []


def test_json_and_the_feed_are_whole_and_only_letters(planted):
    for name in TABLES:
        json.loads(answer(planted, f"{name}.json").body)
    root = Xml.fromstring(feed(planted))
    assert [
        link.get("href") for link in root.iter("{http://www.w3.org/2005/Atom}link") if "evil" in link.get("href")
    ] == []
    index = Tags(answer(planted, "").body.decode())
    assert not index.tags & {"script", "img", "iframe"}
