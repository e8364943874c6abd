"""Whether an action plan makes sense: beside the inspection it answers, and within itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import schema
from .problems import Problem, one_of
from .records import Origin, Records, twice


def plan_problems(record_id: str, plan: schema.ActionPlan, records: Records) -> Iterator[Problem]:
    origin = records.origins[record_id]
    if plan.responds_to not in records.listed_ids:
        yield origin.problem(("responds_to",), one_of(plan.responds_to, sorted(records.listed_ids), "an inspection of this data"))
    answered = records.inspections.get(plan.responds_to)
    known = {r.id for r in answered.recommendations} if answered else set()
    yield from twice(origin, "recommendations", [r.recommendation for r in plan.recommendations], key="recommendation")
    for i, entry in enumerate(plan.recommendations):
        where = ("recommendations", i)
        if known and entry.recommendation not in known:
            yield origin.problem((*where, "recommendation"), one_of(entry.recommendation, known, f"a recommendation of {plan.responds_to}"))
        yield from twice(origin, "actions", [a.id for a in entry.actions], where)
        yield from twice(origin, "expected_outcomes", [o.id for o in entry.expected_outcomes], where)
        for k, action in enumerate(entry.actions):
            yield from _action(origin, entry, action, (*where, "actions", k))


def _action(origin: Origin, entry: schema.PlanRecommendation, action: schema.Action, where: tuple) -> Iterator[Problem]:
    if action.id.split(".")[0] != entry.recommendation[1:]:
        yield origin.problem(
            (*where, "id"), f"found {action.id!r} under {entry.recommendation}. It begins with the recommendation's number."
        )
    printed = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", action.deadline_as_published)
    stated = action.deadline.strftime("%d/%m/%Y") if action.deadline else None
    if (printed or stated) and stated != action.deadline_as_published:
        yield origin.problem(
            (*where, "deadline"), f"found {stated}, but the plan prints {action.deadline_as_published!r}. Mend one of the two."
        )
    if action.status and not action.status_as_published:
        yield origin.problem(
            (*where, "status_as_published"), f"is missing. The status {action.status.value!r} must rest on the plan's own word."
        )
