"""Whatever file is given: a clear reason within seconds, and nothing worse."""

import sys
import zlib
from io import BytesIO
from pathlib import Path
from threading import BoundedSemaphore

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen import canvas

from loaders import DATA, apart
from loaders.records.problems import Refused
from loaders.records.reading import read_records
from loaders.reports import draft, extraction, read_bytes
from tests import paper
from tests.paper import Paper

VOCABULARY = read_records(DATA).vocabulary
FILLER = "This is a sentence of a report that says something about what inspectors saw in these days."


def refusal(data: bytes, name: str = "report.pdf") -> str:
    with pytest.raises(Refused) as caught:
        draft(read_bytes(name, data), VOCABULARY)
    assert caught.value.problem.file == name
    return caught.value.problem.message


def written(*first: str) -> bytes:
    """A PDF that begins with these lines and goes on with plain text."""
    page = Paper("A footer")
    for text in first:
        page.line(text)
    for _ in range(12):
        page.line(FILLER)
    return page.pdf()


def blank_pages(number: int) -> bytes:
    file = BytesIO()
    pages = canvas.Canvas(file, pagesize=A4)
    for _ in range(number):
        pages.rect(50, 50, 400, 600, fill=1)
        pages.showPage()
    pages.save()
    return file.getvalue()


