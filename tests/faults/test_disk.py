"""Faults of the disk: nothing can be written, or the process is killed while it writes. All that is read goes on."""

import os
import signal
import subprocess
import sys

import pytest

from benchmarks.session import opened
from loaders import DATA, load
from loaders.records.writing import write_whole
from tests import paper
from tests.browser.conftest import serving
from tests.builders import SAMPLE, small_data
from tests.faults.test_data import asked

ROOT = DATA.parent
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot be told that its disk is full")
FULL = "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)); "
"""The start of a process to whose files not one byte can be added, as on a disk that is full or read-only."""


def run(code: str, **settings: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | settings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_data_are_read_on_a_full_disk(tmp_path):
    data = small_data(tmp_path)
    done = run(
        f"{FULL}import loaders; print(len(loaders.load({str(data)!r}).inspections))",
        INSPECTIONS_CACHE=str(tmp_path / "cache"),
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "1\n", "")
    assert list((tmp_path / "cache").iterdir()) == []


@pytest.mark.parametrize(
    "command",
    ["from exports.__main__ import main; sys.exit(main(['briefing', '--authority', 'york', '--out', {file!r}]))",
     "from loaders.__main__ import main; sys.exit(main(['draft', {report!r}, '-o', {file!r}]))"],
    ids=["briefing", "draft"],
)  # fmt: skip
def test_a_command_on_a_full_disk_says_so_and_leaves_no_half_file(tmp_path, command):
    report = tmp_path / "report.pdf"
    report.write_bytes(paper.ilacs().pdf())
    file = tmp_path / "out.docx"
    done = run(FULL + command.format(file=str(file), report=str(report)))
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert "File too large" in done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["report.pdf"]


def test_what_was_there_stays_where_writing_fails(tmp_path):
    file = tmp_path / "record.yaml"
    write_whole(file, "before\n")
    done = run(
        f"{FULL}from pathlib import Path; from loaders.records.writing import write_whole; write_whole(Path({str(file)!r}), 'after')"
    )
    assert "File too large" in done.stderr
    assert file.read_text(encoding="utf-8") == "before\n"
    assert [path.name for path in tmp_path.iterdir()] == ["record.yaml"]


def test_a_process_killed_while_it_writes_harms_nobody(tmp_path, monkeypatch):
    data, cache = small_data(tmp_path), tmp_path / "cache"
    slow = (
        "import os, time, loaders; os.replace = lambda *names: (print('now', flush=True), time.sleep(60)); loaders.load"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", f"{slow}({str(data)!r})"],
        cwd=ROOT,
        env=os.environ | {"INSPECTIONS_CACHE": str(cache)},
        stdout=subprocess.PIPE,
    )
    assert process.stdout.readline() == b"now\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert [path.suffix for path in cache.iterdir()] == [".unfinished"]
    monkeypatch.setenv("INSPECTIONS_CACHE", str(cache))
    assert len(load(data).inspections) == len(load(data).inspections) == 1
    assert len(list(cache.glob("*.frames"))) == 1


def test_a_server_that_can_write_nothing_serves(tmp_path):
    script = tmp_path / "full_disk.py"  # by its own name, as the server imports it and it imports "app"
    script.write_text(
        f"{FULL}\nimport os, runpy, sys\nsys.path.insert(0, {str(ROOT)!r})\nimport streamlit as st\nfrom app import app\nif app is None: app = st.App('')\n",
        encoding="utf-8",
    )
    with serving(
        script, INSPECTIONS_CACHE=str(tmp_path / "no" / "cache"), HOME="/nowhere", INSPECTIONS_DATA=str(SAMPLE)
    ) as address:
        assert asked(f"{address}/healthz")[0] == 200
        assert '"ok"' in asked(f"{address}/healthz")[1]
        assert asked(f"{address}/data/grades.csv?authority=York")[0] == 200
        with opened(address.removeprefix("http://")) as tab:
            assert b"York" in b"".join(tab.ask("timeline", [("authority", "York")]))
    assert not (tmp_path / "no" / "cache").exists() or not any((tmp_path / "no" / "cache").iterdir())
