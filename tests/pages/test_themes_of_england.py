"""What a visitor sees of reports over all England, on a small England that the test makes."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.pages.driver import html_of, open_page, words
from tests.reports import loaded, report

SOUTH = ["cornwall", "devon", "dorset", "somerset", "plymouth", "torbay", "swindon", "wiltshire", "bristol", "gloucestershire"]  # fmt: skip
"""Ten authorities of the South West, the last of them the nearest statistical neighbour of York."""


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """York, weak on supervision twice; ten that were weak in 2019, of which seven are strong in 2024, three mixed."""
    folder = tmp_path_factory.mktemp("england") / "data"
    report(folder, "york", "2019-05-06", "RI", {"supervision": "--"})
    report(folder, "york", "2024-05-06", "RI", {"supervision": "-", "plans": "++"})
    for place, authority in enumerate(SOUTH):
        report(folder, authority, "2019-07-01", "RI", {"supervision": "-"})
        report(folder, authority, "2024-07-01", "G", {"supervision": "±" if place < 3 else "+"})
    loaded(folder)
    return folder


@pytest.fixture(autouse=True)
def shown(data, monkeypatch):
    """Let the pages show this data."""
    monkeypatch.setenv("INSPECTIONS_DATA", str(data))


def infos(at) -> str:
    return " ".join(element.value for element in at.info)


def test_a_theme_is_counted_with_its_base_and_each_number_leads_to_its_findings():
    at = open_page("england", authority="York", england="What reports say", theme="Supervision")
    assert not at.exception
    said = words(at)
    assert "Supervision: weak in 1 of 11 latest reports, more than any other theme" in said
    assert "11 latest full inspections, one for each authority, each read once." in said
    assert "A theme that is not covered is no strength." in said
    links = {
        text: unescape(href) for href, text in re.findall(r'<a href="(findings[^"]*)"[^>]*>([^<]*)</a>', html_of(at))
    }
    assert list(links) == ["Strong on it: 7", "Mixed on it: 3", "Weak on it: 1"]
    asked = parse_qs(urlsplit(links["Mixed on it: 3"]).query)
    found = open_page("findings", **asked)
    assert not found.exception
    assert "Three paragraphs found" in infos(found)
    assert "All of England: 22 reports on 11 authorities, each read once." in html_of(found)
    assert "Cornwall, inspection of July 2024, paragraph 1, page 1" in html_of(found)


def test_a_part_of_too_few_reports_is_not_offered_and_no_grades_are_compared():
    at = open_page("england", authority="York", england="What reports say")
    assert at.selectbox(key="part").options == ["All of them", "Good", "ILACS 2023", "South West"]
    assert "pair" not in [box.key for box in at.selectbox]


def test_over_time_frameworks_stand_apart_and_who_turned_it_round_stands_by_nearness():
    at = open_page("england", authority="York", england="Themes over time", theme="Supervision")
    assert not at.exception
    assert "2019, ILACS 2018: supervision, 11 of 11 (100%)" in words(at)
    assert "Supervision: seven other authorities turned it round. Statistical neighbours of York stand first" in infos(
        at
    )
    titles = re.findall(r"<h3>([^<]*): criticised then, praised now</h3>", html_of(at))
    assert titles[0] == "Gloucestershire (statistical neighbour 1 of 10)"
    assert titles[1:] == sorted(titles[1:])
    assert len(titles) == 7
    assert "The first six are shown." in infos(at)
    slipped = open_page(
        "england", authority="York", england="Themes over time", theme="Supervision", turned="Those that slipped"
    )
    assert not slipped.exception
    assert "no other authority is known that slipped" in infos(slipped)


@pytest.mark.parametrize("part", ["What reports say", "Themes over time"])
@pytest.mark.parametrize("day", ["1 January 2012", "1 June 2019", "1 June 2024"])
@pytest.mark.parametrize("basis", ["Day the report was published", "Day the inspection began"])
def test_on_a_day_with_few_reports_or_none_the_parts_say_so(part, day, basis):
    at = open_page("england", authority="York", england=part, as_at=day, basis=basis)
    assert not at.exception
    if day == "1 January 2012":
        assert "No report has been read that counts here" in words(
            at
        ) or "Too few themes were looked at twice" in words(at)


def test_themes_says_how_the_latest_look_stands_beside_others_and_who_is_praised():
    at = open_page("themes", authority="York", theme="Supervision")
    assert not at.exception
    assert "Supervision: weak in the latest report on York" in words(at)
    assert "England: 7 of 11 are strong, 3 mixed, 1 weak." in words(at)
    assert "Seven other authorities are strong on supervision in the latest report." in infos(at)
    assert html_of(at).index("Gloucestershire (statistical neighbour 1 of 10): inspection of July 2024") < html_of(
        at
    ).index("Bristol: inspection of July 2024")
    assert "Read all that the reports praise that are strong on it" in html_of(at)


def test_compare_and_the_paper_lead_to_the_neighbour_that_turned_it_round():
    at = open_page("compare", authority="York", group="Its statistical neighbours")
    assert not at.exception
    assert "One theme keeps coming back for York. One or more of those shown turned it round" in infos(at)
    assert "Gloucestershire (statistical neighbour 1 of 10): criticised then, praised now" in html_of(at)
    assert "Supervision: six more authorities of England turned it round" in html_of(at)
    paper = html_of(open_page("briefing", authority="York"))
    assert "Gloucestershire, once weak on it, was praised in July 2024. What have we learned from them?" in paper


def test_the_overview_speaks_in_the_words_of_the_latest_report():
    shown = html_of(open_page("overview", authority="York"))
    assert "“york 2024 plans is strength number 2”" in shown
    assert "“york 2024 supervision is concern number 1”" in shown


def test_filters_of_another_search_do_not_reach_the_findings_of_those_chosen():
    at = open_page("findings", authority="York", of="All of England", region="South West", grade="Good")
    assert "Ten paragraphs found" in infos(at)
    at.selectbox(key="of").set_value("Those chosen above").run()
    assert "Five paragraphs found" in infos(at)
    assert at.title[0].value == "Findings"


def test_a_search_that_no_report_fits_says_so():
    at = open_page("findings", authority="York", of="All of England", region="South West", grade="Inadequate")
    assert not at.exception
    none = open_page(
        "findings",
        authority="York",
        of="All of England",
        region="South West",
        grade="Requires improvement to be good",
        reports="The latest full one of each authority",
    )
    assert none.warning[0].value.startswith("No paragraph matches.")
