"""What all tests share."""

import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings

from loaders import Dataset, load
from tests.builders import SAMPLE
from tests.chromium import browser

__all__ = ["browser"]

# A busy machine is no fault of the code: what a test may cost is bounded where that is its subject.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

# Compiled copies of data that tests make up do not push those of the user's own data out.
os.environ.setdefault("INSPECTIONS_CACHE", str(Path(tempfile.gettempdir()) / "inspections-over-time-tests"))

# Pages, servers and commands show the sample too, so that no new record changes what a test reads on them.
os.environ["INSPECTIONS_DATA"] = str(SAMPLE)


@pytest.fixture(scope="session")
def ds() -> Dataset:
    """The sample, loaded once for all tests of a process."""
    return load(SAMPLE)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """Run a single file in this process: to start others takes longer than most files run."""
    return 0 if len(config.args) == 1 and ".py" in config.args[0] else None


DRIVEN = {Path(__file__).resolve().parent / folder for folder in ("browser", "faults", "login")}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run a test of a real browser or server once more where it failed; the report names it (R), and a second failure counts."""
    for item in items:
        if DRIVEN & set(item.path.parents):
            item.add_marker(pytest.mark.flaky(reruns=1))
