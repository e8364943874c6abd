"""Each sentence on a council's own plan against the plan's file: of every plan that is held, and of one in three versions made up here."""

import os
import re
from datetime import date

import pytest
import yaml

from analysis.recommendations.thread import threads
from exhibits.deadlines import plan_deadlines
from exhibits.plan_progress import progress_of_plan
from loaders import DATA, current
from tests.builders import SAMPLE, write
from tests.live import by_hand
from tests.live.histories import MONTHS
from tests.live.reading import COUNT, count_of

WORDS = {
    "complete": "reported complete",
    "under_way": "reported under way",
    "not_started": "reported not started",
    "ongoing": "ongoing, no end date",
    None: "no status word",
}
FAR = ("not_started", "under_way", "complete")
SAID = {
    "1.1": [("2022-11-30", "not_started"), ("2022-11-30", "complete"), ("2022-11-30", "complete")],
    "1.2": [("2022-10-31", "not_started"), ("2023-01-31", "under_way"), ("2023-06-30", "under_way")],
    "1.3": [("2022-12-31", "under_way"), ("2022-12-31", "complete"), ("2022-12-31", "ongoing")],
    "1.4": [("2022-12-31", "complete"), ("2022-12-31", None), ("2022-12-31", "under_way")],
    "1.5": [("2023-03-31", "not_started"), None, ("when staff are there", "not_started")],
    "1.6": [None, None, ("2023-02-28", "complete")],
    "1.7": [("each month", "ongoing"), ("2022-12-31", "ongoing"), ("2022-12-31", None)],
    "2.1": [None, ("2023-05-31", "under_way"), ("2023-04-30", "complete")],
}
"""Deadline and status of each action in each version; None where a version does not speak of it."""


def made_up() -> dict:
    """A plan of Leeds in three versions: deadlines move, status words fall back, are missing, and come late."""
    days, found = ("2022-09-01", "2022-12-01", "2023-03-01"), {}
    for action, said in SAID.items():
        spoken = [_said(one) | {"version": str(n)} for n, one in enumerate(said, start=1) if one]
        now = {name: value for name, value in spoken.pop().items() if name != "version"}
        about = {
            "id": action,
            "summary": "Do the work.",
            "quote": "Do the work that helps",
            "leads": "Head of Practice",
        }
        found.setdefault(f"R{action[0]}", []).append(about | now | {"earlier": spoken})
    return {
        "title": "Improvement plan",
        "responds_to": "leeds/2022-ilacs",
        "source": {"file": "plan.docx", "publisher": "Leeds City Council"},
        "versions": [{"version": str(n), "date": date.fromisoformat(day)} for n, day in enumerate(days, start=1)],
        "recommendations": [
            {"recommendation": name, "heading": "As asked.", "actions": actions} for name, actions in found.items()
        ],
    }


def _said(one: tuple[str, str | None]) -> dict:
    deadline, status = one
    is_day = deadline[0].isdigit()
    return {
        "deadline": date.fromisoformat(deadline) if is_day else None,
        "deadline_as_published": "/".join(reversed(deadline.split("-"))) if is_day else deadline,
        "status": status,
        "status_as_published": status,
    }


@pytest.fixture
def plans(data, ds, tmp_path, monkeypatch):
    """Each plan with the dataset that holds it. The made-up one stands in a folder of its own, beside the sample."""
    found = [(ds, path.relative_to(data / "action_plans"), by_hand.read(path)) for path in sorted((data / "action_plans").glob("*/*.yaml"))]  # fmt: skip
    assert found
    if data == DATA:
        own = tmp_path / "own/action_plans/leeds/2022-plan.yaml"
        write(own, yaml.safe_dump(made_up(), sort_keys=False))
        monkeypatch.setenv("INSPECTIONS_DATA", os.pathsep.join([str(SAMPLE), str(tmp_path / "own")]))
        sample = current()
        assert sample.problems.empty
        found.append((sample, own.relative_to(own.parents[1]), by_hand.read(own)))
    return found


def versions(plan: dict) -> list[str]:
    """Its versions that say anything of an action, in order."""
    spoken = {version for said in history(plan).values() for version in said}
    return [one["version"] for one in plan["versions"] if one["version"] in spoken]


def history(plan: dict) -> dict[str, dict[str, dict]]:
    """What each version says, by action and version."""
    last = plan["versions"][-1]["version"]
    return {
        action["id"]: {one["version"]: one for one in action.get("earlier", [])} | {last: action}
        for entry in plan["recommendations"]
        for action in entry["actions"]
    }


def on(plan: dict, version: str) -> str:
    """The day of a version, in words."""
    year, month, day = str(next(one["date"] for one in plan["versions"] if one["version"] == version)).split("-")
    return f"{int(day)} {MONTHS[int(month) - 1]} {year}"


def complete(plan: dict, version: str) -> tuple[int, int]:
    """How many actions a version calls complete, of how many it speaks of."""
    spoken = [said[version] for said in history(plan).values() if version in said]
    return sum(one.get("status") == "complete" for one in spoken), len(spoken)


def slips(said: dict[str, dict], order: list[str]) -> dict[str, set[str]]:
    """In which versions an action's deadline moved back, and its status fell back from the last that was given."""
    found: dict[str, set[str]] = {}
    deadline, status = None, None
    for version in (one for one in order if one in said):
        now = said[version]
        if deadline and (now.get("deadline") is None or now["deadline"] > deadline):
            found.setdefault(version, set()).add("deadline")
        if now.get("status") and status and rank(now["status"]) < rank(status):
            found.setdefault(version, set()).add("status")
        deadline, status = now.get("deadline"), now.get("status") or status
    return found


def rank(status: str) -> int:
    """How far an action is; ongoing is as far as under way."""
    return FAR.index("under_way" if status == "ongoing" else status)


