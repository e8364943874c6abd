"""Which grades may be compared, and what rose or fell."""

from types import SimpleNamespace

import pytest

from analysis.grades.comparability import cells_of_all, comparable, last_rise, moves, strand_cells


def test_exactly_one_of_grade_and_reason_is_given(ds):
    cells = cells_of_all(ds)
    assert (cells["grade"].notna() ^ cells["no_grade"].notna()).all()
    assert set(cells["no_grade"].dropna()) <= set(ds.no_grade["no_grade"])


@pytest.mark.parametrize(
    ("earlier", "later", "fair"),
    [
        (("ilacs_2018", "same"), ("ilacs_2023", "same"), True),
        (("ilacs_2018", "joint"), ("ilacs_2018", "joint"), True),
        (("ilacs_2018", "joint"), ("ilacs_2023", "same"), False),
        (("slac", "close"), ("sif", "close"), False),
    ],
)
def test_a_grade_is_compared_only_with_its_like(earlier, later, fair):
    rows = [SimpleNamespace(framework=framework, fit=fit) for framework, fit in (earlier, later)]
    assert comparable(*rows) is fair


def test_york_rose_in_2025_and_care_leavers_were_judged_apart_for_the_first_time(ds):
    found = moves(strand_cells(ds, ["york"])).set_index("strand")
    assert found.loc["overall", "move"] == "up"
    assert found.loc["overall", ["earlier", "later"]].tolist() == ["york/2022-ilacs", "york/2025-ilacs"]
    assert found.loc["care_leavers", "move"] in ("first", "not comparable")


def test_the_last_rise_is_of_one_inspection(ds):
    rise = last_rise(strand_cells(ds, ["york"]))
    assert set(rise["later"]) == {"york/2025-ilacs"}
    assert set(rise["later_grade"]) == {"Outstanding"}


def test_strands_may_be_narrowed(ds):
    assert set(strand_cells(ds, ["york"], ["leaders"])["strand"]) == {"leaders"}
