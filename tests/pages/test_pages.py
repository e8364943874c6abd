"""What holds of every page: it runs, names what it is about, and says what is not held."""

import pytest

from tests.pages.driver import PAGES, html_of, open_page


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("authority", [None, "North Yorkshire", ["York", "North Yorkshire"]])
def test_every_page_runs(page, authority):
    at = open_page(page, **({"authority": authority} if authority else {}))
    assert not at.exception
    assert at.title


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("day", ["1 January 2000", "1 June 2012", "31 December 2023"])
def test_every_page_runs_as_known_on_an_earlier_day(page, day):
    at = open_page(page, authority=["York", "North Yorkshire"], as_at=day)
    assert not at.exception
    assert at.title


def test_nobody_is_made_to_say_why_there_is_nothing_to_show():
    for page, authority, said in (
        ("themes", "Gloucestershire", "No report on Gloucestershire"),
        ("timeline", "York", "No inspection of York"),
    ):
        at = open_page(page, authority=authority, as_at="1 January 2000")
        assert any(text.value.startswith(said) for text in at.markdown), page
    assert not any(
        button.key.startswith("take-bournemouth-themes")
        for button in open_page("themes", authority="Bournemouth").download_button
    )


@pytest.mark.parametrize(
    ("page", "asked", "name"),
    [
        ("findings", {}, "york-findings-2023-12-31"),
        ("findings", {"authority": ["York", "North Yorkshire"]}, "york-north-yorkshire-findings-2023-12-31"),
        (
            "themes",
            {"authority": ["York", "North Yorkshire"], "theme": "Supervision"},
            "york-north-yorkshire-supervision-2023-12-31",
        ),
        ("overview", {}, "york-changes-2023-12-31"),
        ("grades", {"view": "As published"}, "york-ilacs-2018-march-2022-2023-12-31"),
        ("england", {"england": "Every authority"}, "england-overall-2023-12-31"),
        ("england", {"england": "Every authority", "as_at": "22 August 2026"}, "england-overall-2026-08-22"),
    ],
)
def test_a_download_is_named_by_all_whom_it_holds_and_by_the_day_of_the_view(page, asked, name):
    at = open_page(page, **{"authority": "York", "as_at": "31 December 2023"} | asked)
    assert f"take-{name}.csv" in {button.key for button in at.download_button}


@pytest.mark.parametrize(("page", "title"), [("compare", "Compare: York"), ("england", "England"), ("about", "About")])
def test_a_citation_names_whom_the_page_is_about_and_the_day_that_was_chosen(page, title):
    """Its panels may stand at an earlier day, so it does not say that the data stand at this one."""
    shown = html_of(open_page(page, authority="York"))
    assert f'data-text="Inspections over time: “{title}”, as known on 22 August 2026."' in shown
    assert 'content: "As known on 22 August 2026. Page "' in shown


@pytest.mark.parametrize("spelling", ["north-yorkshire", "NORTH YORKSHIRE", "North Yorkshire"])
def test_a_link_with_another_spelling_shows_the_authority_it_names(spelling):
    at = open_page("overview", authority=spelling)
    assert at.title[0].value == "North Yorkshire"


@pytest.mark.parametrize(
    "page", ["overview", "timeline", "grades", "themes", "actions", "findings", "compare", "briefing"]
)
def test_a_grade_that_a_later_report_may_have_overtaken_is_marked_as_such_on_every_page(
    page, stockport_ends, monkeypatch
):
    monkeypatch.setenv("INSPECTIONS_DATA", str(stockport_ends))
    told = "Full inspections of Stockport are listed here only to 31 March 2025: a later report may exist."
    assert told in html_of(open_page(page, authority="Stockport"))
    assert told not in html_of(open_page(page, authority="Stockport", as_at="31 March 2025"))
    assert "are listed here only" not in html_of(open_page(page, authority="York"))


@pytest.mark.parametrize("authority", ["Isles of Scilly", "Cumbria", "Westmorland and Furness"])
def test_an_authority_with_one_inspection_or_that_is_gone_opens(authority):
    for page in ("overview", "timeline", "grades", "compare"):
        at = open_page(page, authority=authority)
        assert not at.exception, page
        assert at.title
