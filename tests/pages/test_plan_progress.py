"""A council's own plan in three versions: what was complete when, what slipped, and what the next inspection found beside it."""

import io
import os

import openpyxl
import pytest

from analysis.recommendations.thread import threads
from exhibits.plan_progress import progress_of_plan
from exports.open_data import answer
from exports.workbook import exhibit_workbook
from loaders import DATA, current, load
from loaders.__main__ import main
from tests.builders import PLAN, SAMPLE, replace, small_data, write
from tests.pages.driver import open_page

PLAN_TEXT = """\
title: Improvement plan
responds_to: leeds/2022-ilacs
source: {{file: plan.docx, publisher: Leeds City Council}}
versions:
  - {{version: "1", date: 2022-09-01}}
  - {{version: "2", date: 2022-12-01}}
  - {{version: "3", date: 2023-03-01}}
recommendations:
  - recommendation: R1
    heading: What the report asks for.
    actions:
{actions}"""
ACTION = """\
      - id: "{id}"
        summary: Do the work of {id}.
        quote: Do the work that helps
        leads: Head of Practice
        deadline: {days[2]}
        deadline_as_published: "{printed[2]}"
        status: {statuses[2]}
        status_as_published: {statuses[2]}
        earlier:
          - {{version: "1", deadline: {days[0]}, deadline_as_published: "{printed[0]}", status: {statuses[0]}, status_as_published: {statuses[0]}}}
          - {{version: "2", deadline: {days[1]}, deadline_as_published: "{printed[1]}", status: {statuses[1]}, status_as_published: {statuses[1]}}}
"""
ACTIONS = {
    "1.1": (["2022-11-30"] * 3, ["not_started", "complete", "complete"]),
    "1.2": (["2022-10-31", "2023-01-31", "2023-06-30"], ["not_started", "under_way", "under_way"]),
    "1.3": (["2022-12-31"] * 3, ["under_way", "complete", "under_way"]),
    "1.4": (["2023-03-31", "2023-03-31", "2023-02-28"], ["not_started", "under_way", "complete"]),
}


def plan_text() -> str:
    actions = ""
    for id, (days, statuses) in ACTIONS.items():
        printed = ["/".join(reversed(day.split("-"))) for day in days]
        actions += ACTION.format(id=id, days=days, printed=printed, statuses=statuses)
    return PLAN_TEXT.format(actions=actions)


@pytest.fixture
def own(tmp_path, monkeypatch):
    """The sample with a plan of Leeds that is not published, as a server shows it."""
    write(tmp_path / "own/action_plans/leeds/2022-plan.yaml", plan_text())
    monkeypatch.setenv("INSPECTIONS_DATA", os.pathsep.join([str(SAMPLE), str(tmp_path / "own")]))
    return current()


def test_it_says_what_was_complete_when_and_what_slipped(own):
    assert own.problems.empty
    exhibit = progress_of_plan(own, "leeds/2022-plan")
    assert exhibit.title == (
        "The plan reported 0 of 4 actions complete on 1 September 2022, and 2 of 4 on 1 March 2023"
    )
    assert "2 of 4 in version 2 of 1 December 2022" in exhibit.sentence
    assert "Two actions slipped, with a later deadline or a status that fell back: 1.2 and 1.3." in exhibit.sentence
    rows = exhibit.table.set_index("Action")
    assert rows["Reported complete since"].to_dict() == {
        "1.1": "1 December 2022", "1.2": "", "1.3": "", "1.4": "1 March 2023",
    }  # fmt: skip
    assert rows["Slipped"]["1.1"] == rows["Slipped"]["1.4"] == ""
    assert rows["Slipped"]["1.2"] == (
        "deadline moved from 31 October 2022 to 31 January 2023 (version 2); "
        "deadline moved from 31 January 2023 to 30 June 2023 (version 3)"
    )
    assert rows["Slipped"]["1.3"] == "fell back from reported complete to reported under way (version 3)"
    assert rows["Version 1, 1 September 2022"]["1.2"] == "reported not started; due 31/10/2022"
    assert exhibit.sources[0].startswith("The council’s own record, not published by Ofsted: Improvement plan")
    drawn = exhibit.drawn(own).to_dict()
    marks = {trace["name"]: len(trace["hovertext"]) for trace in drawn["data"]}
    assert marks == {"slipped": 3, "reported complete": 4, "reported under way": 5, "reported not started": 3}


def test_beside_it_stands_what_later_inspections_found(own):
    """The same words as above, under the recommendation that the action answers."""
    exhibit = progress_of_plan(own, "leeds/2022-plan")
    (thread,) = [one for one in threads(own, "leeds/2022-ilacs") if one.recommendation["recommendation"] == "R1"]
    assert set(exhibit.table["What later inspections say"]) == {thread.headline}
    assert "2025" in thread.headline


def test_the_page_shows_it_with_its_files(own):
    at = open_page("actions", authority="Leeds", answers="Leeds, ILACS 2018, February and March 2022")
    assert not at.exception
    words = " ".join(str(element.value) for element in (*at.markdown, *at.subheader, *at.header))
    assert "The plan reported 0 of 4 actions complete" in words
    exhibit = progress_of_plan(own, "leeds/2022-plan")
    book = openpyxl.load_workbook(io.BytesIO(exhibit_workbook(own, exhibit)))
    assert [row[0] for row in book["Table"].values][1:] == [*ACTIONS]
    lines = answer(own, "action_versions.csv", [("authority", "leeds")]).body.decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 3 * len(ACTIONS)


def test_with_one_version_told_the_page_stays_as_it_is():
    ds = load(SAMPLE)
    assert progress_of_plan(ds, "york/2022-action-plan") is None
    words = " ".join(str(element.value) for element in open_page("actions", authority="York").markdown)
    assert "actions complete on" not in words


BREAKS = {
    'version: "1", deadline: 2022-11-30': ('version: "9", deadline: 2022-11-30', "an earlier version of this plan"),
    'version: "2", date: 2022-12-01': ('version: "2", date: 2022-08-01', "Put the oldest first"),
    'version: "3", date: 2023-03-01': ('version: "2", date: 2023-03-01', "twice"),
    'deadline: 2022-10-31, deadline_as_published: "31/10/2022"': (
        'deadline: 2022-10-31, deadline_as_published: "30/10/2022"',
        "the plan prints '30/10/2022'",
    ),
}


@pytest.mark.parametrize("old", BREAKS)
def test_check_says_what_is_wrong_with_its_versions(tmp_path, capsys, old):
    data = small_data(tmp_path)
    write(data / PLAN, plan_text().replace("leeds/", "york/"))
    assert main(["check", str(data)]) == 0
    replace(data / PLAN, old, BREAKS[old][0])
    assert main(["check", str(data)]) == 1
    assert BREAKS[old][1] in capsys.readouterr().out


def test_the_template_passes_the_check(tmp_path):
    data = small_data(tmp_path)
    text = (DATA / "plan-template.yaml").read_text(encoding="utf-8")
    write(data / PLAN, text.replace("authority/2023-ilacs", "york/2022-ilacs"))
    ds = load(data)
    assert ds.problems.empty
    assert len(ds.action_versions) == 2
