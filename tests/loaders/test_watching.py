"""Data that change while the dashboard runs: shown soon, never half written, and the last good state where they break."""

import threading
import time

import pytest

from loaders import current, watching
from tests.builders import INSPECTION, INSPECTION_TEXT, replace, small_data, write

SECOND = "inspections/york/2022-ilacs-2.yaml"
SECOND_TEXT = INSPECTION_TEXT.replace("start: 2022-03-07", "start: 2022-03-08")


class Clock:
    """Both clocks of ``watching``, moved by hand. Files are as old as the time since they were written."""

    def __init__(self):
        self.now = time.time()

    def monotonic(self):
        return self.now

    def time_ns(self):
        return int(self.now * 1e9)


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(watching, "time", clock)
    return clock


@pytest.fixture
def data(tmp_path, monkeypatch, clock):
    """A small data folder that is shown, and whose every look is asked for by ``later``."""
    data = small_data(tmp_path)
    monkeypatch.setenv("INSPECTIONS_DATA", str(data))
    current()
    return data


@pytest.fixture
def later(clock):
    def seconds(number=3.0):
        clock.now += number
        return current()

    return seconds


def inspections(ds):
    return ds.inspections["inspection"].tolist()


def test_an_edited_record_shows_within_seconds(data, later):
    first = current()
    replace(data / INSPECTION, "Ada Smith", "Eve Smith")
    ds = later()
    assert ds.inspections["lead_inspector"].tolist() == ["Eve Smith"]
    assert ds.fingerprint != first.fingerprint
    assert later() is ds


def test_an_added_and_a_removed_record_show_within_seconds(data, later):
    write(data / SECOND, SECOND_TEXT)
    assert inspections(later()) == ["york/2022-ilacs", "york/2022-ilacs-2"]
    (data / SECOND).unlink()
    assert inspections(later()) == ["york/2022-ilacs"]


def test_the_disk_is_looked_at_once_however_many_ask(data, later, monkeypatch):
    looks = []
    state = watching.state
    monkeypatch.setattr(watching, "state", lambda folder: looks.append(folder) or state(folder))
    assert len({id(later(1.0 if first else 0)) for first in (True, *[False] * 50)}) == 1
    assert looks == []
    later(1.0), later(0), later(0)
    assert len(looks) == 1


def test_a_file_that_is_being_written_does_not_show(data, later):
    """Half of it is a record too: a sound one, with one finding fewer."""
    half = INSPECTION_TEXT[: INSPECTION_TEXT.index('  - paragraph: "2"')]
    later()
    with open(data / INSPECTION, "w", encoding="utf-8") as file:
        file.write(half)
        file.flush()
        watching.time.now = time.time() + 0.1
        assert len(current().findings) == 2
        file.write(INSPECTION_TEXT[len(half) :].replace("two", "2"))
    assert len(later().findings) == 2


def test_a_clock_that_disagrees_with_the_disk_delays_but_does_not_hinder(data, later, clock):
    clock.now -= 86_400
    watching._watched.clear()
    current()
    replace(data / INSPECTION, "Ada Smith", "Eve Smith")
    later()
    assert later().inspections["lead_inspector"].tolist() == ["Eve Smith"]


BREAKS = {
    "no YAML": lambda data: write(data / INSPECTION, "framework: ["),
    "cut short": lambda data: write(data / INSPECTION, INSPECTION_TEXT[:300]),
    "empty": lambda data: write(data / INSPECTION, ""),
    "a new record": lambda data: write(data / SECOND, "framework: ["),
    "the vocabulary": lambda data: write(data / "themes.yaml", "themes: ["),
    "a record that another refers to": lambda data: (data / INSPECTION).unlink(),
}


@pytest.mark.parametrize("kind", BREAKS)
def test_where_a_change_brings_errors_the_last_good_state_stays_and_they_are_named(data, later, kind):
    good = current()
    before = {path: path.read_bytes() for path in data.rglob("*.*")}
    BREAKS[kind](data)
    ds = later()
    assert ds.outdated
    assert ds.findings is good.findings
    assert ds.fingerprint == good.fingerprint
    assert set(ds.problems["severity"]) == {"error"}
    assert later() is ds
    for path in set(data.rglob("*.*")) - set(before):
        path.unlink()
    for path, content in before.items():
        path.write_bytes(content)
    mended = later()
    assert not mended.outdated
    assert mended.problems.empty
    assert mended.fingerprint == good.fingerprint


def test_an_error_that_was_there_before_keeps_nothing_back(data, later):
    write(data / SECOND, "framework: [")
    watching._watched.clear()
    first = current()
    assert not first.outdated
    replace(data / INSPECTION, "Ada Smith", "Eve Smith")
    ds = later()
    assert ds.inspections["lead_inspector"].tolist() == ["Eve Smith"]
    assert ds.problems["file"].tolist() == [f"data/{SECOND}"]


def test_a_folder_that_goes_away_leaves_the_last_good_state(data, later):
    good = current()
    data.rename(data.with_name("away"))
    ds = later()
    assert ds.outdated
    assert ds.findings is good.findings
    assert "no data folder" in ds.problems["message"][0]
    data.with_name("away").rename(data)
    assert not later().outdated


def test_nobody_waits_while_a_change_is_read(data, clock, monkeypatch):
    reading, go_on = threading.Event(), threading.Event()
    load = watching.load

    def slow(folder):
        reading.set()
        assert go_on.wait(10)
        return load(folder)

    monkeypatch.setattr(watching, "load", slow)
    good = current()
    replace(data / INSPECTION, "Ada Smith", "Eve Smith")
    clock.now += 3
    reader = threading.Thread(target=current)
    reader.start()
    assert reading.wait(10)
    assert current() is good
    go_on.set()
    reader.join()
    assert current().inspections["lead_inspector"].tolist() == ["Eve Smith"]
