"""Inputs made to break the readers, without a fuzzer: those that once did, some that are known to hurt, and what hypothesis thinks of.

``python -m tests.fuzz`` looks for more, guided by the lines that an input reaches; what it finds is kept in ``found/`` and tried here.
"""

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loaders.records.problems import MOST_PROBLEMS, Refused
from loaders.statistics.edition import read_official
from loaders.statistics.sheets import read_sheets
from tests.builders import INSPECTION_TEXT
from tests.fuzz import targets
from tests.fuzz.targets import TARGETS, Broken, tried
from tests.spreadsheets import MANIFEST, MIMETYPE, NAMES, small_edition, write_ods

FOUND = sorted(path for path in (Path(__file__).parent / "found").glob("*/*") if path.is_file())
SIZE = 480_000
"""Just below the most that a record may have."""


def rows(text: str) -> str:
    return text * (SIZE // len(text.encode()))


LAUGHS = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HARD = {
    "a bomb of aliases": LAUGHS,
    "a merge of itself": "a: &a {<<: *a}\n",
    "a merge key": f"{INSPECTION_TEXT}<<: {{depth: outcome}}\n",
    "a huge scalar": INSPECTION_TEXT.replace("Ada Smith", rows("x")),
    "a huge key": f"{INSPECTION_TEXT}{rows('x')}: 1\n",
    "a huge date": INSPECTION_TEXT.replace("start: 2022-03-07", f"start: {rows('2022-')}"),
    "items": "findings:\n" + rows("- a\n"),
    "a flow of items": f"findings: [{rows('a,')}]",
    "maps": "findings:\n" + rows("- {}\n"),
    "keys": "".join(f"k{number}: 1\n" for number in range(SIZE // 10)),
    "grades": INSPECTION_TEXT.replace("grades:\n", "grades:\n" + "".join(f"  g{n}: Good\n" for n in range(15_000))),
    "findings": INSPECTION_TEXT.partition("findings:\n")[0] + "findings:\n" + rows("- {paragraph: 1, codes: {x: y}}\n"),
    "groups": f"{INSPECTION_TEXT}focus: [{rows('a,')}]\n",
    "dashes": rows("- "),
    "brackets": rows("["),
    "anchors": rows("- &a 1\n"),
    "codings": targets.CODINGS + rows("1,leadership,strength,,,\n"),
    "empty codings": targets.CODINGS + rows(",,,,,\n"),
    "a quotation mark": targets.CODINGS + rows('"\n'),
    "NUL": INSPECTION_TEXT.replace("Ada", "A\0da"),
    "a control character": INSPECTION_TEXT.replace("Ada", "A\x1bda"),
    "an infinite number": INSPECTION_TEXT.replace("{recommendations: 2}", "{recommendations: .inf}"),
    "no number": INSPECTION_TEXT.replace("{recommendations: 2}", "{recommendations: .nan}"),
    "a number with an exponent": INSPECTION_TEXT.replace("{recommendations: 2}", "{recommendations: 1e999}"),
    "a day that is not": INSPECTION_TEXT.replace("2022-03-18", "2022-02-30"),
    "a year too late": INSPECTION_TEXT.replace("2022-03-18", "9999-12-31"),
    "the first day of all": INSPECTION_TEXT.replace("2022-03-07", "0001-01-01"),
    "a year before all": INSPECTION_TEXT.replace("2022-03-07", "0000-01-01"),
    "a key twice": f"{INSPECTION_TEXT}start: 2022-03-08\n",
    "a tag": INSPECTION_TEXT.replace("Ada Smith", "!!python/object/apply:os.system [id]"),
}  # fmt: skip
CODED = {"UTF-16": INSPECTION_TEXT.encode("utf-16"), "UTF-16 without a mark": INSPECTION_TEXT.encode("utf-16-le"), "UTF-32": INSPECTION_TEXT.encode("utf-32"),
         "a byte order mark": INSPECTION_TEXT.encode("utf-8-sig"), "two marks": b"\xef\xbb\xbf" * 2 + INSPECTION_TEXT.encode(), "Latin-1": INSPECTION_TEXT.replace("Ada", "Adé").encode("latin-1")}  # fmt: skip


@pytest.fixture(autouse=True, scope="module")
def warm():
    """What is read once is no part of what an input costs."""
    for name in ("yaml_text", "report_text", "statistics"):
        TARGETS[name](b"")


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_broke_a_reader_once_does_so_no_more(path):
    assert tried(path.parent.name, path.read_bytes()) == ""


@pytest.mark.parametrize("data", [*(text.encode() for text in HARD.values()), *CODED.values()], ids=[*HARD, *CODED])
def test_a_record_made_to_hurt_costs_little_and_is_refused_with_an_address(data):
    assert tried("yaml_bytes", data) == ""


def test_a_file_with_a_million_faults_is_given_a_hundred():
    records = targets.Records()
    path = targets._with("2022-ilacs.yaml", HARD["keys"].encode()[:150_000])
    targets.read_model(records, path.parent, path, targets.schema.Inspection, "york/2022-ilacs")
    assert len(records.problems) == MOST_PROBLEMS + 1
    assert "faults more. Mend these first" in records.problems[-1].message


@pytest.mark.parametrize("name", ["record", "yaml_text", "report_text", "statistics"])
@settings(deadline=None, derandomize=True, max_examples=15, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=60))
def test_any_change_of_an_input_is_taken_or_refused(name, data):
    assert tried(name, data) == ""


@pytest.mark.parametrize("name", ["pdf", "spreadsheet_bytes"])
@pytest.mark.parametrize("data", [bytes([7, n, 3, 1, 200, n, 4, 2, 90]) * 3 for n in (0, 40, 255)])
def test_any_change_of_bytes_is_taken_or_refused(name, data):
    assert tried(name, data) == ""


def test_a_reader_that_breaks_a_promise_would_be_seen(monkeypatch):
    monkeypatch.setitem(TARGETS, "record", lambda data: targets._addressed([targets.Problem("", 0, "", "")], 1))
    assert tried("record", b"").startswith(Broken.__name__)
    monkeypatch.setattr(targets, "MOST_SECONDS", 0.001)
    monkeypatch.setitem(TARGETS, "record", lambda data: sum(range(10_000_000)))
    assert tried("record", b"").startswith("took")


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return file.getvalue()


def ods(content: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", MIMETYPE, zipfile.ZIP_STORED)
        packed.writestr(
            "content.xml",
            f"<office:document-content {NAMES}><office:body><office:spreadsheet>{content}</office:spreadsheet></office:body></office:document-content>",
        )
        packed.writestr("META-INF/manifest.xml", MANIFEST)
    return file.getvalue()


REPEATED = '<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"/></table:table-row></table:table>'
ENTITIES = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (zipped(mimetype=MIMETYPE.encode(), content_xml=b" " * 120_000_000), "unpacks to more than"),
        (zipped(xl__workbook_xml=b"<" * 120_000_000), "unpacks to more than"),
        (ods(REPEATED), r"asks for far more memory|more than 1,000,000 cells|is not an ODS"),
        (ods(f"{ENTITIES}<table:table table:name='a'>&i;</table:table>"), "has no sheet"),
        (zipped(word__document_xml=b"<a/>"), "is not an ODS or XLSX"),
        (zipped(mimetype=b"application/vnd.oasis.opendocument.text"), "is not an ODS or XLSX"),
        (b"PK\x03\x04" + b"\xff" * 500, "is not an ODS or XLSX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 3_000, "is not an ODS or XLSX"),
        (b"%PDF-1.7", "is not an ODS or XLSX"),
        (b"", "is not an ODS or XLSX"),
        (b"a" * 11_000_000, "has more than 10,000,000 bytes"),
    ],
    ids=["a bomb as ODS", "a bomb as XLSX", "repeated cells", "entities", "a text as DOCX", "a text as ODT", "a damaged zip", "locked or old", "PDF", "empty", "large"],
)  # fmt: skip
def test_a_spreadsheet_made_to_hurt_is_refused_in_words(tmp_path, data, said):
    path = tmp_path / "edition.ods"
    path.write_bytes(data)
    before = targets._megabytes()
    with pytest.raises(Refused, match=said):
        read_official(path, targets._vocabulary()["frameworks"])
    assert targets._megabytes() - before < targets.MOST_MEGABYTES


def test_a_spreadsheet_that_is_locked_says_so(tmp_path):
    path = write_ods(tmp_path / "edition.ods", small_edition())
    locked = MANIFEST.replace(
        'media-type="text/xml"/>',
        'media-type="text/xml"><manifest:encryption-data manifest:checksum="x"/></manifest:file-entry>',
    )
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr("META-INF/manifest.xml", locked)
    with pytest.raises(Refused, match=r"is locked with a password|is not an ODS or XLSX"):
        read_sheets(path)
