"""A data folder that is empty, missing or lacks its vocabulary is said to be so; the frames keep their columns and types."""

import shutil

import pytest

from loaders import DATA, DataFolderError, Dataset, load
from tests.builders import INSPECTION, PLAN_TEXT, replace, small_data, write


def problems(data) -> list[str]:
    return [f"{row.file}:{row.line}: {row.message}" for row in load(data).problems.itertuples()]


def test_an_empty_folder_gives_a_problem_and_empty_frames_of_the_same_types(tmp_path):
    empty, full = load(tmp_path), load(DATA)
    assert f"{tmp_path.name}/inspections" in set(empty.problems["file"])
    for name in Dataset.frame_names():
        assert name == "problems" or getattr(empty, name).empty
        assert getattr(empty, name).dtypes.to_dict() == getattr(full, name).dtypes.to_dict(), name


def test_an_empty_folder_says_what_to_do(tmp_path):
    found = " ".join(problems(tmp_path))
    assert "scale.yaml:1: the file is missing." in found
    assert "holds no record. Copy data/template.yaml" in found


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(DataFolderError, match=r"no data folder at '.*/nowhere'"):
        load(tmp_path / "nowhere")


def test_a_file_in_place_of_the_folder_is_named(tmp_path):
    with pytest.raises(DataFolderError, match="a-file"):
        load(write(tmp_path / "a-file", "x"))


def test_broken_frameworks_leave_every_record_out_with_the_line(tmp_path):
    data = small_data(tmp_path)
    replace(data / "frameworks/sif.yaml", "judgements:\n", "judgements: [\n")
    ds = load(data)
    first, second = problems(data)
    assert first.startswith(
        "data:1: collection.yaml, frameworks/, scale.yaml, themes.yaml or authorities.csv could not be read"
    )
    assert second.startswith("data/frameworks/sif.yaml:")
    assert "not valid YAML" in second
    assert ds.inspections.empty
    assert ds.plans.empty


def test_a_missing_codebook_is_named(tmp_path):
    data = small_data(tmp_path)
    (data / "themes.yaml").unlink()
    assert "data/themes.yaml:1: the file is missing. Every data folder needs it." in problems(data)


def test_two_leading_judgements_of_a_strand_are_reported(tmp_path):
    data = small_data(tmp_path)
    replace(data / "frameworks/ilacs_2018.yaml", "strand: overall\n", "strand: leaders\n")
    assert any("2 judgements lead the strand 'leaders'. Let one lead." in problem for problem in problems(data))


def test_a_theme_of_an_unknown_group_is_reported(tmp_path):
    data = small_data(tmp_path)
    replace(
        data / "themes.yaml",
        "{id: front_door, group: help_and_protection,",
        "{id: front_door, group: help_and_protecton,",
    )
    assert any("not a group. Did you mean 'help_and_protection'?" in problem for problem in problems(data))


def test_a_grade_word_that_maps_to_no_grade_of_the_scale_is_reported(tmp_path):
    data = small_data(tmp_path)
    replace(data / "frameworks/ilacs_2018.yaml", "Good: good", "Good: goood")
    assert any("not a grade of the scale. Did you mean 'good'?" in problem for problem in problems(data))


def test_a_folder_without_frameworks_says_so(tmp_path):
    data = small_data(tmp_path)
    shutil.rmtree(data / "frameworks")
    assert "data/frameworks:1: holds no framework. Every data folder needs them." in problems(data)


def test_a_judgement_of_a_set_that_its_framework_does_not_have_is_reported(tmp_path):
    data = small_data(tmp_path)
    replace(data / "frameworks/ilacs_2018.yaml", "  - id: leaders\n", "  - id: leaders\n    set: safeguarding\n")
    (problem,) = problems(data)
    assert problem.startswith("data/frameworks/ilacs_2018.yaml:")
    assert "found 'safeguarding'; not a set of this framework." in problem


def test_a_framework_that_is_part_of_an_unknown_one_is_reported(tmp_path):
    data = small_data(tmp_path)
    replace(data / "frameworks/slac_2013.yaml", "part_of: slac\n", "part_of: slack\n")
    assert any("not a framework. Did you mean 'slac'?" in problem for problem in problems(data))


