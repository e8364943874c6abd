"""What an address asks for and a page cannot show: it is named, something near is offered, and nothing else takes its place."""

import re
import time
from collections.abc import Collection, Iterable
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from analysis.selection import LONGEST, MOST_VALUES, canonical
from loaders import load
from tests.builders import SAMPLE
from tests.pages.driver import PAGES, html_of, open_page
from ui.left_out import MOST_NAMED

BY_VIEW = [
    ("england", {"england": "What reports say"}),
    ("england", {"england": "Themes over time"}),
    ("england", {"england": "What Ofsted asks for"}),
    ("england", {"england": "How grades moved"}),
    ("actions", {"show": "All that was asked"}),
    ("actions", {"show": "All that was asked", "of": "All of England"}),
    ("findings", {"of": "All of England"}),
    ("england", {"england": "Every authority"}),
    ("overview", {"meeting": "true"}),
]


def named(at: AppTest) -> str:
    """The words above the page that name what was left out."""
    return " ".join(
        element.proto.body for element in at.get("html") if element.proto.body.startswith('<div class="remark refused"')
    )


def links(at: AppTest) -> dict[str, str]:
    """The links that are offered instead: words and address."""
    return {words: unescape(address) for address, words in re.findall(r'<a href="([^"]*)"[^>]*>([^<]*)</a>', named(at))}


def boxes(at: AppTest) -> set[str]:
    """The parameters of the address that the boxes of a page take, apart from who and which day."""
    drawn = [*at.selectbox, *at.multiselect, *at.radio]
    return {box.proto.query_param_key for box in drawn if box.proto.query_param_key} - {"authority", "as_at"}


def together(keys: Iterable[str], alone: Collection[str] = ()) -> list[tuple[str, ...]]:
    """The parameters of an address in groups of which each value is named. ``alone``: those that decide which boxes there are."""
    others = sorted(set(keys) - set(alone))
    return [*((key,) for key in sorted(set(keys) & set(alone))), *batched(others, MOST_NAMED)]


def batched(values: list[str], size: int) -> list[tuple[str, ...]]:
    return [tuple(values[start : start + size]) for start in range(0, len(values), size)]


@pytest.mark.parametrize("page", PAGES)
def test_an_unknown_authority_shows_none(page):
    at = open_page(page, authority="Atlantis")
    assert not at.exception
    assert at.title[0].value == "Which authority?"
    assert "“Atlantis”, which is not an authority in this data, so none is shown." in named(at)
    assert not at.get("plotly_chart")
    at.selectbox(key="only").set_value("leeds").run()
    assert at.query_params["authority"] in ("Leeds", ["Leeds"])
    assert named(at) == ""
    assert at.title[0].value != "Which authority?"


@pytest.mark.parametrize(
    ("asked", "meant"), [("Yrok", "York"), ("north yorkshir", "North Yorkshire"), ("London", "City of London")]
)
def test_a_name_that_is_near_is_offered_first(asked, meant):
    words, address = next(iter(links(open_page("grades", authority=asked, view="As published")).items()))
    assert (words, address) == (meant, f"?authority={meant.replace(' ', '+')}&view=As+published")


def test_beside_known_authorities_an_unknown_one_is_named_and_left_out():
    at = open_page("grades", authority=["Leeds", "Atlantis", "York"])
    assert "“Atlantis”, which is not an authority in this data, so it was left out." in named(at)
    assert at.selectbox(key="subject").value == "leeds"
    assert at.multiselect(key="others").value == ["york"]


def test_the_seventh_authority_is_named_and_left_out():
    seven = ["York", "Leeds", "Kent", "Essex", "Surrey", "Hampshire", "Devon"]
    assert named(open_page("timeline", authority=seven[:6])) == ""
    at = open_page("timeline", authority=seven)
    assert "Six authorities fit beside each other, so Devon was left out." in named(at)
    assert at.multiselect(key="others").value == ["leeds", "kent", "essex", "surrey", "hampshire"]
    assert "so Devon and Durham were left out" in named(open_page("timeline", authority=[*seven, "Durham"]))


