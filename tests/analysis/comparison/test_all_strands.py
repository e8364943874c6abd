"""Several authorities on every strand at once."""

import pandas as pd

from analysis.comparison.all_strands import all_strands
from analysis.comparison.standings import BEGUN, compared, england, standings
from analysis.comparison.transitions import last_transitions
from analysis.frameworks import strands
from analysis.selection import Selection

LAST = pd.Timestamp("2025-03-31")


def test_every_state_and_move_is_that_of_its_strand_alone(ds):
    """All England on every strand: the same as strand by strand, which is worked out in another way."""
    for strand in strands(ds):
        comparison = england(ds, strand, LAST, BEGUN)
        rows = all_strands(ds, comparison)
        own = rows[rows["strand"] == strand].set_index("authority")
        expected = standings(ds, comparison).set_index("authority")
        assert own["state"].sort_index().to_dict() == expected["state"].sort_index().to_dict()
        moved = last_transitions(ds, comparison).set_index("authority")["move"]
        for authority, move in own["move"].items():
            told = moved.get(authority, "")
            assert move == (told if told in ("up", "down") else ""), (authority, strand)


def test_the_subject_stands_first_and_the_others_by_grade_then_by_name(ds):
    comparison = compared(ds, Selection(("leeds",)), "region", "overall", BEGUN, day=LAST)
    rows = all_strands(ds, comparison)
    order = list(dict.fromkeys(rows["authority"]))
    assert order[0] == "leeds"
    assert set(order) == set(comparison.authorities)
    ranks = rows[rows["strand"] == "overall"].set_index("authority")["rank"].reindex(order[1:]).fillna(9)
    assert ranks.is_monotonic_increasing


def test_without_a_full_inspection_there_is_a_row_with_no_grade(ds):
    rows = all_strands(ds, compared(ds, Selection(("york",)), "chosen", "overall", day=pd.Timestamp("2010-01-01")))
    assert set(rows["state"]) == {"none_yet"}
    assert rows["start"].isna().all()
    assert len(rows) == len(strands(ds))
