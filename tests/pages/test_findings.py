"""Findings: what a search finds, whose each paragraph is, and why there may be none."""

from analysis.selection import canonical
from loaders import load
from tests.builders import SAMPLE
from tests.pages.driver import html_of, open_page


def test_search_finds_by_synonym_and_marks_what_it_found():
    at = open_page("findings", authority=["York", "North Yorkshire"], q="homeless teenagers")
    shown = html_of(at)
    for place in (
        "York, inspection of March 2012, paragraph 68",
        "York, inspection of March 2022, paragraph 11",
        "North Yorkshire, inspection of July 2023, paragraph 18",
    ):
        assert place in shown
    assert "<mark>" in shown
    assert any("found" in info.value for info in at.info)


def test_of_several_authorities_each_paragraph_says_whose_it_is():
    at = open_page("findings", authority=["York", "North Yorkshire"], q="culture")
    assert "<h3>North Yorkshire, inspection of July 2023, paragraph 2, page 2</h3>" in html_of(at)
    assert all(option.startswith(("York, ", "North Yorkshire, ")) for option in at.selectbox[-1].options)
    shown = html_of(open_page("themes", authority=["York", "North Yorkshire"], theme="Supervision"))
    assert "<h3>York, inspection of March 2022, paragraph" in shown
    assert "<h3>Inspection of" not in html_of(open_page("findings", authority=["York", "North Yorkshire"]))


def test_a_link_to_an_inspection_narrows_the_findings_and_lasts():
    label = "York, ILACS 2023, February and March 2025"
    at = open_page("findings", authority="York", inspection=label)
    assert any("73 paragraphs found" in info.value for info in at.info)
    assert canonical([("inspection", "york/2025-ilacs"), ("inspection", label)], load(SAMPLE)) == [
        ("inspection", label)
    ]


def test_files_are_named_in_words():
    """What a cover sheet and a citation say is no id of an authority with a capital."""
    assert "Findings: North Yorkshire and York" in html_of(open_page("findings", authority=["North Yorkshire", "York"]))
    shown = html_of(open_page("actions", authority="North Yorkshire", show="All that was asked"))
    assert "Recommendations: North Yorkshire" in shown


def test_contradictory_filters_say_what_to_do():
    at = open_page("findings", authority="York", q="zebra crossing", verdict="concern")
    assert any("No paragraph matches" in warning.value for warning in at.warning)


def test_findings_says_why_there_are_none_by_what_was_asked():
    none = open_page("findings", authority="York", as_at="1 January 2012").warning[0].value
    assert none.startswith("No report of York that is known by that day was read paragraph by paragraph.")
    assert open_page("findings", authority="York", q="zebra").warning[0].value.startswith("No paragraph matches.")


def test_on_a_phone_the_boxes_wait_behind_a_button_and_a_link_still_narrows(monkeypatch):
    monkeypatch.setattr("ui.controls.narrow", lambda: True)
    for whose, boxes in (("Those chosen above", ["Inspection", "Theme"]), ("All of England", ["Theme", "Reports"])):
        at = open_page("findings", authority="York", of=whose, theme="Supervision")
        (button,) = [one for one in at.get("popover") if one.proto.popover.label == "Narrow the list"]
        assert [box.label for box in button.get("selectbox")] == boxes
        assert button.get("selectbox")[boxes.index("Theme")].value == "supervision"
        assert "Supervision: " in html_of(at)
