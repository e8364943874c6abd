"""One recommendation from Ofsted to the council to the next inspection."""

from analysis.recommendations.thread import asked_once, followed_first, key_evidence, threads, with_recommendations
from analysis.selection import Selection


def test_threads_stand_in_the_order_of_the_report(ds):
    found = threads(ds, "york/2022-ilacs")
    assert [thread.recommendation["recommendation"] for thread in found] == [f"R{n}" for n in range(1, 8)]
    assert all(thread.progress for thread in found)
    assert all(thread.steps for thread in found)


def test_where_no_plan_answers_there_is_no_progress(ds):
    assert {thread.progress for thread in threads(ds, "leeds/2022-ilacs")} == {None}


def test_inspections_with_recommendations_are_offered_newest_first_and_the_answered_one_opens(ds):
    york = Selection(("york",))
    options = with_recommendations(ds, york)
    starts = ds.inspections.set_index("inspection")["start"][options]
    assert starts.is_monotonic_decreasing
    assert followed_first(ds, options) == "york/2022-ilacs"


def test_a_reading_rests_on_something_that_can_be_looked_up(ds):
    for number in range(1, 8):
        evidence = key_evidence(ds, "york/2022-ilacs", f"R{number}")
        if evidence is not None:
            assert "2025" in evidence[1] or "2023" in evidence[1]


def test_what_was_asked_once_and_still_found_is_told_with_what_is_said(ds):
    assert asked_once(ds, "york")
    assert all(summary and said for summary, said in asked_once(ds, "york"))
