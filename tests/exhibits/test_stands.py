"""Bars of how inspections stand."""

import pandas as pd
import pytest

from exhibits.stands import stacked
from loaders import Dataset
from tests.reports import england_by_grade


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    return england_by_grade(tmp_path_factory.mktemp("england") / "data")


TABLE = pd.DataFrame({"weak": [0, 3], "mixed": [0, 1], "strong": [0, 0], "not_covered": [0, 6], "base": [0, 10]})


@pytest.mark.parametrize("narrow", [False, True])
def test_each_part_of_a_bar_has_a_sign_and_its_number_and_no_part_that_is_empty(narrow):
    figure = stacked(TABLE, ["Group", "Supervision"], "Reports", narrow)
    assert [trace.name for trace in figure.data] == ["– Weak", "± Mixed", "· Not covered"]
    assert [list(trace.text) for trace in figure.data] == [["", "– 3"], ["", "± 1"], ["", "· 6"]]
    assert figure.data[0].hovertext[1] == "Supervision: weak in 3 of 10"


def test_shares_of_different_bases_are_equally_long():
    figure = stacked(TABLE, ["Group", "Supervision"], "Share", False, share=True)
    assert sum(trace.x[1] for trace in figure.data) == 100
