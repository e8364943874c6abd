"""Compare: where an authority stands among its neighbours or those chosen, on which day."""

import json

from tests.pages.driver import html_of, open_page, words


def test_the_comparison_says_where_york_stands_among_its_neighbours():
    at = open_page("compare", authority="York", as_at="31 March 2025", basis="Day the inspection began")
    assert (
        "As at 31 March 2025 York is one of 3 judged Outstanding overall among itself and its 10 statistical neighbours."
        in html_of(at)
    )
    assert len(at.get("plotly_chart")) == 3
    assert "inspections begun by that day, as Ofsted’s statistics count" in words(at)


def test_a_comparison_stands_at_the_day_of_the_box_and_names_those_whose_lists_end_before(stockport_ends, monkeypatch):
    monkeypatch.setenv("INSPECTIONS_DATA", str(stockport_ends))
    at = open_page("compare", authority="York")
    assert "As at 22 August 2026 York is " in html_of(at)
    assert "inspections whose report was published by that day" in words(at)
    assert "Stockport" in words(at)
    assert "marked †, full inspections are listed only to 31 March 2025: a later report may exist" in words(at)
    names = json.loads(at.get("plotly_chart")[0].proto.spec)["layout"]["yaxis"]["ticktext"]
    assert {"<b>York</b>", "Stockport †"} <= {name.strip() for name in names}


def test_a_pair_that_are_no_neighbours_is_told_so_on_every_page():
    for page in ("compare", "grades"):
        assert "not statistical neighbours of each other" in words(
            open_page(page, authority=["York", "North Yorkshire"])
        )
    assert "not statistical neighbours" not in words(open_page("grades", authority=["York", "Hampshire"]))


def test_six_authorities_are_compared_and_a_seventh_left_out():
    six = ["York", "Leeds", "Hampshire", "Kent", "Essex", "Surrey"]
    at = open_page("compare", authority=six)
    assert not at.exception
    assert "among the 6 authorities chosen" in html_of(at)


def test_on_a_phone_what_was_said_of_each_theme_waits_behind_its_title(monkeypatch):
    wide = html_of(open_page("compare", authority="Kent"))
    monkeypatch.setattr("pages.compare.narrow", lambda: True)
    narrow = html_of(open_page("compare", authority="Kent"))
    assert 'class="card fold"' not in wide
    assert narrow.count('<details class="card fold"><summary><h3>') == wide.count('<article class="card"><h3>') > 0
    assert narrow.count("<blockquote>") == wide.count("<blockquote>")
