"""The tartan rug: authorities by strands by years."""

from analysis.selection import Selection
from exhibits.rug import tartan_rug

BOTH = Selection(("york", "north-yorkshire"))


def test_a_cell_holds_the_letter_of_the_grade_at_the_end_of_its_year(ds):
    exhibit = tartan_rug(ds, BOTH, "overall")
    figure = exhibit.draw(ds, False)
    cells = [
        (base[:4], text)
        for trace in figure.data
        for base, text, data in zip(map(str, trace.base), trace.text, trace.customdata, strict=True)
        if data and data[0].startswith("york/") and text
    ]
    assert ("2021", "<b>G</b>") in cells
    assert ("2024", "<b>RI</b>") in cells
    assert ("2025", "<b>O</b>") in cells
    assert len({year for year, _ in cells}) == len(cells)


def test_a_line_stands_where_grades_may_not_be_compared(ds):
    def lines(strand: str) -> list[str]:
        shapes = tartan_rug(ds, Selection(("york",)), strand).draw(ds, False).layout.shapes
        return [str(shape.x0)[:4] for shape in shapes if shape.type == "line" and shape.layer == "above"]

    assert lines("overall") == []
    assert lines("care_leavers") == ["2025"]


def test_years_without_a_grade_are_hatched_and_said_in_the_table(ds):
    exhibit = tartan_rug(ds, Selection(("york",)), "care_leavers")
    hatched = [trace for trace in exhibit.draw(ds, False).data if trace.marker.pattern.shape]
    assert sum(len(trace.x) for trace in hatched) == 7
    assert exhibit.table.loc[0, "2023"] == "Judged together with another strand"
