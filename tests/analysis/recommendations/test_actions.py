"""The council's actions: what it reports, and what is past its date."""

from analysis.recommendations.actions import actions_of, choices_of_plan, past_their_date, progress_by_recommendation


def test_each_action_has_the_version_that_speaks_of_it(ds):
    actions = actions_of(ds, "york")
    assert len(actions) == 32
    assert set(actions["version"]) == {"3.0"}
    assert actions_of(ds, "leeds").empty


def test_past_its_date_is_a_day_before_the_plans_own_and_not_reported_complete(ds):
    late = past_their_date(ds, "york")
    assert (late["deadline"] < late["version_date"]).all()
    assert (late["status"] != "complete").all()
    assert late["deadline"].is_monotonic_increasing
    assert len(late) == actions_of(ds, "york")["past_its_date"].sum()


def test_progress_adds_up(ds):
    progress = progress_by_recommendation(ds, "york")
    assert progress["actions"].sum() == 32
    assert progress["complete"].sum() == 9
    assert progress["without_status"].sum() == 13


def test_choices_are_those_of_the_plan_that_answers(ds):
    found = choices_of_plan(ds, "york/2022-ilacs")
    assert len(found[0]) == len(set(found[0])) > 1
    assert not any(choices_of_plan(ds, "leeds/2025-ilacs"))
