"""What focused visits looked at."""

import pandas as pd

from analysis.comparison.standings import (
    BEGUN,
    england,
)
from analysis.england.visits import visits_by_theme

LAST = pd.Timestamp("2025-03-31")


def test_visits_are_counted_by_what_they_looked_at(ds):
    table = visits_by_theme(ds, england(ds, "overall", LAST, BEGUN))
    assert table.iloc[0].tolist() == ["Care leavers", 14]
