"""What Ofsted counts, counted again in the data: every published figure comes out."""

import pandas as pd
import pytest

from loaders import DATA, as_known, load

AS_AT = pd.Timestamp("2025-03-31")


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
