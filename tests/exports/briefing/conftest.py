"""The paper on York and North Yorkshire, in each of its formats."""

import pytest

from analysis.selection import Selection
from exports.briefing import FORMATS, briefing
from exports.briefing.paper import Paper


@pytest.fixture(scope="session")
def paper(ds) -> Paper:
    return briefing(ds, Selection(("york", "north-yorkshire")))


@pytest.fixture(scope="session")
def written(paper) -> dict[str, bytes]:
    return {form: write(paper) for form, (_, _, write) in FORMATS.items()}
