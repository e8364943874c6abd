"""Every page in a real browser, looked at once: WCAG 2.2 AA on screens, names, the Tab key, what is seen first, files and paper."""

import re
import xml.etree.ElementTree as ET
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import BrowserContext

from tests.browser.look import Seen, look_at, tops
from tests.browser.measures import SIDEWAYS
from tests.browser.test_dashboard import TITLES, visit
from ui.navigation import FRONT, MORE

EXCEPTIONS = yaml.safe_load(Path(__file__).with_name("accessibility_exceptions.yaml").read_text(encoding="utf-8"))
VIEWS = [
    "What+reports+say",
    "Themes+over+time",
    "What+Ofsted+asks+for",
    "Year+by+year",
    "How+grades+moved",
    "How+long+it+takes",
    "Every+authority",
    "Check+against+Ofsted",
]
PLAN = "actions?answers=York%2C+ILACS+2018%2C+March+2022"
"""The recommendations that a council's plan answers."""
MEETING = [
    "?meeting=true",
    *(f"?meeting=true&screen={number}" for number in (3, 6)),
    "?meeting=true&screen=12&notes=true",
]
PLACES = [
    *(entry.path for entry in (*FRONT, *MORE)),
    *(f"england?england={view}" for view in VIEWS),
    "grades?view=As+published",
    "findings?of=All+of+England",
    PLAN,
    *MEETING,
]
FIRST = ["", "timeline", "grades", "themes", "actions", "compare", "england"]
"""Pages that open with an answer above a picture or a list."""
LONGEST = ("", "Bournemouth, Christchurch %26 Poole")
"""The page with the longest answer."""
PICTURES = {
    "timeline": ("york-timeline-2026-08-22", "22 August 2026"),
    "grades": ("york-grades-2026-08-22", "22 August 2026"),
    "themes": ("york-themes-2026-08-22", "22 August 2026"),
    PLAN: ("york-2022-action-plan-deadlines-2026-08-22", "22 August 2026"),
    "compare": ("york-overall-standing-2026-08-22", "22 August 2026"),
    "england": ("england-overall-map-2026-08-22", "22 August 2026"),
    "england?england=How+grades+moved": ("england-overall-matrix-2026-08-22", "22 August 2026"),
    "england?england=How+long+it+takes": ("england-time-between-2026-08-22", "22 August 2026"),
}
"""Pages, the file name of their first picture, and the day that it stands at."""
GIVEN = ["", *PICTURES, "grades?view=As+published", "findings", "england?england=Every+authority"]
"""Pages whose tables and paper are taken away."""


@pytest.fixture(scope="module")
def look(server, shared: BrowserContext, tmp_path_factory):
    """Look at a place once, and keep what was seen for all tests."""

    @cache
    def looked(place: str) -> Seen:
        address = f"{server}/{place}{'&' if '?' in place else '?'}authority=York"
        folder = tmp_path_factory.mktemp("look")
        return look_at(
            shared, address, place, folder, first=place in FIRST, drawn=place in PICTURES, given=place in GIVEN
        )

    return looked


def excepted(place: str, rule: str, selector: str) -> list[dict]:
    return [
        e for e in EXCEPTIONS if e["rule"] == rule and e["place"] in ("every page", place) and e["selector"] in selector
    ]


@pytest.mark.parametrize("place", PLACES)
def test_axe_finds_nothing_on_any_page_at_any_width(look, place, record_property):
    found = look(place).found
    record_property("best practice", [item for item in found if not item[3]])
    assert [item for item in found if item[3] and not excepted(place, *item[:2])] == []


def test_each_exception_still_occurs(look):
    occurs = [
        e for place in PLACES for rule, selector, *_ in look(place).found for e in excepted(place, rule, selector)
    ]
    assert [e for e in EXCEPTIONS if e not in occurs] == []
    assert all(e["reason"] for e in EXCEPTIONS)


@pytest.mark.parametrize("place", PLACES)
def test_every_control_figure_table_and_landmark_has_a_name(look, place):
    assert look(place).nameless == []


@pytest.mark.parametrize("place", PLACES)
def test_no_page_scrolls_sideways_on_any_screen_or_zoomed(look, place):
    assert look(place).sideways == {}


@pytest.mark.parametrize("place", PLACES)
def test_every_page_opens_with_its_title_and_without_an_error(look, place):
    assert look(place).title == f"{TITLES[place.partition('?')[0]]} – Inspections over time"
    assert look(place).errors == []


