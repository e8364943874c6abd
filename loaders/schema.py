"""The record format: what an inspection, a visit and an action plan say, field by field.

These models are the format's manual: ``data/README.md`` is generated from their descriptions. They hold the *shape* of
a record; whether it makes sense beside the vocabulary and the other records is checked in ``checks.py``.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from .partial_date import DateField

QUOTE_WORDS = (4, 25)

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
RecommendationId = Annotated[str, StringConstraints(pattern=r"^R[1-9][0-9]?$")]


def _plain_date(value: object) -> object:
    """Take a whole day only, written 2022-05-04."""
    if value is None or isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        raise ValueError("not a day. Write it as 2022-05-04, or null where it is unknown")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"no such day ({error})") from error


def _quote_length(value: str) -> str:
    words, (least, most) = len(value.split()), QUOTE_WORDS
    if not least <= words <= most:
        raise ValueError(f"a quote of {words} words; it has {least} to {most}. Take the phrase that carries the point")
    return value


def _paragraph(value: object) -> object:
    return str(value) if isinstance(value, int) else value


Day = Annotated[date, BeforeValidator(_plain_date)]
Quote = Annotated[Text, AfterValidator(_quote_length)]
ParagraphId = Annotated[str, BeforeValidator(_paragraph), StringConstraints(pattern=r"^(H?[1-9][0-9]{0,2})$")]


class Depth(StrEnum):
    """How much of the inspection the record holds."""

    CODED = "coded"
    OUTCOME = "outcome"
    LISTED = "listed"


class Verdict(StrEnum):
    """What the inspector thought of a theme in one paragraph."""

    STRENGTH = "strength"
    MIXED = "mixed"
    CONCERN = "concern"


class ActionStatus(StrEnum):
    """How far an action is, in the plan's own words."""

    COMPLETE = "complete"
    UNDER_WAY = "under_way"
    NOT_STARTED = "not_started"
    ONGOING = "ongoing"


