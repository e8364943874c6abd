"""Comparisons in plain sentences."""

import pandas as pd
import pytest

from analysis.comparison.neighbours import not_neighbours
from analysis.comparison.sentences import (
    compare_sentence,
    full_inspections_sentence,
    not_neighbours_sentence,
)
from analysis.comparison.standings import (
    BEGUN,
    COMPLETE,
    compared,
    standings,
    states,
)
from analysis.selection import Selection
from loaders import Dataset

LAST = pd.Timestamp("2025-03-31")


def said(ds: Dataset, selection: Selection, group: str, strand: str = "overall", basis: str = BEGUN) -> str:
    comparison = compared(ds, selection, group, strand, basis, COMPLETE, selection.as_at or LAST)
    return compare_sentence(ds, comparison, standings(ds, comparison), states(ds))


def test_york_among_its_neighbours_in_one_sentence(ds):
    assert (
        said(ds, Selection(("york",)), "neighbours")
        == "As at 31 March 2025 York is one of 3 judged Outstanding overall among itself and its 10 statistical neighbours."
    )


@pytest.mark.parametrize(
    ("selection", "group", "words"),
    [
        (
            Selection(("york", "north-yorkshire")),
            "chosen",
            "As at 31 March 2025 both York and North Yorkshire are judged Outstanding overall.",
        ),
        (
            Selection(("york", "leeds", "wirral")),
            "chosen",
            "York is one of 2 judged Outstanding overall among the 3 authorities chosen.",
        ),
        (
            Selection(("wirral", "leeds")),
            "chosen",
            "Wirral alone is judged Requires improvement to be good overall among the 2 authorities chosen.",
        ),
        (
            Selection(("york",), pd.Timestamp("2018-02-01")),
            "region",
            "no full inspection of York under today’s kind of inspection (ILACS) is known.",
        ),
        (Selection(("york",), LAST), "region", "among the 15 authorities of Yorkshire and the Humber."),
    ],
)
def test_the_sentence_of_a_comparison(ds, selection, group, words):
    assert words in said(ds, selection, group)


def test_a_pair_that_are_no_neighbours_is_said_so(ds):
    assert not_neighbours(ds, ("york", "north-yorkshire")) == [("york", "north-yorkshire")]
    assert "are not statistical neighbours of each other" in not_neighbours_sentence(ds, [("york", "north-yorkshire")])
    assert not_neighbours(ds, ("york", "hampshire")) == []
    assert not_neighbours(ds, ("york",)) == []


@pytest.mark.parametrize(
    ("every", "graded", "words"),
    [
        (0, 0, "No full inspection under ILACS, the kind of full inspection since January 2018, is known by this day."),
        (1, 1, "One full inspection under ILACS, the kind of full inspection since January 2018, graded overall."),
        (
            1,
            0,
            "One full inspection under ILACS, the kind of full inspection since January 2018, without a grade of its own overall.",
        ),
        (
            18,
            18,
            "18 full inspections under ILACS, the kind of full inspection since January 2018, all of them graded overall.",
        ),
        (
            18,
            6,
            "18 full inspections under ILACS, the kind of full inspection since January 2018, six of them graded overall.",
        ),
    ],
)
def test_full_inspections_are_counted_in_whole_sentences(ds, every, graded, words):
    assert full_inspections_sentence(ds, every, graded, "overall") == words
