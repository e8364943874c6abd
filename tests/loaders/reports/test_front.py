"""Traps on the front of a report, in its dates, its lead inspector and its authority: read rightly, or flagged; never wrong in silence."""

import pytest

from loaders.reports.front import authority as find_authority
from loaders.reports.lines import Line, Report
from tests import paper
from tests.loaders.reports.reading import VOCABULARY, at, read

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


@pytest.mark.parametrize("authority", VOCABULARY["authorities"].authorities, ids=lambda authority: authority.id)
def test_every_authority_is_found_by_its_name_and_no_other_with_it(authority):
    title = f"Inspection of {authority.name} local authority children’s services"
    found = find_authority(
        Report("report.pdf", (Line(1, 70.0, 0.1, 26.0, False, title),), 1), VOCABULARY["authorities"].authorities, title
    )
    assert (found.value.id, found.doubt) == (authority.id, "")
