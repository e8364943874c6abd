"""What a page that is shown again may send, over a real websocket: counted in bytes, so that it holds on any machine."""

import sys

import pytest

from benchmarks.session import ROOT, serving, visiting
from tests.pages.driver import PAGES

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="BYTES NOT COUNTED: the server's clock is read as Linux has it"
)

MOST = {"actions": 100_000, "compare": 80_000, "themes": 68_000, "about": 70_000}
OTHERS = 60_000


@pytest.fixture(scope="module")
def server():
    with serving(ROOT / "app.py") as running:
        yield running


@pytest.mark.parametrize("page", PAGES)
def test_a_rerun_sends_little_because_the_browser_keeps_what_is_large(server, page):
    path = "" if page == "overview" else page
    with visiting(server) as visitor:
        first = visitor.run(path, [("authority", "York")]).sent
        again = visitor.run(path, [("authority", "York")]).sent
    assert again < first
    assert again <= MOST.get(page, OTHERS)
