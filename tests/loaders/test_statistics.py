"""Ofsted's statistics become records: every published figure comes out, and nothing is written of what is not understood."""

import io
import re
import shutil
import subprocess
import sys
import zipfile
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from loaders import DATA, as_known, load
from loaders.records.checked_records import checked_records
from loaders.records.editions import EditionRow, grade_columns
from loaders.records.problems import Refused
from loaders.records.reading import read_records, read_vocabulary
from loaders.statistics.commands import take_in
from loaders.statistics.edition import NotUnderstood, Official, edition_rows, read_official
from loaders.statistics.figures import figures_of
from loaders.statistics.naming import Named
from loaders.statistics.writing import write_edition
from loaders.verification.verify import verify
from tests.builders import replace, small_data, write
from tests.spreadsheets import GRADES, LEEDS, LEICESTERSHIRE, small_edition, write_ods

ROOT = DATA.parent
REAL = ROOT.parent / "shared/official_statistics/local_authority_inspection_outcomes_2025-03-31.ods"
HISTORY, IN_YEAR, LATEST = "ILACS_inspection_history", "In-year_inspections", "Inspections_as_at_31_March"
AS_AT = pd.Timestamp("2025-03-31")
needs_real = pytest.mark.skipif(
    not REAL.is_file(), reason=f"OFSTED'S FILE NOT READ: it is not kept with the code and is not at {REAL}"
)


VOCABULARY = read_vocabulary(DATA)
FRAMEWORKS = VOCABULARY["frameworks"]


def vocabulary() -> tuple:
    """The authorities and the frameworks of this repository."""
    return VOCABULARY["authorities"].authorities, FRAMEWORKS


def make(tmp_path: Path, sheets: dict | None = None, name: str = "outcomes.ods") -> dict[str, EditionRow]:
    """The rows of an edition by id."""
    return edition_rows(read_official(write_ods(tmp_path / name, sheets or small_edition()), FRAMEWORKS), *vocabulary())


def take(data: Path, sheets: dict | None = None, name: str = "outcomes.ods") -> Named:
    """Take an edition into a data folder, as the command does."""
    file = write_ods(data.parent / name, sheets or small_edition())
    _, about, found = take_in(file, read_records(data), data)
    write_edition(data, about, list(found.rows.values()), grade_columns(FRAMEWORKS))
    return found


def wrong(tmp_path: Path, sheets: dict) -> list[str]:
    """What is said of an edition in which values are wrong."""
    with pytest.raises(NotUnderstood) as raised:
        make(tmp_path, sheets)
    return [str(problem) for problem in raised.value.problems]


def refused(path: Path) -> str:
    with pytest.raises(Refused) as raised:
        read_official(path, FRAMEWORKS)
    return str(raised.value)


def run(*arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "loaders", "official", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def copy_of_data(tmp_path: Path) -> Path:
    """The records that somebody wrote and the vocabulary, without the statistics."""
    data = tmp_path / "data"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("schema", "statistics", "README.md"))
    return data


