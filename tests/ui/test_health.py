"""What ``/healthz`` says where it cannot show data."""

import os

from tests.builders import DATA, SAMPLE
from ui.health import state


def test_two_whole_data_folders_are_told_from_none(monkeypatch):
    monkeypatch.setenv("INSPECTIONS_DATA", os.pathsep.join([str(DATA), str(SAMPLE)]))
    status, said = state()
    assert status == 503
    assert "more than one whole one" in said["why"]
