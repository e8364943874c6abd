"""Whether an action plan makes sense: beside the inspection it answers, and within itself."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from . import plan_schema
from .contents import Origin, Records, twice
from .problems import Problem, one_of


def plan_problems(record_id: str, plan: plan_schema.ActionPlan, records: Records) -> Iterator[Problem]:
    origin = records.origins[f"action_plans/{record_id}"]
    authorities = {authority.id for authority in records.vocabulary["authorities"].authorities}
    if record_id.split("/")[0] not in authorities:
        yield origin.problem(
            (), f"the folder says {one_of(record_id.split('/')[0], authorities, 'an authority of authorities.csv')}"
        )
    if plan.responds_to not in records.inspection_ids:
        yield origin.problem(
            ("responds_to",), one_of(plan.responds_to, sorted(records.inspection_ids), "an inspection of this data")
        )
    answered = records.inspections.get(plan.responds_to)
    known = {r.id for r in answered.recommendations} if answered else set()
    yield from _versions(origin, plan)
    yield from twice(origin, "recommendations", [r.recommendation for r in plan.recommendations], key="recommendation")
    for i, entry in enumerate(plan.recommendations):
        where = ("recommendations", i)
        if known and entry.recommendation not in known:
            yield origin.problem(
                (*where, "recommendation"),
                one_of(entry.recommendation, known, f"a recommendation of {plan.responds_to}"),
            )
        yield from twice(origin, "actions", [a.id for a in entry.actions], where)
        yield from twice(origin, "expected_outcomes", [o.id for o in entry.expected_outcomes], where)
        for k, outcome in enumerate(entry.expected_outcomes):
            for m, link in enumerate(outcome.later):
                yield from _later(origin, link, records, (*where, "expected_outcomes", k, "later", m))
        for k, action in enumerate(entry.actions):
            yield from _action(origin, entry, action, (*where, "actions", k))
            yield from _earlier(origin, plan, action, (*where, "actions", k))


def _versions(origin: Origin, plan: plan_schema.ActionPlan) -> Iterator[Problem]:
    """Whether each version has a name and a day of its own, the oldest first."""
    yield from twice(origin, "versions", [version.version for version in plan.versions], key="version")
    for i, (before, version) in enumerate(itertools.pairwise(plan.versions), start=1):
        if version.date <= before.date:
            found = f"found {version.date}, not after {before.date} of version {before.version}. Put the oldest first."
            yield origin.problem(("versions", i, "date"), found)


def _action(
    origin: Origin, entry: plan_schema.PlanRecommendation, action: plan_schema.Action, where: tuple
) -> Iterator[Problem]:
    if action.id.split(".")[0] != entry.recommendation[1:]:
        yield origin.problem(
            (*where, "id"),
            f"found {action.id!r} under {entry.recommendation}. It begins with the recommendation's number.",
        )
    yield from _as_printed(origin, action, where)


def _as_printed(
    origin: Origin, action: plan_schema.Action | plan_schema.EarlierAction, where: tuple
) -> Iterator[Problem]:
    """Whether deadline and status rest on what the plan prints."""
    printed = re.fullmatch(r"(\d\d)/(\d\d)/(\d{4})", action.deadline_as_published)
    stated = action.deadline.strftime("%d/%m/%Y") if action.deadline else None
    if (printed or stated) and stated != action.deadline_as_published:
        yield origin.problem(
            (*where, "deadline"),
            f"found {stated}, but the plan prints {action.deadline_as_published!r}. Mend one of the two.",
        )
    if action.status and not action.status_as_published:
        yield origin.problem(
            (*where, "status_as_published"),
            f"is missing. The status {action.status.value!r} must rest on the plan's own word.",
        )


def _earlier(
    origin: Origin, plan: plan_schema.ActionPlan, action: plan_schema.Action, where: tuple
) -> Iterator[Problem]:
    """Whether what earlier versions said belongs to versions of this plan, in their order, and not to the last."""
    names = [version.version for version in plan.versions]
    yield from twice(origin, "earlier", [one.version for one in action.earlier], where, key="version")
    last = -1
    for i, one in enumerate(action.earlier):
        at = (*where, "earlier", i)
        yield from _as_printed(origin, one, at)
        if one.version not in names[:-1]:
            yield origin.problem((*at, "version"), one_of(one.version, names[:-1], "an earlier version of this plan"))
            continue
        place = names.index(one.version)
        if place < last:
            yield origin.problem(
                (*at, "version"), f"found {one.version!r} after a later version. Put the oldest first."
            )
        last = max(last, place)


def _later(origin: Origin, link: plan_schema.OutcomeLink, records: Records, where: tuple) -> Iterator[Problem]:
    if link.inspection not in records.inspection_ids:
        yield origin.problem(
            (*where, "inspection"),
            one_of(link.inspection, sorted(records.inspection_ids), "an inspection of this data"),
        )
        return
    later = records.inspections.get(link.inspection)
    paragraphs = [finding.paragraph for finding in later.findings] if later else []
    if paragraphs and link.paragraph not in paragraphs:
        yield origin.problem(
            (*where, "paragraph"), one_of(link.paragraph, paragraphs, f"a paragraph of {link.inspection}")
        )
