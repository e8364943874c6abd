"""The timeline."""

import pandas as pd

from analysis.selection import Selection
from exhibits.events import placed
from exhibits.time_sheet import Sheet
from exhibits.timeline import timeline


def test_the_timeline_lists_every_known_event(ds):
    chosen = ("york", "north-yorkshire")
    table = timeline(ds, Selection(authorities=chosen)).table
    assert len(table) == ds.inspections["authority"].isin(chosen).sum()
    first = table[table["Authority"] == "York"].iloc[0]
    assert first["On site"] == "March 2012", "a month is never shown as a day"
    assert first["Report"] == "https://reports.ofsted.gov.uk/provider/44/80453", (
        "Ofsted's page, where the report's address is not known"
    )
    assert table["Report"].str.startswith("https://").all()
    assert first["Result"] == "Good for safeguarding services and Good for services for looked after children"


def test_every_visit_is_named_beside_its_mark_and_on_a_phone_by_a_number_and_below(ds):
    chosen = Selection(("york",))
    visits = ds.inspections[
        (ds.inspections["authority"] == "york") & ~ds.inspections["inspection"].isin(ds.grades["inspection"])
    ]
    for narrow in (False, True):
        figure = timeline(ds, chosen).draw(ds, narrow)
        notes = [note.text.replace("<br>", " ") for note in figure.layout.annotations]
        for visit in visits.itertuples():
            assert sum(f"{visit.start:%b %Y}" in note or f"{visit.start:%Y} " in note for note in notes) >= 1, (
                visit.inspection
            )
        (marks,) = [trace for trace in figure.data if trace.type == "scatter"]
        assert len(marks.x) == len(visits)


def test_names_of_visits_never_touch():
    sheet = Sheet(pd.Timestamp(2009, 1, 1), pd.Timestamp(2026, 8, 22), narrow=False)
    days = pd.date_range("2019-01-01", periods=30, freq="40D")
    names = [(day, "Monitoring visit: children in need of help" + "e" * (i % 9)) for i, day in enumerate(days)]
    taken: dict[int, list] = {}
    for (day, name), (line, left) in zip(names, placed(sheet, names), strict=True):
        long = sheet.wide(name) + sheet.days(10)
        start, end = (day - long, day) if left else (day, day + long)
        assert all(end < other or start > until for other, until in taken.get(line, [])), name
        taken.setdefault(line, []).append((start, end))


def test_the_next_inspection_is_an_estimate_and_never_past(ds):
    figure = timeline(ds, Selection(("york",))).draw(ds, False)
    (likely,) = [note.text for note in figure.layout.annotations if note.text.startswith("likely ")]
    assert likely.endswith(", an estimate")
    (band,) = [trace for trace in figure.data if trace.type == "bar" and "estimate" in str(trace.hovertext)]
    assert pd.Timestamp(band.base[0]) >= ds.as_at


def test_the_frameworks_are_one_ribbon_and_none_is_named_twice(ds):
    for narrow in (False, True):
        notes = [
            note.text.replace("<br>", " ")
            for note in timeline(ds, Selection(("york",))).draw(ds, narrow).layout.annotations
        ]
        for name in ("Single inspection", "ILACS 2018", "ILACS 2023"):
            assert notes.count(name) == 1


def test_a_line_above_each_name_but_the_first_parts_authorities(ds):
    figure = timeline(ds, Selection(("york", "leeds", "norfolk"))).draw(ds, False)
    lines = [shape.y0 for shape in figure.layout.shapes if shape.xref == "x domain"]
    names = {note.text: note.y for note in figure.layout.annotations}
    assert len(lines) == 2
    for line, name in zip(lines, ("Leeds", "Norfolk"), strict=True):
        assert 8 < line - names[f"<b>{name}</b>"] < 30
        assert all(y > line or y < line - 8 for y in names.values()), "a text lies on the line"
