"""``python -m loaders official``: what it writes and says, a dry run, a second run and wrong use."""

import pytest

from loaders import load
from tests.builders import small_data
from tests.loaders.statistics.editions import contents, run
from tests.spreadsheets import small_edition, write_ods


def test_a_dry_run_writes_nothing_and_says_what_it_would(tmp_path):
    data = small_data(tmp_path)
    before = contents(data)
    done = run(write_ods(tmp_path / "a.ods", small_edition()), data, "--dry-run")
    assert done.returncode == 0, done.stdout
    assert "new: leeds/2024-monitoring-visit-2" in done.stdout
    assert done.stdout.endswith("Nothing was written.\n")
    assert contents(data) == before


def test_what_is_written_is_valid_and_a_second_run_changes_nothing(tmp_path):
    data = small_data(tmp_path)
    file = write_ods(tmp_path / "a.ods", small_edition())
    done = run(file, data)
    assert done.returncode == 0, done.stdout
    assert done.stdout == (
        "Local authority inspection outcomes as at 31 March 2025: 6 inspections and visits; 6 new, 0 changed, 0 unchanged, "
        "0 with a record of their own, 0 conflicts.\n"
    )
    ds = load(data)
    assert ds.problems["message"].tolist() == []
    assert len(ds.inspections) == 7
    assert {path.name for path in (data / "statistics").iterdir()} == {"2025-03-31.csv", "2025-03-31.yaml"}
    first = (data / "statistics/2025-03-31.csv").read_text(encoding="utf-8").splitlines()[1]
    assert first == "leeds/2022-ilacs,short,2022-02-21,,2022-04-19,,Outstanding,Good,Good,Outstanding,"
    before = contents(data)
    assert "0 new, 0 changed, 6 unchanged" in run(file, data).stdout
    assert contents(data) == before


@pytest.mark.parametrize("arguments", [(), ("nowhere.ods",), ("nowhere.ods", "--loud")], ids=" ".join)
def test_wrong_use_returns_2(arguments):
    assert run(*arguments).returncode == 2


def test_a_folder_that_does_not_exist_is_wrong_use(tmp_path):
    done = run(write_ods(tmp_path / "a.ods", small_edition()), tmp_path / "nowhere")
    assert done.returncode == 2
    assert "no data folder at" in done.stderr
