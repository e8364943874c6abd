"""Time between full inspections, since the last one, and to the report."""

import pandas as pd
import pytest

from analysis.comparison.standings import BEGUN, compared, england
from analysis.selection import Selection
from exhibits.intervals import time_between, time_since_last, time_to_report, waiting_times


@pytest.fixture
def everywhere(ds):
    return england(ds, "overall", pd.Timestamp("2025-03-31"), BEGUN)


def test_every_authority_has_a_bar_and_the_subject_a_colour_of_its_own(ds):
    exhibit = time_since_last(ds, compared(ds, Selection(("york", "leeds", "kent")), "chosen", "overall"))
    (bars,) = exhibit.draw(ds, False).data
    assert len(bars.x) == len(exhibit.table) == 3
    assert bars.marker.color[0] not in bars.marker.color[1:]


def test_on_a_narrow_screen_names_stand_above_the_bars(ds):
    exhibit = time_since_last(ds, compared(ds, Selection(("york", "leeds", "kent")), "chosen", "overall"))
    wide, narrow = exhibit.draw(ds, False), exhibit.draw(ds, True)
    assert list(wide.layout.yaxis.ticktext) == [note.text for note in narrow.layout.annotations]
    assert narrow.layout.yaxis.showticklabels is False
    for note, y in zip(narrow.layout.annotations, narrow.data[0].y, strict=True):
        assert y < note.y < y + 1


def test_classes_of_gaps_and_of_waits_add_up(ds, everywhere):
    assert time_between(ds, everywhere).table["Pairs of inspections"].sum() == 115
    assert waiting_times(ds, everywhere).table["Authorities"].sum() == 153


def test_the_median_lies_between_the_shortest_and_the_longest(ds, everywhere):
    table = time_to_report(ds, everywhere).table
    assert ((table["Shortest"] <= table["Median"]) & (table["Median"] <= table["Longest"])).all()
