"""What the reader finds in reports that tests lay out line by line."""

from loaders import DATA
from loaders.records.reading import read_vocabulary
from loaders.reports import draft, essence
from tests import paper
from tests.paper import Paper

VOCABULARY = read_vocabulary(DATA)
GRADES_2018 = {
    "leaders": "good",
    "help_and_protection": "requires_improvement",
    "children_in_care": "outstanding",
    "overall": "good",
}
GRADES_2023 = GRADES_2018 | {"care_leavers": "good"}


def read(written: Paper) -> dict:
    """Read a report, and give what matters of its draft."""
    return essence(draft(written.report(), VOCABULARY))


def at(day: str) -> Paper:
    """Lay out the front of a report that gives this day, or these days, as those of the inspection."""
    return paper.front(dates=f"Inspection dates: {day}")
