"""What was looked up once is looked up again when it changes, and a tenth of the rest besides."""

from pathlib import Path
from typing import NamedTuple

import pytest

from loaders.__main__ import main
from loaders.verification.results import Result, due, read_results
from tests.builders import INSPECTION, replace, small_data, write
from tests.loaders.test_command_line import run
from tests.loaders.test_verify import PLAN, QUOTE, REPORT

RECORD = "york/2022-ilacs"


@pytest.fixture
def data(tmp_path) -> Path:
    """A small data folder whose sources lie beside it."""
    write(tmp_path / "sources/report.txt", REPORT)
    write(tmp_path / "sources/plan.txt", PLAN)
    return small_data(tmp_path)


class Done(NamedTuple):
    """What a command returned and wrote."""

    returncode: int
    stdout: str
    stderr: str


@pytest.fixture
def verify(data, capsys):
    """The command in this process, which has read already what a new one would have to."""

    def done(*options: object) -> Done:
        code = main(["verify", str(data), "--sources", str(data.parent / "sources"), *map(str, options)])
        return Done(code, *capsys.readouterr())

    return done


def results(data: Path) -> Path:
    return data.parent / "verified.csv"


def test_what_is_unchanged_is_counted_and_not_looked_up_but_for_one_in_ten(data, verify):
    first = verify("--write", results(data))
    assert "in 2 sources; 0 not found." in first.stdout, first.stdout
    assert set(read_results(results(data))) == {RECORD, "action_plans/york/2022-action-plan"}
    again = verify("--since", results(data))
    assert again.returncode == 0
    assert "in 1 sources; 0 not found." in again.stdout
    assert "1 records stand unchanged" in again.stdout


@pytest.mark.parametrize("changed", ["record", "source", "framework", "record called .yml"])
def test_a_change_of_record_source_or_framework_is_looked_up(data, verify, changed):
    record = data / INSPECTION
    if changed == "record called .yml":
        record = record.rename(record.with_suffix(".yml"))
    verify("--write", results(data))
    if changed.startswith("record"):
        replace(record, QUOTE, QUOTE.replace("not", "now"))
    elif changed == "source":
        replace(data.parent / "sources/report.txt", QUOTE, QUOTE.replace("not", "now"))
    else:
        replace(data / "frameworks/ilacs_2018.yaml", "Overall effectiveness", "Effectiveness overall")
    for _ in range(2):  # a record with a fault is due until it is mended
        done = verify("--since", results(data), "--write", results(data))
        assert done.returncode == 1, done.stdout
        assert INSPECTION.removesuffix(".yaml") in done.stdout


def test_a_record_named_alone_is_looked_up_alone(data, verify):
    (data.parent / "sources/plan.txt").unlink()
    done = verify("--only", RECORD)
    assert (done.returncode, done.stdout.count("error")) == (0, 0), done.stdout
    assert "in 1 sources" in done.stdout
    unknown = verify("--only", "york/1999-ilacs")
    assert unknown.returncode == 2
    assert "no record 'york/1999-ilacs'" in unknown.stderr


def test_a_file_that_is_no_table_of_results_is_refused(data):
    write(results(data), "grade,day\nGood,2026-01-01\n")
    done = run("verify", data, "--sources", data.parent / "sources", "--since", results(data))
    assert done.returncode == 2
    assert "has not the columns record, digest, verified" in done.stderr


def test_every_unchanged_record_has_its_turn_within_days():
    made = {f"york/{year}-ilacs": "same" for year in range(2000, 2040)}
    results = {record: Result("same", None) for record in made}
    turns = [due(made, results, seed=day) for day in range(739000, 739060)]
    assert {len(turn) for turn in turns} == {4}
    assert set.union(*turns) == set(made)
    assert due(made | {"leeds/2018-ilacs": "new"}, results, seed=1) > {"leeds/2018-ilacs"}
