"""Every trap that real reports are known to set, laid out line by line: read rightly, or flagged; never wrong in silence."""

import pytest

from loaders import DATA
from loaders.records.reading import read_records
from loaders.reports import draft, essence, read_bytes
from loaders.reports.front import authority as find_authority
from loaders.reports.lines import Line, Report
from tests import paper
from tests.paper import (
    BOTH_IN_CARE,
    CARE_LEAVERS,
    HELP,
    IN_CARE,
    LEADERS,
    OVERALL,
    ROWS_2018,
    ROWS_2023,
    SIF_ROWS,
    Paper,
)

VOCABULARY = read_records(DATA).vocabulary
GRADES_2018 = {
    "leaders": "good",
    "help_and_protection": "requires_improvement",
    "children_in_care": "outstanding",
    "overall": "good",
}
GRADES_2023 = GRADES_2018 | {"care_leavers": "good"}


def read(written: Paper) -> dict:
    return essence(draft(written.report(), VOCABULARY))


def at(day: str) -> Paper:
    return paper.front(dates=f"Inspection dates: {day}")


def test_a_plain_report_is_read_whole_and_the_reader_is_sure():
    found = read(paper.ilacs())
    assert found == {
        "framework": "ilacs_2018",
        "kind": "ilacs",
        "authority": "york",
        "ons_code": "E06000014",
        "start": "2020-05-11",
        "end": "2020-05-22",
        "published": None,
        "lead_inspector": "Ada Smith",
        "grades": GRADES_2018,
        "recommendations": [
            "The quality of plans for children, including those for disabled children.",
            "The timeliness of visits.",
        ],
        "paragraphs": 9,
        "unsure": ["published"],
    }


@pytest.mark.parametrize(
    "grade",
    [
        ("Requires improvement", "to be good"),
        ("Requires improvement to", "be good"),
        ("Requires", "improvement to be", "good"),
        ("Requires improvement",),
    ],
)
def test_a_grade_that_wraps_in_its_cell_is_one_grade(grade):
    rows = [(LEADERS, "Good"), (HELP, *grade), (BOTH_IN_CARE, "Outstanding"), (OVERALL, "Good")]
    assert read(paper.ilacs(rows))["grades"] == GRADES_2018


@pytest.mark.parametrize(
    ("change", "label"),
    [
        (0, ["The impact of leaders on social work", "practice with children and families."]),
        (0, ["The impact of leaders on practice with", "children and families"]),
        (3, ["The experiences and progress of children care leavers"]),
        (2, ["The experiences of children in care"]),
    ],
)
def test_a_label_in_another_spelling_keeps_its_grade(change, label):
    rows = [(label if i == change else row[0], *row[1:]) for i, row in enumerate(ROWS_2023)]
    found = read(paper.ilacs(rows, at("11 to 22 May 2023")))
    assert (found["framework"], found["grades"]) == ("ilacs_2023", GRADES_2023)


def test_recommendations_below_a_heading_in_plain_type_are_read():
    written = paper.sif()
    written.lines = [
        line._replace(bold=False, size=12.0) if line.text == "Recommendations" else line for line in written.lines
    ]
    found = read(written)
    assert len(found["recommendations"]) == 3
    assert "recommendations" not in found["unsure"]


def test_rows_are_matched_by_their_label_and_not_by_their_place():
    found = read(
        paper.ilacs([ROWS_2018[1], ROWS_2018[2], ROWS_2018[0], ROWS_2018[3]], headings=paper.headings_of(ROWS_2018))
    )
    assert found["grades"] == GRADES_2018


def test_the_combined_row_gives_no_grade_for_care_leavers():
    assert "care_leavers" not in read(paper.ilacs())["grades"]


def test_without_an_overall_row_there_is_no_overall_grade_even_where_the_text_names_one():
    found = read(paper.ilacs(ROWS_2023[:4], at("11 to 22 May 2026")))
    assert found["framework"] == "ilacs_2026"
    assert "overall" not in found["grades"]


def test_an_inspection_of_spring_2026_with_an_overall_row_belongs_to_the_framework_before():
    assert read(paper.ilacs(ROWS_2023, at("9 to 13 March 2026")))["framework"] == "ilacs_2023"


