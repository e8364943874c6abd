"""One view in a run: the data are asked for once, cut to the day once, and everything on the page shows that."""

import re

import pytest

import loaders
import pages
from analysis import english
from exports.briefing import briefing
from tests.builders import SAMPLE
from tests.pages.driver import PAGES, html_of, open_page


@pytest.fixture
def asked(monkeypatch):
    """How often the data were asked for: each time ``current`` looks up its folder, from wherever it was imported."""
    times = []
    folder = loaders.watching.named_folders

    def counted():
        times.append(1)
        return folder()

    monkeypatch.setattr(loaders.watching, "named_folders", counted)
    return times


@pytest.mark.parametrize("page", PAGES)
def test_a_run_of_a_page_asks_for_the_data_once(asked, page):
    at = open_page(page, authority=["York", "Leeds"], as_at="31 December 2023")
    assert not at.exception
    assert len(asked) == 1
    at.selectbox(key="subject").set_value("leeds").run()
    assert not at.exception
    assert len(asked) == 2


def test_so_does_a_screen_of_the_meeting(asked):
    open_page("overview", authority="York", meeting="true")
    assert len(asked) == 1


def test_and_a_page_that_asks_whom_it_shall_show(asked):
    at = open_page("grades", authority="Atlantis")
    at.selectbox(key="only").set_value("leeds").run()
    assert len(asked) == 2


def strip_years(at) -> set[str]:
    """The years over the grades of a screen."""
    (strip,) = [
        element.proto.body for element in at.get("html") if element.proto.body.startswith('<section class="screen')
    ]
    strip = strip[strip.index("<thead") : strip.index("</thead")]
    return set(re.findall(r">(?:[A-Z][a-z]{2} )?((?:19|20)\d\d)", strip))


def test_the_grades_of_a_meeting_end_at_the_chosen_day():
    grades = {"authority": "York", "meeting": "true", "screen": "1"}
    assert "2025" in strip_years(open_page("overview", **grades))
    assert max(strip_years(open_page("overview", **grades, as_at="31 December 2023"))) == "2022"


@pytest.mark.parametrize("page", PAGES)
def test_the_line_above_every_page_names_the_day_and_holds_no_grades(page):
    at = open_page(page, authority="York", as_at="31 December 2023")
    labels = [block.proto.popover.label for block in at.get("popover")]
    assert "As known on 31 December 2023" in labels
    assert 'class="grid' not in html_of(at)


def test_the_paper_of_an_earlier_day_bears_the_day_of_the_data_in_its_address(monkeypatch):
    """So that its link can say later that the data have moved on."""
    papers = []
    monkeypatch.setattr(pages.briefing, "briefing", lambda *given: papers.append(briefing(*given)) or papers[-1])
    open_page("briefing", authority="York", as_at="31 December 2023")
    then, now = (day.replace(" ", "+") for day in ("31 December 2023", english.day(loaders.load(SAMPLE).as_at)))
    assert papers[0].footer.endswith(f"http://localhost:8501/briefing?authority=York&as_at={then}&data={now}")