def test_how_far_each_version_was(plans):
    """Title, sentence and text alternative: how many were complete in which version, and which slipped."""
    for ds, path, plan in plans:
        order = versions(plan)
        exhibit = progress_of_plan(ds, path.with_suffix("").as_posix())
        assert (exhibit is None) == (len(order) < 2), path
        if exhibit is None:
            continue
        ends = re.fullmatch(r"The plan reported (\d+) of (\d+) actions? complete on (.+), and (\d+) of (\d+) on (.+)", exhibit.title).groups()  # fmt: skip
        for told, version in ((ends[:3], order[0]), (ends[3:], order[-1])):
            assert (int(told[0]), int(told[1]), told[2]) == (*complete(plan, version), on(plan, version)), exhibit.title
        told = re.findall(r"(\d+) of (\d+) in version (\w+) of (\d+ \w+ \d{4})", exhibit.sentence)
        assert [(int(n), int(of), name, day) for n, of, name, day in told] == [(*complete(plan, one), one, on(plan, one)) for one in order], exhibit.sentence  # fmt: skip
        slipped = [action for action, said in history(plan).items() if slips(said, order)]
        number, names = re.search(rf"({COUNT}) actions? slipped, .+: (.+)\.$", exhibit.sentence, re.I).groups()
        assert re.split(", | and ", names) == slipped, exhibit.sentence
        assert count_of(number) == len(slipped), exhibit.sentence
        assert exhibit.sentence in exhibit.alt


def test_what_each_version_said_of_each_action(plans):
    """The table behind it: what each version said, since when an action is complete, in which version what slipped."""
    for ds, path, plan in plans:
        order, answered = versions(plan), plan["responds_to"]
        exhibit = progress_of_plan(ds, path.with_suffix("").as_posix())
        if exhibit is None:
            continue
        found = {one.recommendation["recommendation"]: one.headline for one in threads(ds, answered)}
        rows = exhibit.table.set_index("Action").to_dict("index")
        assert list(rows) == list(history(plan))
        for action, said in history(plan).items():
            row = rows[action]
            assert row["What later inspections say"] == found[row["Recommendation"]] != ""
            for version in order:
                now = said.get(version)
                words = f"{WORDS[now.get('status')]}; due {now['deadline_as_published']}" if now else "not in this version"  # fmt: skip
                assert row[f"Version {version}, {on(plan, version)}"] == words, action
            whole = [said[version].get("status") == "complete" for version in order if version in said]
            since = len(whole) - next((n for n, one in enumerate(reversed(whole)) if not one), len(whole))
            spoken = [version for version in order if version in said]
            assert row["Reported complete since"] == (on(plan, spoken[since]) if whole[-1] else ""), action
            told: dict[str, set[str]] = {}
            for words, version in re.findall(r"([^()]+) \(version (\w+)\)", row["Slipped"]):
                told[version] = {what for what, sign in (("deadline", "deadline moved"), ("status", "fell back")) if sign in words}  # fmt: skip
            assert told == slips(said, order), (action, row["Slipped"])


def test_the_deadlines_of_the_last_version(plans):
    """How many are days, how many had passed by the day of the version, and which of these were not reported complete."""
    for ds, path, plan in plans:
        last = plan["versions"][-1]
        exhibit = plan_deadlines(ds, path.with_suffix("").as_posix())
        actions = [action for entry in plan["recommendations"] for action in entry["actions"]]
        dated = [one for one in actions if one.get("deadline")]
        passed = [one for one in dated if one["deadline"] < last["date"]]
        late = [one["id"] for one in passed if one.get("status") != "complete"]
        assert exhibit.title.endswith(f"against its version of {on(plan, last['version'])}")
        told = re.match(rf"Of ({COUNT}) deadlines?, ({COUNT}) can be placed on a calendar(?:; .+ such as “(.+?)”)?\. ({COUNT}) had passed by (.+?)(?:, and (.+) (?:was|were) not reported complete)?\. No action", exhibit.sentence, re.I).groups()  # fmt: skip
        assert [count_of(told[place]) for place in (0, 1, 3)] == [len(actions), len(dated), len(passed)]
        assert told[4] == on(plan, last["version"])
        assert (re.split(", | and ", told[5]) if told[5] else []) == late
        printed = {one["deadline_as_published"] for one in actions if not one.get("deadline")}
        assert told[2] in printed if printed else told[2] is None
        assert exhibit.sentence in exhibit.alt
        rows = exhibit.table.set_index("Action").to_dict("index")
        for one in actions:
            row = rows[one["id"]]
            assert (row["Deadline as printed"], row["Status"]) == (one["deadline_as_published"], WORDS[one.get("status")])  # fmt: skip
            assert bool(row["To note"]) == (one["id"] in late), one["id"]


def test_what_the_council_reported_on_each_recommendation(plans):
    for ds, _, plan in plans:
        told = {one.recommendation["recommendation"]: one.progress for one in threads(ds, plan["responds_to"])}
        last = plan["versions"][-1]["version"]
        for entry in plan["recommendations"]:
            text, actions = told.pop(entry["recommendation"]), entry["actions"]
            found = re.fullmatch(rf"(\d+) of (\d+) (actions?) reported complete on (.+) \(version (.+) of the plan\)(?:; ({COUNT}) ha(?:s|ve) no status word)?\.", text)  # fmt: skip
            assert (int(found[1]), int(found[2])) == (sum(one.get("status") == "complete" for one in actions), len(actions)), text  # fmt: skip
            assert (found[3] == "action") == (len(actions) == 1), text
            assert (found[4], found[5]) == (on(plan, last), last), text
            assert count_of(found[6] or "no") == sum(one.get("status") is None for one in actions), text
        assert set(told.values()) <= {None}
