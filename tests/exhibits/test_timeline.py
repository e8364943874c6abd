"""The timeline."""

from analysis.selection import Selection
from exhibits.timeline import timeline


def test_the_timeline_lists_every_known_event(ds):
    chosen = ("york", "north-yorkshire")
    table = timeline(ds, Selection(authorities=chosen)).table
    assert len(table) == ds.inspections["authority"].isin(chosen).sum()
    first = table[table["Authority"] == "York"].iloc[0]
    assert first["On site"] == "March 2012", "a month is never shown as a day"
    assert first["Result"] == "Good for safeguarding services and Good for services for looked after children"


def test_on_a_phone_the_line_between_authorities_clears_the_name_of_the_next(ds):
    figure = timeline(ds, Selection(authorities=("bradford", "leeds"))).draw(ds, True)
    (line,) = figure.select_shapes({"type": "line", "xref": "x domain"})
    name = next(note for note in figure.layout.annotations if "Leeds" in note.text)
    rows = sum(figure.layout.yaxis.range[i] * (-1, 1)[i] for i in (0, 1))
    two_lines = 2 * 18 * rows / (figure.layout.height - 110)
    assert name.y + two_lines / 2 < line.y0 < name.y + 1
