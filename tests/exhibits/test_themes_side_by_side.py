"""Themes of a few authorities on the same rows."""

import pytest

from analysis.comparison.standings import compared
from analysis.selection import Selection
from exhibits.themes_side_by_side import themes_beside_each_other
from loaders import Dataset
from tests.exhibits.whole import whole
from tests.reports import york_beside


@pytest.fixture(scope="module")
def england(tmp_path_factory) -> Dataset:
    return york_beside(tmp_path_factory.mktemp("england") / "data")


def beside(ds: Dataset, *authorities: str):
    return themes_beside_each_other(ds, compared(ds, Selection(authorities), "chosen", "overall"))


def test_two_authorities_stand_on_the_same_rows(england):
    ds = england
    exhibit = beside(ds, "york", "bath-and-north-east-somerset")
    whole(ds, exhibit)
    assert list(exhibit.table.columns) == ["Theme", "York", "Bath and North East Somerset"]
    figure = exhibit.draw(ds, False)
    assert [text.split("<br>")[0] for text in figure.layout.xaxis.ticktext] == ["York", "Bath and"]
    assert {data[0].split("/")[0] for data in figure.data[0].customdata} == {"york", "bath-and-north-east-somerset"}
    assert "York is weak or mixed, and another strong, on supervision." in exhibit.sentence
    assert exhibit.title == "York beside Bath and North East Somerset: one theme to learn from"


def test_the_headings_count_how_the_first_stands(england):
    notes = beside(england, "york", "gloucestershire").draw(england, False).layout.annotations
    heads = [note.text for note in notes if note.text.startswith("<b>York: ")]
    assert sum(int(head.removesuffix("</b>").split()[-1]) for head in heads) == len(england.themes)
    assert heads[0].startswith("<b>York: weak")


@pytest.mark.parametrize("authorities", [("york",), ("york", "bournemouth"), ("cumbria", "bournemouth")])
def test_where_fewer_than_two_reports_were_read_it_says_so(ds, authorities):
    exhibit = beside(ds, *authorities)
    whole(ds, exhibit)
    assert exhibit.draw is None
    assert exhibit.table.empty
    assert "nothing stands side by side" in exhibit.sentence
