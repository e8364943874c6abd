"""Faults of the data under a server that runs: it stays up, says what is wrong at /healthz, and takes the data up again."""

import json
import shutil
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable

import pytest

from tests.browser.conftest import serving
from tests.builders import INSPECTION, small_data

PLAN = "action_plans/york/2022-action-plan.yaml"


def asked(address: str) -> tuple[int, str]:
    """Status and body of an answer."""
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def becomes(address: str, status: int, holds: str) -> dict:
    """Wait until /healthz answers so; return what it says. The server looks at the disk every two seconds."""
    for _ in range(100):
        found = asked(f"{address}/healthz")
        if found[0] == status and holds in found[1]:
            return json.loads(found[1])
        time.sleep(0.1)
    raise AssertionError(f"/healthz still answers {found}, not {status} with {holds!r}")


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """A data folder, the server that shows it, and its log."""
    folder = tmp_path_factory.mktemp("running")
    data, log = small_data(folder), folder / "log"
    with serving(
        log=log, INSPECTIONS_DATA=str(data), INSPECTIONS_LOG="json", INSPECTIONS_CACHE=str(folder / "cache")
    ) as address:
        yield data, address, log


FAULTS: dict[str, tuple[Callable, str]] = {
    "rubbish": (lambda path: path.write_bytes(b"\x00\xff" * 500), "not UTF-8 text"),
    "half-written": (lambda path: path.write_bytes(path.read_bytes()[:300]), "is missing"),
    "a folder": (lambda path: (path.unlink(), path.mkdir()), ""),
    "a link to nothing": (lambda path: (path.unlink(), path.symlink_to("nowhere.yaml")), ""),
    "a link to itself": (lambda path: (path.unlink(), path.symlink_to(path.name)), ""),
}  # fmt: skip
if sys.platform == "win32":
    FAULTS = {what: fault for what, fault in FAULTS.items() if "link" not in what}  # an ordinary user there makes none


def test_each_fault_of_a_record_is_said_and_mended_without_a_restart(running):
    data, address, _ = running
    becomes(address, 200, '"ok"')
    whole = (data / INSPECTION).read_bytes()
    for what, (fault, said) in FAULTS.items():
        fault(data / INSPECTION)
        if said:
            answer = becomes(address, 200, "errors in the data")
            assert answer["shown"] == "the data as they were before a change", what
            assert answer["inspections"] == 1, what
        else:
            time.sleep(2.5)
            assert asked(f"{address}/healthz")[0] in (200, 503), what
        assert asked(f"{address}/data/plans.csv")[0] == 200, what
        shutil.rmtree(data / INSPECTION) if (data / INSPECTION).is_dir() else (data / INSPECTION).unlink()
        (data / INSPECTION).write_bytes(whole)
        becomes(address, 200, '"ok"')


def test_a_folder_that_goes_away_is_said_and_what_was_read_stays(running):
    data, address, log = running
    data.rename(data.with_name("away"))
    becomes(address, 200, "errors in the data")
    assert "york/2022-ilacs" in asked(f"{address}/data/inspections.csv")[1]
    data.with_name("away").rename(data)
    becomes(address, 200, '"ok"')
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines() if line.startswith("{")]
    assert any(line.get("path") == "/data/inspections.csv" for line in lines)


def test_a_server_that_starts_without_data_says_so_and_shows_them_once_they_come(tmp_path):
    with serving(INSPECTIONS_DATA=str(tmp_path / "data")) as address:
        status, said = asked(f"{address}/healthz")
        assert status == 503
        assert "no data folder" in said
        assert str(tmp_path) not in said
        status, said = asked(f"{address}/data/grades.csv")
        assert status == 500
        assert "the number " in said
        (tmp_path / "data").mkdir()
        becomes(address, 503, "could not be read")
        shutil.rmtree(tmp_path / "data")
        small_data(tmp_path)
        becomes(address, 200, '"ok"')
