"""About: records that could not be read, and the accessibility statement."""

import shutil

from tests.builders import SAMPLE
from tests.pages.driver import html_of, open_page, words


def test_a_broken_record_is_announced_and_listed(tmp_path, monkeypatch):
    shutil.copytree(SAMPLE, tmp_path / "data")
    record = tmp_path / "data" / "inspections" / "york" / "2022-ilacs.yaml"
    record.write_text(
        record.read_text(encoding="utf-8").replace("leaders: Requires", "leaders: Requries"), encoding="utf-8"
    )
    monkeypatch.setenv("INSPECTIONS_DATA", str(tmp_path / "data"))
    assert any("left out" in warning.value for warning in open_page("overview", authority="York").warning)
    about = open_page("about", authority="York")
    assert not about.exception
    assert "data/inspections/york/2022-ilacs.yaml" in html_of(about)


def test_the_accessibility_statement_stands_on_the_about_page(monkeypatch):
    monkeypatch.setenv("INSPECTIONS_CONTACT", "access@example.org")
    at = open_page("about", authority="York")
    assert "Accessibility statement" in [header.value for header in at.header]
    assert "Enforcement procedure" in [part.value for part in at.subheader]
    assert "2.1.1 Keyboard" in html_of(at)
    assert "Contact: access@example.org" in words(at)
