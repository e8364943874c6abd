"""Which grade became which."""

import pandas as pd
import pytest

from analysis.comparison.standings import BEGUN, england
from analysis.comparison.transitions import transitions
from exhibits.movement import grade_flow, grade_matrix


@pytest.fixture
def everywhere(ds):
    return england(ds, "overall", pd.Timestamp("2025-03-31"), BEGUN)


def test_the_matrix_counts_every_pair(ds, everywhere):
    tiles = grade_matrix(ds, everywhere).draw(ds, False).data[0]
    assert sum(int(n) for n in tiles.text) == len(transitions(ds, everywhere))
    assert ["requires_improvement", "outstanding"] in [
        list(data) for data in tiles.customdata
    ]  # a click names both grades


def test_the_title_says_how_many_rose_and_fell(ds):
    matrix = grade_matrix(ds, england(ds, "overall", pd.Timestamp("2025-03-31"), BEGUN))
    assert matrix.title == "Overall effectiveness: 46 rose, 19 fell and 50 stayed the same"


def test_what_flows_in_flows_out(ds, everywhere):
    flow = grade_flow(ds, everywhere)
    assert sum(flow.draw(ds, False).data[0].link.value) == len(transitions(ds, everywhere))
    pd.testing.assert_frame_equal(flow.table, grade_matrix(ds, everywhere).table)


def test_on_a_narrow_screen_grades_are_letters(ds, everywhere):
    axis = grade_matrix(ds, everywhere).draw(ds, True).layout.xaxis
    assert list(axis.ticktext) == ["O", "G", "RI", "I"]
