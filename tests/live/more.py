"""Two valid records that are not held yet: the next full inspection of York, and the letter of a visit to another authority."""

import shutil
from pathlib import Path

import pandas as pd
import yaml

from loaders import Dataset, load
from loaders.records.ids import Parts, free_id
from tests.builders import write

INSPECTED = "york"


def with_two_more(folder: Path, copy: Path) -> Path:
    """Copy a data folder, and add two records to the copy that began and were published in the last weeks before its day."""
    shutil.copytree(folder, copy)
    ds = load(folder)
    write_record(ds, copy, INSPECTED, full_inspection(ds))
    write_record(ds, copy, visited(ds), letter(ds))
    return copy


def visited(ds: Dataset) -> str:
    """The authority with the fewest records, of those that exist."""
    current = ds.authorities.loc[ds.authorities["status"] == "current", "authority"]
    return ds.inspections["authority"].value_counts().reindex(current, fill_value=0).idxmin()


def write_record(ds: Dataset, copy: Path, authority: str, record: dict) -> None:
    """Write a record under the id that is free."""
    kind = ds.frameworks.set_index("framework")["kind"][record["framework"]]
    name = free_id(Parts(authority, record["start"].year, kind), set(ds.inspections["inspection"]))
    write(copy / "inspections" / f"{name}.yaml", yaml.safe_dump(record, sort_keys=False))


def full_inspection(ds: Dataset) -> dict:
    """A report read paragraph by paragraph, under the framework in force, with each of its judgements."""
    framework = in_force(ds, ds.frameworks["full"] & ds.frameworks["gives_grades"])
    judgements = ds.judgements.loc[ds.judgements["framework"] == framework, "judgement"]
    words = ds.grade_words[(ds.grade_words["framework"] == framework) & ds.grade_words["grade"].notna()]
    grades = {judgement: words["grade_as_published"].iloc[i % len(words)] for i, judgement in enumerate(judgements)}
    return {"framework": framework, "depth": "coded", "grades": grades} | read(ds, weeks=10)


def letter(ds: Dataset) -> dict:
    """The letter of a visit, read paragraph by paragraph. It gives no grade."""
    framework = in_force(ds, ds.frameworks["counted_by_theme"] & ~ds.frameworks["gives_grades"])
    return {"framework": framework, "depth": "coded", "visit_theme": "care leavers"} | read(ds, weeks=9)


def in_force(ds: Dataset, kind: pd.Series) -> str:
    """The framework of a kind that is in force."""
    return ds.frameworks[kind & ds.frameworks["in_force_to"].isna()].sort_values("in_force_from")["framework"].iloc[-1]


def read(ds: Dataset, weeks: int) -> dict:
    """What is read in a report or a letter: dates, one recommendation, two paragraphs with each verdict."""
    start = ds.as_at.date() - pd.Timedelta(weeks=weeks)
    first, second, third = ds.themes["theme"].iloc[:3]
    return {
        "readings": 1,
        "start": start,
        "end": start + pd.Timedelta(days=1),
        "published": start + pd.Timedelta(weeks=6),
        "lead_inspector": "Ada Smith",
        "source": {
            "file": "new.pdf",
            "title": "Report of a new inspection",
            "url": "https://files.ofsted.gov.uk/v1/file/1",
        },
        "recommendations": [
            {
                "id": "R1",
                "summary": "Keep better records.",
                "quote": "The quality of written records for all children.",
                "themes": {"primary": [first]},
            }
        ],
        "findings": [
            {
                "paragraph": "1",
                "section": "Leaders",
                "summary": "Leaders know practice well.",
                "quote": "Leaders know the strengths of practice well.",
                "codes": {first: "concern", second: "strength"},
            },
            {
                "paragraph": "2",
                "section": "Leaders",
                "summary": "Records are not kept well.",
                "quote": "Written records are not kept well enough.",
                "codes": {third: "mixed"},
            },
        ],
    }
