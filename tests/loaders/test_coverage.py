"""What is held is counted by framework and by kind, against what there is to hold; sources are counted where they are at hand."""

import csv

import pytest

from loaders import DATA, load
from loaders import coverage as commands
from loaders.__main__ import main
from loaders.coverage import coverage, held
from loaders.records.checked_records import checked_records
from tests.builders import VISIT_TEXT, copy_statistics, listed_events, replace, small_data, write

SHARED = DATA.parent.parent / "shared"


@pytest.fixture
def data(tmp_path):
    """One report that was coded, one letter, one event without either, and Ofsted's statistics of 2025."""
    data = small_data(tmp_path)
    visit = VISIT_TEXT.format(start="2023-08-01", end="2023-08-02", published="2023-09-06", file="letter.pdf")
    write(data / "inspections/york/2023-focused-visit.yaml", visit)
    listed_events(data, {"york/2014-thematic": ("thematic", "2014-01-21")})
    copy_statistics(data)
    return data


def rows_of(data) -> dict[str, list[str]]:
    """Every row of a table of the text, by its first cell."""
    text = coverage(load(data), checked_records(data))
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return {f"{row[0]}/{len(row)}": row[1:] for row in rows}


def test_each_inspection_is_counted_once_as_what_is_held_of_it(data):
    known = held(load(data)).set_index("inspection")["held"]
    assert known["york/2022-ilacs"] == "coded"
    assert known["york/2023-focused-visit"] == "outcome"
    assert known["york/2014-thematic"] == "listed"
    assert known["barking-and-dagenham/2025-focused-visit"] == "statistics"
    rows = rows_of(data)
    assert rows["Thematic inspection/7"] == ["0", "0", "0", "0", "1", "1"]
    assert rows["**all**/7"][-1] == str(len(known))


def test_what_is_held_stands_against_what_there_is_to_hold(data):
    replace(data / "collection.yaml", "    documents: 341\n", "    documents: 3\n")
    documents, read, unread, listed, all_held, why = rows_of(data)["focused-visit/7"]
    assert (documents, read, unread) == ("3", "1", "2")
    assert int(all_held) == int(listed) + 1, "York's visit of 2023 is in no table of 2025"
    assert "could not be had" in why


def test_an_authority_whose_list_ends_before_the_others_is_named(data):
    path = data / "authorities.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(line.replace(",2026-08-22,", ",,") if line.startswith("stockport,") else line for line in lines),
        encoding="utf-8",
    )
    text = coverage(load(data), checked_records(data))
    assert "- to 31 March 2025: 1 authority of today: Stockport\n" in text


def test_the_command_says_when_the_file_is_out_of_date(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(commands, "COVERAGE", tmp_path / "coverage.md")
    assert main(["coverage", "--check"]) == 1
    assert "out of date" in capsys.readouterr().err
    assert main(["coverage"]) == 0
    assert main(["coverage", "--check"]) == 0


def test_the_file_names_every_framework_and_kind():
    text = commands.COVERAGE.read_text(encoding="utf-8")
    ds = load(DATA)
    for name in (*ds.frameworks["label"], *ds.frameworks["kind"]):
        assert f"| {name} |" in text, name


@pytest.mark.skipif(not (SHARED / "reports/all_reports.csv").is_file(), reason="no sources lie in ../shared")
def test_the_sources_hold_as_many_documents_as_the_data_say():
    documents = load(DATA).lists.set_index("kind")["documents"].to_dict()
    with (SHARED / "reports/all_reports.csv").open(encoding="utf-8", newline="") as file:
        reports = [row["framework"].partition("_")[0] for row in csv.DictReader(file)]
    with (SHARED / "visits/manifest.csv").open(encoding="utf-8", newline="") as file:
        letters = [row["kind"] for row in csv.DictReader(file)]
    assert documents["ilacs"] == reports.count("ilacs")
    assert documents["sif"] == reports.count("sif")
    assert documents["focused-visit"] == letters.count("focused-visit")
    assert documents["jtai"] == letters.count("jtai")