class Model(BaseModel):
    """Strict: a field that the format does not know is refused, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Model):
    """The document that a record was made from."""

    file: Text | None = Field(
        None,
        description="File name of the text or PDF it was coded from, so that `verify` finds it in the folders it is given. Null where no source is held.",
    )
    title: Text | None = Field(None, description="Title as printed on the document.")
    publisher: Text = Field("Ofsted", description="Who published it.")
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = Field(
        None, description="Public address of the report. Null where unknown; never a guess."
    )
    licence: Text | None = Field(None, description="Licence as the document prints it. Null where it prints none.")
    checked: Day | None = Field(None, description="Day on which the record was last compared with the document.")


class Note(Model):
    """A conflict, gap or oddity in the sources, shown to users."""

    kind: Literal["conflict", "gap", "misprint", "context"] = Field(
        description="`conflict`: sources disagree; `gap`: something is missing; `misprint`: quoted as printed; `context`: anything else a reader must know."
    )
    text: Text = Field(description="The note, in our own words, in full sentences.")
    paragraphs: list[ParagraphId] = Field([], description="Paragraphs it is about, if any.")


class Grade(Model):
    """One judgement as published."""

    as_published: Text = Field(description="The grade's words as printed, spelling and case included.")
    number: Annotated[int, Field(ge=1, le=4)] | None = Field(None, description="The number printed beside the grade (2012), else null.")
    note: Text | None = Field(None, description="What a reader must know about this grade.")


def _short_grade(value: object) -> object:
    return {"as_published": value} if isinstance(value, str) else value


GradeField = Annotated[Grade, BeforeValidator(_short_grade)]


class RecommendationThemes(Model):
    """Themes of a recommendation."""

    primary: Annotated[list[Text], Field(min_length=1, max_length=2)] = Field(description="What is to get better: one theme, at most two.")
    other: list[Text] = Field([], description="Themes that are only its context. They decide nothing.")


class ReturnsTo(Model):
    """A link from a recommendation to an earlier one of the same matter."""

    inspection: Text = Field(description="Id of the earlier inspection.")
    recommendation: RecommendationId = Field(description="Id of the earlier recommendation.")
    extent: Literal["same", "part"] = Field(
        description="`same`: the whole matter is asked again; `part`: a part of it, or for some of the children."
    )
    basis: Literal["report says so", "same matter"] = Field(
        description="Whether the later report says so itself, or two readers judged it the same matter."
    )
    why: Text = Field(description="The reason, shown to users.")


class Recommendation(Model):
    """Something Ofsted asked for."""

    id: RecommendationId = Field(description="`R1`, `R2`… in the order of the report.")
    summary: Text = Field(description="Own words, one sentence.")
    quote: Quote = Field(description="Short verbatim phrase of the recommendation.")
    themes: RecommendationThemes
    addressee: Text = Field("the local authority", description="Who is asked to act.")
    for_whom: Text | None = Field(None, description="The group it is limited to; null where it is general.")
    set: Literal["safeguarding", "looked_after", "safeguarding_board"] | None = Field(
        None, description="The part of the inspection it belongs to, where there are two."
    )
    timescale: Text | None = Field(None, description="By when, as printed.")
    priority_action: bool = Field(False, description="True only where the report calls it an area for priority action.")
    national_framework: Text | None = Field(
        None, description="Tag of the Children's Social Care National Framework as printed (from about 2025)."
    )
    returns_to: list[ReturnsTo] = Field([], description="Earlier recommendations on the same matter.")
    paragraph: ParagraphId | None = Field(None, description="Printed number of the paragraph or list it stands in.")
    page: Annotated[int, Field(ge=1)] | None = Field(None, description="Page of the report.")


class Finding(Model):
    """One numbered paragraph of a report, or one paragraph of a letter."""

    paragraph: ParagraphId = Field(
        description="The number printed in the report. In an unnumbered letter 1, 2… after 'Main findings'; headline paragraphs H1, H2…"
    )
    section: Text = Field(description="The heading it stands under, without the grade.")
    page: Annotated[int, Field(ge=1)] | None = Field(None, description="Page on which it starts, counted from the first page of the file.")
    summary: Text = Field(description="Own words, one or two sentences that a councillor understands. Says only what the paragraph says.")
    quote: Quote = Field(description="Short verbatim phrase (4 to 25 words of one sentence) that carries the point.")
    codes: Annotated[dict[str, Verdict], Field(min_length=1, max_length=4)] = Field(
        description="Theme and verdict, one to four, the main one first. See `themes.yaml`."
    )
    is_summary: bool = Field(
        False,
        description="True in headline, overall-effectiveness, capacity-for-improvement and key-findings sections, which repeat later findings: frequencies leave them out.",
    )
    supports: list[RecommendationId] = Field([], description="Recommendations that the report itself ties to this paragraph.")


class Counts(Model):
    """What the report contains, counted."""

    recommendations: Annotated[int, Field(ge=0)] | None = Field(None, description="Recommendations to the local authority.")
    board_recommendations: Annotated[int, Field(ge=0)] | None = Field(None, description="Recommendations to the safeguarding board.")
    numbered_paragraphs: Annotated[int, Field(ge=0)] | None = Field(None, description="Paragraphs that carry a printed number.")


class Inspection(Model):
    """One inspection or visit: `data/inspections/<authority>/<year it began>-<kind>.yaml`. The path is its id."""

    framework: Text = Field(
        description="Id in `frameworks.yaml`. The day the inspection began decides between versions, never the publication date."
    )
    depth: Depth = Field(
        description="`coded`: every numbered paragraph coded; `outcome`: grades, dates and counts; `listed`: known to have happened, no source held."
    )
    title: Text | None = Field(None, description="Title as printed.")
    variant: Literal["full", "reinspection", "short", "standard"] | None = Field(
        None, description="Kind of inspection within its framework, where known."
    )
    start: DateField = Field(
        description="First day on site: 2022-03-07. Where only the month or year is known: 2012-03 or 2012, never padded to a day."
    )
    end: DateField | None = Field(None, description="Last day on site.")
    published: DateField | None = Field(None, description="Day of publication. Null where unknown.")
    lead_inspector: Text | None = Field(None, description="As printed; null where none is named.")
    visit_theme: Text | None = Field(None, description="What a visit looked at, in its own words.")
    focus: list[Text] = Field([], description="Groups of themes that a visit looked at whole.")
    summary: Text | None = Field(None, description="Own words: what the inspection found, in one or two sentences.")
    source: Source = Field(default_factory=Source)
    counts: Counts = Field(default_factory=Counts)
    grades: dict[str, GradeField] = Field(
        {},
        description="Judgement id (see `frameworks.yaml`) and grade, as published: `overall_effectiveness: Good`, or with `as_published`, `number`, `note`.",
    )
    recommendations: list[Recommendation] = Field([])
    findings: list[Finding] = Field([])
    notes: list[Note] = Field([])


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
    note: Text | None = Field(None, description="Where status, deadline and progress do not agree, or are unclear.")


class ExpectedOutcome(Model):
    """What a plan says will be better."""

    id: Text = Field(description="`<recommendation number>.<letter>`.")
    summary: Text = Field(description="Own words.")
    quote: Quote = Field(description="Short verbatim phrase.")


class PlanRecommendation(Model):
    """A plan's answer to one recommendation."""

    recommendation: RecommendationId = Field(description="Id of the recommendation in the inspection the plan responds to.")
    heading: Text = Field(description="The plan's heading, as printed.")
    heading_differs: Text | None = Field(None, description="How it differs from the report's own words, if it does.")
    actions: Annotated[list[Action], Field(min_length=1)]
    expected_outcomes: list[ExpectedOutcome] = Field([])


class ActionPlan(Model):
    """One action plan: `data/action_plans/<authority>/<year>-<name>.yaml`. The path is its id."""

    title: Text = Field(description="Title as printed.")
    responds_to: Text = Field(description="Id of the inspection it answers.")
    source: Source
    versions: Annotated[list[Version], Field(min_length=1)] = Field(description="Versions, oldest first. Progress is as at the last.")
    board: Board | None = None
    recommendations: Annotated[list[PlanRecommendation], Field(min_length=1)]
    notes: list[Note] = Field([])