@pytest.mark.parametrize("place", PLACES)
def test_each_page_has_one_title_and_no_level_of_heading_is_left_out(look, place):
    levels = [level for level, _ in look(place).headings]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), look(place).headings


@pytest.mark.parametrize("place", PLACES)
def test_the_tab_key_goes_through_the_page_with_a_ring_that_is_seen(look, place):
    steps = look(place).walk
    assert "stSkipToContent" in steps[0]["html"]
    assert [step for step in steps if not (step["ring"] and step["seen"])] == []
    assert len({step["number"] for step in steps}) == len(steps), "an element is reached twice"


@pytest.mark.parametrize("place", PLACES)
def test_buttons_that_give_files_say_what_they_hold(look, place):
    names = look(place).taken
    assert len(set(names)) == len(names)
    assert [name for name in names if name.startswith(("Table (", "Picture (")) and ": " not in name] == []


@pytest.mark.parametrize("place", PLACES)
def test_nothing_moves_and_tiles_keep_letter_and_border_where_asked(look, place):
    assert look(place).moving == []
    assert look(place).unreadable == 0


@pytest.mark.parametrize("place", PLACES)
def test_no_page_is_refused_what_it_needs_nor_fails_in_part(look, place):
    assert look(place).errors == []
    assert look(place).failed == 0


@pytest.mark.parametrize("place", FIRST)
def test_the_answer_stands_above_a_picture_that_is_seen_at_once(look, place):
    answer, picture = look(place).tops
    assert 0 < answer < picture <= 330


@pytest.mark.parametrize(("place", "authority"), [*((place, "York") for place in FIRST), LONGEST])
def test_on_a_phone_it_is_seen_at_once_too_and_nothing_scrolls_sideways(server, page, place, authority):
    page.set_viewport_size({"width": 390, "height": 900})
    visit(page, f"{server}/{place}?authority={authority}")
    answer, picture = tops(page, place)
    assert 0 < answer < picture <= 520
    assert page.evaluate(SIDEWAYS) <= 1


@pytest.mark.parametrize("place", PICTURES)
def test_a_picture_carries_its_texts_inside_its_frame_and_not_over_one_another(server, look, place):
    picture, (named, day) = look(place).picture, PICTURES[place]
    assert picture.name == f"{named}.svg"
    texts = ET.fromstring(picture.svg).iter("{http://www.w3.org/2000/svg}text")
    said = " ".join(" ".join(text.itertext()) for text in texts)
    address = f"{server}/{place.partition('?')[0]}?authority=York&as_at=22+August+2026&data=22+August+2026"
    for words in (picture.title, "Source: ", f"Data as at {day}.", address):
        assert words in said
    assert picture.outside == []
    assert picture.notes_over_marks == 0


@pytest.mark.parametrize("place", GIVEN)
def test_each_table_comes_as_csv_and_as_a_workbook_with_the_same_rows(look, place):
    tables = look(place).tables
    assert tables
    assert look(place).workbooks == len(tables)
    for table in tables:
        assert re.fullmatch(r"[a-z0-9-]+-\d{4}-\d{2}-\d{2}\.csv", table.csv_name)
        assert table.xlsx_name.endswith(".xlsx")
        assert table.xlsx_rows == len(table.csv_rows) > 1
        assert table.xlsx_heading == table.csv_rows[0]


@pytest.mark.parametrize("place", GIVEN)
def test_each_sheet_of_paper_names_the_view_the_day_and_its_number_and_has_no_controls(look, place):
    sheets = [text for _, text in look(place).sheets]
    address = f"/{place.partition('?')[0]}?authority=York"
    foots = [
        text.replace(" ", "") for text in sheets
    ]  # a reader of PDF finds no blanks between letters that stand close
    assert sheets
    assert all(
        size in (pytest.approx((595, 842), abs=2), pytest.approx((842, 595), abs=2)) for size, _ in look(place).sheets
    )
    assert all(f"Asknownon22August2026.Page{number}" in foot for number, foot in enumerate(foots, start=1))
    assert all(address in foot for foot in foots), "a long address goes over two lines"
    words = " ".join(sheets).replace("Share of the ", "")  # the name of an axis
    for control in ("Table (CSV)", "Copy link", "Compare with", "Meeting mode", "Take away", "Share"):
        assert control not in words
