"""The data of this repository as they are, and with two records more: what is tested here must be true of both.

So a new record breaks no test. No test here knows a name, a number or a sentence that another record could change.
"""

from pathlib import Path

import pytest

from loaders import DATA, Dataset, load
from tests.live.more import INSPECTED, visited, with_two_more
from tests.live.world import World, read_world


@pytest.fixture(scope="session", params=["as they are", "with two records more"])
def data(request, tmp_path_factory) -> Path:
    """A data folder."""
    return DATA if request.param == "as they are" else with_two_more(DATA, tmp_path_factory.mktemp("more") / "data")


@pytest.fixture(scope="session")
def ds(data) -> Dataset:
    """What the folder holds."""
    return load(data)


@pytest.fixture(scope="session")
def authorities(data, ds) -> list[str]:
    """Every authority; of the copy those alone that have a new record."""
    return list(ds.authorities["authority"]) if data == DATA else [INSPECTED, visited(load())]


@pytest.fixture(scope="session")
def world(data, ds) -> World:
    """The same folder, read by plain loops over its files."""
    return read_world(data, f"{ds.as_at:%Y-%m-%d}")


@pytest.fixture(autouse=True)
def shown(data, monkeypatch):
    """Let pages and commands show the folder."""
    monkeypatch.setenv("INSPECTIONS_DATA", str(data))
