"""England year by year."""

import pandas as pd
import pytest

from analysis.comparison.standings import england
from exhibits.by_year import england_by_year, time_between_by_year, visits_over_time


@pytest.mark.parametrize("narrow", [False, True])
def test_columns_of_two_frameworks_are_parted_and_name_their_base(ds, narrow):
    exhibit = england_by_year(ds, england(ds, "overall"))
    figure = exhibit.draw(ds, narrow)
    axis = figure.layout.yaxis if narrow else figure.layout.xaxis
    assert len(axis.tickvals) == len(exhibit.table.drop_duplicates(["Framework", "Year"]))
    steps = {round(abs(b - a), 1) for a, b in zip(axis.tickvals, axis.tickvals[1:], strict=False)}
    assert len(steps) == 2, "one step within a framework, a wider one between two"
    base = exhibit.table.iloc[0]["Of all in the year"]
    assert axis.ticktext[0].endswith(f"({base})")


def test_shares_of_a_year_fill_it(ds):
    figure = england_by_year(ds, england(ds, "help_and_protection")).draw(ds, False)
    total: dict[float, float] = {}
    for trace in figure.data:
        for x, y in zip(trace.x, trace.y, strict=True):
            total[x] = total.get(x, 0) + y
    assert {round(share) for share in total.values()} == {100}


def test_without_data_the_sentences_say_so(ds):
    early = england(ds, "overall", pd.Timestamp("2000-01-01"))
    for make in (england_by_year, visits_over_time, time_between_by_year):
        exhibit = make(ds, early)
        assert exhibit.draw is None
        assert exhibit.sentence.startswith("No ")
