"""Whatever text is given, the parsers answer or refuse; what is printed plainly is read back."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import DATA
from loaders.records.problems import Refused
from loaders.records.reading import read_vocabulary
from loaders.reports import Found, draft, essence, read_bytes
from loaders.reports.front import first_period, period
from loaders.reports.lines import Line, Report
from tests import paper
from tests.paper import BOTH_IN_CARE, HELP, LEADERS, OVERALL

VOCABULARY = read_vocabulary(DATA)
GRADES = ["Outstanding", "Good", "Requires improvement to be good", "Inadequate"]
DASHES = [" to ", " – ", "–", " - ", "─"]
days = st.dates(date(2012, 1, 1), date(2030, 12, 1))


def said(day: date, month: bool = True, year: bool = True) -> str:
    return " ".join([str(day.day), *([f"{day:%B}"] if month else []), *([str(day.year)] if year and month else [])])


@given(days, st.integers(0, 60), st.sampled_from(DASHES), st.data())
def test_a_period_is_read_back_however_much_it_leaves_out(first, length, dash, data):
    last = first + timedelta(days=length)
    years = first.year == last.year
    month = not (years and first.month == last.month) or data.draw(st.booleans())
    year = not years or data.draw(st.booleans())
    text = f"{said(first, month, year)}{dash}{said(last)}"
    start, end = period(text)
    assert (start.value, end.value, start.doubt, end.doubt) == (first, last, "", "")
    assert first_period(text) == (first, last)


@given(st.text(max_size=200))
def test_any_text_gives_dates_or_a_reason(text):
    for found in period(text):
        assert isinstance(found, Found)
        assert found.value is not None or found.doubt


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(GRADES), min_size=4, max_size=4))
def test_any_four_grades_are_read_back_or_flagged(grades):
    rows = list(zip([LEADERS, HELP, BOTH_IN_CARE, OVERALL], ([grade] for grade in grades), strict=True))
    found = essence(draft(paper.ilacs([(label, *grade) for label, grade in rows]).report(), VOCABULARY))["grades"]
    ids = next(framework.grades for framework in VOCABULARY["frameworks"].frameworks if framework.id == "ilacs_2018")
    truth = dict(
        zip(
            ["leaders", "help_and_protection", "children_in_care", "overall"],
            [ids[grade] for grade in grades],
            strict=True,
        )
    )
    assert all(found[strand] in (grade, None) for strand, grade in truth.items())
    assert all(found[strand] == truth[strand] for strand in list(truth)[:3])


lines = st.builds(
    Line,
    st.integers(1, 5),
    st.floats(0, 500),
    st.floats(0, 1),
    st.sampled_from([8.0, 12.0, 14.0, 26.0]),
    st.booleans(),
    st.one_of(
        st.text(min_size=1, max_size=60),
        st.sampled_from(
            [
                "Judgement Grade",
                "Overall effectiveness Good",
                "1. Children",
                "◼ Plans",
                "What needs to improve?",
                "Lead inspector:",
                "Inspection dates: 1",
            ]
        ),
    ),
)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(lines, max_size=60),
    st.sampled_from(
        [
            paper.SIF_TITLE,
            ("Inspection of York local authority children’s services", "Inspection dates: 1 to 2 May 2020"),
        ]
    ),
)
def test_any_lines_under_a_title_give_a_draft(some, title):
    first = [Line(1, 70.0, 0.1, 14.0, True, text) for text in title]
    found = essence(draft(Report("report.pdf", tuple(first + some), 5), VOCABULARY))
    assert set(found["grades"].values()) <= {None, "outstanding", "good", "requires_improvement", "inadequate"}


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=3000))
def test_any_bytes_are_read_or_refused(data):
    try:
        draft(read_bytes("report.pdf", data), VOCABULARY)
    except Refused as refused:
        assert refused.problem.message
