"""What runs in the browser: all that touches Streamlit's own markup is fenced in, and says with which version it was needed."""

import re

import pytest
import streamlit

from ui.theme import BROWSER, OF_MEETING, SCRIPTS, STYLES

PATCHES = [name for name in (*STYLES, *SCRIPTS) if name.startswith("streamlit_patches")]
VERSION = ".".join(streamlit.__version__.split(".")[:2])
REASON = re.compile(rf"(/\*|//) {re.escape(VERSION)}: \w[^.]+")
FOREIGN = re.compile(r"data-testid|\.st[A-Z]|plotly|modebar")


def text(name: str) -> str:
    return (BROWSER / name).read_text(encoding="utf-8")


def test_every_file_is_used():
    known = {path.name for path in BROWSER.iterdir() if path.suffix in (".css", ".js")}
    assert known == {*STYLES, OF_MEETING, *SCRIPTS}


@pytest.mark.parametrize("name", [name for name in STYLES if name not in PATCHES])
def test_our_styles_name_nothing_of_streamlit(name):
    assert FOREIGN.findall(text(name)) == []


@pytest.mark.parametrize("name", PATCHES)
def test_each_patch_says_for_which_version_and_why(name):
    _header, *patches = re.split(r"\n\n+", text(name).replace("@media print {\n", "").strip())
    tops = [patch.strip() for patch in patches if re.match(r"(  (?=/\*))?\S", patch)]
    assert len(tops) >= 5
    assert [patch.splitlines()[0] for patch in tops if not REASON.match(patch)] == []


def test_what_a_meeting_hides_says_for_which_version_and_why():
    assert re.search(rf"{re.escape(VERSION)}: \w[^.]+", text(OF_MEETING))


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_counts_by_the_clock(name):
    assert "setInterval" not in text(name)