@pytest.mark.parametrize(("page", "more"), [*((page, {}) for page in PAGES), *BY_VIEW])
def test_every_box_of_every_page_names_a_value_that_it_does_not_offer(page, more):
    for keys in together(boxes(open_page(page, authority="York", **more)), more):
        at = open_page(page, **({"authority": "York"} | more | {key: f"banana {key}" for key in keys}))
        assert not at.exception, keys
        assert at.title or more
        for key in keys:
            assert f"“banana {key}”" in named(at), key


def test_a_value_that_is_offered_elsewhere_only_is_named_too():
    label = "York, ILACS 2023, February and March 2025"
    assert named(open_page("findings", authority="York", inspection=label)) == ""
    assert f"“{label}” under “Inspection”" in named(open_page("findings", authority="Leeds", inspection=label))


def test_a_known_value_is_not_named_when_a_visitor_makes_it_go():
    at = open_page("actions", authority="York")
    at.multiselect(key="status").set_value(["reported under way"]).run()
    at.selectbox(key="answers").set_value("york/2016-sif").run()
    assert named(at) == ""


def test_the_nearest_choice_is_offered_with_the_rest_of_the_address():
    at = open_page("actions", authority="York", status="complete", thread_theme="Supervision")
    assert links(at) == {"reported complete": "?authority=York&status=reported+complete&thread_theme=Supervision"}
    assert named(open_page("actions", authority="York", status="reported complete")) == ""


@pytest.mark.parametrize(
    ("key", "value"), [("meeting", "banana"), ("data", "soon"), ("as_at", "banana"), ("as_at", "1 January 2099")]
)
def test_a_day_or_a_mode_that_is_none_is_named(key, value):
    at = open_page("overview", authority="York", **{key: value})
    assert value in named(at)
    assert at.title[0].value == "York"


@pytest.mark.parametrize("page", ["overview", "findings", "england"])
@pytest.mark.parametrize(
    "key", ["authority", "as_at", "theme", "q", "find", "england", "data", "meeting", "unheard_of"]
)
def test_ten_thousand_letters_are_cut_and_cost_no_time(page, key):
    query = canonical([("authority", "York"), (key, "[a](//b.example)" * 625)], load(SAMPLE))
    assert max(len(value) for _, value in query) == LONGEST + 1
    began = time.process_time()
    at = open_page(
        page, **({"england": "Every authority"} | {name: [v for n, v in query if n == name] for name, _ in query})
    )
    assert not at.exception
    assert time.process_time() - began < 15
    assert len(named(at)) < 2_000


def test_hundreds_of_values_are_cut_and_counted():
    query = canonical([("authority", "York"), *(("section", f"s{i}") for i in range(1_000))], load(SAMPLE))
    assert len(query) == MOST_VALUES
    said = named(open_page("findings", authority="York", section=[value for name, value in query if name == "section"]))
    assert "“s0”" in said
    assert "194 more values of the link were left out." in said
    assert "“s5”" not in said


def test_what_is_named_is_text():
    at = open_page("overview", authority=['<img src=x onerror="a()">[b](https://c.example)', "York"])
    assert "&lt;img src=x onerror=&#34;a()&#34;&gt;[b](https://c.example)" in named(at)
    assert links(at) == {}


@pytest.mark.parametrize(
    ("asked", "title", "path"), [("gradez", "Grades", "grades"), ("recomendations", "Recommendations", "actions")]
)
def test_an_unknown_page_is_named_and_the_nearest_is_offered_with_the_same_selection(asked, title, path):
    shown = html_of(open_page("overview", authority="Leeds", page=asked))
    assert f"There is no page called “{asked}”. This is the first page." in shown
    assert f'<a href="{path}?authority=Leeds" target="_self">{title}</a>' in shown
