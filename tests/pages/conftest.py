"""What tests of pages share."""

import pytest

from tests.builders import lists_that_end


@pytest.fixture(scope="session")
def stockport_ends(tmp_path_factory):
    """A data folder in which the list of Stockport ends with Ofsted's statistics."""
    return lists_that_end(tmp_path_factory.mktemp("ends") / "data", ("stockport",))
