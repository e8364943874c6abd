"""Ofsted's own files, where they are at hand: every row of them is in the data as it stands there."""

from datetime import date

import pandas as pd
import pytest

from loaders import DATA
from loaders.records.reading import read_records
from loaders.statistics.commands import take_in
from loaders.statistics.edition import Official, edition_rows, read_official
from loaders.statistics.figures import figures_of
from tests.loaders.statistics.editions import FRAMEWORKS, REAL, VOCABULARY, needs_real


@pytest.fixture(scope="module")
def real() -> Official:
    return read_official(REAL, FRAMEWORKS)


@needs_real
def test_the_three_tables_of_the_real_file_are_whole(real):
    assert [len(frame) for frame in (real.latest, real.in_year, real.history)] == [153, 112, 271]
    assert real.in_year["kind"].value_counts().to_dict() == {"ilacs": 52, "focused-visit": 36, "monitoring-visit": 24}
    assert (real.as_at, real.title) == (date(2025, 3, 31), "Local authority inspection outcomes as at 31 March 2025")
    assert real.problems == ()


@needs_real
def test_every_row_of_the_real_file_is_in_the_data_as_it_stands_there():
    records = read_records(DATA)
    _, about, found = take_in(REAL, records, DATA)
    assert (found.new, found.changed, found.conflicts) == ([], [], [])
    assert len(found.unchanged) + len(found.written) == 331, (
        "a record of its own stands for a row, and none says otherwise"
    )
    assert {"north-yorkshire/2018-ilacs", "north-yorkshire/2023-ilacs", "york/2022-ilacs", "york/2025-ilacs"} <= set(
        found.written
    )
    held = max(records.editions, key=lambda edition: edition.about.as_at)
    assert held.rows == found.rows
    assert held.about.columns == about.columns


@needs_real
def test_the_counts_kept_beside_the_table_are_those_of_the_real_file(real):
    held = max(read_records(DATA).editions, key=lambda edition: edition.about.as_at)
    assert figures_of(real, FRAMEWORKS, VOCABULARY["scale"]) == held.about.figures


@needs_real
def test_the_latest_grades_of_the_real_file_are_the_newest_of_its_history(real):
    newest = real.history.sort_values("start").groupby("code").tail(1).set_index("code")
    latest = real.latest.set_index("code")
    for column in ("start", "published", "overall_effectiveness", "care_leavers"):
        assert (newest.loc[latest.index, column].fillna("") == latest[column].fillna("")).all()


EDITIONS = {
    "local_authority_inspection_outcomes_2024-03-31.ods": (
        "2024-03-31",
        {"focused-visit": 37, "monitoring-visit": 28, "ilacs": 42},
    ),
    "childrens_social_care_2023.ods": ("2023-03-31", {"focused-visit": 36, "monitoring-visit": 24, "ilacs": 51}),
    "childrens_social_care_2022.ods": ("2022-03-31", {"focused-visit": 74, "monitoring-visit": 32, "ilacs": 23}),
}
"""Earlier editions, their days, and what their sheets of the year list, counted there by hand."""


@needs_real
@pytest.mark.parametrize("file", EDITIONS)
def test_earlier_editions_are_read_by_the_columns_written_down_for_them(file):
    records = read_records(DATA)
    words = records.vocabulary
    read = read_official(REAL.parent / file, words["frameworks"])
    day, in_year = EDITIONS[file]
    assert f"{read.as_at}" == day
    assert dict(read.in_year["kind"].value_counts()) == in_year
    rows = edition_rows(read, words["authorities"].authorities, words["frameworks"])
    visits = [name for name in rows if "-visit" in name]
    assert len(visits) == in_year["focused-visit"] + in_year["monitoring-visit"]
    assert all(rows[name].visit_theme for name in visits if "focused" in name)


@needs_real
def test_an_edition_reads_the_same_as_xlsx(tmp_path):
    frameworks = read_records(DATA).vocabulary["frameworks"]
    file = REAL.parent / "local_authority_inspection_outcomes_2024-03-31.ods"
    with pd.ExcelWriter(tmp_path / "a.xlsx") as writer:
        for name, cells in pd.read_excel(file, engine="calamine", sheet_name=None, header=None).items():
            cells.to_excel(writer, sheet_name=name, header=False, index=False)
    ods, xlsx = read_official(file, frameworks), read_official(tmp_path / "a.xlsx", frameworks)
    for one, other in zip(ods.tables, xlsx.tables, strict=True):
        pd.testing.assert_frame_equal(one, other)