def test_a_framework_added_as_a_file_can_be_used_at_once(tmp_path):
    data = small_data(tmp_path)
    text = (data / "frameworks/ilacs_2018.yaml").read_text(encoding="utf-8")
    text = (
        text.replace("order: 5", "order: 50")
        .replace("kind: ilacs", "kind: review")
        .replace("Overall effectiveness", "The whole")
    )
    write(data / "frameworks/review.yaml", text)
    record = (data / INSPECTION).read_text(encoding="utf-8").replace("framework: ilacs_2018", "framework: review")
    write(data / "inspections/york/2022-review.yaml", record)
    ds = load(data)
    assert ds.problems["message"].tolist() == []
    assert ds.frameworks["framework"].iloc[-1] == "review"
    assert "The whole" in set(ds.grades.loc[ds.grades["inspection"] == "york/2022-review", "judgement_label"])


CODING = "codings/york/2022-ilacs.csv"
CODING_TEXT = """\
paragraph,theme,first,second,settled,reason
1,leadership,strength,strength,strength,
2,direct_work,concern,mixed,concern,The children come first.
2,recording,mixed,mixed,mixed,
2,workforce,,concern,,"A detail, not a judgement."
R1,recording,primary,primary,primary,
R2,supervision,primary,other,primary,The recommendation is about supervision.
R2,workforce,other,primary,other,
"""


def twice_read(tmp_path):
    """Small data whose one report was read twice."""
    data = small_data(tmp_path)
    replace(data / INSPECTION, "readings: 1", "readings: 2")
    write(data / CODING, CODING_TEXT)
    return data


def test_both_readings_of_a_report_and_their_settlement_are_kept(tmp_path):
    ds = load(twice_read(tmp_path))
    assert ds.problems["message"].tolist() == []
    assert ds.inspections["readings"].tolist() == [2]
    first = ds.codings[ds.codings["reader"] == "first"]
    assert first[["paragraph", "theme", "verdict"]].to_numpy().tolist() == [
        ["1", "leadership", "strength"],
        ["2", "direct_work", "concern"],
        ["2", "recording", "mixed"],
    ]
    assert ds.settlements[["paragraph", "theme"]].to_numpy().tolist() == [["2", "direct_work"], ["2", "workforce"]]
    assert ds.settlements["reason"].tolist() == ["The children come first.", "A detail, not a judgement."]
    assert ds.recommendation_codings["second"].tolist() == ["primary", "other", "primary"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("The children come first.", "", "3: paragraph 2, direct_work: the readers differ and nothing settles it. Give the reason."),
        ("The recommendation is about supervision.", "", "7: paragraph R2, supervision: the readers differ and nothing settles it."),
        ("1,leadership,strength,strength,strength,", "1,leadership,mixed,mixed,mixed,", "2: paragraph 1, leadership: the record says strength, the coding settles on mixed."),
        ("2,recording,mixed,mixed,mixed,\n", "", "1: paragraph 2, recording: the record holds this code and the coding does not."),
        ("1,leadership,strength,strength,strength,", "1,leadership,primary,strength,strength,Why not.", "2: paragraph 1, leadership: found 'primary'; not a value for 1. Use one of: strength, mixed, concern."),
        ("1,leadership,strength", "1,leadership,stregth", "2: found 'stregth'; not a value of this field. Did you mean 'strength'?"),
        ("workforce,,concern", "wrokforce,,concern", "5: paragraph 2, wrokforce: found 'wrokforce'; not a theme of the codebook. Did you mean 'workforce'?"),
        ("2,recording,mixed,mixed,mixed,\n", "2,recording,mixed,mixed,mixed,\n" * 2, "5: paragraph 2, recording: stands twice. Keep one row."),
        ("1,leadership,strength,strength,strength,", "1,leadership,strength,strength", "2: has 4 cells, but there are 6 columns."),
        ("theme,first", "themes,first", "1: found 'themes'; not a column of this file. Did you mean 'theme'?"),
        ("theme,first,second", "theme,first,first", "1: 2 columns have this name. Keep one."),
        ('"A detail, not a judgement."', '"A detail', "8: not valid CSV: unexpected end of data."),
    ],
)  # fmt: skip
def test_a_coding_that_makes_no_sense_is_reported_with_its_line(tmp_path, old, new, problem):
    data = twice_read(tmp_path)
    replace(data / CODING, old, new)
    assert any(f"data/{CODING}:{problem}" in found for found in problems(data)), problems(data)


