"""The grade heatmap."""

from analysis.selection import Selection
from exhibits.grades import grades_over_time
from exhibits.style import GRADES


def test_the_heatmap_shows_each_grade_and_each_kind_of_no_grade(ds):
    table = grades_over_time(ds, Selection(authorities=("york",))).table.set_index("Strand")
    assert table.loc["Care leavers", "March 2022, ILACS 2018"] == "Judged together with another strand"
    assert "August 2023, Focused visit" not in table, "visits give no grades, and stand on the timeline"
    assert (
        table.loc["Overall effectiveness", "March 2012, Safeguarding and looked after"]
        == "Not judged under this framework"
    )
    assert (
        table.loc["Help and protection", "March 2012, Safeguarding and looked after"]
        == "Good (only hints at the strand)"
    )
    assert list(table["February 2025, ILACS 2023"]) == ["Outstanding"] * 5
    north = grades_over_time(ds, Selection(authorities=("north-yorkshire",))).table.set_index("Strand")
    assert north.loc["Help and protection", "October 2012, Protection of children"] == "No source held here"


def test_no_line_joins_grades_that_may_not_be_compared(ds):
    figure = grades_over_time(ds, Selection(authorities=("york",))).draw(ds, False)
    rows = dict(zip(figure.layout.yaxis.ticktext, figure.layout.yaxis.tickvals, strict=True))
    joined = sorted(shape.y0 for shape in figure.layout.shapes)
    assert joined == sorted([rows["Overall effectiveness"]] * 2 + [rows["Help and protection"]] * 2 + [rows["Leaders"]])


def test_the_key_stands_above_as_swatches_of_what_is_there(ds):
    figure = grades_over_time(ds, Selection(authorities=("york",))).draw(ds, False)
    key = {note.text: note.bgcolor for note in figure.layout.annotations if note.bgcolor}
    assert key["<b>O</b>"] == GRADES["outstanding"].fill
    assert "<b>I</b>" not in key
    assert all(note.yshift > 0 for note in figure.layout.annotations if note.bgcolor)