def test_a_framework_that_was_not_in_force_on_the_first_day_is_flagged():
    found = read(paper.ilacs(ROWS_2023, at("11 to 22 May 2019")))
    assert found["framework"] is None
    assert "framework" in found["unsure"]


def test_a_heading_that_says_otherwise_flags_the_grade():
    headings = [[*HELP[:-1], f"{HELP[-1]}: inadequate"], *paper.headings_of(ROWS_2018)[1:]]
    found = read(paper.ilacs(headings=headings))
    assert found["grades"]["help_and_protection"] is None
    assert "grades.help_and_protection" in found["unsure"]


def test_a_heading_without_a_grade_is_vouched_for_by_a_whole_box_and_the_other_headings():
    headings = [HELP, *paper.headings_of(ROWS_2018)[1:]]
    found = read(paper.ilacs(headings=headings))
    assert found["grades"] == GRADES_2018
    assert found["unsure"] == ["published"]


def test_without_any_heading_that_confirms_it_no_grade_is_sure():
    found = read(paper.ilacs(headings=[HELP, BOTH_IN_CARE, LEADERS]))
    assert set(found["grades"].values()) == {None}


def test_a_row_without_a_grade_takes_none_from_its_neighbour():
    found = read(paper.ilacs([ROWS_2018[0], (HELP,), ROWS_2018[2], ROWS_2018[3]]))
    assert found["grades"]["help_and_protection"] is None
    assert all(found["grades"][strand] in (None, grade) for strand, grade in GRADES_2018.items())


def test_a_better_overall_grade_than_any_other_is_flagged():
    rows = [(LEADERS, "Good"), (HELP, "Good"), (BOTH_IN_CARE, "Good"), (OVERALL, "Outstanding")]
    assert "grades.overall" in read(paper.ilacs(rows))["unsure"]


DATES = {
    "6 to 17 December 2021": ("2021-12-06", "2021-12-17"),
    "08 July 2019 to 19 July 2019": ("2019-07-08", "2019-07-19"),
    "31 October 2022 to 11 November 2022": ("2022-10-31", "2022-11-11"),
    "27 September to 8 October 2021": ("2021-09-27", "2021-10-08"),
    "19 November–30 November 2018": ("2018-11-19", "2018-11-30"),
    "11 - 22 November 2019": ("2019-11-11", "2019-11-22"),
    "20 June 2021 ─ 13 July 2021": ("2021-06-20", "2021-07-13"),
    "30 November to 11 December 2020": ("2020-11-30", "2020-12-11"),
    "29 December to 9 January 2020": ("2019-12-29", "2020-01-09"),
    "1st to 12th July 2019": ("2019-07-01", "2019-07-12"),
    "18 Feb 2019 – 1 March 2019": ("2019-02-18", "2019-03-01"),
    "02/12/2019 – 13/12/2019": ("2019-12-02", "2019-12-13"),
    "30 September to 11 October 2019 and 13 to 16 January 2020": ("2019-09-30", "2020-01-16"),
    "28 July 2020": (None, None),
    "31 June to 11 July 2020": (None, None),
    "22 to 11 May 2020": (None, None),
}


@pytest.mark.parametrize(("printed", "expected"), DATES.items())
def test_dates_are_read_as_printed_or_flagged(printed, expected):
    found = read(paper.ilacs(before=at(printed)))
    assert (found["start"], found["end"]) == expected
    assert ("start" in found["unsure"]) == (expected[0] is None)


def test_dates_that_run_on_to_a_second_line_are_read_to_their_end():
    before = at("30 September to 11 October 2019 and")
    before.lines.insert(-1, before.lines[-2]._replace(text="13 to 16 January 2020"))
    found = read(paper.ilacs(before=before))
    assert (found["start"], found["end"]) == ("2019-09-30", "2020-01-16")


