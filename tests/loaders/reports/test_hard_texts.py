"""Texts made to be hard for the reader, as large as a file may be: each costs two seconds of the processor at most, whatever it repeats."""

import time
from datetime import date

import pytest

from loaders import DATA
from loaders.records.problems import Refused
from loaders.records.reading import read_records
from loaders.reports import draft, extraction, read_bytes
from loaders.reports.record import as_draft_yaml

VOCABULARY = read_records(DATA).vocabulary
MOST_SECONDS = 3
"""Two, and half as much for a busy machine. A report takes a tenth of one; these took from 16 seconds to four minutes, or never ended."""
LETTERS = extraction.MOST_LETTERS - 2_000
LINES = extraction.MOST_LINES - 100

ILACS = "# Inspection of York children's social care services\n\nInspection dates: 3 March to 14 March 2025\n\n"
SINGLE = (
    "# Inspection of services for children in need of help and protection, children looked after and care leavers\n\nYork\n\n"
    "Inspection date: 3 March 2015 to 20 March 2015\n\n"
)
SETS = "# Inspection of safeguarding and looked after children services\n\nYork\n\nInspection dates: 3 March to 14 March 2012\n\n"
LETTER = "3 March 2020\n\nDear Ada\n\n# Focused visit to York children's services\n\nThe findings of a focused visit to York on 3 March 2020.\n\n"
JOINT = "3 March 2020\n\nDear partnership\n\n# Joint targeted area inspection of York\n\nBetween 3 and 7 March 2020, Ofsted and CQC inspected York.\n\n"
LIST = "This sentence parts the headings.\n\n# Recommendations\n\n"
FRONTS = [ILACS, SINGLE, SETS, LETTER, JOINT]


def fronts_of_today(piece: str) -> list[str]:
    """Two of the kinds of reports, others each day: in five days each piece has stood in each kind."""
    first = date.today().toordinal() + len(piece)
    return [FRONTS[(first + step) % len(FRONTS)] for step in (0, 1)]


def repeated(text: str) -> str:
    return text * (LETTERS // len(text))


def rows(text: str) -> str:
    return f"{text}\n" * (LINES // (text.count("\n") + 1))


def seconds(text: str) -> float:
    """Processor time of reading a text and writing its draft, or of refusing it."""
    began = time.process_time()
    try:
        as_draft_yaml(draft(read_bytes("report.txt", text.encode()), VOCABULARY))
    except Refused as refused:
        assert "letters or" not in refused.problem.message, "the test is to reach the reader"
    return time.process_time() - began


@pytest.mark.parametrize(
    "piece",
    ["'", "' \u201c ", "12 ", "2012 ", "3 March 2012 ", "1/1/12 ", "(", "- ", "a-", "good ", ". ", "SCB ", "York "],
)
def test_a_long_line_of_one_thing(piece):
    for front in fronts_of_today(piece):
        assert seconds(front + repeated(piece)) < MOST_SECONDS, front


@pytest.mark.parametrize(
    "text",
    [
        ILACS + ("# Overall effectiveness " + ". " * 3_000 + "\n\n") * 37,
        ILACS + "# Overall effectiveness " + repeated(". "),
        ILACS + "Lead inspector: " + repeated("( ") + "x",
        ILACS + "Lead inspector: A\n" + repeated(" .") + "x",
        ILACS.replace(" to 14 March 2025", "\n" + "1 march " * 60 + "x"),
        ILACS.replace(" to 14 March 2025", "\n" + repeated("1 march ") + "x"),
        SINGLE + "# " + repeated("x") + "SCB",
        SINGLE + "# " + repeated(":") + " is good x",
        LETTER + repeated("findings of the visit visit "),
        LETTER + repeated("3 March Dear "),
        SETS + "Record of main findings Safeguarding services " + repeated("Overall effectiveness . . . "),
        ILACS + LIST + "- " + repeated("plan so that other than children "),
        ILACS + LIST + "- " + repeated("(a"),
        LETTER + "# Findings\n\n" + repeated("Ofsted Manchester "),
        LETTER + "The inspectors were " + repeated("Ada Smith, HMI and "),
        LETTER + "Inspectors looked at " + repeated("children's plans. inspectors "),
        LETTER + "# What needs to improve\n\n- The police " + repeated("police and partners "),
        JOINT + "The multi-agency response to " + repeated("harm in the "),
        "Dear Ada, " + repeated("findings of the "),
    ],
    ids=["dots", "a line of dots", "brackets", "below the label", "dates", "many dates", "board", "colons", "visits", "letters", "sets", "words", "open",
         "address", "inspectors", "looked at", "agencies", "theme", "greeting"],
)  # fmt: skip
def test_a_pattern_is_not_tried_again_and_again(text):
    assert seconds(text) < MOST_SECONDS


@pytest.mark.parametrize(
    "row",
    [
        "# Recommendations\n\n- a\n\n",
        "# Recommendations 1\n\nwords.\n\n# What the\n\nwords.\n\n",
        "# Recommendations\n\n1. take the following action\n2. x\n",
        "# Abc\n\n",
        "Abc\n\n",
        "- plans for children",
        "1. Plans for children",
        "12 Abc",
        "Key judgement judgement grade",
        "**a** b",
        "# Key strengths\n\n- a\n\n# Case study: a\n\n- b\n\n",
        "# Areas for improvement\n\n- a\n\n# Abc\n\n- b\n\n",
        "Ofsted\nManchester",
    ],
)
def test_many_short_lines(row):
    for front in fronts_of_today(row):
        assert seconds(front + rows(row)) < MOST_SECONDS, front
        assert seconds(front + LIST + rows(row)) < MOST_SECONDS, front


def test_a_list_that_never_ends_is_flagged():
    read = draft(read_bytes("report.txt", (ILACS + LIST + rows("- plans for children")).encode()), VOCABULARY)
    assert "run on for longer" in read.recommendation_count.doubt
    lists = "# Recommendations\n\n- plans\n\n# Summary\n\ntext\n\n" * 40
    assert (
        "More headings"
        in draft(read_bytes("report.txt", (ILACS + lists).encode()), VOCABULARY).recommendation_count.doubt
    )


@pytest.mark.parametrize(
    "text", ["x" * (LETTERS + 3_000), "x\n" * (LINES + 200), "\ufdfa" * 100_000], ids=["letters", "lines", "ligatures"]
)
def test_more_than_any_report_holds_is_refused_at_once(text):
    began = time.process_time()
    with pytest.raises(Refused, match="many times what a report holds"):
        draft(read_bytes("report.txt", (ILACS + text).encode()), VOCABULARY)
    assert time.process_time() - began < 2
