"""What focused visits looked at."""

import pandas as pd

from analysis.comparison.standings import BEGUN, england
from exhibits.visits import visits_by_theme_chart


def test_every_visit_of_which_the_theme_is_known_is_counted(ds):
    exhibit = visits_by_theme_chart(ds, england(ds, "overall", pd.Timestamp("2025-03-31"), BEGUN))
    (bars,) = exhibit.draw(ds, False).data
    assert list(bars.x) == list(exhibit.table["Focused visits"])
    visits = ds.inspections[(ds.inspections["framework"] == "focused_visit") & ds.inspections["visit_theme"].notna()]
    assert exhibit.table["Focused visits"].sum() == len(visits)


def test_without_a_visit_the_sentence_says_so(ds):
    exhibit = visits_by_theme_chart(ds, england(ds, "overall", pd.Timestamp("2000-01-01")))
    assert exhibit.draw is None
    assert exhibit.table.empty
