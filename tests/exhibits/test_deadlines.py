"""The deadlines of an action plan."""

import pandas as pd

from analysis.recommendations.actions import actions_of
from analysis.recommendations.sentences import deadlines_sentence
from exhibits import Voice
from exhibits.deadlines import plan_deadlines

YORK = "york/2022-action-plan"


def test_every_action_stands_in_the_table_and_in_the_figure(ds):
    exhibit = plan_deadlines(ds, YORK)
    assert exhibit.voice is Voice.COUNCIL
    assert len(exhibit.table) == 32
    for narrow in (False, True):
        drawn = [action for trace in exhibit.draw(ds, narrow).data for (action,) in trace.customdata]
        assert sorted(drawn) == sorted(exhibit.table["Action"])


def test_on_a_narrow_screen_marks_stand_without_their_numbers(ds):
    exhibit = plan_deadlines(ds, YORK)
    assert {trace.mode for trace in exhibit.draw(ds, False).data} == {"markers+text"}
    assert {trace.mode for trace in exhibit.draw(ds, True).data} == {"markers"}


def test_of_deadlines_that_lie_ahead_none_had_passed(ds):
    actions = actions_of(ds, "york")
    ahead = actions.assign(deadline=actions["deadline"] + pd.DateOffset(years=50))
    assert ". None had passed by " in deadlines_sentence(ahead)
