"""Files that no record could be, too big, too deep, in another encoding, are refused with a message and crash nothing."""

import subprocess
import sys
from pathlib import Path

import pytest

from loaders import load
from loaders.data_folder import state
from tests.builders import INSPECTION, replace, small_data, write

ROOT = Path(__file__).resolve().parents[2]
FILE = "data/inspections/york/2022-ilacs.yaml"


def message(data: Path) -> str:
    """The one problem of a data folder whose inspection is broken; its plan loads."""
    ds = load(data)
    assert list(ds.plans["plan"]) == ["york/2022-action-plan"]
    assert ds.inspections.empty
    (problem,) = ds.problems.itertuples()
    return f"{problem.file}:{problem.line}: {problem.message}"


def test_a_file_that_is_not_utf8_is_refused_in_its_line(tmp_path):
    data = small_data(tmp_path)
    text = (data / INSPECTION).read_bytes().replace(b"Ada", b"Ad\xe9")
    (data / INSPECTION).write_bytes(text)
    assert message(data) == f"{FILE}:6: not UTF-8 text. Save the file as UTF-8."


def test_a_file_that_may_not_be_read_is_named(tmp_path, monkeypatch):
    """Whoever runs the tests may read all, so that the system's refusal is made up here."""
    data, read = small_data(tmp_path), Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path.name == Path(INSPECTION).name:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    monkeypatch.setenv("INSPECTIONS_CACHE", "")
    assert message(data) == f"{FILE}:1: cannot be read (Permission denied)."


@pytest.mark.skipif(sys.platform == "win32", reason="an ordinary user of Windows makes no links")
def test_a_link_to_itself_is_no_record(tmp_path):
    data = small_data(tmp_path)
    (data / INSPECTION).unlink()
    (data / INSPECTION).symlink_to(Path(INSPECTION).name)
    assert INSPECTION not in state(data)
    assert load(data).inspections.empty


def test_a_file_with_a_byte_order_mark_is_read(tmp_path):
    data = small_data(tmp_path)
    (data / INSPECTION).write_bytes(b"\xef\xbb\xbf" + (data / INSPECTION).read_bytes())
    ds = load(data)
    assert ds.problems.empty
    assert list(ds.inspections["inspection"]) == ["york/2022-ilacs"]


def test_a_file_of_50_megabytes_is_refused(tmp_path):
    data = small_data(tmp_path)
    (data / INSPECTION).write_bytes(b"# filling\n" * 5_000_000)
    assert (
        message(data) == f"{FILE}:1: the file has 50,000,000 bytes; a record has at most 500,000. Is it the right file?"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("framework: ilacs_2018\nfindings: " + "[" * 10_000, "2: nested deeper than 20 levels. Is it the right file?"),
        ("framework: " + "{a: " * 10_000, "1: nested deeper than 20 levels. Is it the right file?"),
        (
            "".join(" " * level + "a:\n" for level in range(30)),
            "21: nested deeper than 20 levels. Is it the right file?",
        ),
        ("a: " + "[" * 30 + "]" * 30 + "\n", "1: nested deeper than 20 levels. Is it the right file?"),
        ("- " * 30 + "1\n", "1: nested deeper than 20 levels. Is it the right file?"),
    ],
    ids=["square brackets", "curly brackets", "indentation", "thirty brackets", "thirty dashes"],
)
def test_deep_nesting_is_refused(tmp_path, text, expected):
    data = small_data(tmp_path)
    write(data / INSPECTION, text)
    assert message(data) == f"{FILE}:{expected}"


@pytest.mark.parametrize(
    "text", ["[\n" * 100_000, "- " * 50_000, "? " * 50_000], ids=["a bracket a line", "dashes", "question marks"]
)
def test_nesting_without_end_does_not_kill_the_process(tmp_path, text):
    data = small_data(tmp_path)
    write(data / INSPECTION, text)
    done = subprocess.run(
        [sys.executable, "-m", "loaders", "check", data], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 1
    assert f"{FILE}:" in done.stdout


@pytest.mark.parametrize(
    "value",
    ["99999999999999999999", "9" * 5_000, "!!int --5"],
    ids=["twenty digits", "five thousand digits", "no number"],
)
def test_an_impossible_number_is_reported(tmp_path, value):
    data = small_data(tmp_path)
    replace(data / INSPECTION, "{recommendations: 2}", f"{{recommendations: 2, numbered_paragraphs: {value}}}")
    assert message(data).startswith(f"{FILE}:9: ")
