"""Records that somebody wrote beside the statistics: they win, are left as they are, and conflicts are told."""

import re
import shutil
from pathlib import Path

import pandas as pd

from loaders import DATA, load
from tests.builders import replace, small_data, write
from tests.loaders.statistics.editions import HISTORY, REAL, contents, needs_real, run, take
from tests.spreadsheets import small_edition, write_ods


def copy_of_data(tmp_path: Path) -> Path:
    """The records that somebody wrote and the vocabulary, without the statistics."""
    data = tmp_path / "data"
    shutil.copytree(DATA, data, ignore=shutil.ignore_patterns("schema", "statistics", "README.md"))
    return data


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


def test_a_record_that_cannot_be_read_stops_the_writing(tmp_path):
    data = small_data(tmp_path)
    replace(data / "inspections/york/2022-ilacs.yaml", "depth: coded", "depth: codde")
    before = contents(data)
    done = run(write_ods(tmp_path / "a.ods", small_edition()), data)
    assert done.returncode == 1
    assert "york/2022-ilacs cannot be read. Mend it first" in done.stdout
    assert contents(data) == before


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
