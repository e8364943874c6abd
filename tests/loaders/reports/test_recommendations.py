"""Traps in what a report asks for: read rightly, or flagged; never wrong in silence."""

import pytest

from loaders.reports import draft
from tests import paper
from tests.loaders.reports.reading import VOCABULARY, read
from tests.paper import Paper


def test_recommendations_below_a_heading_in_plain_type_are_read():
    written = paper.sif()
    written.lines = [
        line._replace(bold=False, size=12.0) if line.text == "Recommendations" else line for line in written.lines
    ]
    found = read(written)
    assert len(found["recommendations"]) == 3
    assert "recommendations" not in found["unsure"]


@pytest.mark.parametrize(
    "heading",
    [
        "What needs to improve",
        "What needs to improve?",
        "What needs to improve?1",
        "What needs to improve:",
        "What Needs to Improve",
    ],
)
def test_the_heading_of_what_to_improve_is_known_in_every_spelling(heading):
    written = paper.ilacs()
    written.lines = [
        line._replace(text=heading) if line.text == "What needs to improve?" else line for line in written.lines
    ]
    assert len(read(written)["recommendations"]) == 2


def test_sub_bullets_belong_to_their_bullet():
    def asked(written: Paper) -> None:
        written.item("◼", "The help for children, so that:")
        written.item("−", "plans are clear", left=98)
        written.item("−", "visits are timely.", left=98)
        written.item("◼", "Supervision. (Enabler two: National Framework)")

    found = read(paper.ilacs(asked=asked))
    assert found["recommendations"] == [
        "The help for children, so that: − plans are clear − visits are timely.".replace("−", "-"),
        "Supervision. (Enabler two: National Framework)",
    ]


def test_a_bullet_runs_on_over_the_page_and_its_footer():
    def asked(written: Paper) -> None:
        written.item("◼", "The quality of plans for children who").page().line("are disabled", left=98.9).item(
            "◼", "Supervision"
        )

    assert read(paper.ilacs(asked=asked))["recommendations"] == [
        "The quality of plans for children who are disabled",
        "Supervision",
    ]


def test_bullets_of_two_kinds_in_one_column_are_flagged():
    def asked(written: Paper) -> None:
        written.item("◼", "The quality of plans.").item("●", "Supervision.")

    assert "recommendations" in read(paper.ilacs(asked=asked))["unsure"]


def test_prose_under_the_heading_is_no_recommendation():
    found = read(paper.ilacs(asked=lambda written: written.line("Inspectors found no area that needs to improve.")))
    assert found["recommendations"] == []
    assert "recommendations" not in found["unsure"]


def asked_of(*parts):
    """What a single inspection asks: pairs of subheading (or plain topic) and items."""

    def asked(written: Paper) -> int:
        number = 1
        for heading, bold, items in parts:
            if heading:
                written.space().line(heading, bold=bold)
            for item in items:
                written.item(f"{number}.", *item)
                number += 1
        return number

    return asked


def test_an_item_that_says_there_is_none_is_no_recommendation():
    parts = [
        ("Priority and immediate action", True, [["There are no areas for priority or immediate action."]]),
        ("Areas for improvement", True, [["Ensure that plans are clear."], ["Improve supervision."]]),
    ]
    assert read(paper.sif(asked=asked_of(*parts)))["recommendations"] == [
        "Ensure that plans are clear.",
        "Improve supervision.",
    ]


def test_plain_topic_lines_do_not_stick_to_the_item_before_them():
    parts = [
        ("Leadership", False, [["Ensure that plans are", "clear."]]),
        ("Care leavers", False, [["Improve", "supervision."]]),
    ]
    assert read(paper.sif(asked=asked_of(*parts)))["recommendations"] == [
        "Ensure that plans are clear.",
        "Improve supervision.",
    ]


def test_priority_actions_are_told_apart():
    parts = [
        ("Priority and immediate action", True, [["Act now."]]),
        ("Areas for improvement", True, [["Improve plans."]]),
    ]
    asked = draft(paper.sif(asked=asked_of(*parts)).report(), VOCABULARY).asked.authority
    assert [item.priority for item in asked] == [True, False]


def with_bullets(titles):
    def asked(written: Paper) -> int:
        for number, title in enumerate(titles, 1):
            written.item(f"{number}.", title)
            for text in ("Improve plans.", "Improve visits.", "Improve supervision."):
                written.item("\uf06e", text, left=99)
        return len(titles) + 1

    return asked


def test_bullets_under_numbered_titles_are_the_recommendations():
    assert (
        len(read(paper.sif(asked=with_bullets(["Quality of practice", "Oversight by leaders"])))["recommendations"])
        == 6
    )


def test_bullets_under_a_numbered_sentence_are_parts_of_it():
    sentences = ["Ensure that the quality of practice is better.", "Ensure that leaders know more."]
    assert len(read(paper.sif(asked=with_bullets(sentences)))["recommendations"]) == 2


def test_the_boards_recommendations_are_not_the_authoritys():
    asked = draft(paper.sif().report(), VOCABULARY).asked
    assert (len(asked.authority), len(asked.board)) == (3, 1)