def contents(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def real() -> Official:
    if not REAL.is_file():
        pytest.skip(f"Ofsted's statistics file is not at {REAL}")
    return read_official(REAL, FRAMEWORKS)


@pytest.fixture(scope="module")
def overall() -> pd.DataFrame:
    """The overall grade of every ILACS that began by 31 March 2025, in order, of what the file could hold when it was made."""
    ds = as_known(load(DATA), pd.Timestamp("2025-05-30"))
    assert ds.problems.empty
    grades = ds.grades[
        (ds.grades["judgement"] == "overall_effectiveness") & ds.grades["framework"].isin(["ilacs_2018", "ilacs_2023"])
    ]
    status = ds.authorities.set_index("authority")["status"]
    known = grades[grades["start"] <= AS_AT].sort_values(["authority", "start"])
    return known.assign(status=known["authority"].map(status))


@pytest.fixture(scope="module")
def pairs(overall) -> pd.DataFrame:
    """Consecutive ILACS of one authority."""
    before = overall.groupby("authority")[["start", "rank", "grade"]].shift(1).add_suffix("_before")
    return overall.join(before).dropna(subset="start_before")


# The real file and the records made of it


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


def test_the_latest_overall_grades_are_as_published(overall):
    latest = overall[overall["status"] == "current"].groupby("authority").tail(1)
    assert latest["grade"].value_counts().to_dict() == {
        "good": 67,
        "outstanding": 36,
        "requires_improvement": 31,
        "inadequate": 19,
    }


def test_the_moves_between_two_inspections_are_as_published(pairs):
    moves = (pairs["rank_before"] - pairs["rank"]).astype(int)
    assert [int((moves > 0).sum()), int((moves < 0).sum()), int((moves == 0).sum()), len(moves)] == [46, 19, 50, 115]


def test_the_median_time_between_two_inspections_is_as_published(pairs):
    assert (pairs["start"] - pairs["start_before"]).dt.days.median() == 1631


def test_two_authorities_rose_from_requires_improvement_to_outstanding(pairs):
    rose = pairs[(pairs["grade_before"] == "requires_improvement") & (pairs["grade"] == "outstanding")]
    assert rose["inspection"].tolist() == ["leicestershire/2024-ilacs", "york/2025-ilacs"]


def test_each_full_inspection_has_the_judgements_of_its_framework(overall):
    grades = load(DATA).grades
    counts = (
        grades[grades["inspection"].isin(overall["inspection"])]
        .groupby(["inspection", "framework"])
        .size()
        .reset_index(name="n")
    )
    assert counts.groupby("framework")["n"].unique().map(list).to_dict() == {"ilacs_2018": [4], "ilacs_2023": [5]}
    starts = overall.groupby("framework")["start"]
    assert starts.max()["ilacs_2018"] < pd.Timestamp("2023-01-01") <= starts.min()["ilacs_2023"]


# Authorities


def test_there_are_153_current_authorities_and_four_that_no_longer_exist():
    known = load(DATA).authorities.set_index("authority")
    assert known["status"].value_counts().to_dict() == {"current": 153, "abolished": 4}
    gone = known.loc[known["status"] == "abolished", "successors"].to_dict()
    assert gone == {
        "bournemouth": "bournemouth-christchurch-and-poole",
        "cumbria": "cumberland, westmorland-and-furness",
        "northamptonshire": "north-northamptonshire, west-northamptonshire",
        "poole": "bournemouth-christchurch-and-poole",
    }
    assert {name for names in gone.values() for name in names.split(", ")} <= set(known.index)
    assert known.loc[["barnsley", "sheffield"], "ons_code"].tolist() == ["E08000038", "E08000039"]
    assert not known["ons_code"].duplicated().any()
    assert known.loc["york", ["region", "ofsted_region"]].tolist() == [
        "Yorkshire and the Humber",
        "North East, Yorkshire and the Humber",
    ]


def test_every_current_authority_has_ten_neighbours_that_are_known():
    ds = load(DATA)
    current = set(ds.authorities.loc[ds.authorities["status"] == "current", "authority"])
    assert set(ds.neighbours["authority"]) == current
    assert (ds.neighbours.groupby("authority")["neighbour"].nunique() == 10).all()
    assert set(ds.neighbours["neighbour"]) <= current


# Records


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


# Another edition, laid out a little differently


def renamed_sheets(sheets: dict) -> dict:
    names = {LATEST: "Latest outcomes", IN_YEAR: "2. In year visits", HISTORY: "History of inspections (ILACS)"}
    return {names.get(name, name): rows for name, rows in sheets.items()}


def sheets_without_a_telling_name(sheets: dict) -> dict:
    cut = {LATEST: 2, IN_YEAR: 1, HISTORY: 1}
    return {
        f"Table {i}" if name in cut else name: rows[cut.get(name, 0) :] for i, (name, rows) in enumerate(sheets.items())
    }


def other_order_of_sheets(sheets: dict) -> dict:
    return dict(reversed(sheets.items()))


def columns_reversed(sheets: dict) -> dict:
    return {name: [row[::-1] if len(row) > 2 else row for row in rows] for name, rows in sheets.items()}


def extra_title_rows(sheets: dict) -> dict:
    return {
        name: [rows[0], [None], ["Some shorthand is used, see the notes."], *rows[1:]] for name, rows in sheets.items()
    }


def extra_columns(sheets: dict) -> dict:
    def wider(row: list) -> list:
        return (
            [*row, "Previous overall effectiveness", "ONS region code"]
            if "Overall effectiveness" in row
            else [*row, "Good", "E12000003"]
        )

    return {name: [wider(row) if len(row) > 2 else row for row in rows] for name, rows in sheets.items()}


def renamed_columns(sheets: dict) -> dict:
    words = {
        "Local authority area code": "Local authority ONS code",
        "Inspection date": "Inspection start date",
        "Inspection/Visit date": "Visit\u00a0date",
        "Publication date": "Date of publication ",
        "Overall effectiveness": "Overall effectiveness of the local authority",
        GRADES[1]: "Impact of leaders on practice",
        GRADES[3]: "Experiences of children in care",
        "Visit Theme": "theme of visit",
    }
    return {name: [[words.get(cell, cell) for cell in row] for row in rows] for name, rows in sheets.items()}


def footnotes_and_blank_rows(sheets: dict) -> dict:
    return {name: [*rows, [None], ["Source: Ofsted"]] for name, rows in sheets.items()}


def dates_as_text(sheets: dict) -> dict:
    return {
        name: [[f"{c:%d %B %Y}" if isinstance(c, date) else c for c in row] for row in rows]
        for name, rows in sheets.items()
    }


CHANGES = [
    renamed_sheets,
    sheets_without_a_telling_name,
    other_order_of_sheets,
    columns_reversed,
    extra_title_rows,
    extra_columns,
    renamed_columns,
    footnotes_and_blank_rows,
    dates_as_text,
]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_small_change_of_layout_changes_no_record(tmp_path, change):
    assert make(tmp_path, change(small_edition())) == make(tmp_path)


# Not what is needed


def test_a_missing_sheet_is_named_with_what_was_looked_for(tmp_path):
    sheets = small_edition()
    del sheets[IN_YEAR]
    said = refused(write_ods(tmp_path / "a.ods", sheets))
    assert "more than one, with the inspections and visits of the year: looked for" in said
    assert "has the words 'in year' or 'activity'" in said
    assert f"Its sheets: Cover, {LATEST}, {HISTORY}." in said


@pytest.mark.parametrize(
    ("sheet", "heading", "said"),
    [
        (
            HISTORY,
            "Overall effectiveness",
            "has no column for overall_effectiveness: looked for a heading with the words 'overall effectiveness'",
        ),
        (IN_YEAR, "Visit Theme", "has no column for theme: looked for a heading with the words 'theme'"),
        (
            LATEST,
            "Publication date",
            "has no column for published: looked for a heading with the words 'publication date' or 'published'",
        ),
        (
            LATEST,
            "Local authority area code",
            "has no column for code: looked for a heading with the words 'area code'",
        ),
    ],
    ids=lambda value: value if " " not in value else None,
)
def test_a_missing_column_is_named_with_its_sheet_and_what_was_looked_for(tmp_path, sheet, heading, said):
    sheets = small_edition()
    for row in sheets[sheet]:
        row[:] = ["Remarks" if cell == heading else cell for cell in row]
    found = refused(write_ods(tmp_path / "a.ods", sheets))
    assert f"sheet '{sheet}': {said}" in found
    assert "Its headings: " in found


def test_two_columns_for_one_thing_are_named(tmp_path):
    sheets = small_edition()
    sheets[HISTORY][1][0] = "Overall effectiveness"
    assert "has two columns for overall_effectiveness" in refused(write_ods(tmp_path / "a.ods", sheets))


def test_a_file_that_does_not_say_its_day_is_refused(tmp_path):
    sheets = small_edition()
    sheets["Cover"][0][0] = sheets[LATEST][0][0] = "Local authority inspection outcomes"
    assert "does not say at which day it stands" in refused(write_ods(tmp_path / "a.ods", sheets))


def truncated(good: bytes) -> bytes:
    return good[: len(good) // 2]


def spoilt_inside(good: bytes) -> bytes:
    spoilt = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as source, zipfile.ZipFile(spoilt, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name)[:300] if name == "content.xml" else source.read(name))
    return spoilt.getvalue()


def other_package(_: bytes) -> bytes:
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("xl/workbook.xml", "<workbook/>")
    return other.getvalue()


BAD = {
    "empty": lambda _: b"",
    "web page": lambda _: b"<!doctype html><p>Not found",
    "truncated": truncated,
    "spoilt": spoilt_inside,
    "xlsx": other_package,
}


@pytest.mark.parametrize("make_bad", BAD.values(), ids=BAD)
def test_a_file_that_is_no_ods_gives_one_clear_message(tmp_path, make_bad):
    path = write_ods(tmp_path / "a.ods", small_edition())
    path.write_bytes(make_bad(path.read_bytes()))
    assert refused(path) == (
        "a.ods:1: is not an ODS or XLSX spreadsheet, or is cut short. "
        "Download Ofsted's 'Local authority inspection outcomes' again, and give that file."
    )


def test_another_ods_is_told_from_ofsteds(tmp_path):
    said = refused(write_ods(tmp_path / "a.ods", {"Sheet1": [["Name", "Price"], ["Tea", 3]]}))
    assert "Read are Ofsted's 'Local authority inspection outcomes'" in said


BAD_VALUES = {
    "unknown authority code": (HISTORY, 2, 1, "E99999999", "row 3, column 'authority code': found 'E99999999' for 'Leeds'; not a code of authorities.csv."),
    "no authority code": (HISTORY, 2, 1, None, "row 3, column 'authority code': found 'nothing' for 'Leeds'; not a code"),
    "code of another": (HISTORY, 2, 1, "E06000014", "row 3, column 'authority code': found 'E06000014', the code of York, beside the name 'Leeds'."),
    "a grade spelt anew": (LATEST, 4, 6, "Outstandng", "row 5, column 'Overall effectiveness': found 'Outstandng'; not a grade that these inspections give. Did you mean 'Outstanding'?"),
    "no grade": (LATEST, 4, 7, None, f"row 5, column '{GRADES[1]}': is blank, but an inspection begun on 2024-04-22 has this grade."),
    "a grade too many": (HISTORY, 2, 12, "Good", "row 3, column 'The experiences and progress of care leavers': found 'Good', but an inspection begun on 2022-02-21 (ILACS 2018) has no such grade."),
    "a grade of a visit": (IN_YEAR, 5, 7, "Good", "row 6, column 'Overall effectiveness': found 'Good', but a focused visit gives no grades."),
    "no such day": (IN_YEAR, 5, 4, "31 February 2025", "row 6, column 'Inspection/Visit date': found '31 February 2025'; not a date."),
    "a number for a date": (IN_YEAR, 5, 4, 45692, "row 6, column 'Inspection/Visit date': found '45692'; not a date."),
    "a day to come": (IN_YEAR, 5, 4, date(2052, 2, 4), "found 2052-02-04; not between 2018-01-01, when these inspections began, and 2025-03-31, at which the file stands."),
    "before all ILACS": (HISTORY, 3, 5, date(1919, 9, 23), "row 4, column 'Inspection date': found 1919-09-23; not between"),
    "no start": (IN_YEAR, 5, 4, None, "row 6, column 'Inspection/Visit date': is blank."),
    "published before it began": (IN_YEAR, 5, 5, date(2024, 3, 4), "row 6, column 'Publication date': found 2024-03-04; not in the two years after the start on 2025-02-04."),
    "an unknown type": (IN_YEAR, 5, 6, "ILACS Longer Look", "row 6, column 'Inspection/Visit type': found 'ILACS Longer Look'; not a type of inspection that is known here."),
    "tables that disagree": (LATEST, 4, 6, "Good", f"found 'Good', but sheet '{HISTORY}', row 5 says 'Outstanding'."),
    "one report, two starts": (LATEST, 4, 4, date(2024, 4, 23), "found a start on 2024-04-23, but sheet 'ILACS_inspection_history', row 5, published on the same day, began on 2024-04-22."),
}  # fmt: skip


@pytest.mark.parametrize(("sheet", "row", "column", "value", "said"), BAD_VALUES.values(), ids=BAD_VALUES)
def test_a_value_that_is_not_understood_is_named_with_sheet_row_and_column(tmp_path, sheet, row, column, value, said):
    sheets = small_edition()
    sheets[sheet][row][column] = value
    found = wrong(tmp_path, sheets)
    assert any(said in problem and f"sheet '{sheet}', row {row + 1}" in problem for problem in found), found


def test_an_inspection_that_stands_twice_in_a_sheet_is_named(tmp_path):
    sheets = small_edition()
    sheets[HISTORY].append(list(sheets[HISTORY][2]))
    assert (
        f"sheet '{HISTORY}', row 6: the same inspection stands in sheet '{HISTORY}', row 3."
        in wrong(tmp_path, sheets)[0]
    )


def test_every_problem_is_listed_and_nothing_is_written(tmp_path):
    data = small_data(tmp_path)
    before = contents(data)
    sheets = small_edition()
    sheets[LATEST][4][6], sheets[HISTORY][2][1], sheets[IN_YEAR][5][4] = "Outstandng", "E99999999", "soon"
    done = run(write_ods(tmp_path / "a.ods", sheets), data)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert all(any(found in line for line in lines) for found in ("Outstandng", "E99999999", "'soon'"))
    assert lines[-1] == "Nothing was written."
    assert contents(data) == before


# What is written


def test_a_dry_run_writes_nothing_and_says_what_it_would(tmp_path):
    data = small_data(tmp_path)
    before = contents(data)
    done = run(write_ods(tmp_path / "a.ods", small_edition()), data, "--dry-run")
    assert done.returncode == 0, done.stdout
    assert "new: leeds/2024-monitoring-visit-2" in done.stdout
    assert done.stdout.endswith("Nothing was written.\n")
    assert contents(data) == before


def test_what_is_written_is_valid_and_a_second_run_changes_nothing(tmp_path):
    data = small_data(tmp_path)
    file = write_ods(tmp_path / "a.ods", small_edition())
    done = run(file, data)
    assert done.returncode == 0, done.stdout
    assert done.stdout == (
        "Local authority inspection outcomes as at 31 March 2025: 6 inspections and visits; 6 new, 0 changed, 0 unchanged, "
        "0 with a record of their own, 0 conflicts.\n"
    )
    ds = load(data)
    assert ds.problems["message"].tolist() == []
    assert len(ds.inspections) == 7
    assert {path.name for path in (data / "statistics").iterdir()} == {"2025-03-31.csv", "2025-03-31.yaml"}
    first = (data / "statistics/2025-03-31.csv").read_text(encoding="utf-8").splitlines()[1]
    assert first == "leeds/2022-ilacs,short,2022-02-21,,2022-04-19,,Outstanding,Good,Good,Outstanding,"
    before = contents(data)
    assert "0 new, 0 changed, 6 unchanged" in run(file, data).stdout
    assert contents(data) == before


def test_a_correction_in_a_later_edition_shows(tmp_path):
    data, later = small_data(tmp_path), later_edition()
    take(data)
    later[HISTORY][3][8] = "Inadequate"
    assert take(data, later, "later.ods").changed == ["leicestershire/2019-ilacs"]
    ds = load(data)
    grades = ds.grades.set_index(["inspection", "judgement"])["grade_as_published"]
    assert grades["leicestershire/2019-ilacs", "overall_effectiveness"] == "Inadequate"
    assert ds.sources.set_index("record").loc["leicestershire/2019-ilacs", "file"] == "later.ods"
    assert set(ds.official_figures["file"]) == {"later.ods"}
    assert ds.statistics_as_at == pd.Timestamp("2026-03-31")


def test_an_earlier_edition_does_not_undo_a_later_one(tmp_path):
    data, later = small_data(tmp_path), later_edition()
    later[HISTORY][3][8] = "Inadequate"
    take(data, later, "later.ods")
    before = load(data)
    take(data)
    after = load(data)
    assert after.problems["message"].tolist() == []
    pd.testing.assert_frame_equal(after.grades, before.grades)
    pd.testing.assert_frame_equal(after.official_figures, before.official_figures)


def test_what_a_later_edition_no_longer_says_is_kept_and_so_are_ids(tmp_path):
    data, later = small_data(tmp_path), later_edition()
    take(data)
    later[IN_YEAR] = [*later[IN_YEAR][:2], list(small_edition()[IN_YEAR][5])]
    later[IN_YEAR][2][4:6] = [date(2025, 9, 9), date(2025, 10, 9)]
    assert take(data, later, "later.ods").new == ["leeds/2025-focused-visit-2"]
    starts = load(data).inspections.set_index("inspection")["start"]
    assert starts["leeds/2025-focused-visit"] == pd.Timestamp("2025-02-04")
    assert starts["leeds/2025-focused-visit-2"] == pd.Timestamp("2025-09-09")
    assert starts["leeds/2024-monitoring-visit"] == pd.Timestamp("2024-07-08")


def test_the_columns_that_an_edition_names_are_those_that_are_read(tmp_path):
    data, sheets = small_data(tmp_path), small_edition()
    take(data)
    expected = contents(data)["statistics/2025-03-31.csv"]
    for row in sheets[HISTORY]:
        row[:] = ["Column seven" if cell == "Overall effectiveness" else cell for cell in row]
    sheets["History"] = sheets.pop(HISTORY)
    with pytest.raises(Refused, match="has no sheet 'ILACS_inspection_history'"):
        take(data, sheets)
    edition = data / "statistics/2025-03-31.yaml"
    text = edition.read_text(encoding="utf-8").replace(HISTORY, "History")
    write(edition, text)
    with pytest.raises(Refused, match="sheet 'History': has no column 'Overall effectiveness'"):
        take(data, sheets)
    write(
        edition, text.replace("overall_effectiveness: Overall effectiveness", "overall_effectiveness: Column seven", 1)
    )
    take(data, sheets)
    assert contents(data)["statistics/2025-03-31.csv"] == expected


def later_edition() -> dict:
    """The small edition, a year on."""
    sheets = small_edition()
    for name in ("Cover", LATEST):
        sheets[name][0][0] = sheets[name][0][0].replace("2025", "2026")
    return sheets


WRITTEN = """\
framework: ilacs_2018
depth: outcome
start: 2019-09-24
published: 2019-11-05
lead_inspector: Ada Smith
source: {file: report.pdf}
grades:
  leaders: Good
  help_and_protection: Good
  children_in_care_and_care_leavers: Good
  overall_effectiveness: Good
"""


def test_a_record_that_somebody_wrote_wins_and_says_what_the_statistics_say_otherwise(tmp_path):
    data, sheets = small_data(tmp_path), small_edition()
    write(data / "inspections/leicestershire/2019-ilacs.yaml", WRITTEN)
    sheets[HISTORY][3][8] = "Inadequate"
    found = take(data, sheets)
    assert found.written == ["leicestershire/2019-ilacs"]
    ds = load(data)
    assert ds.problems["message"].tolist() == []
    row = ds.inspections.set_index("inspection").loc["leicestershire/2019-ilacs"]
    assert (row["start"], row["lead_inspector"]) == (pd.Timestamp("2019-09-24"), "Ada Smith")
    notes = ds.notes[ds.notes["record"] == "leicestershire/2019-ilacs"]
    assert notes["kind"].unique().tolist() == ["conflict"]
    said = "Ofsted’s statistics (Local authority inspection outcomes as at 31 March 2025) give"
    assert (
        f"{said} the first day on site as 23 September 2019. The report gives 24 September 2019, which is used here."
        in set(notes["text"])
    )
    assert (
        f"{said} the grade for “Overall effectiveness” as Inadequate. The report gives Good, which is used here."
        in set(notes["text"])
    )
    assert len(found.conflicts) == len(notes)


def test_a_vaguer_date_and_a_shorter_grade_are_no_conflict(tmp_path):
    data = small_data(tmp_path)
    text = WRITTEN.replace("start: 2019-09-24", "start: 2019-09").replace("published: 2019-11-05\n", "")
    write(data / "inspections/leicestershire/2019-ilacs.yaml", text)
    ods = small_edition()
    for grade in range(8, 12):
        ods[HISTORY][3][grade] = "Good"
    assert take(data, ods).conflicts == []
    assert load(data).notes.empty


def test_a_record_that_cannot_be_read_is_not_replaced_by_the_statistics(tmp_path):
    data = small_data(tmp_path)
    take(data)
    write(
        data / "inspections/leicestershire/2019-ilacs.yaml",
        WRITTEN.replace("overall_effectiveness: Good", "overall_effectiveness: Godo"),
    )
    ds = load(data)
    assert "leicestershire/2019-ilacs" not in set(ds.inspections["inspection"])
    assert len(ds.problems) == 1


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("leeds/2022-ilacs,short", "leeds/2022-ilacs,long", "2: variant: found 'long'; not a value of this field."),
        ("2022-02-21,", "21/02/2022,", "2: start: found '21/02/2022'; not a day."),
        ("Outstanding,Good,Good,Outstanding,\n", "Outstanding,Good,Good,Outstanding,Good\n", "2: leeds/2022-ilacs: found a grade for care_leavers, which Inspection of local authority children's services (ILACS), 2018 to 2022 does not give."),
        ("leeds/2022-ilacs,short", "leeds/2022-ilax,short", "2: leeds/2022-ilax: found no framework of frameworks/ fits an inspection of this kind"),
        ("leeds/2022-ilacs,short", "ledes/2022-ilacs,short", "not an authority of authorities.csv. Did you mean 'leeds'?"),
        (",Outstanding,Good,Good,Outstanding,\n", ",Outstandng,Good,Good,Outstanding,\n", "2: grades.leaders: found 'Outstandng'; not a grade of this framework."),
        ("inspection,variant", "inspection,variety", "1: variety: found 'variety'; not a column of this file. Did you mean 'variant'?"),
    ],
)  # fmt: skip
def test_a_row_of_the_table_that_makes_no_sense_is_reported_with_its_line(tmp_path, old, new, said):
    data = small_data(tmp_path)
    take(data)
    replace(data / "statistics/2025-03-31.csv", old, new)
    found = [
        f"{row.file}:{row.line}: {row.field + ': ' if row.field else ''}{row.message}"
        for row in load(data).problems.itertuples()
    ]
    assert len(found) == 1, found
    assert found[0].startswith("data/statistics/2025-03-31.csv:")
    assert said in found[0]


