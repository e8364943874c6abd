"""Traps in the numbers of paragraphs: read rightly, or flagged; never wrong in silence."""

import pytest

from tests import paper
from tests.loaders.reports.reading import read
from tests.paper import Paper


def told_with(first: str, *after: str, left: float = 98.9, count: int = 3):
    """Paragraphs of which the first runs on in a line that begins with a number."""

    def told(written: Paper, number: int) -> int:
        written.item(f"{number}.", first).line("and young people are seen.", left=98.9)
        for text in after:
            written.line(text, left=left)
        for i in range(number + 1, number + count):
            written.item(f"{i}.", "Children are seen alone by their", "social workers.")
        return number + count

    return told


@pytest.mark.parametrize(
    "wrapped",
    [
        "2. This results in delay.",
        "25. Support is good.",
        "16- and 17-year-olds are helped.",
        "47 enquiries were made.",
    ],
)
def test_a_wrapped_line_that_begins_with_a_number_is_no_paragraph(wrapped):
    assert read(paper.ilacs(told=told_with("Some children wait well beyond the age of", wrapped)))["paragraphs"] == 9


def numbered(*marks: str):
    """One section whose paragraphs carry these marks, the others without any."""

    def told(written: Paper, number: int) -> int:
        for mark in marks if number == 1 else ():
            written.item(mark, "Most children are seen by social workers", "who know them well.")
        return number + len(marks)

    return told


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (["1.", "2.", "3", "4."], 4),
        (["1.", "2.", "2.", "3."], 4),
        (["1.", "2.", "4.", "5."], None),
        (["1.", "2.", "3.", "9.", "10.", "11."], None),
        (["1.", "2.", "3.", "5.", "6.", "7.", "8."], None),
    ],
)
def test_misnumbered_paragraphs_are_counted_or_flagged(marks, expected):
    found = read(paper.ilacs(told=numbered(*marks)))
    assert found["paragraphs"] == expected
    assert ("paragraphs" in found["unsure"]) == (expected is None)
