"""Traps in the box of grades of an ILACS report and in the headings that repeat it: read rightly, or flagged; never wrong in silence."""

import pytest

from tests import paper
from tests.loaders.reports.reading import GRADES_2018, GRADES_2023, at, read
from tests.paper import BOTH_IN_CARE, CARE_LEAVERS, HELP, IN_CARE, LEADERS, OVERALL, ROWS_2018, ROWS_2023


@pytest.mark.parametrize(
    "grade",
    [
        ("Requires improvement", "to be good"),
        ("Requires improvement to", "be good"),
        ("Requires", "improvement to be", "good"),
        ("Requires improvement",),
    ],
)
def test_a_grade_that_wraps_in_its_cell_is_one_grade(grade):
    rows = [(LEADERS, "Good"), (HELP, *grade), (BOTH_IN_CARE, "Outstanding"), (OVERALL, "Good")]
    assert read(paper.ilacs(rows))["grades"] == GRADES_2018


@pytest.mark.parametrize(
    ("change", "label"),
    [
        (0, ["The impact of leaders on social work", "practice with children and families."]),
        (0, ["The impact of leaders on practice with", "children and families"]),
        (3, ["The experiences and progress of children care leavers"]),
        (2, ["The experiences of children in care"]),
    ],
)
def test_a_label_in_another_spelling_keeps_its_grade(change, label):
    rows = [(label if i == change else row[0], *row[1:]) for i, row in enumerate(ROWS_2023)]
    found = read(paper.ilacs(rows, at("11 to 22 May 2023")))
    assert (found["framework"], found["grades"]) == ("ilacs_2023", GRADES_2023)


def test_rows_are_matched_by_their_label_and_not_by_their_place():
    found = read(
        paper.ilacs([ROWS_2018[1], ROWS_2018[2], ROWS_2018[0], ROWS_2018[3]], headings=paper.headings_of(ROWS_2018))
    )
    assert found["grades"] == GRADES_2018


def test_the_combined_row_gives_no_grade_for_care_leavers():
    assert "care_leavers" not in read(paper.ilacs())["grades"]


def test_a_heading_that_says_otherwise_flags_the_grade():
    headings = [[*HELP[:-1], f"{HELP[-1]}: inadequate"], *paper.headings_of(ROWS_2018)[1:]]
    found = read(paper.ilacs(headings=headings))
    assert found["grades"]["help_and_protection"] is None
    assert "grades.help_and_protection" in found["unsure"]


def test_a_heading_without_a_grade_is_vouched_for_by_a_whole_box_and_the_other_headings():
    headings = [HELP, *paper.headings_of(ROWS_2018)[1:]]
    found = read(paper.ilacs(headings=headings))
    assert found["grades"] == GRADES_2018
    assert found["unsure"] == ["published"]


def test_without_any_heading_that_confirms_it_no_grade_is_sure():
    found = read(paper.ilacs(headings=[HELP, BOTH_IN_CARE, LEADERS]))
    assert set(found["grades"].values()) == {None}


def test_a_row_without_a_grade_takes_none_from_its_neighbour():
    found = read(paper.ilacs([ROWS_2018[0], (HELP,), ROWS_2018[2], ROWS_2018[3]]))
    assert found["grades"]["help_and_protection"] is None
    assert all(found["grades"][strand] in (None, grade) for strand, grade in GRADES_2018.items())


def test_a_better_overall_grade_than_any_other_is_flagged():
    rows = [(LEADERS, "Good"), (HELP, "Good"), (BOTH_IN_CARE, "Good"), (OVERALL, "Outstanding")]
    assert "grades.overall" in read(paper.ilacs(rows))["unsure"]


def test_care_leavers_split_over_two_lines_are_one_label():
    assert " ".join(CARE_LEAVERS) == "The experiences and progress of care leavers"
    assert " ".join(IN_CARE) == "The experiences and progress of children in care"
    assert read(paper.ilacs(ROWS_2023, at("11 to 22 May 2023")))["grades"] == GRADES_2023
