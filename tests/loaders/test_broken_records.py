"""Each broken record in ``broken/`` is left out with exactly the problem written beside it, and the other records load."""

from pathlib import Path

import pytest

from loaders import Problem, load
from tests.builders import INSPECTION, PLAN, small_data, write

BROKEN = Path(__file__).parent / "broken"
ALL = sorted(path.stem for path in BROKEN.glob("*.yaml"))


def expected(name: str) -> tuple[str, list[str]]:
    """Where a broken file belongs (its first line, if a comment; else the small inspection) and the problems it has."""
    lines = (BROKEN / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    if lines[0].startswith("# "):
        return lines[0].removeprefix("# "), lines[1:]
    return INSPECTION, lines


@pytest.mark.parametrize("name", ALL)
def test_broken_record_is_named_and_left_out(tmp_path, name):
    place, problems = expected(name)
    data = small_data(tmp_path)
    write(data / place, (BROKEN / f"{name}.yaml").read_text(encoding="utf-8"))

    ds = load(data)

    assert [str(Problem(*row)) for row in ds.problems.itertuples(index=False)] == problems
    whole = {"york/2022-ilacs": INSPECTION, "york/2022-action-plan": PLAN}
    assert {*ds.inspections["inspection"], *ds.plans["plan"]} == {
        record for record, path in whole.items() if path != place
    }


def test_each_broken_record_has_its_problems_beside_it():
    assert sorted(path.stem for path in BROKEN.glob("*.txt")) == ALL


def test_the_small_data_is_whole(tmp_path):
    ds = load(small_data(tmp_path))
    assert ds.problems.empty
    assert list(ds.inspections["inspection"]) == ["york/2022-ilacs"]
    assert list(ds.plans["plan"]) == ["york/2022-action-plan"]


def test_all_problems_of_a_record_are_named_at_once(tmp_path):
    data = small_data(tmp_path)
    text = (
        (data / INSPECTION).read_text(encoding="utf-8").replace("strength}", "strenght}").replace("2022-05-04", "soon")
    )
    write(data / INSPECTION, text)
    assert list(load(data).problems["field"]) == ["published", "findings[0].codes.leadership"]
