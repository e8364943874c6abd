"""Two plans that answer one inspection, with actions of the same numbers: each keeps its own deadlines, statuses and name."""

import os
from dataclasses import replace
from datetime import date

import pandas as pd
import pytest
import yaml

from analysis.authority.questions import committee_questions
from analysis.recommendations.thread import threads
from analysis.selection import Selection
from exhibits.deadlines import plan_deadlines
from exhibits.plan_progress import progress_of_plan
from exports.briefing import briefing
from loaders import as_known, current
from tests.builders import SAMPLE, write
from tests.pages.driver import html_of, open_page, words

ANSWERED = "leeds/2022-ilacs"


def about(deadline: str, status: str) -> dict:
    """What a version says of an action."""
    day = date.fromisoformat(deadline)
    return {
        "deadline": day,
        "deadline_as_published": f"{day:%d/%m/%Y}",
        "status": status,
        "status_as_published": status,
    }


def plan_of(title: str, days: tuple[str, ...], said: dict[str, tuple[str, str]]) -> dict:
    """A plan in some versions. ``said``: the deadline and the status of each action, all of R1."""
    versions = [{"version": str(n), "date": date.fromisoformat(day)} for n, day in enumerate(days, start=1)]
    actions = [
        about(deadline, status)
        | {"id": action, "summary": f"Do {action} of the {title.lower()}.", "quote": "Do the work that helps"}
        | {"leads": "Head of Practice"}
        | ({"earlier": [about(deadline, "not_started") | {"version": "1"}]} if len(days) > 1 else {})
        for action, (deadline, status) in said.items()
    ]
    return {
        "title": title,
        "responds_to": ANSWERED,
        "source": {"file": "plan.docx", "publisher": "Leeds City Council"},
        "versions": versions,
        "recommendations": [{"recommendation": "R1", "heading": "As asked.", "actions": actions}],
    }


PLANS = {
    "leeds/2022-first": plan_of(
        "First plan",
        ("2022-10-01",),
        {"1.1": ("2022-09-01", "under_way"), "1.2": ("2022-12-01", "complete"), "1.3": ("2022-09-15", "complete")},
    ),
    "leeds/2023-second": plan_of(
        "Second plan",
        ("2023-02-01", "2023-06-01"),
        {"1.1": ("2023-05-01", "complete"), "1.2": ("2023-04-01", "under_way")},
    ),
}


@pytest.fixture
def own(tmp_path, monkeypatch):
    for name, plan in PLANS.items():
        write(tmp_path / f"own/action_plans/{name}.yaml", yaml.safe_dump(plan, sort_keys=False))
    monkeypatch.setenv("INSPECTIONS_DATA", os.pathsep.join([str(SAMPLE), str(tmp_path / "own")]))
    ds = current()
    assert ds.problems.empty
    return ds


def test_each_has_its_own_deadlines_against_its_own_version(own):
    first, second = (plan_deadlines(own, plan) for plan in PLANS)
    assert first.title == "Deadlines of “First plan”, against its version of 1 October 2022"
    assert first.sentence.startswith("Of three deadlines, three can be placed on a calendar. Two had passed by 1 October 2022, and 1.1 was not reported complete.")  # fmt: skip
    assert second.title == "Deadlines of “Second plan”, against its version of 1 June 2023"
    assert second.sentence.startswith("Of two deadlines, two can be placed on a calendar. Two had passed by 1 June 2023, and 1.2 was not reported complete.")  # fmt: skip
    for exhibit, plan in ((first, "First plan"), (second, "Second plan")):
        assert all(plan in source for source in exhibit.sources)
        (drawn,) = {
            text.partition(" of the ")[2]
            for trace in exhibit.drawn(own).to_dict()["data"]
            for text in trace["hovertext"]
        }
        assert drawn == f"{plan.lower()}."


def test_the_key_of_a_low_figure_is_clear_of_its_days(own):
    """It stands below them, in room of its own; what is not there is not explained."""
    for exhibit in (plan_deadlines(own, "leeds/2023-second"), progress_of_plan(own, "leeds/2023-second")):
        layout = exhibit.drawn(own).to_dict()["layout"]
        assert (layout["legend"]["yref"], layout["legend"]["y"]) == ("container", 0)
        assert layout["margin"]["b"] >= 80
    dated = plan_deadlines(own, "leeds/2023-second")
    assert dated.key == ""
    assert "no date" not in [note.get("text") for note in dated.drawn(own).to_dict()["layout"]["annotations"]]


def test_each_has_its_own_progress(own):
    assert progress_of_plan(own, "leeds/2022-first") is None
    second = progress_of_plan(own, "leeds/2023-second")
    assert (
        second.title == "“Second plan” reported 0 of 2 actions complete on 1 February 2023, and 1 of 2 on 1 June 2023"
    )


def test_under_the_recommendation_each_says_what_it_reports(own):
    thread = next(one for one in threads(own, ANSWERED) if one.recommendation["recommendation"] == "R1")
    assert thread.progress == (
        "2 of 3 actions reported complete on 1 October 2022 (version 1 of “First plan”). "
        "1 of 2 actions reported complete on 1 June 2023 (version 2 of “Second plan”)."
    )
    assert list(zip(thread.actions["Plan"], thread.actions["Action"], strict=True)) == [
        ("First plan", "1.1"),
        ("First plan", "1.2"),
        ("First plan", "1.3"),
        ("Second plan", "1.1"),
        ("Second plan", "1.2"),
    ]


def test_a_question_names_the_plan_of_an_action(own):
    then = as_known(own, pd.Timestamp("2024-01-01"))  # before a full inspection answered in their place
    alone = replace(then, question_rules=then.question_rules[then.question_rules["rule"] == "past_its_date"])
    asked = committee_questions(alone, "leeds")["question"].iloc[0]
    assert asked.startswith("Action 1.1 of “First plan”, due 1 September 2022, was not reported complete on 1 October 2022")  # fmt: skip


def test_page_and_paper_tell_them_apart(own):
    at = open_page("actions", authority="Leeds", answers="Leeds, ILACS 2018, February and March 2022")
    assert not at.exception
    said = f"{words(at)} {html_of(at)}"
    for plan in ("First plan", "Second plan"):
        assert f"Deadlines of “{plan}”" in said
    text = briefing(own, Selection(("leeds",)), ["recommendations"]).words()
    assert "of “First plan”" in text
    assert "of “Second plan”" in text
    assert "In none of the plans." in text
