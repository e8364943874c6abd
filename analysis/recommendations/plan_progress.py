"""How a council's plan moved from version to version: what was reported complete when, and what slipped.

An action slipped where a later version gives it a later deadline, a deadline that is no day any more, or a status that is less far
than the last that was given: complete is further than under way and ongoing, and these are further than not started.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from analysis.english import counted, day, joined, sentence
from analysis.look_up import each
from analysis.recommendations.actions import NO_STATUS, STATUS_LABELS
from loaders import Dataset, kept

FAR = {"not_started": 0, "under_way": 1, "ongoing": 1, "complete": 2}
"""How far an action of each status is."""


@kept
def plan_progress(ds: Dataset, plan: str) -> pd.DataFrame:
    """One row per action and version of a plan that gives its status or deadline, by action and in order of the versions.

    Columns: those of ``ds.action_versions``, recommendation, status_label, completed (reported complete here, and not in the
    version before), slipped (what slipped, in words; empty where nothing did).
    """
    rows = ds.action_versions[ds.action_versions["plan"] == plan]
    recommendations = ds.actions[ds.actions["plan"] == plan].set_index("action")["recommendation"]
    found = rows.assign(
        recommendation=rows["action"].map(recommendations),
        status_label=rows["status"].map(STATUS_LABELS).fillna(NO_STATUS),
    )
    completed, slipped = [], []
    for _, versions in found.groupby("action", sort=False):
        before, status = None, None
        for row in each(versions):
            completed.append(row.status == "complete" and (before is None or before.status != "complete"))
            slipped.append(_slipped(before, status, row) if before is not None else "")
            before, status = row, row.status if isinstance(row.status, str) else status
    return found.assign(completed=completed, slipped=slipped)


def _slipped(before: Any, status: str | None, now: Any) -> str:
    """What is due later than in the version before, or less far than the last status that was given, in words."""
    words = []
    if pd.notna(before.deadline) and (pd.isna(now.deadline) or now.deadline > before.deadline):
        until = f"to {day(now.deadline)}" if pd.notna(now.deadline) else f"to “{now.deadline_as_published}”"
        words.append(f"deadline moved from {day(before.deadline)} {until}")
    if status is not None and FAR.get(now.status, 3) < FAR.get(status, -1):
        words.append(f"fell back from {STATUS_LABELS[status]} to {STATUS_LABELS[now.status]}")
    return " and ".join(words)


def plan_progress_title(rows: pd.DataFrame, plan: str) -> str:
    """``The plan reported 0 of 3 actions complete on 1 June 2022, and 2 of 3 on 1 March 2023``: its first version and its last.

    ``plan``: what it is called, as ``actions.plan_name``.
    """
    first, last = rows["date"].min(), rows["date"].max()
    (done, actions), (then, of) = _complete(rows, last), _complete(rows, first)
    return f"{plan[0].upper()}{plan[1:]} reported {then} of {of} {'action' if of == 1 else 'actions'} complete on {day(first)}, and {done} of {actions} on {day(last)}"


def plan_progress_sentence(rows: pd.DataFrame) -> str:
    """How many actions were reported complete in each version, and which slipped."""
    told = []
    for date, version in rows.drop_duplicates("date").sort_values("date")[["date", "version"]].itertuples(index=False):
        done, of = _complete(rows, date)
        told.append(f"{done} of {of} in version {version} of {day(date)}")
    slipped = list(dict.fromkeys(rows.loc[rows["slipped"] != "", "action"]))
    text = f"Reported complete: {joined(told)}."
    if not slipped:
        return f"{text} No deadline moved back, and no status fell back."
    many = sentence(counted(len(slipped), "action"))[:-1]
    return f"{text} {many} slipped, with a later deadline or a status that fell back: {joined(slipped)}."


def _complete(rows: pd.DataFrame, date: pd.Timestamp) -> tuple[int, int]:
    """How many actions a version reports complete, and of how many it speaks."""
    then = rows[rows["date"] == date]
    return int(then["status"].eq("complete").sum()), len(then)
