"""The record format of action plans, field by field. A plan is the council's own voice."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from .schema import Day, Model, Note, ParagraphId, Quote, RecommendationId, Says, Source, Text


class ActionStatus(StrEnum):
    """How far an action is, in the plan's own words."""

    COMPLETE = "complete"
    UNDER_WAY = "under_way"
    NOT_STARTED = "not_started"
    ONGOING = "ongoing"


class Version(Model):
    """One version of an action plan."""

    version: Text = Field(description="As printed.")
    date: Day = Field(description="Its date.")
    note: Text | None = Field(None, description="What changed, in our own words.")


class Board(Model):
    """Who oversees an action plan."""

    name: Text = Field(description="As printed.")
    meets: Text | None = Field(None, description="How often.")
    chair: Text | None = Field(None, description="Role of the chair.")
    attended_by: Text | None = Field(None, description="Who else attends.")
    note: Text | None = Field(None, description="Anything else the plan says of its oversight.")


class EarlierAction(Model):
    """What an earlier version of the plan said of an action."""

    version: Text = Field(description="The version, as under `versions`.")
    deadline: Day | None = Field(None, description="Its deadline then, where it was a day, else null.")
    deadline_as_published: Text = Field(description="That deadline as printed.")
    status: ActionStatus | None = Field(None, description="Only where that version's own word says so; else null.")
    status_as_published: Text | None = Field(None, description="That word.")


class Action(Model):
    """One action of a plan. Its status is the council's claim, not a finding."""

    id: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]?\.[1-9][0-9]?$")] = Field(
        description="`<recommendation number>.<n>`, in the order of the plan; in quotation marks."
    )
    summary: Text = Field(description="Own words: what is to be done.")
    quote: Quote = Field(description="Short verbatim phrase of the action.")
    leads: Text = Field(description="Lead roles as printed, never split: role names hold commas.")
    deadline: Day | None = Field(None, description="The deadline where it is a day, else null.")
    deadline_as_published: Text = Field(description="The deadline as printed.")
    status: ActionStatus | None = Field(None, description="Only where the plan's own word says so; else null.")
    status_as_published: Text | None = Field(None, description="That word.")
    progress_summary: Text | None = Field(None, description="Own words: what the plan reports.")
    progress_quote: Quote | None = Field(None, description="Short verbatim phrase of the progress reported.")
    earlier: list[EarlierAction] = Field(
        [], description="What earlier versions said of it, oldest first, where they are held."
    )
    note: Text | None = Field(None, description="Where status, deadline and progress do not agree, or are unclear.")


class OutcomeLink(Model):
    """A later paragraph that speaks to an expected outcome."""

    inspection: Text = Field(description="Id of the later inspection.")
    paragraph: ParagraphId
    says: Says
    why: Text = Field(description="The reason, shown to users.")


class ExpectedOutcome(Model):
    """What a plan says will be better."""

    id: Text = Field(description="`<recommendation number>.<letter>`.")
    summary: Text = Field(description="Own words.")
    quote: Quote = Field(description="Short verbatim phrase.")
    later: list[OutcomeLink] = Field([], description="Later paragraphs that speak to it, where two readers saw it so.")


class PlanRecommendation(Model):
    """A plan's answer to one recommendation."""

    recommendation: RecommendationId = Field(
        description="Id of the recommendation in the inspection the plan responds to."
    )
    heading: Text = Field(description="The plan's heading, as printed.")
    heading_differs: Text | None = Field(None, description="How it differs from the report's own words, if it does.")
    actions: Annotated[list[Action], Field(min_length=1)]
    expected_outcomes: list[ExpectedOutcome] = Field([])


class ActionPlan(Model):
    """One action plan: `data/action_plans/<authority>/<year>-<name>.yaml`. The path is its id."""

    title: Text = Field(description="Title as printed.")
    responds_to: Text = Field(description="Id of the inspection it answers.")
    source: Source
    versions: Annotated[list[Version], Field(min_length=1)] = Field(
        description="Versions, oldest first. Progress is as at the last."
    )
    board: Board | None = None
    recommendations: Annotated[list[PlanRecommendation], Field(min_length=1)]
    notes: list[Note] = Field([])
