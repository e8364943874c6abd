"""Wordings and slips of layout that reports elsewhere may have: read rightly, or flagged; never wrong in silence."""

import pytest

from loaders.reports import draft, essence, read_bytes
from loaders.reports.recommendations import NONE_ASKED, Recommendation, _runs_on
from tests import paper
from tests.loaders.reports.reading import VOCABULARY, read
from tests.paper import Paper

FILLER = (
    "Most children are seen by social workers who know them well, and who help them to speak about what matters to them. "
    * 20
)


def letter(days: str) -> dict:
    text = f"""6 February 2019

Ada Smith, Director of children’s services

Dear Ada Smith

Focused visit to York local authority children’s services

This letter summarises the findings of the focused visit to York local authority children’s services {days}. The
visit looked at care leavers.

{FILLER}
"""
    return essence(draft(read_bytes("letter.txt", text.encode()), VOCABULARY))


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ("on 22 and 23 January 2019", ("2019-01-22", "2019-01-23")),
        ("on 31 January and 1 February 2019", ("2019-01-31", "2019-02-01")),
        ("on 22, 23 and 24 January 2019", ("2019-01-22", "2019-01-24")),
        ("on 22nd & 23rd January 2019", ("2019-01-22", "2019-01-23")),
        ("on Tuesday 22 and Wednesday 23 January 2019", ("2019-01-22", "2019-01-23")),
        ("between 22 and 23 January 2019", ("2019-01-22", "2019-01-23")),
        ("from 22 to 23 January 2019", ("2019-01-22", "2019-01-23")),
        ("on 22 January 2019", ("2019-01-22", "2019-01-22")),
        ("on 23 and 22 January 2019", (None, None)),
        ("in January 2019", (None, None)),
    ],
)
def test_the_days_of_a_visit_are_read_in_every_form_that_letters_use(days, expected):
    found = letter(days)
    assert (found["start"], found["end"]) == expected
    assert ("start" in found["unsure"]) == (expected[0] is None)


def test_an_earlier_inspection_that_a_letter_names_is_not_the_visit():
    found = letter("on 22 and 23 January 2019, and follows the inspection on 1 July 2018")
    assert (found["start"], found["end"]) == ("2019-01-22", "2019-01-23")


@pytest.mark.parametrize(
    "printed",
    [
        ("Lead inspector: Ada Smith", "Her Majesty’s Inspector", "Bea Jones", "Her Majesty’s Inspector"),
        ("Lead inspector: Ada Smith", "Bea Jones", "Her Majesty’s Inspectors"),
        ("Lead inspectors: Ada Smith", "Bea Jones"),
        ("Lead inspector: Ada Smith", "Lead inspector: Bea Jones"),
    ],
)
def test_two_who_led_are_flagged(printed):
    found = read(paper.ilacs(before=paper.front(lead=printed)))
    assert found["lead_inspector"] is None
    assert "lead_inspector" in found["unsure"]


@pytest.mark.parametrize(
    "rank", ["Social Care HMI", "Senior Inspector", "Her Majesties Inspector", "His Majesty Inspector", "Ofsted"]
)
def test_a_rank_in_other_words_is_no_part_of_a_name(rank):
    assert (
        read(paper.ilacs(before=paper.front(lead=(f"Lead inspector: Ada Smith, {rank}",))))["lead_inspector"]
        == "Ada Smith"
    )


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("13 Janaury 2020 to 24 January 2020", None),
        ("1 to 12 July 2024 (paused from 3 to 9 July 2024)", ("2024-07-01", "2024-07-12")),
        ("10 to 21 May 2021 Report published: 5 July 2021", ("2021-05-10", "2021-05-21")),
    ],
)
def test_dates_end_where_other_words_begin_and_a_misprint_is_flagged(printed, expected):
    found = read(paper.ilacs(before=paper.front(dates=f"Inspection dates: {printed}")))
    assert (found["start"], found["end"]) == (expected or (None, None))


def test_dates_go_on_below_with_to():
    before = paper.front(dates="Inspection dates: 13 January 2020")
    before.lines.insert(-1, before.lines[-2]._replace(text="to 24 January 2020"))
    found = read(paper.ilacs(before=before))
    assert (found["start"], found["end"]) == ("2020-01-13", "2020-01-24")


def test_priority_actions_before_the_rest_are_counted():
    def asked(written: Paper) -> None:
        written.heading("What needs to improve?")
        paper.default_asked(written)

    written = paper.ilacs(asked=asked)
    place = next(i for i, line in enumerate(written.lines) if line.text == "What needs to improve?")
    written.lines[place] = written.lines[place]._replace(text="Areas for priority action")
    item = written.lines[place]
    written.lines.insert(
        place + 1, item._replace(size=12.0, bold=False, down=item.down + 0.01, text="◼ Decisions at the front door.")
    )
    found = draft(written.report(), VOCABULARY)
    assert [item.priority for item in found.asked.authority] == [True, False, False]


@pytest.mark.parametrize("mark", ["n ", "o ", "· ", ""])
def test_a_bullet_that_is_lost_or_another_glyph_flags_the_number(mark):
    def asked(written: Paper) -> None:
        written.item("◼", "The quality of plans for children.").space(10)
        written.line(f"{mark}The timeliness of visits.").item("◼", "Supervision.")

    assert "recommendations" in read(paper.ilacs(asked=asked))["unsure"]


def test_only_bullets_of_an_unknown_glyph_flag_the_number():
    def asked(written: Paper) -> None:
        for text in ("The quality of plans for children.", "The timeliness of visits."):
            written.item("n", text)

    assert "recommendations" in read(paper.ilacs(asked=asked))["unsure"]


def test_numbers_that_go_on_in_their_column_after_a_jump_flag_the_paragraphs():
    written = paper.ilacs()
    written.lines = [
        line._replace(text=line.text.replace("9.", "19.", 1)) if line.text.startswith("9.") else line
        for line in written.lines
    ]
    assert "paragraphs" in read(written)["unsure"]


@pytest.mark.parametrize(
    ("text", "none"),
    [
        ("There are no areas for priority or immediate action.", True),
        ("The inspection did not identify any areas for priority action.", True),
        ("Inspectors identified nothing that requires priority action.", True),
        ("There are none.", True),
        ("Not applicable.", True),
        ("Ensure that cases that are not allocated to a social worker are allocated immediately.", False),
        ("Ensure that no child at risk of harm waits for an immediate response.", False),
        ("Ensure that there are no delays in decisions about children at immediate risk.", False),
        ("Take immediate action to ensure that no child is left without a social worker as a priority.", False),
    ],
)
def test_an_action_that_says_no_or_not_is_an_action_all_the_same(text, none):
    assert bool(NONE_ASKED.search(text)) == none


def test_a_list_that_runs_on_into_another_part_is_in_doubt():
    one = [Recommendation(None, page, False, None, False, ["Ensure that plans are clear."]) for page in (4, 4, 5)]
    assert not _runs_on(one)
    assert _runs_on([*one, Recommendation(None, 9, False, None, False, ["Ensure more."])])
    assert _runs_on(one * 13)
    assert _runs_on([*one, Recommendation(None, 5, False, None, False, ["word " * 151])])
