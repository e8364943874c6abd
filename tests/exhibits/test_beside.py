"""Several authorities on one time axis."""

from analysis.selection import Selection
from exhibits.beside import grades_beside

BOTH = Selection(("york", "north-yorkshire"))


def test_all_share_one_axis_a_panel_for_each_strand_and_the_subject_is_framed(ds):
    figure = grades_beside(ds, BOTH).draw(ds, False)
    assert len(list(figure.select_xaxes())) == 1
    names = list(figure.layout.yaxis.ticktext)
    assert names == ["<b>York</b>", "North Yorkshire"] * 5
    frames = [shape for shape in figure.layout.shapes if shape.type == "rect" and shape.layer == "above"]
    assert len(frames) == 5
    headings = [note.text for note in figure.layout.annotations]
    assert "<b>Help and protection</b>" in headings


def test_one_strand_can_be_chosen(ds):
    exhibit = grades_beside(ds, BOTH, "leaders")
    assert set(exhibit.table["Strand"]) == {"Leaders"}
    assert len(exhibit.draw(ds, False).layout.yaxis.ticktext) == 2


def test_frameworks_lie_on_top_as_one_ribbon(ds):
    figure = grades_beside(ds, BOTH).draw(ds, False)
    notes = [note.text.replace("<br>", " ") for note in figure.layout.annotations]
    for name in ("Single inspection", "ILACS 2018", "ILACS 2023"):
        assert notes.count(name) == 1
