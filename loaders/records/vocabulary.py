"""The vocabulary that records are written in: frameworks and grades, themes, authorities."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, StrictBool, StringConstraints

from .partial_date import DateField
from .schema import Day, Model, Text, Variant

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
    phrase: Text | None = Field(None, description="How a sentence names it after a grade, such as `for leaders`.")
    compared: StrictBool = Field(
        False, description="Whether it is one of the columns in which inspections are compared."
    )


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


class Scale(Model):
    """`data/scale.yaml`: what all frameworks are brought to."""

    grades: list[GradeOfScale] = Field(description="From best to worst.")
    strands: list[Strand] = Field(description="In the order in which pages show them.")
    fits: list[Fit]
    no_grade: list[NoGrade]


class Judgement(Model):
    """One judgement of a framework, with its place in the crosswalk."""

    id: Id = Field(description="Unique within its framework.")
    set: Id | None = Field(None, description="The set it belongs to, where the framework gives judgements in sets.")
    label: Text = Field(description="As Ofsted prints it.")
    printed: list[Text] = Field(
        [],
        description="Regular expressions for the words that stand before the grade in a report, where they are not the label.",
    )
    strand: Id
    fit: Literal["same", "close", "joint", "none"]
    leads: StrictBool = Field(
        False, description="Whether it stands for its strand. At most one per framework and strand."
    )
    indicative: StrictBool = Field(False, description="True where it only hints at the strand.")
    statistics: Id | None = Field(None, description="Column of Ofsted's statistics that gives its grade.")
    phrase: Text | None = Field(
        None, description="How a sentence names it after a grade, where the words of its strand would mislead."
    )
    not_in: list[Variant] = Field([], description="Variants of the inspection that do not give it.")
    covers: Text | None = Field(None, description="What it covers, where that is not the strand's name.")
    also_covers: list[Id] = Field([], description="Other strands judged together in this one grade.")
    why: Text | None = Field(None, description="Why it fits no better. Needed wherever `fit` is not `same`.")


class JudgementSet(Model):
    """A set of judgements or of recommendations, where a report has more than one."""

    id: Id
    label: Text = Field(description="As Ofsted prints it.")
    asks_the_authority: StrictBool = Field(
        True, description="Whether its recommendations are made to the local authority. Others are counted apart."
    )


class FrameworkFile(Model):
    """`data/frameworks/<id>.yaml`: all facts of one inspection framework. The name of the file is its id."""

    order: Annotated[int, Field(strict=True, ge=1)] = Field(description="Its place in lists.")
    label: Text
    short_label: Text
    kind: Slug = Field(description="The kind in an inspection's id.")
    part_of: Id | None = Field(
        None, description="Framework whose form for one service alone this is. Contracts with others go by its id."
    )
    in_force_from: DateField | None = Field(description="Day on which the first inspection under it could begin.")
    in_force_to: DateField | None = Field(description="Day on which the last inspection under it could begin.")
    full: StrictBool = Field(
        description="Whether it looks at everything that a council does for children, and not at a part of it."
    )
    counted_by_theme: StrictBool = Field(False, description="Whether its visits are counted by what each looked at.")
    note: Text | None = None
    statistics_types: dict[str, Variant | None] = Field(
        {},
        description="Words by which Ofsted's statistics tell this kind of inspection, and the variant that each one means.",
    )
    grades: dict[str, Id | None] = Field(
        {},
        description="Grade words as printed, and the grade of the scale they stand for; null for words that are no grade.",
    )
    meanings: dict[Id, Text] = Field(
        {}, description="Ofsted's definition of a grade, a short quote, where a report held here prints it."
    )
    sets: list[JudgementSet] = Field([])
    judgements: list[Judgement] = Field(
        [], description="As a report prints them. A framework without any gives no grades."
    )


class Framework(FrameworkFile):
    """An inspection framework with its id."""

    id: Id

    def in_force(self, day: date) -> bool:
        """Whether an inspection that began on that day could be of this framework."""
        opens, closes = self.in_force_from, self.in_force_to
        return (opens is None or day >= opens.first) and (closes is None or day <= closes.last)

    def asks_the_authority(self, name: str | None) -> bool:
        """Whether a recommendation of this set is made to the local authority."""
        return all(one.asks_the_authority for one in self.sets if one.id == name)


@dataclass(frozen=True)
class Frameworks:
    """All frameworks, in their order."""

    frameworks: list[Framework]

    def versions(self, kind: str) -> list[Framework]:
        """Frameworks of one kind that took one another's place, without forms for one service alone."""
        return [framework for framework in self.frameworks if framework.kind == kind and framework.part_of is None]

    @property
    def graded_kind(self) -> str:
        """The kind of graded inspection that Ofsted's statistics list by type; empty where there is none."""
        return next((f.kind for f in self.frameworks if f.statistics_types and f.judgements), "")

    @property
    def statistics_types(self) -> dict[str, tuple[str, str | None]]:
        """Word of an inspection type in Ofsted's statistics, and the kind and variant that it means."""
        return {word: (f.kind, variant) for f in self.frameworks for word, variant in f.statistics_types.items()}

    def first_day(self, kind: str) -> date:
        """The first day on which an inspection of a kind could begin."""
        return min(f.in_force_from.first for f in self.versions(kind) if f.in_force_from)

    def version(self, kind: str, day: date) -> Framework | None:
        """The framework of a kind that applies to an inspection begun on a day, the newest in force; None where none is.

        A kind with one framework has that one on every day: for visits the days are not known exactly.
        """
        versions = self.versions(kind)
        if len(versions) == 1:
            return versions[0]
        in_force = [one for one in versions if one.in_force(day)]
        return max(in_force, key=lambda one: one.in_force_from.first if one.in_force_from else date.min, default=None)


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
    names_of_the_authority: list[Text] = Field(
        min_length=1,
        description="Words in an addressee that name the authority, or a part of it. What is asked of it counts as asked for.",
    )
    themes: list[Theme]

    def name_the_authority(self, addressee: str) -> bool:
        """Whether somebody who is asked to act is the authority or a part of it, alone or with others."""
        return any(name.casefold() in addressee.casefold() for name in self.names_of_the_authority)


