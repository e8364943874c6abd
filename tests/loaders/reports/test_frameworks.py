"""The framework of a report follows from its first day and its overall row, or is flagged."""

from tests import paper
from tests.loaders.reports.reading import at, read
from tests.paper import ROWS_2023


def test_without_an_overall_row_there_is_no_overall_grade_even_where_the_text_names_one():
    found = read(paper.ilacs(ROWS_2023[:4], at("11 to 22 May 2026")))
    assert found["framework"] == "ilacs_2026"
    assert "overall" not in found["grades"]


def test_an_inspection_of_spring_2026_with_an_overall_row_belongs_to_the_framework_before():
    assert read(paper.ilacs(ROWS_2023, at("9 to 13 March 2026")))["framework"] == "ilacs_2023"


def test_a_framework_that_was_not_in_force_on_the_first_day_is_flagged():
    found = read(paper.ilacs(ROWS_2023, at("11 to 22 May 2019")))
    assert found["framework"] is None
    assert "framework" in found["unsure"]
