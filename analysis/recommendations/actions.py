"""What a council's plan says of its actions: the council's claim, at the date of the plan's latest version."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from analysis.look_up import look_up, rows
from loaders import Dataset, kept

STATUS_LABELS = {
    "complete": "reported complete",
    "under_way": "reported under way",
    "not_started": "reported not started",
    "ongoing": "ongoing, no end date",
}
NO_STATUS = "no status word"


@kept
def actions_of(ds: Dataset, authority: str) -> pd.DataFrame:
    """One row per action of the authority's plans.

    Columns: those of ``ds.actions``, version, version_date (of the plan), status_label, past_its_date (a deadline that
    is a day, before the version's date, and not reported complete).
    """
    actions = ds.actions[ds.actions["authority"] == authority].merge(
        ds.plans[["plan", "version", "version_date"]], on="plan"
    )
    late = (
        actions["deadline"].notna()
        & (actions["deadline"] < actions["version_date"])
        & (actions["status"] != "complete")
    )
    return actions.assign(
        status_label=actions["status"].map(STATUS_LABELS).fillna(NO_STATUS),
        past_its_date=late.fillna(False).astype(bool),
    )


@kept
def past_their_date(ds: Dataset, authority: str) -> pd.DataFrame:
    """The actions past their date and not reported complete, in order of deadline. Columns: those of ``actions_of``."""
    actions = actions_of(ds, authority)
    return actions[actions["past_its_date"]].sort_values("deadline")


@kept
def progress_by_recommendation(ds: Dataset, authority: str) -> pd.DataFrame:
    """One row per recommendation that a plan answers.

    Columns: plan, inspection, recommendation, version, version_date, actions, complete, without_status.
    """
    actions = actions_of(ds, authority)
    keys = ["plan", "inspection", "recommendation", "version", "version_date"]
    counted = actions.assign(
        complete=actions["status"].eq("complete"), without_status=actions["status"].isna()
    ).groupby(keys, sort=False)
    return counted.agg(
        actions=("action", "size"), complete=("complete", "sum"), without_status=("without_status", "sum")
    ).reset_index()


@kept
def plans_answering(ds: Dataset, inspection: str) -> tuple[str, ...]:
    """Return the plans that answer an inspection, in order of their latest versions. Of one council they are rarely two."""
    return tuple(rows(ds, "plans", "inspection", inspection).sort_values("version_date", kind="stable")["plan"])


@kept
def plan_name(ds: Dataset, plan: str) -> str:
    """``the plan``; where others answer the same inspection, its title: ``“Improvement plan”``."""
    alone = len(plans_answering(ds, look_up(ds, "plans", "plan", "inspection")[plan])) == 1
    return "the plan" if alone else f"“{look_up(ds, 'plans', 'plan', 'title')[plan]}”"


class Choices(NamedTuple):
    """The words by which actions may be narrowed, each once: of their status in the order of the plan, of who leads."""

    statuses: list[str]
    leads: list[str]


@kept
def choices_of_plan(ds: Dataset, inspection: str) -> Choices:
    """Return what the actions that answer an inspection may be narrowed by; nothing where no plan answers it."""
    actions = actions_of(ds, inspection.partition("/")[0])
    mine = actions[actions["inspection"] == inspection]
    return Choices(list(dict.fromkeys(mine["status_label"])), sorted(set(mine["leads"])))
