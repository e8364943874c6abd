"""The vocabulary that records are written in: frameworks and grades, themes, authorities."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool, StringConstraints

from .partial_date import DateField
from .schema import Day, Model, Text

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]


class GradeOfScale(Model):
    """A grade of the common scale."""

    id: Id
    label: Text
    rank: Annotated[int, Field(strict=True, ge=1, le=4)] = Field(description="1 is best, 4 worst.")
    note: Text | None = None


class Strand(Model):
    """A column that judgements of different frameworks fall into."""

    id: Id
    label: Text


class Fit(Model):
    """How well a judgement fits its strand."""

    id: Literal["same", "close", "joint", "none"]
    label: Text
    meaning: Text


class NoGrade(Model):
    """A reason why there is no grade."""

    id: Literal["not_in_framework", "judged_together", "no_source", "visit", "not_judged"]
    label: Text
    short_label: Text
    meaning: Text


class Judgement(Model):
    """One judgement of a framework, with its place in the crosswalk."""

    id: Id = Field(description="Unique within its framework.")
    set: Literal["safeguarding", "looked_after"] | None = Field(None, description="Which of two sets it belongs to.")
    label: Text = Field(description="As Ofsted prints it.")
    printed: list[Text] = Field(
        [], description="Regular expressions for the words that stand before the grade in a report, where they are not the label."
    )
    strand: Id
    fit: Literal["same", "close", "joint", "none"]
    leads: StrictBool = Field(False, description="Whether it stands for its strand. At most one per framework and strand.")
    indicative: StrictBool = Field(False, description="True where it only hints at the strand.")
    covers: Text | None = Field(None, description="What it covers, where that is not the strand's name.")
    also_covers: list[Id] = Field([], description="Other strands judged together in this one grade.")
    why: Text | None = Field(None, description="Why it fits no better. Needed wherever `fit` is not `same`.")


class Framework(Model):
    """An inspection framework."""

    id: Id
    label: Text
    short_label: Text
    part_of: Id | None = Field(None, description="Framework whose form for one service alone this is. Contracts with others go by its id.")
    kind: Slug = Field(description="The kind in an inspection's id.")
    in_force_from: DateField | None
    in_force_to: DateField | None
    note: Text | None = None
    grades: dict[str, Id | None] = Field(
        {}, description="Grade words as printed, and the grade of the scale they stand for; null for words that are no grade."
    )
    meanings: dict[Id, Text] = Field({}, description="Ofsted's definition of a grade, a short quote, where a report held here prints it.")
    judgements: list[Judgement]


class Frameworks(Model):
    """`data/frameworks.yaml`."""

    grade_scale: list[GradeOfScale]
    strands: list[Strand]
    fits: list[Fit]
    no_grade: list[NoGrade]
    frameworks: list[Framework]


class Theme(Model):
    """One theme of the codebook."""

    id: Id
    group: Id
    label: Text
    definition: Text


class Themes(Model):
    """`data/themes.yaml`, the codebook."""

    rules: list[Text]
    verdicts: dict[Literal["strength", "mixed", "concern"], Text]
    groups: dict[Id, Text]
    themes: list[Theme]


class Authority(Model):
    """One local authority."""

    id: Slug = Field(description="Slug of its name in Ofsted's statistics.")
    name: Text
    ons_code: Annotated[str, StringConstraints(pattern=r"^E\d{8}$")] | None = Field(description="Current code.")
    dfe_code: Annotated[str, StringConstraints(pattern=r"^\d{3}$")] | None
    urn: Annotated[str, StringConstraints(pattern=r"^\d+$")] | None = Field(description="Ofsted's number.")
    region: Text = Field(description="Region of the Office for National Statistics.")
    ofsted_region: Text | None = Field(None, description="Ofsted's own region, where its statistics name one.")
    status: Literal["current", "abolished"] = "current"
    successors: list[Slug] = Field([], description="Ids of the authorities that took its place, where it no longer exists.")
    aliases: list[Text] = Field([], description="Other names and old codes.")
    reports_checked: Day | None = Field(
        None,
        description="Publication day of the newest report in the collection with which its list of full inspections was last compared.",
    )
    neighbours: list[Slug] = Field([], description="Statistical neighbours, nearest first.")
    short: Annotated[str, StringConstraints(min_length=2, max_length=8)] | None = Field(
        None, description="Short name for a tile of the map, at most eight letters."
    )
    tile: list[Annotated[int, Field(strict=True, ge=0, le=40)]] | None = Field(
        None, min_length=2, max_length=2, description="Its square on the tile map: column from the west, row from the north."
    )


class Authorities(Model):
    """`data/authorities.yaml`."""

    as_at: Day = Field(description="The day that the data stands at. Pages and exports count from it, never from the clock.")
    as_at_note: Text = Field(description="What that day is.")
    neighbours_source: Text
    authorities: list[Authority]


class Term(Model):
    """A term that a reader may not know."""

    term: Text
    short: Text | None = Field(None, description="Abbreviation.")
    meaning: Text
    also: list[Text] = Field([], description="Other words for it, which a search finds too.")


class Glossary(Model):
    """`data/glossary.yaml`."""

    terms: list[Term]
    synonyms: list[Annotated[list[Text], Field(min_length=2)]] = Field(description="Groups of words that a search takes for one another.")


class Barrier(Model):
    """A thing that some visitors cannot use, and why it is still there."""

    what: Text = Field(description="What does not work, for whom, and what to use in its place.")
    criterion: Text = Field(description="Success criterion of WCAG 2.2 that it fails, with number and name.")
    why: Text = Field(description="Why it is not mended.")


class Accessibility(Model):
    """`data/accessibility.yaml`: what the accessibility statement must own up to."""

    prepared: Day = Field(description="Day on which the statement was prepared.")
    tested: Day = Field(description="Day of the last test.")
    barriers: list[Barrier] = Field(min_length=1)


class QuestionRule(Model):
    """When a committee may wish to ask something, and in which words."""

    id: Literal["grade_fell", "asked_again", "asked_again_in_part", "slipped_back", "recurring", "past_its_date"]
    ask: Text = Field(description="Whom to ask.")
    words: Text = Field(
        description="The question, with {theme}, {strand}, {before}, {after}, {place}, {date}, {earlier}, {later}, {since}, {action}, {deadline} to fill in. At most 35 words when filled."
    )


class Questions(Model):
    """`data/questions.yaml`, the most pressing first."""

    most: Annotated[int, Field(strict=True, ge=1)] = Field(description="How many questions a committee is offered at most.")
    rules: list[QuestionRule]


class OfficialFigure(Model):
    """One count of Ofsted's statistics file."""

    measure: Literal["latest", "full_inspections", "pairs", "pairs_up", "pairs_down", "pairs_same", "median_gap_days", "in_year"]
    of: Text = Field(description="The strand, or the kind of inspection or visit.")
    grade: Text | None = Field(None, description="Grade as published, of the measure `latest`.")
    value: Annotated[int, Field(strict=True, ge=0)]


class OfficialFigures(Model):
    """`data/official_figures.yaml`: what the statistics file counts, written from its rows."""

    file: Text
    title: Text
    as_at: Day = Field(description="Every full inspection begun by this day is in the file.")
    figures: list[OfficialFigure]
