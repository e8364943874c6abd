"""Where each of several authorities stands, and how it got there."""

from analysis.comparison.standings import compared
from analysis.selection import Selection
from exhibits.standing import grades_by_date


def test_no_line_of_many_joins_grades_that_may_not_be_compared(ds):
    """York's care leavers were judged apart for the first time in 2025: its row has no line."""
    comparison = compared(ds, Selection(("york",)), "chosen", "care_leavers")
    line = grades_by_date(ds, comparison).draw(ds, False).data[0]
    assert len(line.x) == 0
    assert (
        len(grades_by_date(ds, compared(ds, Selection(("york",)), "chosen", "leaders")).draw(ds, False).data[0].x) == 3
    )
