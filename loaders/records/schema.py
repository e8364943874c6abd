"""The record format: what an inspection or a visit says, field by field (action plans: ``plan_schema.py``).

These models are the format's manual: ``data/README.md`` is generated from their descriptions. They hold the *shape* of
a record; whether it makes sense beside the vocabulary and the other records is checked in ``checks.py``.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StrictBool, StringConstraints

from .partial_date import DateField

QUOTE_WORDS = (4, 25)
WHOLE_RECOMMENDATION = 2
"""Words of the shortest recommendation met, which is quoted whole: "Permanence planning"."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Variant = Literal["full", "reinspection", "short", "standard"]
RecommendationId = Annotated[str, StringConstraints(pattern=r"^R[1-9][0-9]?$")]


def _plain_date(value: object) -> object:
    """Take a whole day only, written 2022-05-04."""
    if value is None or isinstance(value, date):
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("not a day. Write it as 2022-05-04, or null where it is unknown")
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise ValueError(f"no such day ({error})") from error


def _quote_length(value: str, least: int = QUOTE_WORDS[0]) -> str:
    words, most = len(value.split()), QUOTE_WORDS[1]
    if not least <= words <= most:
        raise ValueError(f"a quote of {words} words; it has {least} to {most}. Take the phrase that carries the point")
    return value


def _paragraph(value: object) -> object:
    return str(value) if isinstance(value, int) else value


Day = Annotated[date, BeforeValidator(_plain_date)]


def _recommendation_length(value: str) -> str:
    return _quote_length(value, WHOLE_RECOMMENDATION)


Quote = Annotated[Text, AfterValidator(_quote_length)]
RecommendationQuote = Annotated[Text, AfterValidator(_recommendation_length)]
ParagraphId = Annotated[str, BeforeValidator(_paragraph), StringConstraints(pattern=r"^(H?[1-9][0-9]{0,2})$")]


class Depth(StrEnum):
    """How much of the inspection the record holds."""

    CODED = "coded"
    RECOMMENDATIONS = "recommendations"
    OUTCOME = "outcome"
    LISTED = "listed"


class Verdict(StrEnum):
    """What the inspector thought of a theme in one paragraph."""

    STRENGTH = "strength"
    MIXED = "mixed"
    CONCERN = "concern"


