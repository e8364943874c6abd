"""Pages while the data change: a broken file hides nothing that was good, and every page says what is wrong."""

import pytest

from loaders import watching
from tests.builders import INSPECTION, INSPECTION_TEXT, small_data, write
from tests.pages.driver import html_of, open_page


@pytest.fixture
def data(tmp_path, monkeypatch):
    data = small_data(tmp_path)
    monkeypatch.setenv("INSPECTIONS_DATA", str(data))
    monkeypatch.setattr(watching, "LOOK_EVERY", 0)
    monkeypatch.setattr(watching, "QUIET", 0)
    return data


def warnings(at):
    return [warning.value for warning in at.warning if "what is wrong" in warning.value]


def test_a_record_that_breaks_stays_as_it_was_and_is_named(data):
    assert warnings(open_page("about")) == []
    write(data / INSPECTION, "framework: [")
    at = open_page("timeline", authority="York")
    assert not at.exception
    assert "Ada Smith" in html_of(at)
    (said,) = warnings(at)
    assert "One file of the data has errors since a change, so you see the data as they were before it." in said
    assert f"data/{INSPECTION}" in html_of(open_page("about"))
    write(data / INSPECTION, INSPECTION_TEXT)
    assert warnings(open_page("about")) == []


def test_a_record_that_was_broken_at_the_start_is_left_out_and_named(data):
    write(data / "inspections/york/2022-ilacs-2.yaml", "framework: [")
    (said,) = warnings(open_page("about"))
    assert said.startswith("One file of the data has errors and is left out.")