LEADS = {
    ("Lead inspector: Ada Smith, His Majesty’s Inspector",): "Ada Smith",
    ("Lead inspector: Ada Smith, Her Majesty's Inspector",): "Ada Smith",
    ("Lead inspector: Ada Smith", "Her Majesty’s Inspector"): "Ada Smith",
    ("Lead inspector: Ada Smith HMI",): "Ada Smith",
    ("Lead inspector: Ada Smith (HMI)",): "Ada Smith",
    ("Lead inspector: Ada Smith, Senior HMI",): "Ada Smith",
    ("Lead inspector on site: Ada Smith",): "Ada Smith",
    ("Lead inspector:", "Ada Smith, His Majesty’s Inspector"): "Ada Smith",
    ("Lead inspector: Máire Thomson-Jones, His Majesty’s Inspector",): "Máire Thomson-Jones",
    ("Lead inspector: Jenny-ellen O’Connor, His Majesty’s Inspector",): "Jenny-ellen O'Connor",
    ("Lead inspector: Ada Smith HMI", "Deputy lead inspector: Bea Jones HMI"): "Ada Smith",
    ("Lead inspector: Ada Smith, His Majesty’s Inspector", "Bea Jones, His Majesty’s Inspector"): None,
    ("Lead inspector: Ada Smith and Bea Jones",): None,
    (): None,
}


@pytest.mark.parametrize(("printed", "expected"), LEADS.items())
def test_the_lead_inspector_is_a_name_without_rank_and_never_a_deputy(printed, expected):
    found = read(paper.ilacs(before=paper.front(lead=printed)))
    assert found["lead_inspector"] == expected
    assert ("lead_inspector" in found["unsure"]) == (expected is None)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (
            ("Inspection of Bournemouth, Christchurch and", "Poole local authority children’s services"),
            "bournemouth-christchurch-and-poole",
        ),
        (
            ("Inspection of Bath & North East Somerset", "local authority children’s services"),
            "bath-and-north-east-somerset",
        ),
        (("City of London Corporation", "Inspection of children’s social care services"), "city-of-london"),
        (("Inspection of Newcastle local authority", "children’s services"), "newcastle-upon-tyne"),
        (("Inspection of North Yorkshire local", "authority children’s services"), "north-yorkshire"),
        (("Inspection of St. Helens local authority", "children’s services"), "st-helens"),
        (
            ("Royal Borough of Kingston upon Thames", "Inspection of children’s social care services"),
            "kingston-upon-thames",
        ),
        (("Inspection of Kingston local authority", "children’s services"), None),
    ],
)
def test_the_title_names_the_authority(title, expected):
    found = read(paper.ilacs(before=paper.front(title=title)))
    assert found["authority"] == expected
    assert (found["ons_code"] is None) == (expected is None)


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


GRADES_SIF = {
    "overall": "good",
    "help_and_protection": "requires_improvement",
    "children_in_care": "good",
    "adoption": "good",
    "care_leavers": "requires_improvement",
    "leaders": "good",
    "safeguarding_board": "outstanding",
}


def test_a_single_inspection_is_read_whole():
    found = read(paper.sif())
    assert (found["framework"], found["authority"], found["published"]) == ("sif", "york", "2017-02-07")
    assert (found["start"], found["end"], found["lead_inspector"]) == ("2016-11-14", "2016-12-08", "Tracey Metcalfe")
    assert found["grades"] == GRADES_SIF
    assert (len(found["recommendations"]), found["paragraphs"], found["unsure"]) == (3, 19, [])


def test_a_reinspection_has_no_board():
    found = read(
        paper.sif(
            title=(
                "Re-inspection of services for children in need of help and",
                "protection, children looked after and care leavers",
            ),
            board=False,
        )
    )
    assert found["grades"] == {strand: grade for strand, grade in GRADES_SIF.items() if strand != "safeguarding_board"}
    assert found["unsure"] == []


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        (("The overall judgement is that children’s services are", "good"), "good"),
        (("The overall judgement is good",), "good"),
        (("Children’s services in York require improvement to be", "good"), "requires_improvement"),
        (("Children’s services in York are Inadequate",), None),
        (("Children’s services in York",), None),
    ],
)
def test_the_headline_gives_the_overall_grade_and_must_fit_the_others(headline, expected):
    assert read(paper.sif(headline=headline))["grades"]["overall"] == expected


