"""Every page runs and shows true figures, without a browser."""

import json
import shutil

import pytest
from streamlit.testing.v1 import AppTest

from loaders import DATA

SHELL = str(DATA.parent / "ui" / "shell.py")
PAGES = ["overview", "timeline", "grades", "themes", "about"]


def open_page(name: str, **query: str | list[str]) -> AppTest:
    at = AppTest.from_file(SHELL, default_timeout=30)
    for key, value in query.items():
        at.query_params[key] = value
    at.run()
    if name != "overview":
        at.switch_page(str(DATA.parent / "pages" / f"{name}.py")).run()
    return at


def words(at: AppTest) -> str:
    return " ".join(str(element.value) for kind in (at.title, at.header, at.subheader, at.markdown, at.caption) for element in kind)


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("authority", [None, "York", "North Yorkshire", ["York", "North Yorkshire"]])
def test_every_page_runs(page, authority):
    at = open_page(page, **({"authority": authority} if authority else {}))
    assert not at.exception
    assert at.title


def test_the_overview_says_where_york_stands():
    said = words(open_page("overview", authority="York"))
    assert "York was judged Outstanding in all five judgements after the inspection of February and March 2025." in said
    assert "In March 2022 it was Requires improvement to be good in all four judgements; care leavers were not judged apart then." in said


def test_figures_carry_their_numbers_and_a_text_alternative():
    charts = open_page("themes", authority="York").get("plotly_chart")
    assert charts
    spec = json.loads(charts[0].proto.spec)
    assert {"+ strength", "± mixed", "– concern"} <= {trace.get("name") for trace in spec["data"]}
    assert "Recurring" in charts[0].proto.alt


@pytest.mark.parametrize("spelling", ["north-yorkshire", "NORTH YORKSHIRE", "North Yorkshire"])
def test_a_link_with_another_spelling_shows_the_authority_it_names(spelling):
    at = open_page("overview", authority=spelling)
    assert at.title[0].value == "North Yorkshire"


def test_an_unknown_authority_is_named_and_not_replaced_in_silence():
    at = open_page("overview", authority="Atlantis")
    assert any("Atlantis" in warning.value for warning in at.warning)


def test_without_an_authority_the_page_says_what_to_do():
    at = open_page("overview")
    at.multiselect(key="authority").set_value([]).run()
    assert any("Choose an authority" in info.value for info in at.info)


def test_a_broken_record_is_announced_and_listed(tmp_path, monkeypatch):
    shutil.copytree(DATA, tmp_path / "data")
    record = tmp_path / "data" / "inspections" / "york" / "2022-ilacs.yaml"
    record.write_text(record.read_text(encoding="utf-8").replace("leaders: Requires", "leaders: Requries"), encoding="utf-8")
    monkeypatch.setenv("INSPECTIONS_DATA", str(tmp_path / "data"))
    assert any("left out" in warning.value for warning in open_page("overview", authority="York").warning)
    about = open_page("about", authority="York")
    assert not about.exception
    assert "data/inspections/york/2022-ilacs.yaml" in " ".join(element.proto.body for element in about.get("html"))