def test_readings_that_are_kept_must_be_said(tmp_path):
    data = twice_read(tmp_path)
    replace(data / INSPECTION, "readings: 2", "readings: 1")
    assert problems(data)[-1].endswith("found 1, but two readings are settled in codings/york/2022-ilacs. Say 2.")


def test_a_second_reading_that_measures_agreement_needs_no_settlement(tmp_path):
    data = twice_read(tmp_path)
    replace(data / INSPECTION, "readings: 2", "readings: 1")
    rows = [line.split(",") for line in CODING_TEXT.splitlines()]
    kept = [[*row[:4], row[2], ""] for row in rows[1:] if row[2] and row[4] == row[2]]
    write(data / CODING, "\n".join(",".join(row) for row in [rows[0], *kept]) + "\n2,missing_children,,concern,,\n")
    assert [found for found in problems(data) if "differ" in found or "Say 2" in found] == []


def test_a_coding_without_its_record_is_reported(tmp_path):
    data = small_data(tmp_path)
    write(data / "codings/york/1999-sif.csv", CODING_TEXT)
    assert problems(data) == [
        "data/codings/york/1999-sif.csv:1: stands without the record york/1999-sif. A coding has a record of the same name."
    ]


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("authorities.csv", "york,York,E06000014", "york,York,06000014", "2: found '06000014'; string should match pattern"),
        ("authorities.csv", "abolished,north-northamptonshire; west", "abolished,north-hamptonshire; west", "not an authority of this file."),
        ("authorities.csv", "barnet,Barnet", "york,Barnet", "5: found 'york' twice (first in line 2). Each authority stands once."),
        ("neighbours.csv", "york,1,gloucestershire", "york,1,glostershire", "2: found 'glostershire'; not an authority of authorities.csv. Did you mean 'gloucestershire'?"),
        ("neighbours.csv", "york,1,gloucestershire", "york,first,gloucestershire", "2: found 'first'; input should be a valid integer"),
    ],
)  # fmt: skip
def test_a_table_of_authorities_that_makes_no_sense_is_reported_with_its_line(tmp_path, file, old, new, problem):
    data = small_data(tmp_path)
    replace(data / file, old, new)
    assert any(found.startswith(f"data/{file}:") and problem in found for found in problems(data)), problems(data)


def test_a_table_saved_by_a_spreadsheet_is_read(tmp_path):
    data = twice_read(tmp_path)
    (data / CODING).write_bytes(b"\xef\xbb\xbf" + CODING_TEXT.replace("\n", "\r\n").encode())
    ds = load(data)
    assert ds.problems["message"].tolist() == []
    assert len(ds.settlements) == 2


def test_a_plan_outlives_its_broken_inspection_but_not_a_missing_one(tmp_path):
    data = small_data(tmp_path)
    replace(data / INSPECTION, "depth: coded", "depth: codde")
    assert list(load(data).plans["plan"]) == ["york/2022-action-plan"]
    (data / INSPECTION).unlink()
    ds = load(data)
    assert ds.plans.empty
    assert "responds_to" in set(ds.problems["field"])


def test_a_plan_with_the_name_of_an_inspection_does_not_take_its_problems(tmp_path):
    data = small_data(tmp_path)
    replace(data / INSPECTION, "leaders: Good", "leaders: Godo")
    write(data / "action_plans/york/2022-ilacs.yaml", PLAN_TEXT)
    (problem,) = load(data).problems.itertuples()
    assert (problem.file, problem.line) == (f"data/{INSPECTION}", 11)
