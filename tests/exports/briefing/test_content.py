"""What the committee's paper says, section by section, and what it says where there is nothing to say."""

import re

import pandas as pd
import pytest

from analysis.selection import Selection
from exports.briefing import CHOICES, FORMATS, briefing
from exports.briefing.paper import Bullets, Rows, Text
from loaders import as_known
from tests.cuts import only


def test_the_paper_has_every_section_in_order(paper):
    assert [section.name for section in paper.sections] == list(CHOICES)
    words = paper.words()
    assert (
        "York rose: it was judged Outstanding in all five judgements after the inspection of February and March 2025."
        in words
    )
    assert "North Yorkshire July 2023 Outstanding" in words
    assert "1 of 6 actions reported complete on 13 July 2022" in words


def test_the_evidence_of_a_thread_speaks_for_its_reading(paper):
    [table] = [
        block
        for section in paper.sections
        if section.name == "recommendations"
        for block in section.blocks
        if isinstance(block, Rows)
    ]
    said = {row[0].text[:2]: (row[2].text, row[3].text) for row in table.rows}
    assert said["R2"][0].startswith("Asked again in part (disabled children)")
    assert said["R2"][1].endswith("(Inspection of February and March 2025, recommendation 1)")
    assert said["R5"][1].endswith("(Inspection of February and March 2025, paragraph 17)")


def test_only_the_sections_chosen_are_written(ds):
    chosen = briefing(ds, Selection(("york",)), ("questions", "standing"))
    assert [section.name for section in chosen.sections] == ["standing", "questions"]


def test_a_section_that_cannot_be_made_says_why(ds):
    words = briefing(ds, Selection(("cumbria",)), ("neighbours", "recommendations")).words()
    assert (
        "No statistical neighbours of Cumbria are known here and no other authority was chosen, so nothing is set beside it."
        in words
    )
    assert (
        "No recommendation to Cumbria is held here, because none of the reports known by that day has been read in full."
        in words
    )
    early = briefing(as_known(ds, pd.Timestamp("2012-06-01")), Selection(("york", "leeds")), ("neighbours",)).words()
    assert "No graded inspection of Leeds is known by that day, so nothing is set beside York." in early


def test_a_paper_of_nothing_says_so(ds):
    assert "No section was chosen" in briefing(ds, Selection(("york",)), ()).words()
    nothing = briefing(only(ds, []), Selection(("york",)))
    assert "No inspection of York is known here" in nothing.words()
    for _, _, write in FORMATS.values():
        assert write(nothing)


def test_too_many_authorities_are_refused_with_a_sentence(ds):
    with pytest.raises(ValueError, match="A paper holds at most 6 authorities, and 20 were asked for"):
        briefing(ds, Selection(tuple(ds.authorities["authority"][:20])))


def test_the_questions_keep_the_rules_of_a_committee(paper):
    [asked] = [
        block
        for section in paper.sections
        if section.name == "questions"
        for block in section.blocks
        if isinstance(block, Bullets)
    ]
    assert asked.numbered
    assert 1 <= len(asked.items) <= 8
    for item in asked.items:
        question, _, rest = item.partition(" Ask: ")
        assert len(question.split()) <= 35
        assert re.search(r"paragraph \d+, published \d{1,2} \w+ \d{4}\.$", rest)


def test_a_section_with_nothing_to_say_is_named_in_one_line(ds):
    paper = briefing(ds, Selection(("cumbria",)))
    titles = [section.title for section in paper.sections]
    assert "Beside other authorities" not in titles
    [line] = [
        block.text
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Text) and block.text.startswith("Left out")
    ]
    assert "Beside other authorities: No statistical neighbours of Cumbria are known here" in line


def test_the_latest_recommendations_come_before_what_became_of_earlier_ones(paper):
    names = [section.name for section in paper.sections]
    assert names.index("asked") < names.index("recommendations")
