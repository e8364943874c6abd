"""One authority's history in one picture, and the sheet that it is drawn on."""

import pandas as pd
import pytest

from analysis.grades.spells import spells
from analysis.selection import Selection
from exhibits.history import history
from exhibits.style import GRADES
from exhibits.swatches import key_items, swatches
from tests.cuts import only


def bars(figure, hatched: bool):
    return [trace for trace in figure.data if trace.type == "bar" and bool(trace.marker.pattern.shape) == hatched]


def test_the_table_has_every_grade_and_for_how_long_it_stood(ds):
    table = history(ds, Selection(("york",))).table
    overall = table[table["Strand"] == "Overall effectiveness"].set_index("From")
    assert overall.loc["24 February 2025", ["Grade", "Until", "Against the grade before"]].tolist() == [
        "Outstanding",
        "now",
        "better",
    ]


def test_the_grades_that_stand_are_drawn_large_at_the_right(ds):
    figure = history(ds, Selection(("york",))).draw(ds, False)
    (stand,) = [trace for trace in figure.data if trace.xaxis == "x2"]
    assert list(stand.text) == ["<b>O</b>"] * 5
    assert stand.marker.size > 30
    assert sum("Outstanding" in note.text for note in figure.layout.annotations if note.xref == "x2") == 5


def test_what_only_hints_is_hatched_and_a_break_is_marked(ds):
    figure = history(ds, Selection(("york",))).draw(ds, False)
    assert bars(figure, hatched=True)
    assert sum(note.text == "≠" and note.xref != "paper" for note in figure.layout.annotations) >= 3
    sure = history(only(ds, ["york/2022-ilacs", "york/2025-ilacs"]), Selection(("york",)))
    assert not bars(sure.draw(ds, False), hatched=False)[0].marker.pattern.shape


@pytest.mark.parametrize("narrow", [False, True])
def test_every_grade_has_its_letter(ds, narrow):
    figure = history(ds, Selection(("york",))).draw(ds, narrow)
    letters = {look.letter for look in GRADES.values()}
    written = [
        text
        for trace in bars(figure, False)
        for text in trace.text
        if any(f"<b>{one}</b>" in text or f"<b>({one})</b>" in text for one in letters)
    ]
    assert len(written) == spells(ds, ("york",))["grade"].notna().sum()


def test_on_a_phone_visits_are_numbered_and_named_below(ds):
    notes = [
        note.text.replace("<br>", " ") for note in history(ds, Selection(("york",))).draw(ds, True).layout.annotations
    ]
    assert any(note.startswith("<b>1</b> ") for note in notes)
    assert any("Aug 2023 Focused visit" in note for note in notes)


def test_a_key_explains_what_is_there_and_nothing_else(ds):
    found = spells(ds, ("york",))
    signs = [sign for sign, *_ in key_items(ds, found, reasons=False)]
    assert signs == ["O", "G", "RI", "▨ ( )", "▲", "▼", "≠"]
    notes, lines = swatches(key_items(ds, found), 0, 300)
    assert lines > 1
    assert {note["bgcolor"] for note in notes if "bgcolor" in note} >= {GRADES["outstanding"].fill, GRADES["good"].fill}


def test_an_authority_with_one_inspection_gets_a_picture_too(ds):
    one = only(ds, ["york/2025-ilacs"])
    exhibit = history(one, Selection(("york",)))
    assert exhibit.title == "York overall: Outstanding in 2025"
    first, last = (pd.Timestamp(day) for day in exhibit.draw(one, False).layout.xaxis.range)
    assert (last - first).days > 5 * 365
