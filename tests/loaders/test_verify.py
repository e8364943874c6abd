"""A quote, grade, day or name that its source does not print is reported with file and line; what print changes is forgiven."""

import ctypes
import json
import re
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from loaders.records.checked_records import checked_records
from loaders.verification.days import prints_day, prints_span
from loaders.verification.verify import Verification, verify
from tests.builders import INSPECTION, replace, small_data, write

SHARED = Path(__file__).resolve().parents[3] / "shared"
FILE = "data/inspections/york/2022-ilacs.yaml"
QUOTE = "Visits to some children are not frequent enough."
REPORT = f"""\
Inspection of children's services in York
Inspection dates: 7 to 18 March 2022
Published: 4 May 2022
Lead inspector: Ada Smith
The impact of leaders on social work practice with children and families: Good
The experiences and progress of children who need help and protection: Requires improvement to be good
The experiences and progress of children in care and care leavers: Outstanding
Overall effectiveness: Good
What needs to improve?
The quality of written records for all children.
The frequency of supervision of social workers.
1. Leaders know the strengths and weaknesses of practice well.
2. {QUOTE}
"""
PLAN = """\
The quality of written records for all children.
1.1 Review the practice standards for written records | Head of Practice | 01/07/2022 | completed
"""


@pytest.fixture
def data(tmp_path) -> Path:
    """A small data folder, and beside it ``sources`` with the report and the plan it quotes."""
    write(tmp_path / "sources/report.txt", REPORT)
    write(tmp_path / "sources/plan.txt", PLAN)
    return small_data(tmp_path)


def look_up(data: Path) -> Verification:
    read = checked_records(data)
    assert read.problems == []
    return verify(read, [data.parent / "sources"])


def problems(data: Path) -> list[str]:
    return [str(problem) for problem in look_up(data).problems]


def quote_and_print(data: Path, quote: str, printed: str) -> None:
    replace(data / INSPECTION, json.dumps(QUOTE), json.dumps(quote, ensure_ascii=False))
    replace(data.parent / "sources/report.txt", QUOTE, printed)


def write_pdf(path: Path, pages: list[str]) -> None:
    document = pypdfium2.PdfDocument.new()
    font = raw.FPDFText_LoadStandardFont(document, b"Helvetica")
    for text in pages:
        page = document.new_page(595, 842)
        for number, line in enumerate(text.splitlines()):
            item = raw.FPDFPageObj_CreateTextObj(document, font, 10)
            letters = ctypes.create_string_buffer((line + "\0").encode("utf-16-le"))
            raw.FPDFText_SetText(item, ctypes.cast(letters, ctypes.POINTER(ctypes.c_ushort)))
            raw.FPDFPageObj_Transform(item, 1, 0, 0, 1, 50, 780 - 20 * number)
            raw.FPDFPage_InsertObject(page, item)
        raw.FPDFPage_GenerateContent(page)
    document.save(path)


def test_everything_that_the_small_records_quote_is_found(data):
    done = look_up(data)
    assert done.problems == []
    assert (done.sources, done.quotes, done.grades, done.days, done.names) == (2, 7, 4, 3, 1)


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        pytest.param(QUOTE, "Visits to some\n   children are not frequent enough.", id="a line break"),
        pytest.param(QUOTE, "Visits to some children are not fre-\nquent enough.", id="a hyphen at a line end"),
        pytest.param("Strong decision-making keeps us safe.", "Strong decision-\nmaking keeps us safe.", id="a compound at a line end"),
        pytest.param("Strong decision-making keeps us safe.", "Strong decisionmaking keeps us safe.", id="a hyphen lost in print"),
        pytest.param("Children's views are \"well heard\" here.", "Children’s views are “well heard” here.", id="curly quotes in print"),
        pytest.param("Children’s views are “heard” here.", "Children's views are \"heard\" here.", id="curly quotes in the record"),
        pytest.param("Children aged 16–17 find help here.", "Children aged 16-17 ﬁnd help here.", id="a dash and a ligature"),
    ],
)  # fmt: skip
def test_quote_is_found_although_print_changed_it(data, quote, printed):
    quote_and_print(data, quote, printed)
    assert problems(data) == []


