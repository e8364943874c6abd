"""Traps in reports of single inspections, in their headline and their grades: read rightly, or flagged; never wrong in silence."""

import pytest

from tests import paper
from tests.loaders.reports.reading import read
from tests.paper import SIF_ROWS, Paper

GRADES_SIF = {
    "overall": "good",
    "help_and_protection": "requires_improvement",
    "children_in_care": "good",
    "adoption": "good",
    "care_leavers": "requires_improvement",
    "leaders": "good",
    "safeguarding_board": "outstanding",
}


def test_a_single_inspection_is_read_whole():
    found = read(paper.sif())
    assert (found["framework"], found["authority"], found["published"]) == ("sif", "york", "2017-02-07")
    assert (found["start"], found["end"], found["lead_inspector"]) == ("2016-11-14", "2016-12-08", "Tracey Metcalfe")
    assert found["grades"] == GRADES_SIF
    assert (len(found["recommendations"]), found["paragraphs"], found["unsure"]) == (3, 19, [])


def test_a_reinspection_has_no_board():
    found = read(
        paper.sif(
            title=(
                "Re-inspection of services for children in need of help and",
                "protection, children looked after and care leavers",
            ),
            board=False,
        )
    )
    assert found["grades"] == {strand: grade for strand, grade in GRADES_SIF.items() if strand != "safeguarding_board"}
    assert found["unsure"] == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        (("The overall judgement is that children’s services are", "good"), "good"),
        (("The overall judgement is good",), "good"),
        (("Children’s services in York require improvement to be", "good"), "requires_improvement"),
        (("Children’s services in York are Inadequate",), None),
        (("Children’s services in York",), None),
    ],
)
def test_the_headline_gives_the_overall_grade_and_must_fit_the_others(headline, expected):
    assert read(paper.sif(headline=headline))["grades"]["overall"] == expected


def test_grades_of_earlier_inspections_are_not_taken_for_this_ones():
    def previous(written: Paper) -> None:
        written.line("The judgements for the local authority were: Overall effectiveness: inadequate")
        written.line("Children who need help and protection: inadequate")
        written.line("The graded judgement for adoption performance is that it is inadequate")

    found = read(paper.sif(previous=previous))
    assert found["grades"] == GRADES_SIF
    assert found["unsure"] == []


def test_an_earlier_grade_printed_as_a_heading_is_flagged():
    found = read(
        paper.sif(
            previous=lambda written: written.heading(
                "The graded judgement for adoption performance is that it is inadequate"
            )
        )
    )
    assert found["grades"]["adoption"] is None


@pytest.mark.parametrize("number", ["1.", "3", ""])
def test_a_misprinted_number_in_the_box_does_no_harm(number):
    rows = [*SIF_ROWS[:4], ([f"{number} Leadership, management and governance".strip()], "Good")]
    written = paper.sif(rows)
    assert read(written)["grades"] == GRADES_SIF


def test_not_judged_is_no_grade_and_no_doubt():
    rows = [*SIF_ROWS[:2], (["2.1 Adoption performance"], "Not judged"), *SIF_ROWS[3:]]
    found = read(paper.sif(rows))
    assert found["grades"] == GRADES_SIF | {"adoption": None}
    assert found["unsure"] == []


def test_a_box_that_breaks_over_two_pages_is_one_box():
    written = paper.sif()
    rows = [i for i, line in enumerate(written.lines) if line.page == 1 and line.text.startswith("2.2")]
    footnote = written.lines[0]._replace(
        down=0.9, size=8.0, text="Ofsted produces this report under its power to combine reports."
    )
    written.lines = [
        *written.lines[: rows[0]],
        footnote,
        *(line._replace(page=2) if line.page == 1 else line for line in written.lines[rows[0] :]),
    ]
    assert read(written)["grades"] == GRADES_SIF
