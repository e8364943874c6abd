"""The paper's section on what Ofsted asked, here and of neighbours, on a small England."""

import pytest

from analysis.selection import Selection
from exports.briefing.asked import asked
from exports.briefing.paper import Bullets, Rows
from loaders import Dataset
from tests.reports import SOUTH, loaded, report


@pytest.fixture(scope="module")
def ds(tmp_path_factory) -> Dataset:
    folder = tmp_path_factory.mktemp("asked") / "data"
    for authority in SOUTH:
        report(folder, authority, "2019-07-01", "RI", {"plans": "-"}, asked=("supervision",))
        report(folder, authority, "2024-07-01", "G", {"plans": "+"}, asked=("plans",))
    return loaded(folder)


def test_the_latest_recommendations_stand_before_what_neighbours_were_asked_lately(ds):
    blocks = asked(ds, Selection(("cornwall",)))
    [bullets] = [block for block in blocks if isinstance(block, Bullets)]
    assert len(bullets.items) == 1
    assert bullets.items[0].startswith("Better plans. “The quality of plans.” (R1")
    [table] = [block for block in blocks if isinstance(block, Rows)]
    base = len(set(ds.neighbours.loc[ds.neighbours["authority"] == "cornwall", "neighbour"]) & set(SOUTH))
    assert base > 0
    assert [[cell.text for cell in row] for row in table.rows] == [["Plans and planning", f"{base} of {base}", "Yes"]]


def test_one_without_reports_says_why(ds):
    words = " ".join(block.text for block in asked(ds, Selection(("york",))) if hasattr(block, "text"))
    assert "No inspection of York is known by that day" in words