def test_quote_is_found_across_a_running_header_and_a_page_number(data):
    header = "Inspection of children's services in York"
    split = f"Visits to some\n{header} 2\n3\nchildren are not frequent enough.\n{header} 4"
    quote_and_print(data, QUOTE, split)
    assert problems(data) == []


def test_one_wrong_letter_in_a_quote_is_reported(data):
    quote_and_print(data, QUOTE.replace("not", "now"), QUOTE)
    assert problems(data) == [
        f"{FILE}:33: findings[1].quote: found 'Visits to some children are now frequent enough.'; "
        "it is not in report.txt. Quote the source letter for letter."
    ]


def test_a_capital_letter_of_the_source_is_kept(data):
    quote_and_print(data, QUOTE.lower(), QUOTE)
    assert len(problems(data)) == 1


@pytest.mark.parametrize(
    ("quote", "printed"),
    [
        ("effective support for children in need", "There is ineffective support for children in need."),
        ("Leaders see the risks to a child", "Leaders see the risks to a childminder."),
    ],
    ids=["half a word at the beginning", "half a word at the end"],
)
def test_half_a_word_is_no_quote(data, quote, printed):
    quote_and_print(data, quote, printed)
    assert len(problems(data)) == 1


def test_grade_that_the_report_does_not_print_is_reported(data):
    replace(
        data / INSPECTION, "children_in_care_and_care_leavers: Outstanding", "children_in_care_and_care_leavers: Good"
    )
    assert problems(data) == [
        f"{FILE}:13: grades.children_in_care_and_care_leavers: found 'Good'; report.txt does not print it "
        "beside 'The experiences and progress of children in care and care leavers'."
    ]


def test_grade_far_behind_its_judgement_belongs_to_something_else(data):
    between = "was not judged this time. Much later, and about another matter, the report calls one thing outstanding:"
    replace(data.parent / "sources/report.txt", "care leavers: Outstanding", f"care leavers {between} Outstanding")
    (problem,) = problems(data)
    assert problem.startswith(f"{FILE}:13: grades.children_in_care_and_care_leavers: found 'Outstanding';")


def test_the_short_form_of_a_grade_is_not_the_long_one(data):
    replace(data / INSPECTION, "Requires improvement to be good", "Requires improvement")
    (problem,) = problems(data)
    assert problem.startswith(f"{FILE}:12: grades.help_and_protection: found 'Requires improvement';")


def test_one_wrong_letter_in_the_lead_inspector_is_reported(data):
    replace(data / INSPECTION, "Ada Smith", "Ada Smyth")
    assert problems(data) == [f"{FILE}:6: lead_inspector: found 'Ada Smyth'; the name is not in report.txt."]


@pytest.mark.parametrize(
    ("name", "written", "line"),
    [("start", "2022-03-08", 3), ("end", "2022-03-17", 4), ("published", "2022-05-05", 5)],
)
def test_a_day_that_the_report_does_not_print_is_reported(data, name, written, line):
    text = (data / INSPECTION).read_text(encoding="utf-8")
    (data / INSPECTION).write_text(re.sub(rf"(?m)^{name}: .*$", f"{name}: {written}", text), encoding="utf-8")
    assert problems(data) == [
        f"{FILE}:{line}: {name}: found {written}; report.txt does not print that day. "
        f"Mend it, or add {name} to not_printed with a note that says from where it is known."
    ]


def test_days_that_are_not_the_ends_of_the_span_are_reported(data):
    replace(data.parent / "sources/report.txt", "7 to 18 March 2022", "7 to 25 March 2022. Visits on 18 March 2022")
    assert problems(data) == [
        f"{FILE}:3: start: found 2022-03-07 to 2022-03-18; report.txt prints these days, but not as the first and last "
        "of a span. Mend one of the two."
    ]


@pytest.mark.parametrize(
    "printed",
    ["7 to 18 March 2022", "7–18 March 2022", "Monday 7 March to Friday 18 March 2022", "7, 8 and 18 March 2022",
     "7/03/2022 ─ 18/03/2022", "07 March 2022 to 18 March 2022"],
)  # fmt: skip
def test_a_span_is_read_in_the_forms_that_are_printed(printed):
    assert prints_span(printed, date(2022, 3, 7), date(2022, 3, 18))
    assert not prints_span(printed, date(2022, 3, 8), date(2022, 3, 17))
    assert not prints_span(printed, date(2022, 3, 7), date(2022, 3, 25))


