"""The deadlines of an action plan."""

from analysis.selection import Selection
from exhibits import Voice
from exhibits.deadlines import plan_deadlines

YORK = Selection(("york",))


def test_every_action_stands_in_the_table_and_in_the_figure(ds):
    exhibit = plan_deadlines(ds, YORK, "york/2022-ilacs")
    assert exhibit.voice is Voice.COUNCIL
    assert len(exhibit.table) == 32
    for narrow in (False, True):
        drawn = [action for trace in exhibit.draw(ds, narrow).data for (action,) in trace.customdata]
        assert sorted(drawn) == sorted(exhibit.table["Action"])


def test_on_a_narrow_screen_marks_stand_without_their_numbers(ds):
    exhibit = plan_deadlines(ds, YORK, "york/2022-ilacs")
    assert {trace.mode for trace in exhibit.draw(ds, False).data} == {"markers+text"}
    assert {trace.mode for trace in exhibit.draw(ds, True).data} == {"markers"}


def test_where_no_plan_answers_there_is_no_exhibit(ds):
    assert plan_deadlines(ds, YORK, "york/2025-ilacs") is None
