"""A row of an edition becomes a record: its id, its days, its framework, its grades and its source."""

from datetime import date

from loaders import DATA, load
from tests.builders import small_data
from tests.loaders.statistics.editions import HISTORY, IN_YEAR, LATEST, make, take
from tests.spreadsheets import LEEDS, LEICESTERSHIRE, small_edition


def test_an_inspection_that_stands_in_three_tables_is_one_record(tmp_path):
    made = make(tmp_path)
    assert sorted(made) == [
        "leeds/2022-ilacs",
        "leeds/2024-monitoring-visit",
        "leeds/2024-monitoring-visit-2",
        "leeds/2025-focused-visit",
        "leicestershire/2019-ilacs",
        "leicestershire/2024-ilacs",
    ]
    assert made["leicestershire/2024-ilacs"].model_dump() == {
        "inspection": "leicestershire/2024-ilacs",
        "variant": "standard",
        "start": date(2024, 4, 22),
        "end": None,
        "published": date(2024, 7, 12),
        "visit_theme": None,
        "grades": {
            "overall_effectiveness": "Outstanding",
            "leaders": "Outstanding",
            "help_and_protection": "Good",
            "children_in_care": "Outstanding",
            "care_leavers": "Requires improvement to be good",
        },
    }


def test_a_row_is_an_inspection_with_the_edition_as_its_source(tmp_path):
    data = small_data(tmp_path)
    take(data)
    ds = load(data)
    assert ds.problems["message"].tolist() == []
    row = ds.inspections.set_index("inspection").loc["leicestershire/2024-ilacs"]
    assert row[["framework", "depth", "variant"]].tolist() == ["ilacs_2023", "outcome", "standard"]
    assert row[["readings", "end", "url"]].isna().all()
    source = ds.sources.set_index("record").loc["leicestershire/2024-ilacs"]
    assert source[["file", "title", "publisher", "licence"]].tolist() == [
        "outcomes.ods",
        "Local authority inspection outcomes as at 31 March 2025",
        "Ofsted",
        "Open Government Licence",
    ]


def test_before_2023_one_grade_is_of_children_in_care_and_care_leavers(tmp_path):
    data = small_data(tmp_path)
    take(data)
    ds = load(data)
    assert ds.inspections.set_index("inspection").loc["leeds/2022-ilacs", ["framework", "variant"]].tolist() == [
        "ilacs_2018",
        "short",
    ]
    grades = ds.grades[ds.grades["inspection"] == "leeds/2022-ilacs"]
    assert dict(zip(grades["judgement"], grades["grade_as_published"], strict=True)) == {
        "leaders": "Outstanding",
        "help_and_protection": "Good",
        "children_in_care_and_care_leavers": "Good",
        "overall_effectiveness": "Outstanding",
    }


def test_the_start_decides_the_framework_and_not_the_publication(tmp_path):
    data, sheets = small_data(tmp_path), small_edition()
    for sheet, row in ((HISTORY, 2), (LATEST, 3)):
        place = sheets[sheet][row].index(date(2022, 2, 21))
        sheets[sheet][row][place : place + 2] = [date(2022, 12, 5), date(2023, 2, 6)]
    take(data, sheets)
    assert load(data).inspections.set_index("inspection").loc["leeds/2022-ilacs", "framework"] == "ilacs_2018"


def test_visits_have_their_theme_no_grades_and_a_number_by_date(tmp_path):
    made = make(tmp_path)
    first, second = made["leeds/2024-monitoring-visit"], made["leeds/2024-monitoring-visit-2"]
    assert (first.start, first.visit_theme) == (date(2024, 7, 8), "Front door")
    assert (second.start, second.visit_theme) == (date(2024, 12, 10), "Care leavers")
    assert first.grades == made["leeds/2025-focused-visit"].grades == {}


def test_an_old_code_leads_to_its_authority(tmp_path):
    sheets = small_edition()
    sheets[IN_YEAR][5][1:3] = ["E08000016", "Barnsley"]
    assert "barnsley/2025-focused-visit" in make(tmp_path, sheets)


def test_an_authority_that_has_no_inspection_yet_is_no_problem(tmp_path):
    sheets = small_edition()
    sheets[LATEST].append(["link", "E06000063", "Cumberland", "North West", *[None] * 7])
    assert not any(name.startswith("cumberland") for name in make(tmp_path, sheets))


def test_the_rows_used_here_are_of_authorities_that_exist():
    codes = set(load(DATA).authorities["ons_code"])
    assert {LEEDS[1], LEICESTERSHIRE[1]} <= codes
