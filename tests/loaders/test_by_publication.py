"""Inspections since 2009 of which only the day of publication is listed: read, given ids, and said to be so."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from analysis import naming
from loaders import DATA, load
from loaders.records.checked_records import checked_records
from loaders.records.editions import EditionRow, as_inspection
from loaders.records.reading import read_vocabulary
from loaders.statistics.by_publication import add_rows, from_yaml, listed
from loaders.statistics.edition import read_official
from loaders.statistics.known_editions import mapped_tables
from tests.builders import SAMPLE, small_data, write

FRAMEWORKS = read_vocabulary(DATA)["frameworks"]
REAL = DATA.parent.parent / "shared/official_statistics/childrens_social_care_2023.ods"
ABOUT = from_yaml(
    {
        "sheet": "Since 2009",
        "name": "Name",
        "translated": {"Requires improvement to be good": "Adequate"},
        "inspections": [
            {"framework": "slac", "published": "First", "grades": {"safeguarding": "Safe", "looked_after_children": "Care"}},
            {"framework": "slac", "published": "Again", "grades": {"safeguarding": "Safe again"}},
            {"framework": "slac_2013", "published": "Care alone", "grades": {"targeted_looked_after": "Care alone grade"}},
        ],
    }
)  # fmt: skip
HEADINGS = ["Name", "First", "Safe", "Care", "Again", "Safe again", "Care alone", "Care alone grade"]
YORK = ["York", "2012-05-14", "Requires improvement to be good", "Good", None, None, None, None]


def read(*rows: list) -> tuple[dict[str, EditionRow], list[str]]:
    """The rows of a sheet by id, and what is complained of."""
    cells = pd.DataFrame([["A note"] + [None] * 7, HEADINGS, *rows], dtype=object)
    problems: list = []
    found = listed(ABOUT, mapped_tables({"Since 2009": cells}, ABOUT.columns, "f.ods"), "f.ods", FRAMEWORKS, problems)
    taken: dict[str, EditionRow] = {}
    problems += add_rows(taken, found, {"York": "york", "Leeds": "leeds"}.get, FRAMEWORKS, "f.ods")
    return taken, [str(problem) for problem in problems]


def test_a_grade_of_that_time_is_put_back_into_its_word():
    rows, problems = read(YORK)
    assert problems == []
    row = rows["york/2012-slac"]
    assert (row.start, row.published) == (None, date(2012, 5, 14))
    assert row.grades == {"safeguarding": "Adequate", "looked_after_children": "Good"}


def test_the_headings_of_a_second_table_and_what_was_not_judged_are_no_inspection():
    rows, problems = read(YORK, HEADINGS, ["Leeds", "2010-01-08", "Good", " -", None, None, None, None])
    assert problems == []
    assert set(rows) == {"york/2012-slac", "leeds/2010-slac"}
    assert rows["leeds/2010-slac"].grades == {"safeguarding": "Good"}


def test_inspections_of_one_year_have_ids_of_their_own_and_a_form_keeps_its_framework():
    rows, _ = read(["York", "2013-02-01", "Good", "Good", "2013-09-02", "Inadequate", "2013-08-23", "Inadequate"])
    assert set(rows) == {"york/2013-slac", "york/2013-slac-2", "york/2013-slac-3"}
    about = checked_records(DATA).editions[0].about
    frameworks = {as_inspection(row, about, FRAMEWORKS).framework: row.published for row in rows.values()}
    assert frameworks["slac_2013"] == date(2013, 8, 23)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (["York", "May 2012", "Good", "Good", None, None, None, None], "row 3, column 'First': found 'May 2012'; not a date."),
        (["York", "2012-05-14", "Fine", "Good", None, None, None, None], "column 'Safe': found 'Fine'; not a grade of"),
        (["Yorkshire", "2012-05-14", "Good", "Good", None, None, None, None], "found 'Yorkshire'; not an authority of authorities.csv."),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_named_with_its_row(row, problem):
    _, problems = read(row)
    assert len(problems) == 1
    assert problem in problems[0]


def test_only_the_day_of_publication_is_said_to_be_known(tmp_path):
    data = small_data(tmp_path)
    known = next(edition for edition in checked_records(SAMPLE).editions)
    table = "inspection,variant,start,end,published,visit_theme,safeguarding,looked_after_children\nyork/2012-slac,,,,2012-05-14,,Adequate,Good\n"
    write(data / "statistics/2023-03-31.csv", table)
    write(
        data / "statistics/2023-03-31.yaml",
        (SAMPLE / f"statistics/{known.name}.yaml").read_text(encoding="utf-8").replace(known.name, "2023-03-31"),
    )
    ds = load(data)
    row = ds.inspections.set_index("inspection").loc["york/2012-slac"]
    assert (row["start"], row["date_precision"]) == (pd.Timestamp("2012-05-14"), "published")
    assert naming.inspection_in_sentence(ds, "york/2012-slac") == "the inspection published in May 2012"
    assert naming.inspection_label(ds, "york/2012-slac").endswith("published May 2012")
    assert naming.short_heading(ds, "york/2012-slac").startswith("Published May 2012")


@pytest.mark.skipif(not REAL.is_file(), reason="Ofsted's statistics do not lie in ../shared")
def test_every_inspection_of_the_real_sheet_is_read():
    read = read_official(Path(REAL), read_vocabulary(DATA)["frameworks"])
    counts = pd.Series([one.framework for one in read.by_publication]).value_counts().to_dict()
    assert read.problems == ()
    assert counts == {"slac": 163, "sif": 173, "child_protection": 51, "slac_2013": 5}
