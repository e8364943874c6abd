"""The matrix with which Compare opens."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from analysis.comparison.standings import compared
from analysis.selection import Selection
from exhibits import Voice
from exhibits.standing_matrix import where_each_stands
from tests.exhibits.whole import whole


@pytest.fixture
def chosen(ds):
    return compared(ds, Selection(("york", "leeds", "bradford")), "chosen", "overall")


def test_a_row_per_authority_and_a_column_per_judgement_the_subject_first(ds, chosen):
    exhibit = where_each_stands(ds, chosen)
    whole(ds, exhibit)
    assert exhibit.voice is Voice.COUNTED
    assert exhibit.table["Authority"].iloc[0] == "York"
    assert list(exhibit.table.columns)[2:7] == ["Overall effectiveness", "Leaders", "Help and protection", "Children in care", "Care leavers"]  # fmt: skip
    york = exhibit.table.iloc[0]
    assert york["Overall effectiveness"] == "Outstanding, better than before"
    assert york["Care leavers"] == "Outstanding"  # judged apart for the first time: no move


@pytest.mark.parametrize("narrow", [False, True])
def test_each_tile_has_letter_and_move_a_click_names_its_authority_and_the_subject_is_framed(ds, chosen, narrow):
    figure = where_each_stands(ds, chosen).draw(ds, narrow)
    tiles = [(data[0], text) for trace in figure.data for data, text in zip(trace.customdata, trace.text, strict=True)]
    assert len(tiles) == 15
    assert tiles.count(("york", "O ▲")) == 3
    made = figure.to_dict()
    assert go.Figure(made).to_dict() == made  # plotly did not check its parts
    top = figure.layout.shapes[0]
    assert top.y0 < 2 < top.y1
    words = " ".join(note.text for note in figure.layout.annotations)
    assert "Feb 2025" in words


def test_lists_that_end_earlier_are_marked(ds):
    exhibit = where_each_stands(
        ds, compared(ds, Selection(("york",)), "neighbours", "overall", day=pd.Timestamp("2026-01-01"))
    )
    figure = exhibit.draw(ds, False)
    marked = [name for name in figure.layout.yaxis.ticktext if "†" in name]
    assert bool(marked) == ("† Full inspections listed only to" in exhibit.key)
