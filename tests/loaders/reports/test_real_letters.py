"""Real letters held against a careful reading (``letters.csv``). Skipped where the letters are not at hand."""

import random
import shutil
from pathlib import Path

import pytest

from loaders import DATA
from loaders.records.reading import read_vocabulary
from loaders.reports.measure import manifest, measure
from loaders.reports.outcomes import plan_outcomes
from tests.builders import VISIT_TEXT, copy_statistics, listed_events, small_data, write

LETTERS = DATA.parent.parent / "shared" / "visits"
pytestmark = pytest.mark.skipif(
    not (LETTERS / "manifest.csv").is_file(), reason="no real letters lie in ../shared/visits"
)
ROWS = manifest(LETTERS, Path(__file__).parent / "letters.csv")
DRAWN = 120
"""Letters that every run reads, besides the odd ones: the same ones every time. ``measure`` reads them all."""
UNDATED = {
    "darlington/2023-11-28-focused-visit.pdf",
    "durham/2021-08-23-focused-visit.pdf",
    "liverpool/2016-08-03-jtai.pdf",
}
"""Days a year apart, and two without their year."""
MISDATED = {"dudley/2020-01-21-focused-visit.pdf"}
"""Dated before its own visit."""
UNLISTED = {
    "coventry/2019-03-21-focused-visit.pdf",
    "luton/2018-07-05-focused-visit.pdf",
    "nottinghamshire/2018-02-22-focused-visit.pdf",
    "peterborough/2017-08-11-jtai.pdf",
    "sunderland/2021-05-11-focused-visit.pdf",
    "wolverhampton/2018-10-04-focused-visit.pdf",
}
"""Two lists, no end of the list, or text in place of one."""
NAMED = {
    "york/2018-11-09-jtai.pdf",
    "york/2019-08-09-focused-visit.pdf",
    "york/2023-09-06-focused-visit.pdf",
    "cornwall/2018-11-23-jtai.pdf",
}
LONG = {
    "bracknell-forest/2019-03-08-jtai.pdf", "bristol/2017-12-01-jtai.pdf", "cheshire-west-and-chester/2017-11-10-jtai.pdf",
    "cornwall/2018-11-23-jtai.pdf", "durham/2018-08-24-jtai.pdf", "greenwich/2018-05-09-jtai.pdf", "hounslow/2017-06-13-jtai.pdf",
    "islington/2019-01-29-jtai.pdf", "northumberland/2019-08-02-jtai.pdf", "wokingham/2017-07-14-jtai.pdf",
}  # fmt: skip
"""Lists of whole paragraphs, which are flagged where one might have lost its mark."""
FLAGGED = UNDATED | MISDATED | UNLISTED | LONG


@pytest.fixture(scope="module")
def measured():
    drawn = {row["file"] for row in random.Random(2026).sample(ROWS, DRAWN)}
    return measure(LETTERS, read_vocabulary(DATA), [row for row in ROWS if row["file"] in drawn | FLAGGED | NAMED])


def test_nothing_is_wrong_in_silence(measured):
    _, said = measured
    assert [line for line in said if line.startswith("wrong")] == []


def test_only_letters_that_are_odd_are_flagged(measured):
    counted, said = measured
    assert sum(counted.values()) > 900
    assert {line.split(": ")[1] for line in said} <= FLAGGED


def test_the_reading_knows_every_letter_and_what_eighty_and_more_ask_for():
    assert len(ROWS) == len({row["file"] for row in ROWS}) == 397
    assert sum(bool(row["asked"]) for row in ROWS) > 380
    for row in ROWS:
        asked = row["asked"].split(" | ") if row["asked"] else []
        assert len(asked) == int(row["improvements"] or 0) + int(row["priority_actions"] or 0), row["file"]
        assert sum(item.startswith("! ") for item in asked) == int(row["priority_actions"] or 0)
        assert all(len(item.removeprefix("! ").split()) <= 7 for item in asked), (
            "no more of a letter's text than this is kept"
        )


@pytest.fixture
def data(tmp_path):
    """A data folder that holds no visit yet."""
    return small_data(tmp_path)


@pytest.fixture
def outcomes(tmp_path, data):
    """What ``outcomes`` would write of these letters."""

    def plan(*files: str):
        for file in files:
            (tmp_path / "letters" / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(LETTERS / file, tmp_path / "letters" / file)
        return plan_outcomes(tmp_path / "letters", data)

    return plan


def test_no_record_is_written_of_a_doubtful_day_or_list(outcomes):
    planned = outcomes(*UNDATED, *MISDATED, *UNLISTED)
    assert planned.new == {}
    assert all(line.startswith("left out: ") and "write its record by hand" in line for line in planned.said)
    assert len(planned.said) == len(UNDATED | MISDATED | UNLISTED)


def test_a_visit_of_one_day_keeps_its_day_and_both_days_of_publication_are_kept(outcomes):
    planned = outcomes("rutland/2023-02-28-focused-visit.pdf", "islington/2022-11-23-focused-visit.pdf")
    one_day = planned.new["rutland/2023-focused-visit"]
    assert f"{one_day['start']} {one_day['end']}" == "2023-01-24 2023-01-24"
    two = planned.new["islington/2022-focused-visit"]
    assert f"{two['published']}" == "2022-11-23"
    assert (
        "The letter is dated 28 November 2022; Ofsted's website gives 23 November 2022 as the day of publication."
        in [note["text"] for note in two["notes"]]
    )


def test_a_letter_whose_visit_is_held_makes_no_twin(outcomes, data):
    visit = VISIT_TEXT.format(start="2023-08-01", end="2023-08-02", published="2023-09-06", file="letter.pdf")
    write(data / "inspections/york/2023-focused-visit.yaml", visit)
    listed_events(data, {"york/2018-jtai": ("jtai", "2018-11")})
    assert outcomes("york/2023-09-06-focused-visit.pdf", "york/2018-11-09-jtai.pdf").new == {}


def test_a_letter_of_a_visit_that_the_statistics_list_takes_its_place(outcomes, data):
    copy_statistics(data)
    assert list(outcomes("barking-and-dagenham/2025-04-29-focused-visit.pdf").new) == [
        "barking-and-dagenham/2025-focused-visit"
    ]
