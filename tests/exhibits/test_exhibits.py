"""Every exhibit on an empty frame, one inspection, two authorities: it never fails and always says what it shows."""

import pandas as pd
import pytest

from analysis.selection import Selection
from exhibits.grades import grades_over_time
from exhibits.themes import ORDERS, theme_recurrence_chart
from exhibits.timeline import timeline
from loaders import Dataset, load
from tests.cuts import only

EXHIBITS = [grades_over_time, timeline, theme_recurrence_chart]


@pytest.fixture(scope="module")
def ds() -> Dataset:
    return load()


@pytest.mark.parametrize("make", EXHIBITS)
@pytest.mark.parametrize(
    ("inspections", "authorities"),
    [
        ([], ("york",)),
        (["york/2022-ilacs"], ("york",)),
        (["york/2023-focused-visit"], ("york",)),
        (["york/2018-jtai"], ("york",)),
        (None, ("york",)),
        (None, ("york", "north-yorkshire")),
    ],
)
def test_an_exhibit_is_whole(ds, make, inspections, authorities):
    data = ds if inspections is None else only(ds, inspections)
    exhibit = make(data, Selection(authorities=authorities))
    assert exhibit.title
    assert exhibit.sentence.endswith((".", "?"))
    assert exhibit.as_at == ds.as_at
    if exhibit.figure is not None:
        assert exhibit.alt.endswith(".")
        assert len(exhibit.table)
        exhibit.figure.to_json()


def test_before_the_first_publication_nothing_is_drawn(ds):
    for make in EXHIBITS:
        exhibit = make(ds, Selection(authorities=("york",), as_at=pd.Timestamp("2000-01-01")))
        assert exhibit.figure is None


def test_the_heatmap_shows_each_grade_and_each_kind_of_no_grade(ds):
    table = grades_over_time(ds, Selection(authorities=("york",))).table.set_index("Strand")
    assert table.loc["Care leavers", "March 2022, ILACS 2018"] == "Judged together with another strand"
    assert table.loc["Care leavers", "August 2023, Focused visit"] == "A visit gives no grades"
    assert table.loc["Overall effectiveness", "March 2012, Safeguarding and looked after"] == "Not judged under this framework"
    assert table.loc["Help and protection", "March 2012, Safeguarding and looked after"] == "Good (indicative)"
    assert list(table["February 2025, ILACS 2023"]) == ["Outstanding"] * 5
    north = grades_over_time(ds, Selection(authorities=("north-yorkshire",))).table.set_index("Strand")
    assert north.loc["Help and protection", "October 2012, Protection of children"] == "No source held here"


def test_no_line_joins_grades_that_may_not_be_compared(ds):
    figure = grades_over_time(ds, Selection(authorities=("york",))).figure
    rows = dict(zip(figure.layout.yaxis.ticktext, figure.layout.yaxis.tickvals, strict=True))
    joined = sorted(shape.y0 for shape in figure.layout.shapes)
    assert joined == sorted([rows["Overall effectiveness"]] * 2 + [rows["Help and protection"]] * 2 + [rows["Leaders"]])


def test_the_order_of_themes_never_changes_a_status(ds):
    tables = [theme_recurrence_chart(ds, Selection(authorities=("york",)), order).table for order in ORDERS]
    statuses = [dict(zip(table["Theme"], table["Status"], strict=True)) for table in tables]
    assert statuses[0] == statuses[1] == statuses[2]
    assert len(statuses[0]) == 42
    assert list(tables[0]["Theme"]) != list(tables[1]["Theme"])


def test_the_timeline_lists_every_known_event(ds):
    chosen = ("york", "north-yorkshire")
    table = timeline(ds, Selection(authorities=chosen)).table
    assert len(table) == ds.inspections["authority"].isin(chosen).sum()
    first = table[table["Authority"] == "York"].iloc[0]
    assert first["On site"] == "March 2012", "a month is never shown as a day"
    assert first["Result"] == "Good for safeguarding services and Good for services for looked after children"
