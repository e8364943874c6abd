"""Timeline: how far each kind of inspection is known, and what is not held of one."""

import json

from tests.pages.driver import html_of, open_page, words


def test_how_far_each_kind_is_known_stands_once_on_overview_and_timeline():
    for page in ("overview", "timeline"):
        at = open_page(page, authority="York")
        assert words(at).count("Known here: full inspections to 22 August 2026;") == 1, page


def test_each_authority_has_a_day_of_its_own(stockport_ends, monkeypatch):
    monkeypatch.setenv("INSPECTIONS_DATA", str(stockport_ends))
    at = open_page("timeline", authority=["York", "Stockport"])
    told = "full inspections of Stockport to 31 March 2025; full inspections of York to 22 August 2026;"
    assert told in words(at) + html_of(at)


def test_what_is_not_held_is_called_not_held():
    at = open_page(
        "timeline", authority="Barking and Dagenham", inspection="Barking and Dagenham, Focused visit, March 2025"
    )
    shown = html_of(at) + words(at)
    assert '<th scope="row">Lead inspector</th><td>not held here</td>' in shown
    assert "from 26 March 2025" in shown
    assert "none named" not in shown
    at = open_page("timeline", authority="Barnet")
    assert "no visit held here" in html_of(at) + words(at)


def test_a_visit_known_only_from_a_list_is_drawn_hollow():
    spec = json.loads(open_page("timeline", authority="Bath and North East Somerset").get("plotly_chart")[0].proto.spec)
    signs = [sign for trace in spec["data"] for sign in trace.get("marker", {}).get("symbol", []) if "diamond" in sign]
    assert signs == ["diamond-open"]