def test_an_edition_without_its_table_is_reported(tmp_path):
    data = small_data(tmp_path)
    take(data)
    (data / "statistics/2025-03-31.csv").unlink()
    assert load(data).problems["file"].tolist() == ["data/statistics/2025-03-31.csv"]


def test_a_record_that_cannot_be_read_stops_the_writing(tmp_path):
    data = small_data(tmp_path)
    replace(data / "inspections/york/2022-ilacs.yaml", "depth: coded", "depth: codde")
    before = contents(data)
    done = run(write_ods(tmp_path / "a.ods", small_edition()), data)
    assert done.returncode == 1
    assert "york/2022-ilacs cannot be read. Mend it first" in done.stdout
    assert contents(data) == before


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (",Outstanding,Good,Good,Outstanding,\n", ",Outstanding,Good,Good,Good,\n", "2: overall_effectiveness: leeds/2022-ilacs: found Good; outcomes.ods says Outstanding."),
        ("leeds/2022-ilacs,short,2022-02-21", "leeds/2022-ilacs,short,2022-02-22", "2: start: leeds/2022-ilacs: found 2022-02-22; outcomes.ods has no such inspection that began then."),
        ("leeds/2024-monitoring-visit,,2024-07-08,,2024-08-07,Front door,,,,,\n", "", "1: lacks leeds/2024-monitoring-visit, begun on 2024-07-08, which outcomes.ods has."),
    ],
)  # fmt: skip
def test_verify_finds_what_a_table_says_otherwise_than_its_file(tmp_path, old, new, said):
    data = small_data(tmp_path)
    take(data)
    replace(data / "statistics/2025-03-31.csv", old, new)
    found = [
        str(problem) for problem in verify(checked_records(data), [tmp_path]).problems if "statistics" in problem.file
    ]
    assert any(f"data/statistics/2025-03-31.csv:{said}" in problem for problem in found), found


