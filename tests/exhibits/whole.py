"""What holds for every exhibit, whatever it shows."""

import re

from exhibits import Exhibit
from loaders import Dataset

LONGEST_ALT = 750
"""Letters of a text alternative: it is heard in one go, without a way back. The table behind the figure holds the rest."""


def whole(ds: Dataset, exhibit: Exhibit) -> None:
    """Check that an exhibit says what it shows, and that it can be drawn for a wide and for a narrow screen."""
    assert exhibit.title
    assert exhibit.sentence.endswith((".", "?"))
    assert "None" not in exhibit.sentence.replace("None is", "").replace("No two", "")
    assert not re.search(r"\bnan\b", exhibit.sentence + exhibit.title)  # not finance
    assert "NaT" not in exhibit.sentence + exhibit.title
    if exhibit.draw is not None:
        assert exhibit.alt.endswith(".")
        assert len(exhibit.alt) <= LONGEST_ALT
        assert len(exhibit.table)
        for narrow in (False, True):
            assert exhibit.drawn(ds, narrow).to_dict()["data"]