def test_a_day_known_from_elsewhere_is_said_to_be_so(data):
    replace(data.parent / "sources/report.txt", "Published: 4 May 2022\n", "")
    assert len(problems(data)) == 1
    known = (
        'not_printed: [published]\nnotes: [{kind: context, text: "The day of publication is that of Ofsted\'s site."}]'
    )
    replace(data / INSPECTION, "published: 2022-05-04", f"published: 2022-05-04\n{known}")
    assert problems(data) == []
    replace(
        data.parent / "sources/report.txt", "What needs to improve?", "Published: 4 May 2022\nWhat needs to improve?"
    )
    assert problems(data) == [
        f"{FILE}:6: not_printed: report.txt prints 2022-05-04. Take published out of not_printed."
    ]


@pytest.mark.parametrize(
    "printed",
    ["7 March 2022", "7th March 2022", "Monday 7 to Friday 18 March 2022", "7 and 8 March 2022", "07/03/2022",
     "7 March to 1 April 2022", "7-18 March 2022", "1 to 7 March 2022", "28 February, 7 and 8 March 2022"],
)  # fmt: skip
def test_a_day_is_read_in_the_forms_that_are_printed(printed):
    assert prints_day(printed, date(2022, 3, 7))
    assert not prints_day(printed, date(2022, 3, 9))
    assert not prints_day(printed, date(2021, 3, 7))


def test_a_plan_is_looked_up_as_well(data):
    replace(data / "action_plans/york/2022-action-plan.yaml", "Head of Practice", "Heads of Practice")
    (problem,) = problems(data)
    assert problem.startswith(
        "data/action_plans/york/2022-action-plan.yaml:15: recommendations[0].actions[0].leads: found 'Heads of Practice'"
    )


def test_a_source_that_is_nowhere_is_reported(data):
    (data.parent / "sources/report.txt").unlink()
    (problem,) = problems(data)
    assert problem.startswith(f"{FILE}:8: source.file: found 'report.txt'; no such file in ")


def test_a_source_below_the_folder_is_found(data):
    (data.parent / "sources/york").mkdir()
    (data.parent / "sources/report.txt").rename(data.parent / "sources/york/report.txt")
    assert problems(data) == []


@pytest.mark.parametrize("name", ["../elsewhere.txt", "{folder}/elsewhere.txt"], ids=["upwards", "from the root"])
def test_a_file_outside_the_given_folders_is_not_read(data, name):
    write(data.parent / "elsewhere.txt", REPORT)
    replace(data / INSPECTION, "report.txt", name.format(folder=data.parent.as_posix()))
    (problem,) = problems(data)
    assert "no such file in" in problem


def test_a_source_that_cannot_be_read_is_reported(data):
    write(data.parent / "sources/report.pdf", "not a PDF")
    replace(data / INSPECTION, "report.txt", "report.pdf")
    (problem,) = problems(data)
    assert problem.startswith(f"{FILE}:8: source.file: report.pdf cannot be read")


def test_ten_words_copied_into_a_summary_are_a_warning(data):
    summary = "Leaders have a sound grasp of practice."
    replace(
        data.parent / "sources/report.txt",
        QUOTE,
        f"{QUOTE} Almost all of the staff say that they like their work here.",
    )
    replace(data / INSPECTION, summary, "All of the staff say that they like their work here.")
    (problem,) = look_up(data).problems
    assert problem.severity == "warning"
    assert str(problem).startswith(f"{FILE}:27: findings[0].summary: 10 words in a row are the source's:")


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (3, []),
        (2, []),
        (
            1,
            [
                f"{FILE}:33: findings[1].quote: the quote is not on page 1 of report.pdf, nor on the next. Mend the page."
            ],
        ),
        (
            9,
            [
                f"{FILE}:33: findings[1].quote: the quote is not on page 9 of report.pdf, nor on the next. Mend the page."
            ],
        ),
    ],
)
def test_page_of_a_quote_is_looked_up_in_a_pdf(data, page, expected):
    write_pdf(data.parent / "sources/report.pdf", [REPORT.replace(QUOTE, ""), "A page between.", QUOTE])
    replace(data / INSPECTION, "report.txt", "report.pdf")
    replace(data / INSPECTION, json.dumps(QUOTE), f"{json.dumps(QUOTE)}\n    page: {page}")
    assert problems(data) == expected