def test_verify_says_where_the_file_of_a_table_is_nowhere(tmp_path):
    data = small_data(tmp_path)
    take(data)
    (tmp_path / "outcomes.ods").unlink()
    (problem,) = [
        problem for problem in verify(checked_records(data), [tmp_path]).problems if "statistics" in problem.file
    ]
    assert problem.severity == "warning"
    assert "found 'outcomes.ods', the source of 6 rows; no such file in" in problem.message


@needs_real
def test_records_of_york_and_north_yorkshire_are_left_as_they_are(tmp_path):
    data = copy_of_data(tmp_path)
    before = contents(data)
    done = run(REAL, data)
    assert done.returncode == 0, done.stdout
    said = re.search(r"(\d+) new, 0 changed, 0 unchanged, (\d+) with a record of their own, 0 conflicts\.", done.stdout)
    assert int(said[1]) + int(said[2]) == 331
    assert before.items() <= contents(data).items()


CONFLICTS = {
    "york/2022-ilacs": (
        "start: 2022-03-07",
        "start: 2022-03-08",
        "start: found 2022-03-08, but {file} says 2022-03-07.",
    ),
    "york/2025-ilacs": (
        "published: 2025-04-15",
        "published: 2025-04-16",
        "published: found 2025-04-16, but {file} says 2025-04-15.",
    ),
    "north-yorkshire/2018-ilacs": (
        "  leaders: Outstanding",
        "  leaders: Good",
        "grades.leaders: found 'Good', but {file} says 'Outstanding'.",
    ),
}
"""By record: what is changed, into what, and what is said of it."""


