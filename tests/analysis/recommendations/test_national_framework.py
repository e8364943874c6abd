"""One spelling for each tag of the National Framework."""

import pytest

from analysis.recommendations.national_framework import TAGS, tag


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Enabler three", "Enabler 3"),
        ("enabler 3: national framework", "Enabler 3"),
        ("National Framework, Outcome 4", "Outcome 4"),
        ("Outcome Three, National Framework", "Outcome 3"),
        ("enabler: the workforce is equipped and effective, national framework", "Enabler 3"),
        ("Enabler 2: Leaders drive conditions for effective practice", "Enabler 2"),
        ("principle 2, national framework", "Principle 2"),
        ("principle 4", "Principle 4"),
        ("Children's welfare is paramount", "Principle 1"),
    ],
)
def test_free_spellings_of_one_tag_are_one(printed, name):
    assert tag(printed) == name
    assert name in TAGS


def test_what_is_no_tag_stays_as_printed_and_nothing_stays_nothing():
    assert tag("Outcome 9") == "Outcome 9"
    assert tag("something else") == "something else"
    assert tag(float("nan")) is None
