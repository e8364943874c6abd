"""``python -m loaders draft``: the essence as JSON, a record that loads, and never a file overwritten."""

import json
import subprocess
import sys

import pytest

from loaders import DATA
from loaders.__main__ import main
from loaders.records.one_record import problems_of
from loaders.records.reading import read_vocabulary
from loaders.reports import as_draft_yaml, corrected, draft, record_id
from tests import paper

VOCABULARY = read_vocabulary(DATA)


@pytest.fixture
def run(capsys):
    """Run a command of ``python -m loaders``. Returns its exit code, what it printed and what it complained of."""

    def command(*arguments: object) -> tuple[int, str, str]:
        code = main([str(argument) for argument in arguments])
        return code, *capsys.readouterr()

    return command


@pytest.fixture
def report(tmp_path):
    file = tmp_path / "2020-07-01.pdf"
    file.write_bytes(paper.ilacs().pdf())
    return file


@pytest.fixture
def read():
    return draft(paper.ilacs().report(), VOCABULARY)


def test_json_prints_the_essence_and_nothing_else(report):
    command = [sys.executable, "-m", "loaders", "draft", str(report), "--json"]
    done = subprocess.run(command, cwd=DATA.parent, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert list(json.loads(done.stdout)) == [
        "framework", "kind", "authority", "ons_code", "start", "end", "published", "lead_inspector", "grades", "recommendations", "paragraphs", "unsure",
    ]  # fmt: skip


def test_a_draft_is_written_once_and_never_over_another_file(run, report, tmp_path):
    target = tmp_path / "draft.yaml"
    assert run("draft", report, "-o", target)[0] == 0
    assert "framework: ilacs_2018  # confirmed" in target.read_text(encoding="utf-8")
    target.write_text("kept", encoding="utf-8")
    code, _, said = run("draft", report, "-o", target)
    assert code == 1
    assert "exists already. It was left as it is" in said
    assert target.read_text(encoding="utf-8") == "kept"


def test_a_file_that_is_no_report_ends_with_1_and_the_reason(run, tmp_path):
    page = tmp_path / "report.pdf"
    page.write_bytes(b"<html>Report not found</html>")
    code, printed, said = run("draft", page, "--json")
    assert (code, printed) == (1, "")
    assert said.startswith("error: report.pdf:1: is a web page")


def test_a_file_that_is_not_there_is_wrong_use(run, tmp_path):
    assert run("draft", tmp_path / "nowhere.pdf")[0] == 2


def test_a_draft_is_a_record_that_check_accepts(read):
    assert record_id(read) == "york/2020-ilacs"
    assert problems_of(as_draft_yaml(read), "york/2020-ilacs", VOCABULARY) == []


def test_a_draft_says_of_every_value_where_it_stands_and_what_could_not_be_read(read):
    text = as_draft_yaml(read)
    assert "lead_inspector: Ada Smith  # read once, page 1: Lead inspector: Ada Smith" in text
    assert "published: null  # not found" in text
    assert "# published: The report prints no day of publication." in text
    assert "#   1 to 3 (page 2 on): The experiences and progress of children who need help and protection" in text


def test_a_correction_replaces_what_was_read_and_says_so(read):
    mended = corrected(
        read, {"published": "2020-07-01", "grades.leaders": "Outstanding", "end": "", "authority": "kent"}, VOCABULARY
    )
    text = as_draft_yaml(mended)
    assert record_id(mended) == "kent/2020-ilacs"
    assert "published: 2020-07-01  # read once: corrected by hand" in text or "published: '2020-07-01'" not in text
    assert "  leaders: Outstanding  # read once: corrected by hand" in text
    assert "help_and_protection: Requires improvement to be good  # confirmed" in text
    (problem,) = problems_of(text, "kent/2020-ilacs", VOCABULARY)
    assert problem.message.startswith("found York, but the folder is that of Kent."), "the title still names York"


def test_a_day_that_is_none_is_refused_in_words(read):
    with pytest.raises(ValueError, match="not a date"):
        corrected(read, {"start": "next May"}, VOCABULARY)


def test_check_of_one_record_speaks_as_check_does(read):
    text = as_draft_yaml(read).replace("  leaders: Good", "  leaders: Godo")
    (problem,) = problems_of(text, "york/2020-ilacs", VOCABULARY)
    assert str(problem).startswith("data/inspections/york/2020-ilacs.yaml:")
    assert "grades.leaders: found 'Godo'; not a grade of this framework. Did you mean 'Good'?" in str(problem)
    assert problems_of("a: [", "york/2020-ilacs", VOCABULARY)[0].message.startswith("not valid YAML")