def _split(value: object) -> object:
    """Texts in one cell, with semicolons between them."""
    if value is None:
        return []
    return [part.strip() for part in value.split(";")] if isinstance(value, str) else value


Texts = Annotated[list[Text], BeforeValidator(_split)]
Place = Annotated[int, Field(ge=0, le=40)]


class Authority(Model):
    """A row of `data/authorities.csv`: one local authority."""

    id: Slug = Field(alias="authority", description="Id: slug of its name in Ofsted's statistics.")
    name: Text
    ons_code: Annotated[str, StringConstraints(pattern=r"^E\d{8}$")] | None = Field(description="Current code.")
    dfe_code: Annotated[str, StringConstraints(pattern=r"^\d{3}$")] | None
    urn: Annotated[str, StringConstraints(pattern=r"^\d+$")] | None = Field(description="Ofsted's number.")
    region: Text = Field(description="Region of the Office for National Statistics.")
    ofsted_region: Text | None = Field(description="Ofsted's own region, where its statistics name one.")
    status: Literal["current", "abolished"]
    successors: Texts = Field(
        description="Ids of the authorities that took its place, where it no longer exists, with semicolons between them."
    )
    aliases: Texts = Field(description="Other names and old codes, with semicolons between them.")
    reports_checked: Day | None = Field(
        description="Publication day of the newest report in the collection with which its list of full inspections was last compared."
    )
    short: Annotated[str, StringConstraints(min_length=2, max_length=8)] | None = Field(
        description="Short name for a tile of the map, at most eight letters."
    )
    tile_column: Place | None = Field(description="Column of its tile on the map, from the west.")
    tile_row: Place | None = Field(description="Row of its tile on the map, from the north.")
    note: Text | None = Field(description="What a reader must know about it.")


class Neighbour(Model):
    """A row of `data/neighbours.csv`: an authority and one of its statistical neighbours."""

    authority: Slug
    rank: Annotated[int, Field(ge=1)] = Field(description="1 for the nearest.")
    neighbour: Slug


@dataclass(frozen=True)
class Authorities:
    """All authorities, and their statistical neighbours."""

    authorities: list[Authority]
    neighbours: list[Neighbour]


class KnownList(Model):
    """How far the inspections or visits of one kind are known, and from what."""

    kind: Slug = Field(description="Kind of inspection or visit, as it stands in the id of a record.")
    phrase: Text | None = Field(
        None,
        description="How a sentence names what is known, such as `focused visits from letters`. Null where each authority has a day of its own (`reports_checked`).",
    )
    documents: Annotated[int, Field(strict=True, ge=0)] = Field(
        description="Reports or letters of the kind that were at hand, whether they were read or not."
    )
    since: Day | None = Field(None, description="First day from which all are known.")
    until: Day | None = Field(description="Last day to which they are known.")
    complete: StrictBool = Field(description="Whether every one between these days is known.")
    missing: Text = Field(description="What is missing, and why.")


class Collection(Model):
    """`data/collection.yaml`: what this collection is."""

    as_at: Day = Field(
        description="The day that the data stands at. Pages and exports count from it, never from the clock."
    )
    as_at_note: Text = Field(description="What that day is.")
    neighbours_source: Text = Field(description="Where the statistical neighbours come from.")
    lists: list[KnownList] = Field([], description="How far each kind of inspection or visit is known.")
