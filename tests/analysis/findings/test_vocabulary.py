"""The words that occur: what a misspelt one may have meant, and other ways to write one."""

import pytest

from analysis.findings.search import search
from analysis.findings.vocabulary import joined_at, other_forms, spelling, with_apostrophes


@pytest.mark.parametrize(
    ("typed", "strange", "meant"),
    [
        ("supervison", ("supervison",), "supervision"),
        ("Supervison of social wrokers", ("supervison", "wrokers"), "supervision of social workers"),
        ("wellbieng", ("wellbieng",), "wellbeing"),
        ("zebra", ("zebra",), ""),
        ("supervising well-being", (), ""),
        ("", (), ""),
    ],
)
def test_a_word_that_stands_nowhere_is_named_and_the_nearest_that_does_is_offered(ds, typed, strange, meant):
    assert spelling(ds, typed) == (strange, meant)
    assert not meant or len(search(ds, meant))


def test_a_word_is_found_parted_joined_and_in_its_irregular_plural(ds):
    assert other_forms(ds, "wellbeing") == ["well being"]
    assert other_forms(ds, "child") == ["children"]
    assert joined_at(ds, ["child", "well", "being"]) == "well being"
    assert joined_at(ds, ["social", "work"]) is None
    assert with_apostrophes(ds, ["childrens", "homes"]) == ["children", "s", "homes"]
