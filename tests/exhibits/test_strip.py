"""The strip of grades that heads a page."""

from analysis.selection import Selection
from exhibits.strip import grade_strip, look_of
from tests.cuts import only


def test_strands_stand_in_order_and_years_from_left_to_right(ds):
    strip = grade_strip(ds, Selection(("york",)))
    assert strip["strand"].iloc[0] == "Overall effectiveness"
    for _, row in strip.groupby("strand"):
        assert row["year"].tolist() == ["2012", "2016", "2022", "2025"]


def test_a_grade_that_only_hints_stands_in_brackets(ds):
    strip = grade_strip(ds, Selection(("york",)))
    hints = strip[strip["indicative"]]
    assert len(hints)
    for cell in hints.itertuples():
        assert look_of(cell).letter.startswith("(")


def test_without_a_graded_inspection_the_strip_is_empty(ds):
    assert grade_strip(only(ds, ["york/2023-focused-visit"]), Selection(("york",))).empty
