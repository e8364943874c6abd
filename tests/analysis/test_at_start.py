"""What is worked out before the first visitor comes."""

from analysis.at_start import work_out
from analysis.themes.recurrence import theme_recurrence
from loaders import load
from tests.builders import SAMPLE


def test_what_concerns_all_is_worked_out_before_anyone_asks():
    ds = load(SAMPLE)
    work_out(ds)
    before = ds.kept.computed.copy()
    theme_recurrence(ds, "leeds")
    new = ds.kept.computed - before
    assert set(new) == {"theme_recurrence", "known_inspections"} | (set(new) & {"look_up"})