@needs_real
def test_a_conflict_with_a_written_record_is_listed_and_nothing_overwritten(tmp_path):
    data = copy_of_data(tmp_path)
    paths = {name: data / f"inspections/{name}.yaml" for name in CONFLICTS}
    for name, (old, new, _) in CONFLICTS.items():
        replace(paths[name], old, new)
    before = {name: path.read_text(encoding="utf-8") for name, path in paths.items()}
    done = run(REAL, data)
    assert done.returncode == 1
    conflicts = [line for line in done.stdout.splitlines() if line.startswith("conflict: ")]
    assert len(conflicts) == len(CONFLICTS)
    for name, (_, _, said) in CONFLICTS.items():
        (conflict,) = [line for line in conflicts if f"data/inspections/{name}.yaml:" in line]
        assert said.format(file=REAL.name) in conflict
        assert paths[name].read_text(encoding="utf-8") == before[name]
        assert not paths[name].with_stem(f"{paths[name].stem}-2").exists()


@pytest.mark.parametrize("arguments", [(), ("nowhere.ods",), ("nowhere.ods", "--loud")], ids=" ".join)
def test_wrong_use_returns_2(arguments):
    assert run(*arguments).returncode == 2


def test_a_folder_that_does_not_exist_is_wrong_use(tmp_path):
    done = run(write_ods(tmp_path / "a.ods", small_edition()), tmp_path / "nowhere")
    assert done.returncode == 2
    assert "no data folder at" in done.stderr