def with_stream(content: bytes) -> bytes:
    """A PDF of one page whose content is this compressed stream."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(body)
    )


def bomb(megabytes: int) -> bytes:
    """A small file that unfolds to hundreds of megabytes of text."""
    squeeze = zlib.compressobj(9)
    chunk = b"BT /F1 12 Tf 50 700 Td (Boom and again) Tj ET\n" * 22_000
    return with_stream(b"".join(squeeze.compress(chunk) for _ in range(megabytes)) + squeeze.flush())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b" \n\n ", "is empty"),
        (b"<!DOCTYPE html><html><body>Report not found</body></html>", "is a web page"),
        (b"\xef\xbb\xbf\n<HTML><head></head></HTML>", "is a web page"),
        (b"PK\x03\x04 a Word file", "is a Word, Excel or zip file"),
        (b"%PDF-1.7\nand then nothing of use", "is damaged"),
        (b"\x00\x01\x02\x03" * 200, "is neither a PDF nor"),
        ("Un rapport écrit autrement".encode("latin-1") * 40, "is neither a PDF nor text in UTF-8"),
        (b"Too short to be a report.", "holds too few words"),
        (b"x" * 31_000_000, "has 31 million bytes"),
    ],
    ids=[
        "empty",
        "blank",
        "web page",
        "web page with a mark",
        "word",
        "damaged",
        "binary",
        "latin-1",
        "short",
        "large",
    ],
)
def test_a_file_that_is_no_report_is_refused_in_words_that_help(data, said):
    assert said in refusal(data)


def test_a_web_page_saved_as_pdf_is_told_for_what_it_is(tmp_path):
    page = b"<html>" + b"<p>Report not found</p>" * 300 + b"</html>"
    assert "perhaps the page that says the report was not found" in refusal(page, "2012-08-17.pdf")


def test_a_scanned_report_asks_for_text():
    assert "it was scanned" in refusal(blank_pages(12))


def test_a_locked_report_asks_for_a_copy_without_a_password():
    assert "is locked with a password" in refusal(paper.ilacs().pdf(encrypt=StandardEncryption("secret", canPrint=0)))


def test_300_pages_are_too_many():
    assert "has 300 pages" in refusal(blank_pages(300))


def test_a_pdf_that_unfolds_without_end_is_stopped():
    data = bomb(250)
    assert len(data) < 5_000_000
    said = refusal(data)
    assert "than such a file" in said or "such a file does" in said or "many times what a report holds" in said


@pytest.mark.parametrize(
    ("first", "said"),
    [
        (["Dear Ada", "Monitoring visit of York children’s services", "This letter summarises the findings of the monitoring visit"], "letter of a monitoring visit"),
        (["Dear Ada", "Monitoring visit to York children’s services", "A focused visit to York took place before."], "set framework to monitoring_visit"),
        (["Dear Ada", "Joint targeted area inspection of York: written statement of action", "Thank you."], "letter about an action plan"),
        (["Dear Ada", "Ofsted monitoring visit: main findings"], "set framework to monitoring_visit"),
        (["Dear Ada", "Annual engagement meeting", "We spoke of the focused visit to York children’s services of last year."], "annual engagement meeting"),
        (["Dear Ada", "Thank you for the action plan", "It answers the report of the monitoring visit to York."], "letter about an action plan"),
        (["York", "Written statement of action after the joint targeted area inspection of York"], "an action plan, or about one"),
        (["Dear Ada", "Inspection of the adoption support agency in York"], "letter about adoption"),
        (["Dear Ada", "I write about the schools of York."], "is a letter, and not of a visit"),
        (["St Mary’s Primary School", "Inspection report", "The headteacher leads the school well."], "a school or nursery"),
        (["Happy Families Fostering", "Inspection report for independent fostering agency"], "fostering or adoption agency"),
        (["1234567", "Registered provider: Care Ltd", "Full inspection of a children’s home"], "a children's home"),
        (["York City Council", "Review of the effectiveness of the Local Safeguarding Children Board"], "a safeguarding children board alone"),
        (["Inspection of local authority arrangements for the protection of children", "York City Council"], "the protection of children (2012 to 2013)"),
        (["Area SEND inspection of York Local Area Partnership"], "special educational needs"),
        (["Minutes of the executive"], "no report of an inspection"),
    ],
)  # fmt: skip
def test_a_document_of_another_kind_is_refused_by_its_name(first, said):
    assert said in refusal(written(*first))


def test_a_file_name_decides_nothing():
    data = paper.ilacs().pdf()
    assert draft(read_bytes("monitoring-visit.txt", data), VOCABULARY).framework.id == "ilacs_2018"


def read_by(process: str, tmp_path, monkeypatch) -> str:
    """What a report is refused with where the reader of PDFs does this before it reads; '' where it is read."""
    script = tmp_path / "reader.py"
    kept = Path(extraction.__file__).read_text(encoding="utf-8").rpartition("\nif __name__")[0]
    script.write_text(f"{kept}\nimport os, time\n{process}\nmain()", encoding="utf-8")
    monkeypatch.setattr(extraction, "__file__", str(script))
    try:
        return "" if read_bytes("report.pdf", paper.ilacs().pdf()).lines else "no lines"
    except Refused as refused:
        return refused.problem.message


def test_time_that_a_busy_machine_takes_is_not_counted(tmp_path, monkeypatch):
    assert read_by("time.sleep(3)", tmp_path, monkeypatch) == ""


def test_time_that_a_report_takes_of_the_processor_is(tmp_path, monkeypatch):
    said = read_by("while True: pass", tmp_path, monkeypatch)
    assert said.startswith(f"takes more than {apart.SECONDS} seconds of work")


def test_a_machine_that_never_comes_to_it_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setattr(apart, "PATIENCE", 2)
    said = read_by("time.sleep(60)", tmp_path, monkeypatch)
    assert said.endswith("seconds: this machine is too busy. Try again later.")


def test_visitors_who_come_together_wait_for_one_another(monkeypatch):
    monkeypatch.setattr(apart, "AT_ONCE", BoundedSemaphore(1))
    monkeypatch.setattr(apart, "PATIENCE", 0.1)
    with apart.AT_ONCE:
        assert "this machine is too busy" in refusal(paper.ilacs().pdf())
    monkeypatch.undo()
    assert read_bytes("report.pdf", paper.ilacs().pdf()).lines


@pytest.mark.skipif(sys.platform == "win32", reason="Windows holds no process to its memory or files in this way")
@pytest.mark.parametrize(
    "harm",
    [
        "kept = bytearray(600_000_000)",
        "open(os.path.join({folder!r}, 'left'), 'wb', buffering=0).write(b'x' * 9)",
        "os.abort()",
    ],
    ids=["memory", "a file", "a crash"],
)
def test_a_reader_gone_wrong_is_stopped_and_leaves_nothing(tmp_path, monkeypatch, harm):
    said = read_by(harm.format(folder=str(tmp_path)), tmp_path, monkeypatch)
    assert said.startswith("asks for far more memory or time")
    assert {path.name: path.stat().st_size for path in tmp_path.iterdir() if path.name != "reader.py"} in (
        {},
        {"left": 0},
    )


def test_a_reader_gone_wrong_finds_no_secret(tmp_path, monkeypatch):
    monkeypatch.setenv("STREAMLIT_SERVER_COOKIE_SECRET", "secret")
    assert read_by("assert 'secret' not in os.environ.values()", tmp_path, monkeypatch) == ""
