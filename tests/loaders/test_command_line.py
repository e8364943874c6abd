"""The command line says what is wrong and tells it by its exit code: 0 all is well, 1 something is wrong, 2 wrong use."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import INSPECTION, replace, small_data

ROOT = Path(__file__).resolve().parents[2]


def run(*arguments: object) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "loaders", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_check_finds_nothing_wrong_with_the_data_of_this_repository():
    done = run("check")
    assert done.returncode == 0, done.stdout
    assert "; 0 errors, " in done.stdout


def test_check_prints_each_problem_and_returns_1(tmp_path):
    data = small_data(tmp_path)
    replace(data / INSPECTION, "leaders: Good", "leaders: Godo")
    done = run("check", data)
    assert done.returncode == 1
    lines = done.stdout.splitlines()
    assert lines == [
        f"error: data/{INSPECTION}:11: grades.leaders: found 'Godo'; not a grade of this framework. Did you mean 'Good'?",
        "0 inspections and visits, 1 action plans; 1 errors, 0 warnings.",
    ]


def test_a_warning_alone_is_printed_and_returns_0(tmp_path):
    data = small_data(tmp_path)
    visit = data / "inspections/york/2014-focused-visit.yaml"
    visit.write_text("framework: focused_visit\ndepth: listed\nstart: 2014-01\n", encoding="utf-8")
    done = run("check", data)
    assert done.returncode == 0
    assert (
        "warning: data/inspections/york/2014-focused-visit.yaml:1: framework: found 'focused_visit', which was not in force"
        in done.stdout
    )


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("chekc",),
        ("check", "no-such-folder"),
        ("check", "--loud"),
        ("verify",),
        ("verify", "--sources", "no-such-folder"),
        ("schema", "x"),
    ],
    ids=" ".join,
)
def test_wrong_use_returns_2_and_says_why(arguments):
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    assert (
        "no-such-folder" in done.stderr if "no-such-folder" in arguments else "usage: python -m loaders" in done.stderr
    )


@pytest.mark.parametrize("command", ["check", "verify", "draft", "measure", "outcomes", "official", "schema", "manual"])
def test_every_command_explains_itself(command):
    done = run(command, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: python -m loaders {command}")


def test_verify_returns_1_where_a_source_is_nowhere(tmp_path):
    data = small_data(tmp_path)
    done = run("verify", data, "--sources", tmp_path)
    assert done.returncode == 1
    assert (
        f"error: data/{INSPECTION}:8: source.file: found 'report.txt'; no such file in {tmp_path.as_posix()}."
        in done.stdout
    )
