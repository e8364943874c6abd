"""The data of this repository as they are, and with two records more: what is tested here must be true of both.

So a new record breaks no test. No test here knows a name, a number or a sentence that another record could change.
"""

from functools import cache
from pathlib import Path

import pytest

from loaders import DATA, Dataset, load
from tests.live.more import INSPECTED, visited, with_two_more
from tests.live.world import World, read_world


@pytest.fixture(scope="session", params=["as they are", "with two records more"])
def data(request) -> Path:
    """A data folder."""
    return DATA if request.param == "as they are" else request.getfixturevalue("copied")


@pytest.fixture(scope="session")
def copied(tmp_path_factory) -> Path:
    """The copy with two records more."""
    return with_two_more(DATA, tmp_path_factory.mktemp("more") / "data")


@pytest.fixture(scope="session")
def ds(data) -> Dataset:
    """What the folder holds. A process loads it once, and keeps with it what its tests work out from it."""
    return _loaded(data)


# A fixture that takes turns is made anew at each turn, and each file takes both: these are made once in a process.
_loaded = cache(load)
_read = cache(read_world)


@pytest.fixture(scope="session")
def authorities(data, ds) -> list[str]:
    """Every authority; of the copy those alone that have a new record."""
    return list(ds.authorities["authority"]) if data == DATA else _renewed()


@pytest.fixture(scope="session")
def renewed() -> list[str]:
    """The authority that is inspected next, and the one that is visited."""
    return _renewed()


def _renewed() -> list[str]:
    return [INSPECTED, visited(_loaded(DATA))]


@pytest.fixture(scope="session")
def world(data, ds) -> World:
    """The same folder, read by plain loops over its files."""
    return _read(data, f"{ds.as_at:%Y-%m-%d}")


@pytest.fixture(autouse=True)
def shown(data, monkeypatch):
    """Let pages and commands show the folder."""
    monkeypatch.setenv("INSPECTIONS_DATA", str(data))