def test_the_rows_used_here_are_of_authorities_that_exist():
    codes = set(load(DATA).authorities["ons_code"])
    assert {LEEDS[1], LEICESTERSHIRE[1]} <= codes


EDITIONS = {
    "local_authority_inspection_outcomes_2024-03-31.ods": (
        "2024-03-31",
        {"focused-visit": 37, "monitoring-visit": 28, "ilacs": 42},
    ),
    "childrens_social_care_2023.ods": ("2023-03-31", {"focused-visit": 36, "monitoring-visit": 24, "ilacs": 51}),
    "childrens_social_care_2022.ods": ("2022-03-31", {"focused-visit": 74, "monitoring-visit": 32, "ilacs": 23}),
}
"""Earlier editions, their days, and what their sheets of the year list, counted there by hand."""


@pytest.mark.skipif(not REAL.is_file(), reason="no real editions lie in ../shared/official_statistics")
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


@pytest.mark.skipif(not REAL.is_file(), reason="no real editions lie in ../shared/official_statistics")
def test_an_edition_reads_the_same_as_xlsx(tmp_path):
    frameworks = read_records(DATA).vocabulary["frameworks"]
    file = REAL.parent / "local_authority_inspection_outcomes_2024-03-31.ods"
    with pd.ExcelWriter(tmp_path / "a.xlsx") as writer:
        for name, cells in pd.read_excel(file, engine="calamine", sheet_name=None, header=None).items():
            cells.to_excel(writer, sheet_name=name, header=False, index=False)
    ods, xlsx = read_official(file, frameworks), read_official(tmp_path / "a.xlsx", frameworks)
    for one, other in zip(ods.tables, xlsx.tables, strict=True):
        pd.testing.assert_frame_equal(one, other)


def test_another_publication_of_ofsted_is_named_as_such(tmp_path):
    sheets = {
        "Cover": [["State-funded schools inspections and outcomes as at 31 August 2024"]],
        "Leavers+Joiners": [
            ["Local authority", "Joiner status", "Leaver status", "Type", "Inspection date"],
            ["Leeds", "a", "b", "c", "2024-01-01"],
        ],
    }
    said = refused(write_ods(tmp_path / "a.ods", sheets))
    assert "says that it is 'State-funded schools inspections and outcomes as at 31 August 2024'" in said
    assert "Take out" not in said
    assert "ename" not in said
