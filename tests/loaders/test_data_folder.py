"""A data folder that is empty, missing or lacks its vocabulary is said to be so; the frames keep their columns and types."""

import shutil

import pytest

from loaders import DATA, DataFolderError, Dataset, current, load
from tests.builders import INSPECTION, PLAN_TEXT, replace, small_data, write


def problems(data) -> list[str]:
    return [f"{row.file}:{row.line}: {row.message}" for row in load(data).problems.itertuples()]


def test_an_empty_folder_gives_a_problem_and_empty_frames_of_the_same_types(tmp_path):
    empty, full = load(tmp_path), load(DATA)
    assert f"{tmp_path.as_posix()}/inspections" in set(empty.problems["file"])
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
    assert first.startswith("data:1: frameworks/, scale.yaml, themes.yaml or authorities.yaml could not be read")
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
    replace(data / "themes.yaml", "{id: front_door, group: help_and_protection,", "{id: front_door, group: help_and_protecton,")
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
    text = text.replace("order: 5", "order: 50").replace("kind: ilacs", "kind: review").replace("Overall effectiveness", "The whole")
    write(data / "frameworks/review.yaml", text)
    record = (data / INSPECTION).read_text(encoding="utf-8").replace("framework: ilacs_2018", "framework: review")
    write(data / "inspections/york/2022-review.yaml", record)
    ds = load(data)
    assert ds.problems["message"].tolist() == []
    assert ds.frameworks["framework"].iloc[-1] == "review"
    assert "The whole" in set(ds.grades.loc[ds.grades["inspection"] == "york/2022-review", "judgement_label"])


def test_the_current_dataset_is_read_again_only_when_a_file_has_changed(tmp_path, monkeypatch):
    data = small_data(tmp_path)
    monkeypatch.setenv("INSPECTIONS_DATA", str(data))
    first = current()
    assert current() is first
    replace(data / INSPECTION, "Ada Smith", "Eve Smith")
    assert current().inspections["lead_inspector"].tolist() == ["Eve Smith"]
    assert current().fingerprint != first.fingerprint


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
