"""Letters of visits and joint inspections: read rightly, or flagged; never wrong in silence."""

import os
import subprocess
import sys

import pytest

from loaders import DATA
from loaders.records.one_record import problems_of
from loaders.reports import as_draft_yaml, corrected, draft, record_id
from tests import paper
from tests.letters import OFSTED, TOLD, letter
from tests.loaders.reports.reading import VOCABULARY, read
from tests.paper import Paper

ASKED = [
    "The recording of supervision and of decisions in young people's lives.",
    "The timely updating of pathway plans.",
]


def under(heading: str, *items: str, above: str = ""):
    """What adds a list under a heading."""

    def asked(written: Paper) -> None:
        written.heading(heading, size=12.0)
        if above:
            written.line(above)
        for text in items:
            written.item("◼", text)

    return asked


def test_a_letter_is_read_whole():
    found = read(letter())
    assert (found["kind"], found["authority"], found["published"]) == ("focused-visit", "york", "2025-04-10")
    assert (found["start"], found["end"]) == ("2025-03-04", "2025-03-05")
    assert (found["inspectors"], found["visit_theme"]) == (["Bea Jones", "Cy Brown"], "care leavers")
    assert (found["recommendations"], found["priority_actions"], found["unsure"]) == (ASKED, [], [])


def test_means_are_no_names():
    visit = "This visit was carried out by remote means. It summarises the findings of the focused visit to York on 4 and 5 March 2025."
    assert read(letter(visit))["inspectors"] == ["Bea Jones", "Cy Brown"]


def test_what_they_looked_at_besides_is_not_the_theme():
    written = letter()
    written.lines = [
        line._replace(text=line.text.replace("Inspectors looked at", "Inspectors also looked at"))
        for line in written.lines
    ]
    found = read(written)
    assert (found["visit_theme"], found["unsure"]) == (None, ["visit_theme"])


def test_the_theme_of_a_letter_can_be_corrected():
    made = corrected(draft(letter().report(), VOCABULARY), {"visit_theme": "care leavers over 18"}, VOCABULARY)
    assert "visit_theme: care leavers over 18  # read once: corrected by hand" in as_draft_yaml(made)


def test_a_draft_of_a_letter_is_a_record_that_check_accepts():
    made = draft(letter().report(), VOCABULARY)
    text = as_draft_yaml(made)
    assert record_id(made) == "york/2025-focused-visit"
    assert problems_of(text, "york/2025-focused-visit", VOCABULARY) == []
    assert "The letter names Bea Jones and Cy Brown as inspectors, and nobody as lead inspector." in text
    assert made.title == "Focused visit to York children's services"


@pytest.mark.parametrize("heading", ["Findings", "Main findings", "Main Findings:", "Key findings"])
@pytest.mark.parametrize("bold", [True, False])
def test_the_findings_end_the_list_though_they_are_bullets_too(heading, bold):
    def findings(written: Paper) -> None:
        written.space(20).line(heading, bold=bold)
        for _ in range(12):
            written.item("◼", *TOLD)

    found = read(letter(findings=findings))
    assert (found["recommendations"], found["unsure"]) == (ASKED, [])


@pytest.mark.parametrize(
    "heading",
    [
        "Areas for priority action",
        "Areas for priority action:",
        "Area for priority action",
        "Areas for priority actions",
    ],
)
def test_priority_actions_are_told_apart_whatever_their_heading_ends_with(heading):
    def asked(written: Paper) -> None:
        under(
            heading,
            "The arrangements for children in care.",
            above="The local authority needs to take swift and decisive action:",
        )(written)
        under("Areas for improvement:", "The quality of assessments.")(written)

    found = read(letter(asked=asked))
    assert found["priority_actions"] == ["The arrangements for children in care."]
    assert found["recommendations"] == ["The arrangements for children in care.", "The quality of assessments."]
    assert (found["addressees"], found["unsure"]) == (["the local authority", None], [])


def test_no_priority_action_is_none():
    def asked(written: Paper) -> None:
        under("Areas for priority action", "There are no priority actions following this focused visit.")(written)
        under("What needs to improve in this area of social work practice", "The quality of assessments.")(written)

    assert read(letter(asked=asked))["recommendations"] == ["The quality of assessments."]


def test_a_letter_that_asks_for_nothing_asks_for_nothing():
    found = draft(letter(asked=lambda written: None).report(), VOCABULARY)
    assert (found.recommendation_count.value, found.recommendation_count.doubt) == (0, "")


@pytest.mark.parametrize(
    "asked",
    [
        under("What must get better", "The quality of assessments.", "The timeliness of visits."),
        lambda written: written.item("◼", "The quality of assessments.").item("◼", "The timeliness of visits."),
        under("What needs to improve", above="Assessments are not good enough. Visits are late."),
    ],
    ids=["under an unknown heading", "under no heading", "as text"],
)
def test_a_list_that_cannot_be_told_is_flagged(asked):
    assert "recommendations" in read(letter(asked=asked))["unsure"]


def test_a_list_without_an_end_is_flagged():
    assert "recommendations" in read(letter(findings=lambda written: written.item("◼", *TOLD)))["unsure"]


