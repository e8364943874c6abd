"""Editions of Ofsted's statistics: a table of what the file says, and beside it where that stands in the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .ids import parts_of
from .partial_date import PartialDate
from .schema import Day, Depth, Grade, Inspection, Model, Source, Text, Variant
from .vocabulary import Framework, Frameworks, Id


class OfficialFigure(Model):
    """One count of Ofsted's statistics file, made from its rows."""

    measure: Literal[
        "latest", "full_inspections", "pairs", "pairs_up", "pairs_down", "pairs_same", "median_gap_days", "in_year"
    ]
    of: Text = Field(description="The strand, or the kind of inspection or visit.")
    grade: Text | None = Field(None, description="Grade as published, of the measure `latest`.")
    value: Annotated[int, Field(strict=True, ge=0)]


class EditionFile(Model):
    """`data/statistics/<day>.yaml`: one edition of Ofsted's statistics. Its rows stand in the CSV file of the same name."""

    file: Text = Field(description="Name of the statistics file, so that `verify` finds it in the folders it is given.")
    title: Text = Field(description="Title as printed.")
    publisher: Text = Field("Ofsted", description="Who published it.")
    url: Text | None = Field(None, description="Public address of the file. Null where unknown.")
    licence: Text | None = Field(None, description="Licence as the file prints it.")
    as_at: Day = Field(description="Every full inspection begun by this day is in the file.")
    checked: Day = Field(description="Day on which the table was made from the file.")
    columns: dict[Text, dict[Text, Text]] = Field(
        description="Tables of the file (`history`, `in_year`, `latest`), the sheet that each stands in, and the heading "
        "under which each column was read. Correct one here, and `official` reads the file by it."
    )
    figures: list[OfficialFigure] = Field(
        description="What the file counts, to hold against what comes out of the records."
    )


class EditionRow(Model):
    """A row of `data/statistics/<day>.csv`: an inspection or a visit as the statistics list it.

    Further columns hold the grades as published, each under the name that judgements in `frameworks/` give as
    `statistics`. A record that somebody read and wrote wins; what the statistics say otherwise is a note of it.
    """

    inspection: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z-]*/\d{4}-[a-z]+(-[a-z]+)*(-\d+)?$")] = Field(
        description="Id of the inspection."
    )
    variant: Variant | None = Field(description="Kind of inspection within its framework.")
    start: Day | None = Field(
        description="First day on site. Blank where the file gives the day of publication only, which stands for it then."
    )
    end: Day | None = Field(description="Last day on site.")
    published: Day | None = Field(description="Day of publication.")
    visit_theme: Text | None = Field(description="What a visit looked at.")
    grades: dict[Id, Text] = Field({}, description="Grades as published, each in a column of its own.")


FOLDER = "statistics"
"""Part of the data folder that holds the editions."""

ROW_COLUMNS = [name for name in EditionRow.model_fields if name != "grades"]
"""Columns that every edition's table has; those of the grades follow."""


@dataclass(frozen=True)
class Edition:
    """One edition: where it stands (``2025-03-31``), what it is, and its rows by id with the line of each."""

    name: str
    about: EditionFile
    rows: dict[str, EditionRow]
    lines: dict[str, int]

    @property
    def table(self) -> str:
        """The file of the rows, within the data folder."""
        return f"{FOLDER}/{self.name}.csv"


def grade_columns(frameworks: Frameworks) -> list[str]:
    """Columns of grades that the statistics have, in the order in which judgements first name them; today's kind first."""
    kinds = sorted(frameworks.frameworks, key=lambda framework: framework.kind != frameworks.graded_kind)
    names = (judgement.statistics for framework in kinds for judgement in framework.judgements)
    return list(dict.fromkeys(name for name in names if name))


def start_of(row: EditionRow) -> PartialDate:
    """The day it began, or the day of publication where the file gives no more. Raises ``ValueError`` where it gives neither."""
    if row.start:
        return PartialDate(row.start, "day")
    if row.published:
        return PartialDate(row.published, "published")
    raise ValueError("neither a start nor a day of publication")


def _framework(row: EditionRow, began: PartialDate, frameworks: Frameworks) -> Framework | None:
    """The version of its kind that applies, or a form of it for one service alone, where that gives these grades."""
    parts = parts_of(row.inspection)
    if parts is None:
        return None
    usual = frameworks.version(parts.kind, began.first)
    forms = [one for one in frameworks.frameworks if one.kind == parts.kind and one.part_of]
    fitting = [one for one in forms if set(row.grades) <= {judgement.statistics for judgement in one.judgements}]
    return fitting[0] if row.grades and fitting else usual


def as_inspection(row: EditionRow, about: EditionFile, frameworks: Frameworks) -> Inspection:
    """Make a row into an inspection of depth ``outcome``. The day it began decides the framework, never its publication.

    Raises ``ValueError``, in words that say what to do, where no framework fits or does not give one of the grades.
    """
    began = start_of(row)
    framework = _framework(row, began, frameworks)
    if framework is None:
        raise ValueError(f"no framework of frameworks/ fits an inspection of this kind begun on {began}")
    judgements = {judgement.statistics: judgement.id for judgement in framework.judgements if judgement.statistics}
    unknown = sorted(set(row.grades) - set(judgements))
    if unknown:
        raise ValueError(f"a grade for {', '.join(unknown)}, which {framework.label} does not give")
    return Inspection(
        framework=framework.id,
        depth=Depth.OUTCOME,
        variant=row.variant,
        start=began,
        end=row.end and PartialDate(row.end, "day"),
        published=row.published and PartialDate(row.published, "day"),
        visit_theme=row.visit_theme,
        source=Source(**about.model_dump(include=set(Source.model_fields))),
        grades={
            name: Grade(as_published=row.grades[column]) for column, name in judgements.items() if column in row.grades
        },
    )
