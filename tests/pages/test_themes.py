"""Themes: the chart with its numbers and its text, and the inspections that can be chosen."""

import json

from tests.pages.driver import open_page


def test_only_inspections_known_on_the_day_can_be_chosen():
    at = open_page("themes", authority="York", as_at="7 February 2017")
    assert not any("2022" in option or "2025" in option for option in at.selectbox(key="inspection").options)


def test_figures_carry_their_numbers_and_a_text_alternative():
    charts = open_page("themes", authority="York").get("plotly_chart")
    assert charts
    spec = json.loads(charts[0].proto.spec)
    assert {"+ strength", "± mixed", "– concern"} <= {trace.get("name") for trace in spec["data"]}
    assert "Recurring" in charts[0].proto.alt
