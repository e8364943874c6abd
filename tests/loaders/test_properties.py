"""What holds for any text: dates, folding and reading keep their promises on all that hypothesis can think of."""

import string
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders import load
from loaders.documents import fold
from loaders.records.partial_date import PartialDate, parse
from loaders.records.problems import Refused
from loaders.records.yaml_lines import read_yaml
from loaders.verification.sources import squeeze
from tests.builders import INSPECTION, INSPECTION_TEXT, PLAN_TEXT, small_data, write

steady = settings(deadline=None, derandomize=True)  # the same examples each time, however slow the machine

WRITTEN = {"day": 10, "month": 7, "year": 4}  # letters of 2022-03-07, 2022-03 and 2022
PRINTED = st.text(string.ascii_letters + string.digits + " \n\t.,;:()%&£'\"‘’“”–—-‑\u00ad\u00a0éïﬁﬂ½…")
WORD = st.text(string.ascii_lowercase, min_size=2, max_size=8)
PIECES = st.sampled_from(
    [
        *(
            "a",
            "b: ",
            "- ",
            "\n",
            "  ",
            "[",
            "]",
            "{",
            "}",
            ", ",
            "&x ",
            "*x",
            "!!int ",
            "!x ",
            "'",
            '"',
            "| ",
            "> ",
            "# ",
            "? ",
            "<<: ",
            "~",
        ),
        *(
            "0",
            "-1",
            "0x1f",
            "1e9",
            ".inf",
            "2022-03-07",
            "no",
            "%YAML 1.1",
            "---\n",
            "...\n",
            "\t",
            "é",
            "\x00",
            "\ufeff",
            "\u2028",
        ),
    ]
)
VALUES = st.sampled_from(
    [
        "",
        "null",
        "[]",
        "{}",
        "[[1]]",
        "{a: b}",
        "true",
        "-1",
        "0",
        "1.5",
        "''",
        "2012",
        "2012-03",
        "R1",
        "york/2022-ilacs",
        "|",
    ]
)


@steady
@given(st.dates(), st.sampled_from(sorted(WRITTEN)))
def test_a_date_is_read_as_precisely_as_it_is_written(day, precision):
    date = parse(day.isoformat()[: WRITTEN[precision]])
    assert date.precision == precision
    assert date.first <= day <= date.last
    assert (
        date.first.isoformat()[: WRITTEN[precision]]
        == date.last.isoformat()[: WRITTEN[precision]]
        == day.isoformat()[: WRITTEN[precision]]
    )


@steady
@given(st.text() | st.from_regex(r"\A\d{4}(-\d\d){0,2}\Z") | st.from_regex(r"\A[0-9-]{3,11}\Z"))
def test_any_text_is_a_date_or_a_value_error(text):
    try:
        date = parse(text)
    except ValueError:
        return
    assert isinstance(date, PartialDate)
    assert len(text) == WRITTEN[date.precision]
    assert date.first <= date.last


@steady
@given(PRINTED)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert squeeze(squeeze(text)) == squeeze(text)
    assert squeeze(fold(text)) == squeeze(text)


@steady
@given(st.lists(PRINTED, min_size=1))
def test_line_breaks_between_words_do_not_matter(parts):
    assert squeeze("\n".join(parts)) == squeeze(" ".join(parts))


@steady
@given(st.lists(WORD, min_size=1), st.data())
def test_hyphenation_does_not_matter(words, data):
    at = data.draw(st.integers(0, len(words) - 1))
    cut = data.draw(st.integers(1, len(words[at]) - 1))
    hyphenated = [*words[:at], f"{words[at][:cut]}-\n  {words[at][cut:]}", *words[at + 1 :]]
    assert squeeze(" ".join(hyphenated)) == squeeze(" ".join(words))
    assert fold(f"{words[0]}-\n{words[-1]}") == f"{words[0]}-{words[-1]}"


@steady
@given(PRINTED, PRINTED)
def test_folding_keeps_letters_and_their_case(first, second):
    assert squeeze("A" + first) != squeeze("a" + second)


@settings(steady, max_examples=400)
@given(st.text() | st.lists(PIECES, max_size=30).map("".join))
def test_any_text_is_read_or_refused_with_a_line_that_exists(text):
    with tempfile.TemporaryDirectory() as folder:
        path = write(Path(folder) / "record.yaml", text)
        try:
            found = list(read_yaml(path, "record.yaml")[1].values())
        except Refused as refused:
            found = [refused.problem.line]
        assert all(1 <= line <= len(text.splitlines()) + 1 for line in found)


@settings(steady, max_examples=60)
@given(st.data())
def test_any_value_in_any_field_is_taken_or_reported_and_nothing_else_is_lost(data):
    rows = INSPECTION_TEXT.splitlines()
    at = data.draw(st.sampled_from([number for number, row in enumerate(rows) if ":" in row]))
    rows[at] = f"{rows[at].partition(':')[0]}: {data.draw(VALUES)}"
    with tempfile.TemporaryDirectory() as folder:
        small = small_data(Path(folder))
        write(small / INSPECTION, "\n".join(rows))
        ds = load(small)
    assert ds.problems.empty == (len(ds.inspections) == 1)
    assert list(ds.plans["plan"]) == ["york/2022-action-plan"]


@pytest.mark.parametrize("text", [INSPECTION_TEXT, PLAN_TEXT], ids=["inspection", "plan"])
def test_every_value_knows_the_line_it_stands_in(tmp_path, text):
    rows = text.splitlines()
    data, lines = read_yaml(write(tmp_path / "record.yaml", text), "record.yaml")
    assert set(data) == {where[0] for where in lines if len(where) == 1}
    for where, line in lines.items():
        if where and isinstance(where[-1], str):
            assert f"{where[-1]}:" in rows[line - 1]