def test_an_item_that_lost_its_bullet_is_flagged():
    def asked(written: Paper) -> None:
        under("What needs to improve?", "The quality of plans.")(written)
        written.line("The timeliness of visits to children who live far from the city.", left=99).item(
            "◼", "Supervision of staff in all teams."
        )

    assert "recommendations" in read(letter(asked=asked))["unsure"]


@pytest.mark.parametrize(
    "town", ["York", "Birmingham", "Southend-on-Sea", "East Riding", "Manchester", "Hammersmith & Fulham"]
)
def test_ofsteds_own_address_is_no_authority(town):
    ids = {"East Riding": "east-riding-of-yorkshire", "Hammersmith & Fulham": "hammersmith-and-fulham"}
    visit = (
        f"This letter summarises the findings of the focused visit to {town} children’s services on 4 and 5 March 2025."
    )
    found = read(letter(visit, title=f"Focused visit to {town} children’s services"))
    assert (found["authority"], found["unsure"]) == (ids.get(town, town.lower()), [])
    report = paper.ilacs(before=paper.front(title=(f"Inspection of {town} local authority", "children’s services")))
    for text in OFSTED:
        report.line(text, size=9)
    assert read(report)["authority"] == ids.get(town, town.lower())


def test_a_title_without_a_name_is_made_up_for_by_the_first_sentence():
    assert read(letter(title="Focused visit to children’s services"))["authority"] == "york"


def test_a_title_and_a_first_sentence_that_name_two_are_flagged():
    assert "authority" in read(letter(title="Focused visit to Leeds children’s services"))["unsure"]


@pytest.mark.parametrize("dated", ["21 January 2025", "5 March 2025", "10 April 2029"])
def test_a_letter_dated_before_the_end_of_its_visit_or_long_after_is_flagged(dated):
    found = read(letter(dated=dated))
    assert (found["published"], found["unsure"]) == (None, ["published"])


@pytest.mark.parametrize("days", ["13 and 14 July", "24 October 2022 to 25 October 2023"])
def test_days_without_a_year_and_days_a_year_apart_are_flagged(days):
    visit = f"This letter summarises the findings of the focused visit to York children’s services on {days}."
    found = read(letter(visit, dated="23 August 2023"))
    assert (found["start"], found["end"]) == (None, None)


def joint(asked) -> Paper:
    """A letter of a joint inspection."""
    written = letter(
        "This letter summarises the findings of the joint targeted area inspection (JTAI) of the multi-agency response to serious youth violence "
        "in York. This inspection took place from 3 to 7 March 2025. It was carried out by inspectors from Ofsted, the Care Quality Commission "
        "(CQC) and His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS).",
        title="Joint targeted area inspection of York",
        asked=asked,
    )
    written.lines = [line for line in written.lines if not line.text.startswith("Inspectors looked at")]
    return written


def test_a_joint_inspection_is_read_with_who_is_asked():
    def asked(written: Paper) -> None:
        under(
            "Area for priority action",
            "North Yorkshire Police need to record risks.",
            "The variable quality of scrutiny.",
        )(written)
        under("What needs to improve?", "Communication between partner agencies.")(written)
        under("Strengths", "Strong leadership.", "Early help.")(written)

    found = read(joint(asked))
    assert (found["kind"], found["authority"], found["start"], found["end"]) == (
        "jtai",
        "york",
        "2025-03-03",
        "2025-03-07",
    )
    assert (found["visit_theme"], found["agencies"]) == (
        "serious youth violence",
        ["Ofsted", "Care Quality Commission", "HMICFRS"],
    )
    assert (len(found["recommendations"]), len(found["priority_actions"]), len(found["strengths"])) == (3, 2, 2)
    assert found["addressees"] == ["North Yorkshire Police", "the partnership", "the partnership"]
    assert found["unsure"] == []


def test_topics_within_a_list_are_no_items_and_do_not_end_it():
    def asked(written: Paper) -> None:
        under("Areas for improvement", "Thresholds are not understood.")(written)
        under("Leadership and management", "Leaders do not see all.", "Data is not shared.")(written)
        written.heading("Case study: area for improvement", size=12.0).line(
            "A young child had reported a serious incident."
        )

    found = read(joint(asked))
    assert found["recommendations"] == [
        "Thresholds are not understood.",
        "Leaders do not see all.",
        "Data is not shared.",
    ]


def test_a_numbered_list_is_read_too():
    def asked(written: Paper) -> None:
        written.heading("What needs to improve?", size=12.0)
        for number, text in enumerate(("The quality of plans.", "The timeliness of visits."), 1):
            written.item(f"{number}.", text)

    assert read(joint(asked))["recommendations"] == ["The quality of plans.", "The timeliness of visits."]


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp437"])
def test_a_draft_is_utf8_on_every_console(tmp_path, encoding):
    file = tmp_path / "2025-04-10-focused-visit.txt"
    words = "\n".join(f"{'## ' if line.bold else ''}{line.text}\n" for line in letter().lines)
    file.write_text(words, encoding="utf-8")
    command = [sys.executable, "-m", "loaders", "draft", str(file), "--json"]
    done = subprocess.run(
        command, cwd=DATA.parent, capture_output=True, check=False, env={**os.environ, "PYTHONIOENCODING": encoding}
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "york" in done.stdout.decode("utf-8")