class Model(BaseModel):
    """Strict: a field that the format does not know is refused, never ignored."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Model):
    """The document that a record was made from."""

    file: Text | None = Field(
        None,
        description="File name of the text or PDF it was coded from, so that `verify` finds it in the folders it is given. Null where no source is held.",
    )
    pdf: Text | None = Field(
        None, description="The same document as PDF, where it was coded from text: pages are counted in it."
    )
    title: Text | None = Field(None, description="Title as printed on the document.")
    publisher: Text = Field("Ofsted", description="Who published it.")
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = Field(
        None, description="Public address of the report. Null where unknown; never a guess."
    )
    licence: Text | None = Field(
        None,
        description="Open licence as the document prints it. Null where it prints none: reports before 2015 print terms of their own, for non-commercial use.",
    )
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
    number: Annotated[int, Field(strict=True, ge=1, le=4)] | None = Field(
        None, description="The number printed beside the grade (2012), else null."
    )
    note: Text | None = Field(None, description="What a reader must know about this grade.")


def _short_grade(value: object) -> object:
    return {"as_published": value} if isinstance(value, str) else value


GradeField = Annotated[Grade, BeforeValidator(_short_grade)]


class RecommendationThemes(Model):
    """Themes of a recommendation."""

    primary: Annotated[list[Text], Field(min_length=1, max_length=2)] = Field(
        description="What is to get better: one theme, at most two."
    )
    other: list[Text] = Field([], description="Themes that are only its context. They decide nothing.")


class ReturnsTo(Model):
    """A link from a recommendation to an earlier one of the same matter."""

    inspection: Text = Field(description="Id of the earlier inspection.")
    recommendation: RecommendationId = Field(description="Id of the earlier recommendation.")
    extent: Literal["same", "part"] = Field(
        description="`same`: all that the earlier one asked is asked again; `part`: a part of it, or for some of the children."
    )
    basis: Literal["report says so", "same matter"] = Field(
        description="Whether the later report says so itself, or two readers judged it the same matter."
    )
    why: Text = Field(description="The reason, shown to users.")


class Recommendation(Model):
    """Something Ofsted asked for."""

    id: RecommendationId = Field(description="`R1`, `R2`… in the order of the report.")
    summary: Text = Field(description="Own words, one sentence.")
    quote: RecommendationQuote = Field(
        description="Short verbatim phrase of the recommendation; one of two or three words is quoted whole."
    )
    themes: RecommendationThemes
    addressee: Text = Field("the local authority", description="Who is asked to act.")
    for_whom: Text | None = Field(None, description="The group it is limited to; null where it is general.")
    set: Text | None = Field(
        None,
        description="The part of the inspection it belongs to, where there are two: a set of the framework's file.",
    )
    timescale: Text | None = Field(None, description="By when, as printed.")
    priority_action: StrictBool = Field(
        False, description="True only where the report calls it an area for priority action."
    )
    national_framework: Text | None = Field(
        None, description="Tag of the Children's Social Care National Framework as printed (from about 2025)."
    )
    returns_to: list[ReturnsTo] = Field([], description="Earlier recommendations on the same matter.")
    paragraph: ParagraphId | None = Field(None, description="Printed number of the paragraph or list it stands in.")
    page: Annotated[int, Field(strict=True, ge=1, le=9999)] | None = Field(None, description="Page of the report.")


class Says(StrEnum):
    """What a later paragraph says of the matter that was asked for."""

    MET = "met"
    PARTLY = "partly"
    STILL_TRUE = "still_true"


class SpeaksTo(Model):
    """A link from a paragraph to an earlier recommendation on the very same matter."""

    inspection: Text = Field(description="Id of the earlier inspection.")
    recommendation: RecommendationId = Field(description="Id of the earlier recommendation.")
    says: Says = Field(
        description='`met`: done or good now, or that part of it which `why` names first ("On plans: …"); `partly`: better, with a reservation on this matter, or one of several things asked; `still_true`: the weakness is there.'
    )
    basis: Literal["report says so", "same matter"] = Field(description="As for `returns_to`.")
    why: Text = Field(description="The reason, shown to users.")


class Finding(Model):
    """One numbered paragraph of a report, or one paragraph of a letter."""

    paragraph: ParagraphId = Field(
        description="The number printed in the report. In an unnumbered letter 1, 2… after 'Main findings'; headline paragraphs H1, H2…"
    )
    section: Text = Field(description="The heading it stands under, without the grade.")
    page: Annotated[int, Field(strict=True, ge=1, le=9999)] | None = Field(
        None, description="Page on which it starts, counted from the first page of the file."
    )
    summary: Text = Field(
        description="Own words, one or two sentences that a councillor understands. Says only what the paragraph says."
    )
    quote: Quote = Field(description="Short verbatim phrase (4 to 25 words of one sentence) that carries the point.")
    codes: Annotated[dict[str, Verdict], Field(max_length=4)] = Field(
        description="Theme and verdict, at most four, the main one first (see `themes.yaml`). "
        "`{}` for a paragraph that carries no judgement."
    )
    is_summary: StrictBool = Field(
        False,
        description="True in headline, overall-effectiveness, capacity-for-improvement and key-findings sections, which repeat later findings: frequencies leave them out.",
    )
    supports: list[RecommendationId] = Field(
        [], description="Recommendations that the report itself ties to this paragraph."
    )
    speaks_to: list[SpeaksTo] = Field(
        [], description="Earlier recommendations on the very same matter, where two readers saw it so."
    )


class Counts(Model):
    """What the report contains, counted."""

    recommendations: Annotated[int, Field(strict=True, ge=0, le=9999)] | None = Field(
        None, description="Recommendations to the local authority."
    )
    board_recommendations: Annotated[int, Field(strict=True, ge=0, le=9999)] | None = Field(
        None, description="Recommendations to the safeguarding board."
    )
    numbered_paragraphs: Annotated[int, Field(strict=True, ge=0, le=9999)] | None = Field(
        None, description="Paragraphs that carry a printed number."
    )


class Inspection(Model):
    """One inspection or visit: `data/inspections/<authority>/<year it began>-<kind>.yaml`. The path is its id."""

    framework: Text = Field(
        description="Id of the framework: the name of its file in `frameworks/`. The day the inspection began decides between versions, never the publication date."
    )
    depth: Depth = Field(
        description="`coded`: every numbered paragraph read and coded; `recommendations`: grades, dates and counts, and every "
        "recommendation read and given its themes, but no findings; `outcome`: grades, dates and counts; "
        "`listed`: known to have happened, no source held."
    )
    readings: Annotated[int, Field(strict=True, ge=1, le=2)] | None = Field(
        None,
        description="How many people or machines read the report on their own before the codes were settled: 1, or 2 with "
        "both readings and their settlement in `codings/`. Needed where the depth is `coded` or `recommendations`, and nowhere else.",
    )
    title: Text | None = Field(None, description="Title as printed.")
    variant: Variant | None = Field(None, description="Kind of inspection within its framework, where known.")
    start: DateField = Field(
        description="First day on site: 2022-03-07. Where only the month or year is known: 2012-03 or 2012, never padded to a day."
    )
    end: DateField | None = Field(None, description="Last day on site.")
    published: DateField | None = Field(None, description="Day of publication. Null where unknown.")
    not_printed: list[Literal["start", "end", "published"]] = Field(
        [], description="Days that the source does not print. A note says from where they are known."
    )
    lead_inspector: Text | None = Field(None, description="As printed; null where none is named.")
    visit_theme: Text | None = Field(
        None, description="What a visit looked at, in the words of Ofsted’s statistics where they have one that fits."
    )
    focus: list[Text] = Field([], description="Groups of themes that a visit looked at whole.")
    summary: Text | None = Field(None, description="Own words: what the inspection found, in one or two sentences.")
    source: Source = Field(default_factory=Source)
    counts: Counts = Field(default_factory=Counts)
    grades: dict[str, GradeField] = Field(
        {},
        description="Judgement id (see the framework's file) and grade, as published: `overall_effectiveness: Good`, or with `as_published`, `number`, `note`.",
    )
    not_given: list[Text] = Field(
        [], description="Judgements of the framework that this one report does not give. A note says why."
    )
    recommendations: list[Recommendation] = Field([])
    findings: list[Finding] = Field([])
    notes: list[Note] = Field([])