def test_grades_of_earlier_inspections_are_not_taken_for_this_ones():
    def previous(written: Paper) -> None:
        written.line("The judgements for the local authority were: Overall effectiveness: inadequate")
        written.line("Children who need help and protection: inadequate")
        written.line("The graded judgement for adoption performance is that it is inadequate")

    found = read(paper.sif(previous=previous))
    assert found["grades"] == GRADES_SIF
    assert found["unsure"] == []


def test_an_earlier_grade_printed_as_a_heading_is_flagged():
    found = read(
        paper.sif(
            previous=lambda written: written.heading(
                "The graded judgement for adoption performance is that it is inadequate"
            )
        )
    )
    assert found["grades"]["adoption"] is None


@pytest.mark.parametrize("number", ["1.", "3", ""])
def test_a_misprinted_number_in_the_box_does_no_harm(number):
    rows = [*SIF_ROWS[:4], ([f"{number} Leadership, management and governance".strip()], "Good")]
    written = paper.sif(rows)
    assert read(written)["grades"] == GRADES_SIF


def test_not_judged_is_no_grade_and_no_doubt():
    rows = [*SIF_ROWS[:2], (["2.1 Adoption performance"], "Not judged"), *SIF_ROWS[3:]]
    found = read(paper.sif(rows))
    assert found["grades"] == GRADES_SIF | {"adoption": None}
    assert found["unsure"] == []


def test_a_box_that_breaks_over_two_pages_is_one_box():
    written = paper.sif()
    rows = [i for i, line in enumerate(written.lines) if line.page == 1 and line.text.startswith("2.2")]
    footnote = written.lines[0]._replace(
        down=0.9, size=8.0, text="Ofsted produces this report under its power to combine reports."
    )
    written.lines = [
        *written.lines[: rows[0]],
        footnote,
        *(line._replace(page=2) if line.page == 1 else line for line in written.lines[rows[0] :]),
    ]
    assert read(written)["grades"] == GRADES_SIF


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


@pytest.mark.parametrize(
    ("rows", "in_force"),
    [(ROWS_2018, "11 to 22 May 2020"), (ROWS_2023, "11 to 22 May 2023"), (ROWS_2023[:4], "11 to 22 May 2026")],
)
def test_a_real_pdf_reads_as_its_lines_do(rows, in_force):
    written = paper.ilacs(rows, at(in_force))
    assert essence(draft(read_bytes("report.pdf", written.pdf()), VOCABULARY)) == read(written)


def test_care_leavers_split_over_two_lines_are_one_label():
    assert " ".join(CARE_LEAVERS) == "The experiences and progress of care leavers"
    assert " ".join(IN_CARE) == "The experiences and progress of children in care"
    assert read(paper.ilacs(ROWS_2023, at("11 to 22 May 2023")))["grades"] == GRADES_2023


@pytest.mark.parametrize("authority", VOCABULARY["authorities"].authorities, ids=lambda authority: authority.id)
def test_every_authority_is_found_by_its_name_and_no_other_with_it(authority):
    title = f"Inspection of {authority.name} local authority children’s services"
    found = find_authority(
        Report("report.pdf", (Line(1, 70.0, 0.1, 26.0, False, title),), 1), VOCABULARY["authorities"].authorities, title
    )
    assert (found.value.id, found.doubt) == (authority.id, "")


def test_a_text_file_without_columns_is_read_by_its_blank_lines():
    written = paper.ilacs()
    rows, before = [], written.lines[0]
    for line in written.lines:
        if line.size > 8:
            gap = line.page != before.page or abs(line.down - before.down) > 0.022 or line.bold != before.bold
            rows.append(("\n" if gap else "") + line.text)
            before = line
    found = essence(draft(read_bytes("report.txt", "\n".join(rows).encode()), VOCABULARY))
    assert found["grades"] == GRADES_2018
    assert len(found["recommendations"]) == 2
    assert (found["paragraphs"], "paragraphs" in found["unsure"]) == (None, True), (
        "nine numbers are too few to be sure without columns"
    )
